import type { Cause, Fact, ListFact, ObjectsFact, Scalar } from '../manifest/fact';
import type { Condition } from './condition';
import { type Hierarchy, within } from './hierarchy';

/** A condition about one path. */
export type Leaf = Extract<Condition, { path: string }>;

/** What a fact turned out to be against what is wanted of it (see `Cause`). */
export type Finding = Cause['kind'];

/** What the evaluation must know of the manifest's fields: their order and their hierarchies. */
export interface Terms {
  /** Rank of an id in an ordered enumeration; undefined where the field has no order. */
  rank(path: string, id: string): number | undefined;
  /** Parents of the values of a field (areas, places); undefined where the field has none. */
  hierarchy(path: string): Hierarchy | undefined;
}

type Member = ObjectsFact['members'][number];
type Wanted = Extract<Leaf, { some: unknown }>['some'];

/** Holds a leaf against its fact. */
export function judge(leaf: Leaf, fact: Fact, terms: Terms): Finding {
  if (fact.kind === 'unknown') return 'unknown';
  if (fact.kind === 'absent') return 'absent';
  if ('exists' in leaf) return judgeExistence(fact);
  if ('some' in leaf)
    return fact.kind === 'objects' ? judgeSome(leaf.path, leaf.some, fact, terms) : 'is-not';
  switch (fact.kind) {
    case 'scalar':
      return judgeScalar(leaf, fact.value, terms);
    case 'list':
      return judgeList(leaf, fact, terms);
    case 'possible':
      return judgePossible(leaf, fact.values, terms);
    case 'objects':
      // A list of objects has no scalar value of its own: only `some` and `exists` can ask it.
      return 'unknown';
  }
}

function judgeScalar(leaf: Leaf, value: Scalar, terms: Terms): 'is' | 'is-not' | 'coarse' {
  if ('equals' in leaf) return value === leaf.equals ? 'is' : 'is-not';
  if ('oneOf' in leaf) return leaf.oneOf.includes(value) ? 'is' : 'is-not';
  if ('atLeast' in leaf) return reaches(leaf.path, value, leaf.atLeast, terms) ? 'is' : 'is-not';
  if ('includes' in leaf) return judgeIncluded(value, leaf.includes, terms.hierarchy(leaf.path));
  return 'is-not';
}

/** Numbers by size, ordered ids by rank, days as text: ISO days sort as they follow each other. */
function reaches(path: string, value: Scalar, bar: string | number, terms: Terms): boolean {
  if (typeof bar === 'number') return typeof value === 'number' && value >= bar;
  if (typeof value !== 'string') return false;
  const rank = terms.rank(path, value);
  const barRank = terms.rank(path, bar);
  if (rank === undefined || barRank === undefined) return value >= bar;
  return rank >= barRank;
}

function judgeIncluded(
  value: Scalar,
  wanted: string | readonly string[],
  hierarchy: Hierarchy | undefined,
): 'is' | 'is-not' | 'coarse' {
  if (typeof value !== 'string') return 'is-not';
  if (typeof wanted === 'string') return within(value, wanted, hierarchy);
  let result: 'is-not' | 'coarse' = 'is-not';
  for (const id of wanted) {
    const fit = within(value, id, hierarchy);
    if (fit === 'is') return 'is';
    if (fit === 'coarse') result = 'coarse';
  }
  return result;
}

/** A list fits when one member does; it may still fit when it is open, or when a member is a parent of what fits. */
function judgeList(leaf: Leaf, fact: ListFact, terms: Terms): Finding {
  let result: Finding = fact.open ? 'open' : 'is-not';
  for (const { value } of fact.members) {
    const finding = judgeScalar(leaf, value, terms);
    if (finding === 'is') return 'is';
    if (finding === 'coarse') result = 'coarse';
  }
  return result;
}

/** Of several possible values all must fit, or none. */
function judgePossible(leaf: Leaf, values: readonly Scalar[], terms: Terms): Finding {
  let result: Finding | undefined;
  for (const value of values) {
    const finding = judgeScalar(leaf, value, terms);
    if (result !== undefined && finding !== result) return 'unknown';
    result = finding;
  }
  return result ?? 'unknown';
}

/** `[]` and the value `none` say that nothing is there; a missing field says nothing at all. */
function judgeExistence(fact: Exclude<Fact, { kind: 'unknown' | 'absent' }>): Finding {
  switch (fact.kind) {
    case 'scalar':
      return fact.value === 'none' ? 'is-not' : 'is';
    case 'possible':
      return 'is';
    case 'list':
      if (fact.members.some(({ value }) => value !== 'none')) return 'is';
      return fact.open ? 'open' : 'is-not';
    case 'objects':
      if (fact.members.length > 0) return 'is';
      return fact.open ? 'open' : 'is-not';
  }
}

