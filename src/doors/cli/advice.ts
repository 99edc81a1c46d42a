import { relative, resolve, sep } from 'node:path';
import type { Advisor, Analysis, RootFiles } from '../../advise/advisor';
import { createAdvisor } from '../../advise/create';
import { findRoots, manifestRole } from '../../advise/roots';
import type { Answer } from '../../answer/schema';
import type { Bodies } from '../../catalog/pack';
import { fileFacts } from '../../host/file-facts';
import { nodeFiles } from '../../host/node/files';
import type { FilePort, Listing } from '../../host/port';
import { noManifest } from './no-manifest';
import { type Target, targetOf } from './target';
import { UsageError, type World } from './world';

/** Everything concluded about the manifests that were asked for. */
export interface Advice {
  readonly answer: Answer;
  readonly analyses: readonly Analysis[];
  /** The guidance of the catalog. */
  readonly bodies: Bodies;
  /** How a file of the answer is called from where the command was called. */
  readonly file: (path: string) => string;
}

/**
 * Reads and analyzes the manifests at the paths, with questions and tools. Beside the answer it says what of the
 * repository could not be seen.
 *
 * @throws UsageError when there is no manifest, or one cannot be read
 */
export async function advise(
  world: World,
  paths: readonly string[],
  asOf: string | undefined,
): Promise<Advice> {
  const target = targetOf(paths.length > 0 ? paths : ['.'], world.folder);
  const files = nodeFiles(target.folder);
  const listing = await files.list();
  for (const problem of listing.problems) world.err(`${problem}\n`);
  const roots = findRoots(listing.paths.filter((path) => manifestRole(path) !== undefined));
  const wanted = roots.filter((root) => target.wants(root));
  if (wanted.length === 0) throw new UsageError(noManifest(paths, roots.length > 0));
  const texts = await readTexts(files, listing, wanted);
  const { pack, bodies } = await world.readPack();
  const analyses = analyzeAll(
    createAdvisor(pack, bodies),
    wanted,
    texts,
    files,
    listing,
    world.today(),
    asOf,
  );
  return {
    answer: {
      schemaVersion: 1,
      roots: analyses.map((analysis) => analysis.answer({ questions: true, portfolio: true })),
    },
    analyses,
    bodies,
    file: (path) => calledFrom(world, target, path),
  };
}

function analyzeAll(
  advisor: Advisor,
  roots: readonly RootFiles[],
  texts: ReadonlyMap<string, string>,
  files: FilePort,
  listing: Listing,
  today: string,
  asOf: string | undefined,
): Analysis[] {
  const repository = fileFacts(listing.paths, (path) => files.isEmpty(path));
  return roots.map((root) =>
    advisor.analyze({ files: root, texts, today, repository, ...(asOf === undefined ? {} : { asOf }) }),
  );
}

/** The texts of the roots, their parts and every base that one of them may extend. */
async function readTexts(
  files: FilePort,
  listing: Listing,
  roots: readonly RootFiles[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const bases = listing.paths.filter((path) => manifestRole(path) === 'base');
  for (const path of new Set([...roots.flatMap(({ root, parts }) => [root, ...parts]), ...bases])) {
    const read = await files.read(path);
    if ('problem' in read)
      throw new UsageError(`Cannot read ${path}: ${read.problem}. Every manifest file must be readable.`);
    texts.set(path, read.text);
  }
  return texts;
}

function calledFrom(world: World, target: Target, path: string): string {
  const absolute = resolve(target.folder, path);
  const called = relative(world.folder, absolute);
  // Above the folder at hand, the whole path is easier to read and to click than a row of `..`.
  return (called.startsWith('..') ? absolute : called).split(sep).join('/');
}
