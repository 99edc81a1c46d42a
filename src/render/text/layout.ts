import { plain } from '../words/plain';
import { columns } from './width';

/** What a stretch of text is, for whoever colors it. No role means ordinary text. */
export type Role = 'heading' | 'bad' | 'warning' | 'good' | 'accent' | 'dim';

/** Text with a role, or ordinary text. */
export type Span = string | { readonly role: Role; readonly text: string };

/** Text that begins at a column and, where it is long, goes on below at the same column. */
export interface Cell {
  readonly column: number;
  readonly text: readonly Span[];
  /** Columns of a cell in a table: it stays at its place, and what is longer goes on below within them. */
  readonly width?: number;
}

/**
 * Cells side by side, from left to right. One that reaches into the next has its line for itself, unless they have
 * widths: then they stand in a table.
 */
export type Row = readonly Cell[];

export interface Style {
  /** Columns to fill; a word that is longer, such as a path, is never broken. */
  readonly width: number;
  readonly color: (role: Role, text: string) => string;
}

/** An empty line. */
export const gap: Row = [];

/** Rows as lines of text. */
export function layout(rows: readonly Row[], style: Style): string[] {
  return rows.flatMap((row) =>
    row.some(({ width }) => width !== undefined) ? layoutInTable(row, style) : layoutRow(row, style),
  );
}

/** Cells that all begin on the first line of their row, each wrapped within its own columns. */
function layoutInTable(row: Row, style: Style): string[] {
  const cells = row.map(({ column, text, width }) => ({
    column,
    lines: wrapped(wordsOf(text), width ?? style.width - column),
  }));
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const line: Line = { used: 0, text: '' };
    for (const { column, lines } of cells) {
      const words = lines[at];
      if (words === undefined) continue;
      // A word that is longer than its cell is not broken, and pushes the next one aside.
      const from = Math.max(column, line.used === 0 ? 0 : line.used + 1);
      line.text += ' '.repeat(from - line.used) + painted(words, style.color);
      line.used = from + widthOf(words);
    }
    return line.text;
  });
}

function layoutRow(row: Row, { width, color }: Style): string[] {
  const lines: Line[] = [{ used: 0, text: '' }];
  const leftmost = (row[0]?.column ?? 0) + 2;
  for (const [at, { column: wanted, text }] of row.entries()) {
    const last = at === row.length - 1;
    const column = last ? Math.min(wanted, Math.max(leftmost, width - leastText)) : wanted;
    for (const [index, words] of wrapped(wordsOf(text), width - column).entries()) {
      let line = lines.at(-1);
      if (line === undefined || index > 0 || line.used > Math.max(0, column - 1)) {
        line = { used: 0, text: '' };
        lines.push(line);
      }
      line.text += ' '.repeat(column - line.used) + painted(words, color);
      line.used = column + widthOf(words);
    }
  }
  return lines.map(({ text }) => text);
}

/** A last cell that would have fewer columns than this moves to the left, and below. */
const leastText = 40;

interface Line {
  used: number;
  text: string;
}

/** Words in lines of at most `width` columns; a longer word has a line for itself. */
function wrapped(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    const current = lines.at(-1);
    if (current && widthOf([...current, word]) <= width) current.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** Stretches without a space between them: `(` and `file:3` and `)` may have three roles. */
type Word = { readonly text: string; readonly role?: Role }[];

function wordsOf(spans: readonly Span[]): Word[] {
  const words: Word[] = [];
  let open = false;
  for (const span of spans) {
    const { text, role } = typeof span === 'string' ? { text: span, role: undefined } : span;
    const parts = text.split(/\s/);
    for (const [index, part] of parts.entries()) {
      if (index > 0) open = false;
      const clean = plain(part);
      if (clean === '') continue;
      const piece = role === undefined ? { text: clean } : { text: clean, role };
      if (open) words.at(-1)?.push(piece);
      else words.push([piece]);
      open = true;
    }
  }
  return words;
}

/** Columns of words with one space between each. */
function widthOf(words: readonly Word[]): number {
  return words.flat().reduce((sum, { text }) => sum + columns(text), Math.max(0, words.length - 1));
}

/** Neighbors of one role are painted in one stroke, spaces between them included. */
function painted(words: readonly Word[], color: Style['color']): string {
  const runs: { role: Role | undefined; text: string }[] = [];
  for (const [index, word] of words.entries()) {
    for (const [at, { text, role }] of word.entries()) {
      const space = index > 0 && at === 0 ? ' ' : '';
      const last = runs.at(-1);
      if (last && last.role === role) last.text += space + text;
      else {
        if (space !== '') runs.push({ role: undefined, text: space });
        runs.push({ role, text });
      }
    }
  }
  return runs.map(({ role, text }) => (role === undefined ? text : color(role, text))).join('');
}
