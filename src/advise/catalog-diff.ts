import { type CatalogDiff, type DiffedKind, diffedKinds, type KindDiff } from '../answer/catalog-diff';
import type { Text } from '../answer/schema';
import type { Pack } from '../catalog/pack';
import type { RiskEntry } from '../catalog/schema/risk';
import type { ToolEntry } from '../catalog/schema/tool';
import type { VocabularyEntry } from '../catalog/schema/vocabulary';
import { byId, changedKeys, equal } from './differences';
import { regimeChanges } from './regime-changes';

/** What stands in one catalog and not, or otherwise, in another: the same two give the same texts in the same order. */
export function diffCatalogs(from: Pack, to: Pack): CatalogDiff {
  const entries = diffedKinds.map((kind) => diffKind(kind, from, to)).filter(hasChanges);
  return { ...identities(from, to), entries, roots: null };
}

/** By what two catalogs are told apart. */
export function identities(from: Pack, to: Pack): Pick<CatalogDiff, 'schemaVersion' | 'from' | 'to'> {
  const identity = ({ version, knownUntil, hash }: Pack) => ({ version, knownUntil, hash });
  return { schemaVersion: 1, from: identity(from), to: identity(to) };
}

function diffKind(kind: DiffedKind, from: Pack, to: Pack): KindDiff {
  const [before, after] = [byId<Entry>(from[kind]), byId<Entry>(to[kind])];
  const both = [...after.keys()].flatMap((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    return old && now && !equal(old, now) ? [{ id, title: titleOf(now), changes: changesOf(old, now) }] : [];
  });
  return {
    kind,
    added: namesIn(after, before),
    removed: namesIn(before, after),
    changed: both.filter(({ changes }) => changes.length > 0),
    reread: both.filter(({ changes }) => changes.length === 0).map(({ id }) => id),
  };
}

function hasChanges({ added, removed, changed, reread }: KindDiff): boolean {
  return added.length + removed.length + changed.length + reread.length > 0;
}

type Entry = Pack[DiffedKind][number];

function namesIn(
  entries: ReadonlyMap<string, Entry>,
  without: ReadonlyMap<string, Entry>,
): { id: string; title: string }[] {
  return [...entries].flatMap(([id, entry]) => (without.has(id) ? [] : [{ id, title: titleOf(entry) }]));
}

function titleOf(entry: Entry): string {
  if ('shortTitle' in entry) return entry.shortTitle;
  return 'title' in entry ? entry.title : entry.name;
}

/** What an entry says otherwise; nothing where it was only read again. */
function changesOf(before: Entry, after: Entry): Text[] {
  if ('history' in before && 'history' in after) return regimeChanges(before, after);
  const { told, texts } = telling(before, after);
  const keys = changedKeys(before, after, told);
  return keys.length > 0 ? [...texts, { id: 'entry.keys', params: { keys } }] : texts;
}

/** What can be said more closely than by the name of a key, and the keys that are told by it. */
function telling(before: Entry, after: Entry): { told: string[]; texts: Text[] } {
  if ('severity' in before && 'severity' in after) return tellingRisk(before, after);
  if ('license' in before && 'license' in after) return tellingTool(before, after);
  if ('terms' in before && 'terms' in after) return tellingVocabulary(before, after);
  return { told: [], texts: [] };
}

function tellingRisk({ severity: before }: RiskEntry, { severity: after }: RiskEntry) {
  if (before.base === after.base) return { told: [], texts: [] };
  const text: Text = { id: 'entry.severity', params: { from: before.base, to: after.base } };
  const restSame = equal({ ...before, base: 0 }, { ...after, base: 0 });
  return { told: restSame ? ['severity'] : [], texts: [text] };
}

function tellingTool(before: ToolEntry, after: ToolEntry) {
  const texts: Text[] = [];
  const told = ['capabilities'];
  if (before.status.state !== after.status.state) {
    texts.push({ id: 'tool.state', params: { from: before.status.state, to: after.status.state } });
  }
  // A newer release that was seen is no news about the tool, as a source that was read again is none about an entry.
  if (before.status.note === after.status.note) told.push('status');
  if (before.price !== after.price) {
    texts.push({ id: 'tool.price', params: { from: before.price, to: after.price } });
    told.push('price');
  }
  texts.push(...membership('tool.can', 'tool.cannot', 'tool.basis', before.capabilities, after.capabilities));
  return { told, texts };
}

function tellingVocabulary({ terms: before }: VocabularyEntry, { terms: after }: VocabularyEntry) {
  return {
    told: ['terms'],
    texts: membership('terms.added', 'terms.removed', 'terms.changed', before, after),
  };
}

/** Members of a list by their ids: those that came, went and changed, one text for each of the three. */
function membership(
  came: string,
  went: string,
  changed: string,
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): Text[] {
  const [old, now] = [byId(before), byId(after)];
  const both = [...now].filter(([id, member]) => old.has(id) && !equal(old.get(id), member));
  const texts: readonly (readonly [string, string[]])[] = [
    [came, [...now.keys()].filter((id) => !old.has(id))],
    [went, [...old.keys()].filter((id) => !now.has(id))],
    [changed, both.map(([id]) => id)],
  ];
  return texts.filter(([, ids]) => ids.length > 0).map(([id, ids]) => ({ id, params: { ids } }));
}
