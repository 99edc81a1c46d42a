import type { CatalogList, CatalogSearch, CatalogStats } from '../../answer/catalog-browse';
import { kindHeadings, kindNames } from '../words/catalog-browse';
import { counted } from '../words/labels';
import { gap, layout, type Row } from './layout';
import { headed } from './rows';
import type { TextOptions } from './text';
import { columns } from './width';

type Options = Pick<TextOptions, 'width' | 'color'>;

const leastWidth = 60;
const kindColumn = 13;
/** Statements end here; `catalog show` has the rest. */
const statementLength = 160;

/** The entries of a catalog by kind, for a terminal. Ends with a line break. */
export function renderCatalogList({ kinds }: CatalogList, options: Options): string {
  if (kinds.length === 0) return 'No entry fits.\n';
  const rows = kinds.flatMap(({ kind, entries }, index) => {
    const longest = Math.max(...entries.map(({ id }) => columns(id)));
    return [
      ...(index === 0 ? [] : [gap]),
      headed(`${kindHeadings[kind]}: ${entries.length}`),
      ...entries.map(
        ({ id, title, jurisdiction, family }): Row => [
          { column: 2, text: [{ role: 'accent', text: id }] },
          {
            column: Math.min(longest, 40) + 4,
            text: [title, ' ', { role: 'dim', text: inBrackets(jurisdiction ?? family) }],
          },
        ],
      ),
    ];
  });
  return printed(rows, options);
}

function inBrackets(text: string | undefined): string {
  return text === undefined ? '' : `(${text})`;
}

/** What was found, the best first. Ends with a line break. */
export function renderCatalogSearch({ words, count, found }: CatalogSearch, options: Options): string {
  if (found.length === 0) return `Nothing is found for ${JSON.stringify(words)}.\n`;
  const rest = count - found.length;
  const rows = [
    ...found.flatMap(({ kind, id, title, statement }): Row[] => [
      [
        { column: 0, text: [{ role: 'dim', text: kindNames[kind] }] },
        { column: kindColumn, text: [{ role: 'accent', text: id }, ' ', title] },
      ],
      ...(statement === '' ? [] : [[{ column: kindColumn, text: [shortened(statement)] }]]),
    ]),
    gap,
    ...(rest > 0 ? [line(`and ${rest} more that fit less; more words find fewer`)] : []),
    line('ai-governance catalog show ID tells all of one.'),
  ];
  return printed(rows, options);
}

function shortened(statement: string): string {
  const text = statement.replace(/\s+/g, ' ');
  if (text.length <= statementLength) return text;
  return `${text.slice(0, text.lastIndexOf(' ', statementLength))} …`;
}

/** What a catalog holds, in numbers. Ends with a line break. */
export function renderCatalogStats(stats: CatalogStats, options: Options): string {
  const { version, knownUntil, kinds, regimes, toolCapabilities, frameworkItems } = stats;
  const total = toolCapabilities.documented + toolCapabilities.judged;
  const rows: Row[] = [
    headed(`Catalog ${version}, known until ${knownUntil}`),
    gap,
    tableRow(['', 'entries', 'well sourced', 'partly', 'weakly', 'last read', 'oldest']),
    ...kinds.map(({ kind, count, grades, newestReview, oldestReview }) =>
      tableRow([
        kindHeadings[kind],
        String(count),
        grades === null ? 'definitions' : String(grades.high),
        grades === null ? '' : String(grades.medium),
        grades === null ? '' : String(grades.low),
        newestReview ?? '',
        oldestReview ?? '',
      ]),
    ),
    gap,
    line(
      `${regimes.binding} binding and ${regimes.other} other texts of ${counted(regimes.jurisdictions, 'place')}, with ${counted(regimes.duties, 'duty', 'duties')}.`,
    ),
    line(
      `What tools can do: ${toolCapabilities.documented} of ${total} capabilities documented, ${toolCapabilities.judged} judged.`,
    ),
    line(
      `Of ${frameworkItems.count} items of published lists, ${frameworkItems.inCatalog} have an entry that points to them.`,
    ),
    ...unreadRows(kinds),
  ];
  return printed(rows, options);
}

function unreadRows(kinds: CatalogStats['kinds']): Row[] {
  const unread = kinds.filter((kind) => kind.unread > 0);
  if (unread.length === 0) return [];
  const told = unread.map(({ kind, unread: count }) => `${count} of ${kindHeadings[kind].toLowerCase()}`);
  return [line(`No source read yet: ${told.join(', ')}.`)];
}

const tableColumns = [0, 29, 38, 52, 60, 68, 80] as const;

function tableRow(cells: readonly string[]): Row {
  return cells.map((text, at) => {
    const column = tableColumns[at] ?? 0;
    return { column, text: [text], width: (tableColumns[at + 1] ?? column + 12) - column - 1 };
  });
}

function line(text: string): Row {
  return [{ column: 0, text: [text] }];
}

function printed(rows: readonly Row[], { width, color }: Options): string {
  return `${layout(rows, { width: Math.max(leastWidth, width), color }).join('\n')}\n`;
}
