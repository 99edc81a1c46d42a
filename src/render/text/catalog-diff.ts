import type { CatalogDiff, KindDiff, RootChanges } from '../../answer/catalog-diff';
import type { Text } from '../../answer/schema';
import { changeText, kindTitles } from '../words/catalog-diff';
import { counted } from '../words/labels';
import { gap, layout, type Role, type Row } from './layout';
import { headed } from './rows';
import type { TextOptions } from './text';

const idColumn = 11;
const titleColumn = 13;
const leastWidth = 40;
/** Of changes that are alike in one entry or system, so many are told; JSON has all. */
const shownAlike = 5;

/** What a newer catalog changes, as a text for a terminal. Ends with a line break. */
export function renderCatalogDiff(diff: CatalogDiff, options: Omit<TextOptions, 'full'>): string {
  const file = options.file ?? ((path: string) => path);
  const sections = [
    [identityRow(diff)],
    ...(diff.entries ?? []).map(kindRows),
    ...(diff.roots ?? []).map((root) => rootRows(root, file)),
    diff.from.hash !== diff.to.hash && diff.entries?.length === 0
      ? [line('They hold the same entries, in another build.')]
      : [],
  ];
  const rows = sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : [gap, ...section]));
  const style = { width: Math.max(leastWidth, options.width), color: options.color };
  return `${layout(rows, style).join('\n')}\n`;
}

function identityRow({ from, to }: CatalogDiff): Row {
  const named = ({ version, knownUntil }: CatalogDiff['from']) => `${version} (known until ${knownUntil})`;
  if (from.hash === to.hash) return line(`Both are the catalog ${named(from)}: nothing differs.`);
  const backwards = to.knownUntil < from.knownUntil ? '; the second is the older one' : '';
  return line(`Catalog ${named(from)} -> ${named(to)}${backwards}`);
}

function line(text: string): Row {
  return [{ column: 0, text: [text] }];
}

function kindRows({ kind, added, removed, changed, reread }: KindDiff): Row[] {
  return [
    headed(kindTitles[kind]),
    ...added.map((entry) => entryRow('added', 'good', entry)),
    ...removed.map((entry) => entryRow('removed', 'bad', entry)),
    ...changed.flatMap((entry) => [
      entryRow('changed', 'accent', entry),
      ...fewOfEach(entry.changes, titleColumn),
    ]),
    ...(reread.length === 0
      ? []
      : [
          labelledRow(
            'reread',
            'dim',
            `${counted(reread.length, 'entry', 'entries')} without another change`,
          ),
        ]),
  ];
}

function entryRow(label: string, role: Role, { id, title }: KindDiff['added'][number]): Row {
  return labelledRow(label, role, id === title ? id : `${id}: ${title}`);
}

function labelledRow(label: string, role: Role, text: string): Row {
  return [
    { column: 2, text: [{ role, text: label }] },
    { column: idColumn, text: [text] },
  ];
}

function rootRows({ path, asOf, systems, changes }: RootChanges, file: (path: string) => string): Row[] {
  const head = headed(`${file(path)}, as of ${asOf}`);
  if (systems.length === 0 && changes.length === 0)
    return [head, [{ column: 2, text: ['Nothing changes for this manifest.'] }]];
  return [
    head,
    ...systems.flatMap(({ id, name, changes: own }) => changeRows(name ?? id, own)),
    ...(changes.length > 0 ? changeRows('All of it', changes) : []),
  ];
}

function changeRows(title: string, changes: readonly Text[]): Row[] {
  return [[{ column: 2, text: [{ role: 'accent', text: title }] }], ...fewOfEach(changes, 4)];
}

/** Changes one by one, and of many alike the first few: what is graver stands before what is milder. */
function fewOfEach(changes: readonly Text[], column: number): Row[] {
  const alike = new Map<string, Text[]>();
  for (const change of changes) {
    const key = `${change.id} ${String(change.params['regime'] ?? '')}`;
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  return [...alike.values()].flatMap((group) => {
    // One more would take as long as naming it.
    const shown = group.length <= shownAlike + 1 ? group : group.slice(0, shownAlike);
    const rows = shown.map((change): Row => [{ column, text: [changeText(change)] }]);
    const rest = group.length - shown.length;
    const more: Row = [{ column: column + 2, text: [{ role: 'dim', text: `and ${rest} more like it` }] }];
    return rest > 0 ? [...rows, more] : rows;
  });
}
