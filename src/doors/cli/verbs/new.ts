import { mkdir, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { nearestOf } from '../../../advise/nearest-of';
import { joined } from '../../../answer/format';
import type { Answer, Root, System } from '../../../answer/schema';
import type { Bodies, Pack } from '../../../catalog/pack';
import type { TemplateEntry } from '../../../catalog/schema/template';
import { mayBeTemplate, templateMark } from '../../../catalog/template-mark';
import { systemProblem } from '../../../host/node/problem';
import { blank, renderTemplate } from '../../../render/markdown/template';
import { analyzeManifests, type ReadingOptions } from '../advice';
import { manifestAbove } from '../manifest-above';
import { type ExitCode, UsageError, type World } from '../world';

export interface NewOptions extends ReadingOptions {
  readonly system?: string;
  readonly print?: boolean;
}

/**
 * Writes the template of a control, filled in with what the manifest knows, into the folder of the manifest or below;
 * with `print` it is only printed. A file that is there stays as it is.
 *
 * @throws UsageError where there is no such template, system or manifest, or the file cannot be written
 */
export async function newControl(
  world: World,
  id: string,
  path: string | undefined,
  options: NewOptions,
): Promise<ExitCode> {
  const found = await manifestFor(world, options);
  const template = templateOf(found.pack, id);
  const { root, system } = chosen(found.answer, template, options.system);
  const text = found.bodies[`templates/${id}`] ?? '';
  const filled = `${templateMark}\n\n${renderTemplate(text, { root, system, control: id })}`;
  if (options.print === true) {
    world.out(filled);
    return 0;
  }
  const home = join(found.folder, dirname(root.path));
  const file =
    path === undefined ? join(home, usualPath(template, root, system)) : resolve(world.folder, path);
  await write(world, home, file, filled);
  world.out(
    `Wrote ${calledFrom(world.folder, file)}\n${nextSteps(root, system, id, calledFrom(home, file))}`,
  );
  return 0;
}

interface Found {
  /** Absolute; paths of the answer are relative to it. */
  readonly folder: string;
  readonly answer: Answer;
  readonly pack: Pack;
  readonly bodies: Bodies;
}

/** The manifests of this folder and below, else the nearest above. */
async function manifestFor(world: World, options: ReadingOptions): Promise<Found> {
  const { advisor, analyses, target } = await analyzeManifests(world, [], options).catch((error: unknown) => {
    const above = manifestAbove(world.folder);
    if (!(error instanceof UsageError) || above === undefined) throw error;
    return analyzeManifests(world, [above], options);
  });
  return {
    folder: target.folder,
    answer: {
      schemaVersion: 1,
      roots: analyses.map((analysis) => analysis.answer({ questions: false, portfolio: false })),
    },
    pack: advisor.pack,
    bodies: advisor.bodies,
  };
}

function templateOf(pack: Pack, id: string): TemplateEntry {
  const template = pack.templates.find((entry) => entry.id === id);
  if (template) return template;
  const ids = pack.templates.map((entry) => entry.id);
  if (pack.controls.some((control) => control.id === id)) {
    throw new UsageError(
      `There is no template for ${id}. "ai-governance explain ${id}" says how to do it. Templates are there for ${ids.join(', ')}.`,
    );
  }
  const meant = nearestOf(id, ids);
  const advice =
    meant.length > 0 ? `Did you mean ${joined([...meant], 'or')}?` : `There are: ${ids.join(', ')}.`;
  throw new UsageError(`There is no control ${JSON.stringify(id)} with a template. ${advice}`);
}

/** The manifest, and the system where the document is about one. */
function chosen(
  { roots }: Answer,
  { scope }: TemplateEntry,
  wanted: string | undefined,
): { root: Root; system: System | undefined } {
  const all = roots.flatMap((root) => root.systems.map((system) => ({ root, system })));
  const ids = [...new Set(all.map(({ system }) => system.id))].join(', ');
  const matching = wanted === undefined ? all : all.filter(({ system }) => system.id === wanted);
  if (wanted !== undefined && matching.length === 0)
    throw new UsageError(`There is no system ${wanted}. The manifests have: ${ids}.`);
  const [first, ...others] = matching;
  if (scope === 'organization') {
    const [root, another] = new Set(wanted === undefined ? roots : matching.map((one) => one.root));
    if (root && !another) return { root, system: undefined };
    throw new UsageError('There are several manifests. Call it in the folder of the one that is meant.');
  }
  if (!first) throw new UsageError('The manifest names no system. Add one, with an id and a purpose.');
  if (others.length === 0) return first;
  throw new UsageError(
    wanted === undefined
      ? `Each system has a document of its own. Say which with --system: ${ids}.`
      : `Several manifests have a system ${wanted}. Call it in the folder of the one that is meant.`,
  );
}

/** Beside other systems, each has a file with its own name. */
function usualPath({ path, scope }: TemplateEntry, root: Root, system: System | undefined): string {
  if (scope === 'organization' || !system || root.systems.length === 1) return path;
  return path.replace(/\.md$/, `-${system.id.replace(/[^\w-]+/g, '-')}.md`);
}

async function write(world: World, home: string, file: string, text: string): Promise<void> {
  const called = calledFrom(world.folder, file);
  if (!isBelow(home, file))
    throw new UsageError(
      `${called} is not below the folder of the manifest, ${home}. Name a file that is, as evidence is looked for there.`,
    );
  if (!mayBeTemplate(file)) throw new UsageError(`${called} is no Markdown file. Let its name end in .md.`);
  const folder = dirname(file);
  const above = await existing(folder);
  try {
    if (!(await stat(above)).isDirectory())
      throw new UsageError(`Cannot write ${called}: ${calledFrom(world.folder, above)} is no folder.`);
    // A link on the way may lead out, so where it really leads is looked at before anything is made.
    if (!isBelow(await realpath(home), join(await realpath(above), 'file')))
      throw new UsageError(
        `${called} would lie outside the folder of the manifest, by a link. Name another.`,
      );
    await mkdir(folder, { recursive: true });
    await writeFile(file, text, { encoding: 'utf8', flag: 'wx' });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new UsageError(
        `${called} is there already and stays as it is. Name another file, or look at the template with --print.`,
      );
    throw new UsageError(`Cannot write ${called}: ${systemProblem(error)}. Name another file.`);
  }
}

/** The nearest folder at or above that exists. */
async function existing(folder: string): Promise<string> {
  const above = dirname(folder);
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere || above === folder ? folder : existing(above);
}

function isBelow(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function calledFrom(folder: string, file: string): string {
  const called = relative(folder, file);
  return (called.startsWith('..') ? file : called).split(sep).join('/');
}

function nextSteps(root: Root, system: System | undefined, control: string, evidence: string): string {
  const where = system ? ` of ${system.id}` : '';
  const path = /^[\w./-]+$/.test(evidence) ? evidence : JSON.stringify(evidence);
  return `Next: answer every ${blank} in it, then remove its first line; until then it is no evidence.
Then name it in ${root.path}, under the controls${where}:

  - { id: ${control}, status: done, owner: ${blank}, reviewBy: ${blank}, evidence: [${path}] }
`;
}
