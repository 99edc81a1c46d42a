import { plain } from '../words/plain';
import { columns } from './width';

/** What a stretch of text is, for whoever colors it. No role means ordinary text. */
export type Role = 'heading' | 'bad' | 'warning' | 'good' | 'accent' | 'dim';

/** Text with a role, or ordinary text. */
export type Span = string | { readonly role: Role; readonly text: string };

/** One paragraph: a label in a column of its own, then text that wraps beside it. */
export interface Row {
  /** Columns left free before the label. */
  readonly indent: number;
  /** Column at which the text begins, on the first line and on all others. */
  readonly column: number;
  readonly label?: Span;
  readonly text: readonly Span[];
}

export interface Style {
  /** Columns to fill; a word that is longer, such as a path, is never broken. */
  readonly width: number;
  readonly color: (role: Role, text: string) => string;
}

/** An empty line. */
export const gap: Row = { indent: 0, column: 0, text: [] };

/** Rows as lines of text. */
export function layout(rows: readonly Row[], style: Style): string[] {
  return rows.flatMap((row) => layoutRow(row, style));
}

function layoutRow(row: Row, { width, color }: Style): string[] {
  const label = row.label === undefined ? [] : wordsOf([row.label]);
  const labelWidth = row.indent + label.reduce((sum, word) => sum + widthOf(word) + 1, 0);
  // A label that is too long for its column has the first line for itself.
  const alone = label.length > 0 && labelWidth > Math.max(row.column, row.indent + 1);
  const lines: Word[][] = alone ? [label, []] : [[]];
  let used = row.column;
  for (const word of wordsOf(row.text)) {
    const current = lines.at(-1) ?? [];
    const size = widthOf(word) + (current.length > 0 ? 1 : 0);
    if (current.length > 0 && used + size > width) {
      lines.push([word]);
      used = row.column + widthOf(word);
    } else {
      current.push(word);
      used += size;
    }
  }
  return lines
    .filter((words, index) => words.length > 0 || index === 0)
    .map((words, index) => {
      if (index === 0 && alone) return ' '.repeat(row.indent) + painted(label, color);
      const lead = index === 0 && label.length > 0 ? ' '.repeat(row.indent) + painted(label, color) : '';
      const taken = index === 0 && label.length > 0 ? labelWidth - 1 : 0;
      return (lead + ' '.repeat(Math.max(0, row.column - taken)) + painted(words, color)).trimEnd();
    });
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

function widthOf(word: Word): number {
  return word.reduce((sum, { text }) => sum + columns(text), 0);
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
        if (last && space !== '') last.text += last.role === undefined ? space : '';
        if (space !== '' && last?.role !== undefined) runs.push({ role: undefined, text: space });
        runs.push({ role, text });
      }
    }
  }
  return runs.map(({ role, text }) => (role === undefined ? text : color(role, text))).join('');
}
