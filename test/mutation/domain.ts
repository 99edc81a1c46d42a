import type { Condition } from '../../src/logic/condition';
import { derivations } from '../../src/logic/derived';
import { judge, type Leaf, type Terms } from '../../src/logic/leaf';
import type { Scalar } from '../../src/manifest/fact';
import { type Field, fieldAt } from '../../src/manifest/fields';

/** A key of a manifest that a condition hangs on, with the values between which the condition can tell, and silence. */
export interface Variable {
  /** `system.tools`, `organization.size`: a path of the manifest, never inside a list of objects. */
  readonly path: string;
  readonly values: readonly unknown[];
}

/** The keys of a manifest that some conditions hang on; derived facts are followed to what they derive from. */
export function variablesOf(conditions: readonly Condition[], terms: Terms): Variable[] {
  const byPath = new Map<string, Leaf[]>();
  for (const leaf of conditions.flatMap(leavesOf)) {
    const path = ownPath(leaf.path);
    if (path.startsWith('derived.')) continue;
    byPath.set(path, [...(byPath.get(path) ?? []), leaf]);
  }
  return [...byPath]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, leaves]) => ({ path, values: valuesFor(path, leaves, terms) }));
}

/** The leaves of a condition, and of what the facts that it asks for are derived from. */
function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition, ...derivations(condition.path).flatMap(leavesOf)];
}

/** `system.models` for `system.models.general`: lists of objects are said as a whole. */
function ownPath(path: string): string {
  const parent = path.slice(0, path.lastIndexOf('.'));
  return fieldAt(parent)?.kind === 'object-list' ? parent : path;
}

function valuesFor(path: string, leaves: readonly Leaf[], terms: Terms): unknown[] {
  const field = fieldAt(path);
  if (!field) return [undefined];
  if (field.kind === 'object-list') return [undefined, [], ...objectsFor(field, leaves)];
  if (field.kind !== 'list') return [undefined, ...scalarsFor(field, leaves)];
  const told = toldApart(field, leaves, terms);
  const pairs = told.flatMap((a, i) => told.slice(i + 1).map((b) => [a, b]));
  return [undefined, [], ...told.map((value) => [value]), ...pairs, ['unknown']];
}

/** Of the values of a list, one of each sort that the leaves treat alike. */
function toldApart(field: Field, leaves: readonly Leaf[], terms: Terms): Scalar[] {
  const bySort = new Map<string, Scalar>();
  for (const value of scalarsFor(field, leaves)) {
    const sort = leaves.map((leaf) =>
      'exists' in leaf
        ? value === 'none'
        : judge(leaf, { kind: 'scalar', value, from: 'given', spots: [] }, terms),
    );
    const key = sort.join();
    if (!bySort.has(key)) bySort.set(key, value);
  }
  return [...bySort.values()];
}

/** Places that most conditions of place can be told apart by: members, containers, and strangers. */
const places = ['DE', 'FR', 'NO', 'EU', 'EEA', 'US', 'US-CO', 'US-NY-NYC', 'SG', 'JP'];

function scalarsFor(field: Field, leaves: readonly Leaf[]): Scalar[] {
  const wanted = leaves.flatMap(wantedBy).filter((value) => !String(value).endsWith('.*'));
  if (field.type === 'boolean') return [true, false];
  if (field.type === 'number') {
    const bars = wanted.filter((value) => typeof value === 'number');
    return [...new Set([...bars.flatMap((bar) => [bar * 0.5, bar * 0.995, bar, bar * 1.005, bar * 2]), 0])];
  }
  if (field.type === 'day') {
    return [...new Set(wanted.map(String).flatMap((day) => [-1, 0, 1].map((days) => dayAfter(day, days))))];
  }
  if (field.type === 'place') return [...new Set([...wanted, ...places])];
  const known = field.values?.map(({ id }) => id) ?? [];
  return known.length > 0 ? known : [...new Set([...wanted, 'something-else'])];
}

function wantedBy(leaf: Leaf): readonly Scalar[] {
  if ('equals' in leaf) return [leaf.equals];
  if ('oneOf' in leaf) return leaf.oneOf;
  if ('includes' in leaf) return typeof leaf.includes === 'string' ? [leaf.includes] : leaf.includes;
  if ('atLeast' in leaf) return [leaf.atLeast];
  return [];
}

/** Lists of one object or two, over the fields that the leaves ask of them. */
function objectsFor(field: Field, leaves: readonly Leaf[]): unknown[] {
  const keys = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const asked = askedOf(field, leaf);
    for (const [key, one] of asked) keys.set(key, [...(keys.get(key) ?? []), one]);
  }
  let objects: Record<string, unknown>[] = [{}];
  for (const [key, own] of keys) {
    const member = field.members.get(key);
    if (!member) continue;
    const values =
      member.kind === 'list' ? scalarsFor(member, own).map((one) => [one]) : scalarsFor(member, own);
    objects = objects.flatMap((object) => [object, ...values.map((value) => ({ ...object, [key]: value }))]);
  }
  const named = objects.map((object, index) => ({ ...nameOf(field, index), ...object }));
  const pairs = named.length <= 12 ? named.flatMap((a, i) => named.slice(i + 1).map((b) => [a, b])) : [];
  return [...named.map((object) => [object]), ...pairs];
}

/** What a leaf asks of each object, by the key of the object. */
function askedOf(field: Field, leaf: Leaf): (readonly [string, Leaf])[] {
  if (!('some' in leaf)) {
    return leaf.path === field.path ? [] : [[leaf.path.slice(field.path.length + 1), leaf]];
  }
  return Object.entries(leaf.some).map(([key, value]): readonly [string, Leaf] => {
    const path = `${leaf.path}.${key}`;
    if (typeof value !== 'object') return [key, { path, oneOf: [value] }];
    return [key, 'atLeast' in value ? { path, atLeast: value.atLeast } : { path, oneOf: value }];
  });
}

function nameOf(field: Field, index: number): Record<string, string> {
  if (field.members.has('name')) return { name: `t${index}` };
  return field.members.has('id') ? { id: `m${index}` } : {};
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
