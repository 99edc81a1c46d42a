import { relative, resolve, sep } from 'node:path';
import {
  type Advisor,
  type Analysis,
  type Ask,
  type OverlayTexts,
  overlayPaths,
  overlayText,
  type RootFiles,
} from '../../advise/advisor';
import { createAdvisor } from '../../advise/create';
import { findRoots, manifestRole } from '../../advise/roots';
import type { Answer } from '../../answer/schema';
import type { Bodies } from '../../catalog/pack';
import { fileFacts } from '../../host/file-facts';
import { nodeFiles } from '../../host/node/files';
import type { FilePort, Listing } from '../../host/port';
import { catalogFor } from './catalog-file';
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

/** How manifests are read, where the command line says so. */
export interface ReadingOptions {
  /** The day on which the law is read. ISO day. */
  readonly asOf?: string;
  /** A catalog in place of the one that comes with the program: its file, or the folder that holds it. */
  readonly catalog?: string;
}

/**
 * Reads and analyzes the manifests at the paths, with questions and tools unless other things are asked for. Beside the answer it says what of the
 * repository could not be seen.
 *
 * @throws UsageError when there is no manifest, or one cannot be read, or the catalog that is named cannot be used
 */
export async function advise(
  world: World,
  paths: readonly string[],
  options: ReadingOptions,
  ask: Ask = { questions: true, portfolio: true },
): Promise<Advice> {
  const { advisor, analyses, target } = await analyzeManifests(world, paths, options);
  return {
    answer: {
      schemaVersion: 1,
      roots: analyses.map((analysis) => analysis.answer(ask)),
    },
    analyses,
    bodies: joined([advisor, ...analyses.map(({ catalog }) => catalog)]),
    file: (path) => calledFrom(world, target, path),
  };
}

/**
 * Reads and analyzes the manifests at the paths.
 *
 * @throws UsageError when there is no manifest, or one cannot be read, or the catalog that is named cannot be used
 */
export async function analyzeManifests(
  world: World,
  paths: readonly string[],
  options: ReadingOptions,
): Promise<{ readonly advisor: Advisor; readonly analyses: readonly Analysis[]; readonly target: Target }> {
  const manifests = await readManifests(world, paths);
  const { pack, bodies } = await catalogFor(world, options.catalog);
  const advisor = createAdvisor(pack, bodies);
  const analyses = await analyzeWith(advisor, manifests, world.today(), options.asOf);
  return { advisor, analyses, target: manifests.target };
}

/** Manifests as texts, with the folder around them. */
export interface Manifests {
  readonly target: Target;
  readonly files: FilePort;
  readonly listing: Listing;
  readonly roots: readonly RootFiles[];
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads the manifests at the paths; this folder when none is named.
 *
 * @throws UsageError when there is no manifest, or one cannot be read
 */
export async function readManifests(world: World, paths: readonly string[]): Promise<Manifests> {
  const target = targetOf(paths.length > 0 ? paths : ['.'], world.folder);
  const files = nodeFiles(target.folder);
  const listing = await files.list();
  for (const problem of listing.problems) world.err(`${problem}\n`);
  const all = findRoots(listing.paths.filter((path) => manifestRole(path) !== undefined));
  const roots = all.filter((root) => target.wants(root));
  if (roots.length === 0) throw new UsageError(noManifest(paths, all.length > 0));
  return { target, files, listing, roots, texts: await readTexts(files, listing, roots) };
}

/** Analyzes manifests against the catalog of an advisor, with the overlays that they name. */
export async function analyzeWith(
  advisor: Advisor,
  { files, listing, roots, texts }: Manifests,
  today: string,
  asOf: string | undefined,
): Promise<readonly Analysis[]> {
  const overlays = await readOverlays(advisor, files, listing, roots, texts);
  const repository = fileFacts(listing.paths, (path) => files.isEmpty(path));
  const day = { today, ...(asOf === undefined ? {} : { asOf }) };
  return roots.map((root) => advisor.analyze({ files: root, texts, overlays, repository, ...day }));
}

/** The guidance of all catalogs that the roots are read against. */
function joined(catalogs: readonly { readonly bodies: Bodies }[]): Bodies {
  const distinct = new Set(catalogs.map(({ bodies }) => bodies));
  return Object.fromEntries([...distinct].flatMap((bodies) => Object.entries(bodies)));
}

/** The files of all overlay folders that the roots name. One that cannot be read is a finding, and no reason to stop. */
async function readOverlays(
  advisor: Advisor,
  files: FilePort,
  listing: Listing,
  roots: readonly RootFiles[],
  texts: ReadonlyMap<string, string>,
): Promise<OverlayTexts> {
  const paths = roots.flatMap((root) => overlayPaths(advisor.overlayFolders(root, texts), listing.paths));
  const read = new Map<string, Awaited<ReturnType<FilePort['read']>>>();
  for (const path of new Set(paths)) read.set(path, overlayText(await files.read(path)));
  return read;
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

/** How a file of the answer is called from where the command was called. */
export function calledFrom(world: World, target: Target, path: string): string {
  const absolute = resolve(target.folder, path);
  const called = relative(world.folder, absolute);
  // Above the folder at hand, the whole path is easier to read and to click than a row of `..`.
  return (called.startsWith('..') ? absolute : called).split(sep).join('/');
}
