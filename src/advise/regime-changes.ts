import type { Text } from '../answer/schema';
import type { RegimeEntry } from '../catalog/schema/regime';
import { byId, changedKeys, equal } from './differences';

/** What a regime says otherwise than before, in short texts: its status, days, duties and grounds, then all else. */
export function regimeChanges(before: RegimeEntry, after: RegimeEntry): Text[] {
  const keys = changedKeys(before, after, [...parts, 'history', 'dates', 'duties', 'classes']);
  return [
    ...eventChanges(before, after),
    ...dateChanges(before, after),
    ...itemChanges('duty', before.duties, after.duties, ({ title, article }) => ({ title, article })),
    ...itemChanges('class', before.classes, after.classes, ({ title, basis }) => ({ title, article: basis })),
    ...parts.flatMap((part) => partChange(part, before, after)),
    ...(keys.length > 0 ? [{ id: 'entry.keys', params: { keys } }] : []),
  ];
}

/** Parts of which it is enough to say which of them changed. */
const parts = ['exceptions', 'exclusions', 'transitions', 'deemedRoles', 'penalties', 'deadlines'] as const;

function eventChanges({ history: before }: RegimeEntry, { history: after }: RegimeEntry): Text[] {
  const name = ({ date, status }: RegimeEntry['history'][number]) => `${date} ${status}`;
  const [old, now] = [new Set(before.map(name)), new Set(after.map(name))];
  const told = (id: string, { date, status, what }: RegimeEntry['history'][number]): Text => ({
    id,
    params: { date, status, what },
  });
  const reworded = after.filter((event) => {
    const earlier = before.find((candidate) => name(candidate) === name(event));
    return earlier !== undefined && earlier.what !== event.what;
  });
  return [
    ...after.filter((event) => !old.has(name(event))).map((event) => told('event.added', event)),
    ...before.filter((event) => !now.has(name(event))).map((event) => told('event.removed', event)),
    ...reworded.map((event) => told('event.reworded', event)),
  ];
}

/** By the day that the newest text of each group sets. */
function dateChanges({ dates: before }: RegimeEntry, { dates: after }: RegimeEntry): Text[] {
  const [old, now] = [byId(before), byId(after)];
  const set = (group: RegimeEntry['dates'][number] | undefined) => {
    const last = group?.history.at(-1);
    return { day: last?.day ?? 'no day', by: last?.by ?? '' };
  };
  const changed = after.flatMap((group): Text[] => {
    const { id, what } = group;
    const earlier = old.get(id);
    const { day, by } = set(group);
    if (!earlier) return [{ id: 'date.added', params: { what, day } }];
    const from = set(earlier).day;
    if (from !== day) return [{ id: 'date.moved', params: { what, from, to: day, by } }];
    return changedKeys(earlier, group).length > 0 ? [{ id: 'date.changed', params: { what } }] : [];
  });
  const gone = before.filter(({ id }) => !now.has(id));
  return [...changed, ...gone.map(({ what }): Text => ({ id: 'date.removed', params: { what } }))];
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
}

/** Duties or grounds: entries of one id are versions of one thing, so they are compared together. */
function itemChanges<Of extends Item>(
  noun: 'duty' | 'class',
  before: readonly Of[],
  after: readonly Of[],
  words: (item: Of) => { title: string; article: string },
): Text[] {
  const [old, now] = [versions(before), versions(after)];
  const changed = [...now].flatMap(([id, items]): Text[] => {
    const item = items.at(-1);
    const earlier = old.get(id);
    if (!item) return [];
    if (!earlier) return [{ id: `${noun}.added`, params: words(item) }];
    const keys = versionKeys(earlier, items);
    if (keys.length === 0) return [];
    const reworded = keys.every((key) => wording.includes(key));
    if (reworded) return [{ id: `${noun}.reworded`, params: words(item) }];
    return [{ id: `${noun}.changed`, params: { ...words(item), keys } }];
  });
  const gone = [...old].flatMap(([id, items]): Text[] => {
    const item = items.at(-1);
    return item && !now.has(id) ? [{ id: `${noun}.removed`, params: words(item) }] : [];
  });
  return [...changed, ...gone];
}

const wording: readonly string[] = ['title', 'statement', 'article', 'basis', 'evidence'];

function versions<Of extends Item>(items: readonly Of[]): ReadonlyMap<string, readonly Of[]> {
  const found = new Map<string, Of[]>();
  for (const item of items) found.set(item.id, [...(found.get(item.id) ?? []), item]);
  return found;
}

function versionKeys(before: readonly Item[], after: readonly Item[]): string[] {
  if (before.length !== after.length) return ['versions'];
  const keys = after.flatMap((item, index) => changedKeys(before[index] ?? {}, item));
  return [...new Set(keys)].sort();
}

function partChange(part: (typeof parts)[number], before: RegimeEntry, after: RegimeEntry): Text[] {
  const [old, now] = [withoutProvenance(before[part]), withoutProvenance(after[part])];
  return equal(old, now) ? [] : [{ id: 'part.changed', params: { part, from: old.length, to: now.length } }];
}

function withoutProvenance(items: readonly object[]): object[] {
  return items.map((item) =>
    Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'sources' && key !== 'note')),
  );
}
