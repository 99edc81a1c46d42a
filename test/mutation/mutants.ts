import type { Condition } from '../../src/logic/condition';
import { fieldAt } from '../../src/manifest/fields';

/** A condition that was changed in one place, as a slip of the pen might change it. */
export interface Mutant {
  /** Where in the condition: `any[1].all[0]`; empty for the whole. */
  readonly at: string;
  /** What was done there, in a few words. */
  readonly what: string;
  /** The whole condition turned round: the one change that no catalog may survive. */
  readonly flip: boolean;
  readonly condition: Condition;
}

const always: Condition = { all: [] };
const never: Condition = { any: [] };

/**
 * Every mutant of a condition, each once, in a stable order: the whole negated, always true, and never true; each
 * leaf negated; each clause dropped; `all` and `any` swapped; each listed value dropped; steps and numbers just over
 * and just under.
 */
export function mutantsOf(condition: Condition): Mutant[] {
  const made: Mutant[] = [
    { at: '', what: 'negated', flip: true, condition: negated(condition) },
    { at: '', what: 'always true', flip: false, condition: always },
    { at: '', what: 'never true', flip: false, condition: never },
    ...inside(condition, '', (changed) => changed),
  ];
  const seen = new Set([JSON.stringify(condition)]);
  return made.filter((mutant) => {
    const text = JSON.stringify(mutant.condition);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

type Rebuild = (changed: Condition) => Condition;

function inside(condition: Condition, at: string, rebuild: Rebuild): Mutant[] {
  const made = (what: string, changed: Condition): Mutant => ({
    at,
    what,
    flip: false,
    condition: rebuild(changed),
  });
  if ('all' in condition) {
    return ofParts('all', condition.all, at, rebuild, (parts) => ({ all: parts }), made);
  }
  if ('any' in condition) {
    return ofParts('any', condition.any, at, rebuild, (parts) => ({ any: parts }), made);
  }
  if ('not' in condition) {
    return inside(condition.not, join(at, 'not'), (changed) => rebuild({ not: changed }));
  }
  return [made('negated', negated(condition)), ...ofLeaf(condition).map(([what, leaf]) => made(what, leaf))];
}

function ofParts(
  kind: 'all' | 'any',
  parts: readonly Condition[],
  at: string,
  rebuild: Rebuild,
  build: (parts: Condition[]) => Condition,
  made: (what: string, changed: Condition) => Mutant,
): Mutant[] {
  const other = kind === 'all' ? 'any' : 'all';
  const swapped: Condition = kind === 'all' ? { any: [...parts] } : { all: [...parts] };
  const several = parts.length > 1;
  return [
    ...(several ? [made(`${kind} read as ${other}`, swapped)] : []),
    ...(several
      ? parts.map((_, index) =>
          made(`${kind}[${index}] dropped`, build(parts.filter((_one, i) => i !== index))),
        )
      : []),
    ...parts.flatMap((part, index) =>
      inside(part, join(at, `${kind}[${index}]`), (changed) =>
        rebuild(build(parts.map((one, i) => (i === index ? changed : one)))),
      ),
    ),
  ];
}

type Leaf = Extract<Condition, { path: string }>;

function ofLeaf(leaf: Leaf): (readonly [string, Leaf])[] {
  if ('oneOf' in leaf) {
    return dropped(leaf.oneOf).map(([value, rest]) => [`${value} dropped`, { ...leaf, oneOf: rest }]);
  }
  if ('includes' in leaf && typeof leaf.includes !== 'string') {
    return dropped(leaf.includes).map(([value, rest]) => [`${value} dropped`, { ...leaf, includes: rest }]);
  }
  if ('atLeast' in leaf) {
    return nearby(leaf.path, leaf.atLeast).map((bar) => [`at least ${bar}`, { ...leaf, atLeast: bar }]);
  }
  if ('some' in leaf) return ofSome(leaf);
  return [];
}

function ofSome(leaf: Extract<Leaf, { some: unknown }>): (readonly [string, Leaf])[] {
  const entries = Object.entries(leaf.some);
  const keys =
    entries.length > 1
      ? entries.map(([key]): readonly [string, Leaf] => [
          `${key} dropped`,
          { ...leaf, some: Object.fromEntries(entries.filter(([other]) => other !== key)) },
        ])
      : [];
  const values = entries.flatMap(([key, wanted]): (readonly [string, Leaf])[] => {
    if (typeof wanted !== 'object') return [];
    if ('atLeast' in wanted) {
      return nearby(`${leaf.path}.${key}`, wanted.atLeast).map((bar) => [
        `${key} at least ${bar}`,
        { ...leaf, some: { ...leaf.some, [key]: { atLeast: bar } } },
      ]);
    }
    return dropped(wanted).map(([value, rest]) => [
      `${key} ${value} dropped`,
      { ...leaf, some: { ...leaf.some, [key]: rest } },
    ]);
  });
  return [...keys, ...values];
}

/** Each value with the list that is left without it; nothing where it is the only one. */
function dropped<Value>(values: readonly Value[]): (readonly [Value, Value[]])[] {
  if (values.length < 2) return [];
  return values.map((value, index) => [value, values.filter((_, i) => i !== index)]);
}

/** One step up and down of an ordered field, a day earlier and later, a number one part in a hundred off. */
function nearby(path: string, bar: string | number): (string | number)[] {
  if (typeof bar === 'number') return [bar * 0.99, bar * 1.01];
  const field = fieldAt(path);
  if (field?.type === 'day') return [-1, 1].map((days) => dayAfter(bar, days));
  const ids = field?.values?.map(({ id }) => id) ?? [];
  const at = ids.indexOf(bar);
  return at < 0 ? [] : [ids[at - 1], ids[at + 1]].filter((id) => id !== undefined);
}

function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

function negated(condition: Condition): Condition {
  return 'not' in condition ? condition.not : { not: condition };
}

function join(at: string, step: string): string {
  return at === '' ? step : `${at}.${step}`;
}
