import { indexLines, type Lines } from '../text/lines';
import { entryOf, type Node, type Span } from '../text/tree';
import { type EntryFile, problemAt, readEntryFile } from './entry-file';
import { type EntryKind, entryKinds } from './pack';
import type { CatalogProblem } from './problem';

/** A file of an overlay folder, by its path in that folder: its text, or in a few words why it cannot be had. */
export type OverlayFile = { readonly path: string } & (
  | { readonly text: string }
  | { readonly problem: string }
);

/** A folder that is laid over the catalog. */
export interface Overlay {
  /** Relative to the folder that was asked for, with `/`. */
  readonly folder: string;
  readonly files: readonly OverlayFile[];
}

/** One thing that is wrong in a file of an overlay. */
export interface OverlayProblem {
  /** Relative to the folder that was asked for. */
  readonly file: string;
  readonly lines: Lines;
  readonly span: Span;
  readonly message: string;
  /** An error leaves the entry out; a warning does not. */
  readonly severity: 'error' | 'warning';
}

/** Longest file of an overlay that is read, in UTF-16 units. The longest of the catalog has 20,000. */
export const maxOverlayFile = 256 * 1024;

/** What the files of one folder may have together, in UTF-16 units: three times what the catalog has. */
const maxOverlay = 1024 * 1024;

/** Longest reason or message, in UTF-16 units: what a file says may be repeated in it. */
const mostWords = 400;

/** A file of an overlay as read, without the two keys that only an overlay has. */
export interface OverlayEntry {
  readonly folder: string;
  /** Undefined for a file in no folder of a kind. */
  readonly kind: EntryKind | undefined;
  /** What its file, or for a part of a regime its folder, is called. */
  readonly id: string;
  readonly file: EntryFile;
  readonly replaces: boolean;
  /** Why the entry of this id is withdrawn; then the file holds nothing else. */
  readonly withdrawn: string | undefined;
}

/** Reads the files of an overlay. Never throws: what cannot be read is left out, with a problem in its file. */
export function readOverlay({ folder, files }: Overlay): {
  readonly entries: readonly OverlayEntry[];
  readonly problems: readonly OverlayProblem[];
} {
  const entries: OverlayEntry[] = [];
  const problems: OverlayProblem[] = [];
  let left = maxOverlay;
  for (const file of files) {
    const text = 'text' in file ? file.text : '';
    const problem = 'problem' in file ? `The file cannot be read: ${file.problem}.` : tooLong(text, left);
    left -= text.length;
    if (problem === undefined) {
      const { entry, found } = readEntry(folder, { path: file.path, text });
      entries.push(entry);
      problems.push(...found.map((one) => inOverlay(entry, one)));
    } else {
      const span = { start: 0, end: 0 };
      const path = `${folder}/${file.path}`;
      problems.push({ file: path, lines: indexLines(''), span, message: problem, severity: 'error' });
    }
  }
  return { entries, problems };
}

/** A problem of a catalog's file as one of the overlay that the file is in. */
export function inOverlay({ folder, file }: OverlayEntry, problem: CatalogProblem): OverlayProblem {
  const { line, character, end, severity } = problem;
  const message =
    problem.message.length > mostWords ? `${problem.message.slice(0, mostWords)}…` : problem.message;
  const span = { start: file.lines.offsetAt({ line, character }), end: file.lines.offsetAt(end) };
  return { file: `${folder}/${file.path}`, lines: file.lines, span, message, severity };
}

function tooLong(text: string, left: number): string | undefined {
  if (text.length > maxOverlayFile)
    return `The file has more than ${maxOverlayFile} characters, so it is not read. Shorten it.`;
  if (text.length > left)
    return `The files of this folder have more than ${maxOverlay} characters, so this one is not read. Shorten them.`;
  return undefined;
}

function readEntry(folder: string, source: { readonly path: string; readonly text: string }) {
  const read = readEntryFile(source);
  const found: CatalogProblem[] = [];
  const steps = source.path.split('/');
  const kind = entryKinds.find((candidate) => candidate === steps[0]);
  const inFolder = kind === 'regimes' && steps.length > 2 ? steps[1] : steps.at(-1);
  const withdrawn = entryOf(read.tree, 'withdrawn')?.value;
  const replaces = entryOf(read.tree, 'replaces')?.value;
  const entry: OverlayEntry = {
    folder,
    kind,
    id: (inFolder ?? '').replace(/\.md$/, ''),
    file: withdrawn || replaces ? { ...read, tree: without(read.tree, ['withdrawn', 'replaces']) } : read,
    replaces: replaces?.kind === 'scalar' && replaces.value === true,
    withdrawn: textOf(withdrawn),
  };
  if (withdrawn && entry.withdrawn === undefined) {
    const message = `Say why it is withdrawn, as text of 3 to ${mostWords} characters.`;
    found.push(problemAt(read, { steps: ['withdrawn'] }, 'schema', message));
  }
  if (replaces && !(replaces.kind === 'scalar' && typeof replaces.value === 'boolean')) {
    found.push(
      problemAt(read, { steps: ['replaces'] }, 'schema', 'replaces is true or false. Write one of them.'),
    );
  }
  return { entry, found };
}

function textOf(node: Node | undefined): string | undefined {
  const text = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value.trim() : '';
  return text.length >= 3 && text.length <= mostWords ? text : undefined;
}

function without(tree: Node | undefined, keys: readonly string[]): Node | undefined {
  if (tree?.kind !== 'mapping') return tree;
  return { ...tree, entries: tree.entries.filter(({ key }) => !keys.includes(key)) };
}
