import type { Cause, Fact, Facts } from '../manifest/fact';
import type { Condition } from './condition';
import { causesOf, type Leaf, type Terms } from './leaf';
import { reads } from './reads';
import { type Remembering, SharedConditions } from './shared';
import { not, type Verdict } from './verdict';

export type { Terms } from './leaf';

export interface Outcome {
  readonly verdict: Verdict;
  /** Never empty. Only the facts that matter: of a conjunction that fails, one that makes it fail, and so on. */
  readonly causes: readonly Cause[];
}

/** Facts may know verdicts already: of conditions that do not read what was changed in them (see `answered`). */
interface Knowing extends Remembering {
  readonly known?: (condition: Condition) => Verdict;
}

/**
 * Decides a condition over facts. Pure and total: a path without a fact is unknown. Says nothing of why, since of
 * the many conditions of a catalog most do not hold, and nobody asks.
 */
export function decide(condition: Condition, facts: Knowing, terms: Terms): Verdict {
  return facts.known ? facts.known(condition) : decideAnew(condition, facts, terms);
}

/** The terms come with the catalog whose conditions are decided by them. */
const sharedBy = new WeakMap<Terms, SharedConditions>();
/** Those that were asked for last: one analysis asks for the same a hundred thousand times. */
let last: { readonly terms: Terms; readonly shared: SharedConditions } | undefined;

function sharedOf(terms: Terms): SharedConditions {
  if (last?.terms === terms) return last.shared;
  const shared = sharedBy.get(terms) ?? new SharedConditions(terms);
  sharedBy.set(terms, shared);
  last = { terms, shared };
  return shared;
}

function decideAnew(condition: Condition, facts: Remembering, terms: Terms): Verdict {
  return sharedOf(terms).decide(condition, facts);
}

/**
 * Facts in which one was answered: what a condition came to before stands where it does not read that fact.
 *
 * @param before the facts as they were; verdicts on them are kept in `memory`
 */
export function answered(
  facts: Facts,
  path: string,
  before: Facts,
  memory: Map<Condition, Verdict>,
  terms: Terms,
): Facts {
  const known = (condition: Condition): Verdict => {
    if (reads(condition, path)) return decideAnew(condition, facts, terms);
    const earlier = memory.get(condition);
    if (earlier !== undefined) return earlier;
    const verdict = decideAnew(condition, before, terms);
    memory.set(condition, verdict);
    return verdict;
  };
  const knowing: Knowing = { get: (asked) => facts.get(asked), known };
  return knowing;
}

/** Decides a condition, and says which facts decided it or keep it open. */
export function evaluate(condition: Condition, facts: Facts, terms: Terms): Outcome {
  const verdict = decide(condition, facts, terms);
  return { verdict, causes: merged(explain(condition, verdict, facts, terms)) };
}

function explain(condition: Condition, verdict: Verdict, facts: Facts, terms: Terms): readonly Cause[] {
  if ('all' in condition) return explainParts(condition.all, verdict, verdict === 'no', facts, terms);
  if ('any' in condition) return explainParts(condition.any, verdict, verdict === 'yes', facts, terms);
  if ('not' in condition) return explain(condition.not, not(verdict), facts, terms);
  return explainLeaf(condition, facts.get(condition.path), verdict, terms);
}

/** The parts that have the verdict of the whole: one of them where one is enough. */
function explainParts(
  conditions: readonly Condition[],
  verdict: Verdict,
  oneIsEnough: boolean,
  facts: Facts,
  terms: Terms,
): readonly Cause[] {
  const causes: Cause[] = [];
  for (const condition of conditions) {
    if (decide(condition, facts, terms) !== verdict) continue;
    causes.push(...explain(condition, verdict, facts, terms));
    if (oneIsEnough) break;
  }
  return causes;
}

function explainLeaf(leaf: Leaf, fact: Fact, verdict: Verdict, terms: Terms): readonly Cause[] {
  // What keeps a derived fact open are the facts below it: only those can be asked for.
  if (verdict === 'unknown' && fact.because) return fact.because;
  return causesOf(leaf, fact, terms);
}

/** Causes about the same fact become one, with everything that was wanted of it. */
function merged(causes: readonly Cause[]): readonly Cause[] {
  if (causes.length < 2) return causes;
  const byFact = new Map<string, Cause>();
  for (const cause of causes) {
    const key = `${cause.kind} ${cause.path}`;
    const earlier = byFact.get(key);
    byFact.set(key, earlier ? mergedPair(earlier, cause) : cause);
  }
  return [...byFact.values()];
}

function mergedPair(a: Cause, b: Cause): Cause {
  return {
    ...a,
    wanted: [...new Set([...a.wanted, ...b.wanted])],
    said: [...new Set([...a.said, ...b.said])],
    spots: [...new Set([...a.spots, ...b.spots])],
  };
}