/** One element of a list of objects must have all of the values at once. */
function judgeSome(path: string, wanted: Wanted, fact: ObjectsFact, terms: Terms): Finding {
  let result: Finding = fact.open ? 'open' : 'is-not';
  for (const member of fact.members) {
    const finding = judgeMember(path, wanted, member, terms);
    if (finding === 'is') return 'is';
    if (finding === 'unknown') result = 'unknown';
  }
  return result;
}

function judgeMember(
  path: string,
  wanted: Wanted,
  member: Member,
  terms: Terms,
): 'is' | 'is-not' | 'unknown' {
  let result: 'is' | 'unknown' = 'is';
  for (const leaf of leavesOf(path, wanted)) {
    const finding = judge(leaf.leaf, member.get(leaf.field), terms);
    if (finding === 'is-not' || finding === 'absent') return 'is-not';
    if (finding !== 'is') result = 'unknown';
  }
  return result;
}

interface FieldLeaf {
  readonly field: string;
  readonly leaf: Leaf;
}

/** The leaves of a `some` are the same each time: they are made once. */
const knownLeaves = new WeakMap<Wanted, readonly FieldLeaf[]>();

function leavesOf(path: string, wanted: Wanted): readonly FieldLeaf[] {
  const known = knownLeaves.get(wanted);
  if (known) return known;
  const leaves = Object.entries(wanted).map(([field, value]): FieldLeaf => {
    const at = `${path}.${field}`;
    if (typeof value !== 'object') return { field, leaf: { path: at, oneOf: [value] } };
    return { field, leaf: 'atLeast' in value ? { path: at, ...value } : { path: at, oneOf: value } };
  });
  knownLeaves.set(wanted, leaves);
  return leaves;
}

/** The facts behind what `judge` found, with what was wanted, what is said, and where. */
export function causesOf(leaf: Leaf, fact: Fact, terms: Terms): readonly Cause[] {
  const kind = judge(leaf, fact, terms);
  if ('some' in leaf && fact.kind === 'objects') return causesOfSome(leaf.path, leaf.some, fact, kind, terms);
  const base = { kind, path: fact.saidBy ?? leaf.path, wanted: wantedBy(leaf) };
  switch (fact.kind) {
    case 'scalar':
      return [{ ...base, said: [fact.value], spots: fact.spots }];
    case 'possible':
      return [{ ...base, said: fact.values, spots: fact.spots }];
    case 'list':
      return [{ ...base, ...saidByList(leaf, fact, kind, terms) }];
    case 'objects': {
      const spots = kind === 'is' ? fact.members.map(({ spot }) => spot) : fact.spots;
      return [{ ...base, said: kind === 'is-not' ? ['none'] : [], spots }];
    }
    default:
      return [{ ...base, said: [], spots: fact.spots }];
  }
}

/** The members that decided: the one that fits, those that are too coarse, or all of them. */
function saidByList(leaf: Leaf, fact: ListFact, kind: Finding, terms: Terms): Pick<Cause, 'said' | 'spots'> {
  const deciding =
    'exists' in leaf ? [] : fact.members.filter(({ value }) => judgeScalar(leaf, value, terms) === kind);
  if (kind === 'is-not' || deciding.length === 0) {
    return { said: fact.members.map(({ value }) => value), spots: fact.spots };
  }
  const counted = kind === 'is' ? deciding.slice(0, 1) : deciding;
  return { said: counted.map(({ value }) => value), spots: counted.map(({ spot }) => spot) };
}

function causesOfSome(
  path: string,
  wanted: Wanted,
  fact: ObjectsFact,
  kind: Finding,
  terms: Terms,
): readonly Cause[] {
  const leaves = leavesOf(path, wanted);
  const matching = fact.members.filter((member) => judgeMember(path, wanted, member, terms) === kind);
  if (kind === 'is' || kind === 'unknown') {
    const counted = kind === 'is' ? matching.slice(0, 1) : matching;
    return counted.flatMap((member) =>
      leaves
        .filter(({ field, leaf }) => kind === 'is' || judge(leaf, member.get(field), terms) !== 'is')
        .flatMap(({ field, leaf }) => causesOf(leaf, member.get(field), terms)),
    );
  }
  return [{ kind, path, wanted: leaves.flatMap(({ leaf }) => wantedBy(leaf)), said: [], spots: fact.spots }];
}

function wantedBy(leaf: Leaf): readonly Scalar[] {
  if ('equals' in leaf) return [leaf.equals];
  if ('oneOf' in leaf) return leaf.oneOf;
  if ('includes' in leaf) return typeof leaf.includes === 'string' ? [leaf.includes] : leaf.includes;
  if ('atLeast' in leaf) return [leaf.atLeast];
  return [];
}
