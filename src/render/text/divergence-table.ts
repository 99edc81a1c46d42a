import type { Divergence, PositionOnTheme } from '../../answer/schema';
import { aroundOf, forceWords } from '../words/divergence';
import { gap, type Role, type Row, type Span } from './layout';
import { columns as widthOf } from './width';

const indent = 2;
/** Between two columns. */
const between = 2;
/** Columns of the themes: at least, and at most. */
const leastTheme = 24;
const mostTheme = 44;

const roles: Readonly<Record<PositionOnTheme['force'], Role | undefined>> = {
  binding: 'warning',
  open: 'accent',
  voluntary: undefined,
  none: 'dim',
  unseen: 'dim',
};

interface Column {
  readonly head: string;
  readonly cells: readonly Span[];
  readonly width: number;
}

/** Themes by jurisdictions, as many columns side by side as fit; the others in tables below. */
export function tableRows(divergence: Divergence, asOf: string, width: number): Row[] {
  const { themes, jurisdictions } = divergence;
  const columns = jurisdictions.map(({ id, supposed }, index): Column => {
    const head = supposed ? `${id}*` : id;
    const cells = themes.map(({ cells: row }) => cellSpan(row[index], asOf));
    return { head, cells, width: Math.max(...[head, ...cells.map(textOf)].map(widthOf)) };
  });
  return tables(columns, width).flatMap((table) => [...oneTable(divergence, table, width), gap]);
}

/** As many neighbors together as fit beside the narrowest themes. */
function tables(columns: readonly Column[], width: number): Column[][] {
  const result: Column[][] = [];
  let left = 0;
  for (const column of columns) {
    const wanted = between + column.width;
    const last = result.at(-1);
    if (last && wanted <= left) {
      last.push(column);
      left -= wanted;
    } else {
      result.push([column]);
      left = width - indent - leastTheme - wanted;
    }
  }
  return result;
}

function oneTable({ themes }: Divergence, table: readonly Column[], width: number): Row[] {
  const taken = table.reduce((sum, column) => sum + between + column.width, indent);
  const longest = Math.max(...themes.map(({ title }) => widthOf(title)));
  const themeWidth = Math.min(longest, mostTheme, Math.max(leastTheme, width - taken));
  const starts: number[] = [];
  let start = indent + themeWidth;
  for (const column of table) {
    starts.push(start + between);
    start += between + column.width;
  }
  const row = (first: Span, cellOf: (column: Column) => Span): Row => [
    { column: indent, text: [first], width: themeWidth },
    ...table.map((column, at) => ({
      column: starts[at] ?? start,
      text: [cellOf(column)],
      width: column.width,
    })),
  ];
  return [
    row('', ({ head }) => ({ role: 'heading', text: head })),
    ...themes.map(({ title }, index) => row(title, ({ cells }) => cells[index] ?? '')),
  ];
}

/** The day alone says that it binds, and from when; `+` that more may bind, `?` that it is only reported. */
function cellSpan(cell: PositionOnTheme | undefined, asOf: string): Span {
  if (!cell) return '';
  const other = aroundOf(cell);
  if (other?.force === 'binding') return { role: 'warning', text: `under ${other.jurisdiction}` };
  if (other) return { role: 'accent', text: `${other.jurisdiction} may bind` };
  const { force, since, reported, mayAdd } = cell;
  const said = force === 'binding' && since !== null ? since : forceWords[force];
  const text = `${said}${mayAdd.length > 0 ? ' +' : ''}${reported ? '?' : ''}`;
  const role = force === 'binding' && since !== null && since > asOf ? 'accent' : roles[force];
  return role === undefined ? text : { role, text };
}

/** What the signs of the table mean, as far as it has them. */
export function signNotes({ jurisdictions, themes }: Divergence): string[] {
  const cells = themes.flatMap((theme) => theme.cells);
  const own = cells.filter((cell) => aroundOf(cell) === undefined);
  return [
    ...(own.some(({ force, since }) => force === 'binding' && since !== null)
      ? ['A day: law binds from then on.']
      : []),
    ...(own.some(({ mayAdd }) => mayAdd.length > 0) ? ['+: more law may bind.'] : []),
    ...(own.some(({ reported }) => reported) ? ['?: reported, check.'] : []),
    ...(cells.some((cell) => aroundOf(cell)?.force === 'binding')
      ? ['“under”: the law of that larger place binds here; none of its own was found to.']
      : []),
    ...(jurisdictions.some(({ supposed }) => supposed)
      ? ['*: not among the markets of the manifest, read as if it were.']
      : []),
  ];
}

function textOf(span: Span): string {
  return typeof span === 'string' ? span : span.text;
}
