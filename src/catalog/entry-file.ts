import { indexLines, type Lines } from '../text/lines';
import { entryOf, type Node, nodeAt, toValue } from '../text/tree';
import { readYaml } from '../text/yaml-tree';
import { splitFrontMatter } from './front-matter';
import type { CatalogProblem, CatalogProblemCode, Steps } from './problem';

/** A file of a catalog as text. Its path is relative to the folder of the catalog, with `/`. */
export interface CatalogFile {
  readonly path: string;
  readonly text: string;
}

/** A file that was read: its data as a tree with places, and its guidance. */
export interface EntryFile {
  readonly path: string;
  readonly tree: Node | undefined;
  readonly body: string;
  /** Offset in the file of the text that the tree was read from. */
  readonly offset: number;
  readonly lines: Lines;
  readonly problems: readonly CatalogProblem[];
}

/** Where in an entry a problem stands: on the value that the steps lead to, or on its key. */
export interface Spot {
  readonly steps: Steps;
  readonly on?: 'key' | 'value';
}

/** Reads the front matter of a Markdown file, or the whole of a YAML file. Never throws. */
export function readEntryFile(file: CatalogFile): EntryFile {
  const lines = indexLines(file.text);
  const parts = file.path.endsWith('.md') ? splitFrontMatter(file.text) : undefined;
  if (file.path.endsWith('.md') && !parts) {
    const problem = {
      file: file.path,
      line: 0,
      character: 0,
      code: 'file',
      message: 'The file has no front matter. Begin it with a line of ---, then YAML, then a line of ---.',
      severity: 'error',
    } as const;
    return { path: file.path, tree: undefined, body: '', offset: 0, lines, problems: [problem] };
  }
  const offset = parts?.frontStart ?? 0;
  const piece = readYaml(parts?.front ?? file.text);
  const problems = piece.problems.map(({ code, span, params }): CatalogProblem => {
    const { line, character } = lines.positionAt(offset + span.start);
    const words = Object.values(params).map(String).join(', ');
    return {
      file: file.path,
      line,
      character,
      code: 'syntax',
      message: `The front matter cannot be read: ${code}${words === '' ? '' : ` (${words})`}.`,
      severity: 'error',
    };
  });
  return { path: file.path, tree: piece.tree, body: parts?.body ?? '', offset, lines, problems };
}

/** The data of a file as plain values; undefined where there are none. */
export function dataOf(file: EntryFile): unknown {
  return file.tree && toValue(file.tree);
}

/** A problem at a spot of a file; where the spot is not written, at the nearest place above it that is. */
export function problemAt(
  file: EntryFile,
  spot: Spot,
  code: CatalogProblemCode,
  message: string,
  severity: 'error' | 'warning' = 'error',
): CatalogProblem {
  const offset = spanStart(file, spot);
  const { line, character } = file.lines.positionAt(offset);
  return { file: file.path, line, character, code, message, severity };
}

function spanStart(file: EntryFile, { steps, on = 'value' }: Spot): number {
  for (let length = steps.length; length > 0; length--) {
    const parent = nodeAt(file.tree, steps.slice(0, length - 1));
    const last = steps[length - 1];
    // Where a value is missing, the key of what should hold it is the place to look.
    const wantsKey = on === 'key' || length < steps.length;
    if (wantsKey && typeof last === 'string') {
      const entry = entryOf(parent, last);
      if (entry) return file.offset + entry.keySpan.start;
    }
    const node = nodeAt(file.tree, steps.slice(0, length));
    if (node) return file.offset + node.start;
  }
  return file.offset + (file.tree?.start ?? 0);
}
