import {
  type Coverage,
  type CoverageItem,
  type FrameworkCoverage,
  type ItemState,
  itemStates,
  type RootCoverage,
} from '../../answer/coverage';
import {
  countWords,
  crosswalkNote,
  fewNames,
  frameworkWords,
  itemStateMeanings,
  itemStateWords,
  toldGrounds,
} from '../words/coverage';
import { disclaimer } from '../words/labels';
import { gap, layout, type Role, type Row } from './layout';
import { headed } from './rows';
import type { TextOptions } from './text';

const leastWidth = 60;
const idColumn = 2;
const titleColumn = 26;
const groundColumn = 6;

const roles: Readonly<Record<ItemState, Role>> = {
  open: 'bad',
  'may-be-open': 'warning',
  met: 'good',
  'not-touched': 'dim',
  'not-in-catalog': 'dim',
};

/** What of published lists the manifests touch, meet and miss, for a terminal. Ends with a line break. */
export function renderCoverage(coverage: Coverage, options: Omit<TextOptions, 'full'>): string {
  const file = options.file ?? ((path: string) => path);
  const width = Math.max(leastWidth, options.width);
  const rows = [
    ...coverage.roots.flatMap((root) => rootRows(root, file)),
    line('dim', crosswalkNote),
    line('dim', disclaimer),
  ];
  return `${layout(rows, { width, color: options.color }).join('\n')}\n`;
}

function rootRows(root: RootCoverage, file: (path: string) => string): Row[] {
  const head = headed(`${file(root.path)}, as of ${root.asOf}: ${systemWords(root.systems)}`);
  return [
    head,
    ...root.frameworks.flatMap((one) => (one.items === null ? [countRow(one)] : whole(one))),
    gap,
  ];
}

function systemWords(systems: readonly string[]): string {
  return systems.length === 0 ? 'no systems' : fewNames(systems);
}

function countRow(coverage: FrameworkCoverage): Row {
  return [
    { column: idColumn, text: [{ role: 'accent', text: coverage.framework.id }] },
    { column: titleColumn, text: [countWords(coverage)] },
  ];
}

function whole(coverage: FrameworkCoverage): Row[] {
  const { framework, items } = coverage;
  return [
    line('accent', framework.shortTitle),
    line('dim', frameworkWords(framework)),
    ...(framework.note === undefined ? [] : [line('dim', framework.note)]),
    line(undefined, `${countWords(coverage)}.`),
    ...itemStates.flatMap((state) => stateRows(state, items ?? [])),
  ];
}

function stateRows(state: ItemState, items: readonly CoverageItem[]): Row[] {
  const those = items.filter((item) => item.state === state);
  if (those.length === 0) return [];
  const named = itemStateWords[state];
  return [
    gap,
    [
      {
        column: idColumn,
        text: [
          { role: roles[state], text: `${named.charAt(0).toUpperCase()}${named.slice(1)}.` },
          ' ',
          { role: 'dim', text: itemStateMeanings[state] },
        ],
      },
    ],
    ...those.flatMap((item) => itemRows(item, items)),
  ];
}

function itemRows(item: CoverageItem, items: readonly CoverageItem[]): Row[] {
  const { reference, title, was } = item;
  const { lines, more } = toldGrounds(item, items);
  return [
    [{ column: 4, text: [reference, ' ', title, ...(was === undefined ? [] : [` (was ${was})`])] }],
    ...lines.map(
      ({ words, systems }): Row => [
        { column: groundColumn, text: [words, ' ', { role: 'dim', text: `(${systems})` }] },
      ],
    ),
    ...(more > 0 ? [[{ column: groundColumn, text: [`and ${more} more`] }]] : []),
  ];
}

function line(role: Role | undefined, text: string): Row {
  return [{ column: idColumn, text: [role === undefined ? text : { role, text }] }];
}
