import type { Candidate, Instance } from './solve';

/** Needs that the same candidates close, as one. */
export interface NeedGroup {
  readonly legalWeight: number;
  readonly weight: number;
}

/** A candidate over the groups. */
export interface Contender {
  readonly candidate: Candidate;
  /** Indexes of groups. */
  readonly closes: readonly number[];
}

/** An instance without what cannot decide anything. It has the same best set. */
export interface Reduced {
  readonly groups: readonly NeedGroup[];
  readonly contenders: readonly Contender[];
}

/**
 * Merges needs that exactly the same candidates close (those that nobody closes fall away), and leaves out every
 * candidate that another one beats in any set: it closes no more, and comes later by cost, doubt and id. Replacing it
 * by the other, or dropping it where the other is there already, is always better.
 */
export function reduce({ weights, legal, candidates }: Instance): Reduced {
  const { groups, closes } = mergeNeeds(weights, legal, candidates);
  const rows = candidates.flatMap((candidate, index) => {
    const closed = closes[index] ?? [];
    return closed.length > 0 ? [{ candidate, closes: closed, mask: maskOf(closed, groups.length) }] : [];
  });
  rows.sort((a, b) => inOrder(a.candidate, b.candidate));
  const kept: typeof rows = [];
  for (const row of rows) {
    if (!kept.some((better) => holds(better.mask, row.mask))) kept.push(row);
  }
  return { groups, contenders: kept.map(({ candidate, closes: closed }) => ({ candidate, closes: closed })) };
}

/** Least cost first, then least doubt, then by id: who comes first wins where both close the same. */
function inOrder(a: Candidate, b: Candidate): number {
  return a.cost - b.cost || a.doubt - b.doubt || (a.id < b.id ? -1 : 1);
}

function mergeNeeds(
  weights: readonly number[],
  legal: readonly boolean[],
  candidates: readonly Candidate[],
): { groups: NeedGroup[]; closes: number[][] } {
  const closers = weights.map((): number[] => []);
  candidates.forEach((candidate, index) => {
    for (const need of new Set(candidate.closes)) closers[need]?.push(index);
  });
  const groups: { legalWeight: number; weight: number }[] = [];
  const closes = candidates.map((): number[] => []);
  const byClosers = new Map<string, { legalWeight: number; weight: number }>();
  closers.forEach((by, need) => {
    if (by.length === 0) return;
    const key = by.join(' ');
    let group = byClosers.get(key);
    if (group === undefined) {
      group = { legalWeight: 0, weight: 0 };
      byClosers.set(key, group);
      for (const index of by) closes[index]?.push(groups.length);
      groups.push(group);
    }
    const weight = weights[need] ?? 0;
    group.weight += weight;
    if (legal[need]) group.legalWeight += weight;
  });
  return { groups, closes };
}

function maskOf(closed: readonly number[], size: number): Uint32Array {
  const mask = new Uint32Array(Math.ceil(size / 32));
  for (const group of closed) mask[group >> 5] = (mask[group >> 5] ?? 0) | (1 << (group & 31));
  return mask;
}

function holds(larger: Uint32Array, smaller: Uint32Array): boolean {
  return smaller.every((bits, word) => (bits & ~(larger[word] ?? 0)) === 0);
}
