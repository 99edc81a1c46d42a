import type { Cause, Fact, Facts, ListFact, ObjectsFact, Scalar, Spot } from '../manifest/fact';
import type { Condition } from './condition';
import { type Hierarchy, within } from './hierarchy';
import { type Verdict, not } from './verdict';

export interface Outcome {
  readonly verdict: Verdict;
  /** Never empty. Only the facts that matter: of a conjunction that fails, those that make it fail, and so on. */
  readonly causes: readonly Cause[];
}

/** What the evaluation must know of the manifest's fields: their order and their hierarchies. */
export interface Terms {
  /** Rank of an id in an ordered enumeration; undefined where the field has no order. */
  rank(path: string, id: string): number | undefined;
  /** Parents of the values of a field (areas, places); undefined where the field has none. */
  hierarchy(path: string): Hierarchy | undefined;
}

/** Evaluates a condition over facts. Pure, total: a path without a fact is unknown. */
export function evaluate(condition: Condition, facts: Facts, terms: Terms): Outcome {
  if ('all' in condition) return conjunction(condition.all, facts, terms);
  if ('any' in condition) return disjunction(condition.any, facts, terms);
  if ('not' in condition) {
    const inner = evaluate(condition.not, facts, terms);
    return { verdict: not(inner.verdict), causes: inner.causes };
  }
  const fact = facts.get(condition.path);
  const result = evaluateLeaf(condition, fact, terms);
  // What keeps a derived fact open are the facts below it: only those can be asked for.
  return result.verdict === 'unknown' && fact.because ? { verdict: 'unknown', causes: fact.because } : result;
}

function conjunction(conditions: readonly Condition[], facts: Facts, terms: Terms): Outcome {
  const outcomes: Outcome[] = [];
  for (const condition of conditions) {
    const outcome = evaluate(condition, facts, terms);
    if (outcome.verdict === 'no') return outcome;
    outcomes.push(outcome);
  }
  const open = outcomes.filter((outcome) => outcome.verdict === 'unknown');
  return open.length > 0 ? joined('unknown', open) : joined('yes', outcomes);
}

function disjunction(conditions: readonly Condition[], facts: Facts, terms: Terms): Outcome {
  const outcomes: Outcome[] = [];
  for (const condition of conditions) {
    const outcome = evaluate(condition, facts, terms);
    if (outcome.verdict === 'yes') return outcome;
    outcomes.push(outcome);
  }
  const open = outcomes.filter((outcome) => outcome.verdict === 'unknown');
  return open.length > 0 ? joined('unknown', open) : joined('no', outcomes);
}

/** Causes about the same fact become one, with everything that was wanted of it. */
function joined(verdict: Verdict, outcomes: readonly Outcome[]): Outcome {
  const [only] = outcomes;
  if (outcomes.length === 1 && only) return only;
  const byFact = new Map<string, Cause>();
  for (const cause of outcomes.flatMap((outcome) => outcome.causes)) {
    const key = `${cause.kind} ${cause.path}`;
    const earlier = byFact.get(key);
    byFact.set(
      key,
      earlier
        ? {
            ...earlier,
            wanted: [...new Set([...earlier.wanted, ...cause.wanted])],
            said: [...new Set([...earlier.said, ...cause.said])],
            spots: [...new Set([...earlier.spots, ...cause.spots])],
          }
        : cause,
    );
  }
  return { verdict, causes: [...byFact.values()] };
}

type Leaf = Extract<Condition, { path: string }>;

function evaluateLeaf(leaf: Leaf, fact: Fact, terms: Terms): Outcome {
  const wanted = wantedBy(leaf);
  if ('exists' in leaf) return existence(leaf.path, fact);
  if ('some' in leaf) return someMember(leaf.path, leaf.some, fact, terms);
  const test: Test = (value) => testScalar(leaf, value, terms);
  switch (fact.kind) {
    case 'unknown':
      return outcome('unknown', 'unknown', leaf.path, wanted, [], fact.spots);
    case 'absent':
      return outcome('no', 'absent', leaf.path, wanted, [], fact.spots);
    case 'scalar':
      return fromTest(test(fact.value), leaf.path, wanted, [fact.value], fact.spots);
    case 'possible': {
      const results = new Set(fact.values.map(test));
      const [single] = results;
      if (results.size === 1 && single) return fromTest(single, leaf.path, wanted, fact.values, fact.spots);
      return outcome('unknown', 'unknown', leaf.path, wanted, fact.values, fact.spots);
    }
    case 'list':
      return anyListed(leaf.path, wanted, fact, test);
    case 'objects':
      // A list of objects has no scalar value of its own: only `some` and `exists` can ask it.
      return outcome('unknown', 'unknown', leaf.path, wanted, [], fact.spots);
  }
}

/** A value fits, does not fit, or is a parent of what would fit. */
type Fit = 'fits' | 'differs' | 'coarse';
type Test = (value: Scalar) => Fit;

function testScalar(leaf: Leaf, value: Scalar, terms: Terms): Fit {
  if ('equals' in leaf) return fitOf(value === leaf.equals);
  if ('oneOf' in leaf) return fitOf(leaf.oneOf.includes(value));
  if ('atLeast' in leaf) return fitOf(reaches(leaf.path, value, leaf.atLeast, terms));
  if ('includes' in leaf) return included(value, listOf(leaf.includes), terms.hierarchy(leaf.path));
  return 'differs';
}

