import { indexLines, type Lines, type Range } from '../text/lines';
import { entryOf, type Node, nodeAt, type Span, toValue } from '../text/tree';
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
      end: firstLineOf(lines, { start: 0, end: file.text.length }).end,
      code: 'file',
      message: 'The file has no front matter. Begin it with a line of ---, then YAML, then a line of ---.',
      severity: 'error',
    } as const;
    return { path: file.path, tree: undefined, body: '', offset: 0, lines, problems: [problem] };
  }
  const offset = parts?.frontStart ?? 0;
  const piece = readYaml(parts?.front ?? file.text);
  const problems = piece.problems.map(({ code, span, params }): CatalogProblem => {
    const { start, end } = lines.rangeOf({ start: offset + span.start, end: offset + span.end });
    const words = Object.values(params).map(String).join(', ');
    return {
      file: file.path,
      ...start,
      end,
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

/**
 * A problem at a spot of a file; where the spot is not written, at the nearest place above it that is. Of a value over
 * several lines only the first is meant: more would only underline more.
 */
export function problemAt(
  file: EntryFile,
  spot: Spot,
  code: CatalogProblemCode,
  message: string,
  severity: 'error' | 'warning' = 'error',
): CatalogProblem {
  const { start, end } = firstLineOf(file.lines, spanOf(file, spot));
  return { file: file.path, ...start, end, code, message, severity };
}

function firstLineOf(lines: Lines, span: Span): Range {
  const { start, end } = lines.rangeOf(span);
  if (end.line === start.line) return { start, end };
  const lineEnd = lines.offsetAt({ line: start.line, character: Number.MAX_SAFE_INTEGER });
  return { start, end: lines.positionAt(lineEnd) };
}

function spanOf(file: EntryFile, { steps, on = 'value' }: Spot): Span {
  for (let length = steps.length; length > 0; length--) {
    const parent = nodeAt(file.tree, steps.slice(0, length - 1));
    const last = steps[length - 1];
    // Where a value is missing, the key of what should hold it is the place to look.
    const wantsKey = on === 'key' || length < steps.length;
    if (wantsKey && typeof last === 'string') {
      const entry = entryOf(parent, last);
      if (entry) return inFile(file, entry.keySpan);
    }
    const node = nodeAt(file.tree, steps.slice(0, length));
    if (node) return inFile(file, node);
  }
  return inFile(file, file.tree ?? { start: 0, end: 0 });
}

function inFile({ offset }: EntryFile, { start, end }: Span): Span {
  return { start: offset + start, end: offset + end };
}