function fitOf(holds: boolean): Fit {
  return holds ? 'fits' : 'differs';
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

function included(value: Scalar, wanted: readonly string[], hierarchy: Hierarchy | undefined): Fit {
  if (typeof value !== 'string') return 'differs';
  const fits = wanted.map((id) => within(value, id, hierarchy));
  if (fits.includes('fits')) return 'fits';
  return fits.includes('coarse') ? 'coarse' : 'differs';
}

function fromTest(
  fit: Fit,
  path: string,
  wanted: readonly Scalar[],
  said: readonly Scalar[],
  spots: readonly Spot[],
): Outcome {
  if (fit === 'fits') return outcome('yes', 'is', path, wanted, said, spots);
  if (fit === 'coarse') return outcome('unknown', 'coarse', path, wanted, said, spots);
  return outcome('no', 'is-not', path, wanted, said, spots);
}

/** A list fits when one member does; it may still fit when it is open, or when a member is a parent of what fits. */
function anyListed(path: string, wanted: readonly Scalar[], fact: ListFact, test: Test): Outcome {
  const coarse: ListFact['members'][number][] = [];
  for (const member of fact.members) {
    const fit = test(member.value);
    if (fit === 'fits') return outcome('yes', 'is', path, wanted, [member.value], [member.spot]);
    if (fit === 'coarse') coarse.push(member);
  }
  if (coarse.length > 0) {
    const said = coarse.map((member) => member.value);
    const spots = coarse.map((member) => member.spot);
    return outcome('unknown', 'coarse', path, wanted, said, spots);
  }
  const said = fact.members.map((member) => member.value);
  if (fact.open) return outcome('unknown', 'open', path, wanted, said, fact.spots);
  return outcome('no', 'is-not', path, wanted, said, fact.spots);
}

/** `[]` and the value `none` say that nothing is there; a missing field says nothing at all. */
function existence(path: string, fact: Fact): Outcome {
  switch (fact.kind) {
    case 'unknown':
      return outcome('unknown', 'unknown', path, [], [], fact.spots);
    case 'absent':
      return outcome('no', 'absent', path, [], [], fact.spots);
    case 'scalar':
      return fact.value === 'none'
        ? outcome('no', 'is-not', path, [], [fact.value], fact.spots)
        : outcome('yes', 'is', path, [], [fact.value], fact.spots);
    case 'possible':
      return outcome('yes', 'is', path, [], fact.values, fact.spots);
    case 'list': {
      const there = fact.members.filter((member) => member.value !== 'none');
      const said = there.map((member) => member.value);
      if (there.length > 0) return outcome('yes', 'is', path, [], said, fact.spots);
      if (fact.open) return outcome('unknown', 'open', path, [], [], fact.spots);
      return outcome('no', 'is-not', path, [], ['none'], fact.spots);
    }
    case 'objects':
      if (fact.members.length > 0) {
        const spots = fact.members.map((member) => member.spot);
        return outcome('yes', 'is', path, [], [], spots);
      }
      if (fact.open) return outcome('unknown', 'open', path, [], [], fact.spots);
      return outcome('no', 'is-not', path, [], ['none'], fact.spots);
  }
}

/** One element of a list of objects must have all of the values at once. */
function someMember(
  path: string,
  fields: Readonly<Record<string, Scalar | readonly Scalar[]>>,
  fact: Fact,
  terms: Terms,
): Outcome {
  const wanted = Object.values(fields).flat();
  if (fact.kind === 'unknown') return outcome('unknown', 'unknown', path, wanted, [], fact.spots);
  if (fact.kind !== 'objects') return outcome('no', fact.kind === 'absent' ? 'absent' : 'is-not', path, wanted, [], fact.spots);
  const open: Outcome[] = [];
  for (const member of fact.members) {
    const result = memberFits(path, fields, member, terms);
    if (result.verdict === 'yes') return result;
    if (result.verdict === 'unknown') open.push(result);
  }
  if (open.length > 0) return joined('unknown', open);
  if (fact.open) return outcome('unknown', 'open', path, wanted, [], fact.spots);
  return outcome('no', 'is-not', path, wanted, [], fact.spots);
}

function memberFits(
  path: string,
  fields: Readonly<Record<string, Scalar | readonly Scalar[]>>,
  member: ObjectsFact['members'][number],
  terms: Terms,
): Outcome {
  const outcomes: Outcome[] = [];
  for (const [field, value] of Object.entries(fields)) {
    const leaf: Leaf = { path: `${path}.${field}`, oneOf: Array.isArray(value) ? [...value] : [value as Scalar] };
    const result = evaluateLeaf(leaf, member.get(field), terms);
    if (result.verdict === 'no') return result;
    outcomes.push(result);
  }
  const open = outcomes.filter((result) => result.verdict === 'unknown');
  return open.length > 0 ? joined('unknown', open) : joined('yes', outcomes);
}

function outcome(
  verdict: Verdict,
  kind: Cause['kind'],
  path: string,
  wanted: readonly Scalar[],
  said: readonly Scalar[],
  spots: readonly Spot[],
): Outcome {
  return { verdict, causes: [{ kind, path, wanted, said, spots }] };
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function wantedBy(leaf: Leaf): readonly Scalar[] {
  if ('equals' in leaf) return [leaf.equals];
  if ('oneOf' in leaf) return leaf.oneOf;
  if ('includes' in leaf) return listOf(leaf.includes);
  if ('atLeast' in leaf) return [leaf.atLeast];
  return [];
}
