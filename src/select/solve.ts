import { reduce } from './reduce';
import type { Score } from './score';
import { Search } from './search';

/** A tool as the optimiser sees it: which needs it closes (indexes), what it costs, how doubtful it is. */
export interface Candidate {
  readonly id: string;
  readonly closes: readonly number[];
  readonly cost: number;
  /** Judged bases and a status that is not active: the last number before the id decides. */
  readonly doubt: number;
}

export interface Instance {
  /** Weights of the needs, by index: whole numbers. */
  readonly weights: readonly number[];
  /** Whether a binding duty stands behind the need. */
  readonly legal: readonly boolean[];
  readonly candidates: readonly Candidate[];
  /** At most this many candidates. */
  readonly size: number;
}

export interface Solution extends Score {
  /** Ids in order. */
  readonly ids: readonly string[];
  /** Whether the search was exhausted, so that no better set exists. */
  readonly proven: boolean;
  /** What a better set could close more, at most. Nothing where the solution is proven. */
  readonly gap: Pick<Score, 'legalWeight' | 'weight'>;
}

/** When a search gives up: by its own steps, so that every machine gives the same answer, or when nobody waits any more. */
export interface Limits {
  /** Branches looked into. */
  readonly steps: number;
  readonly isCancelled?: () => boolean;
}

/** Far more than any catalog has needed; a few seconds of work. */
export const usualLimits: Limits = { steps: 20_000 };

/**
 * The best set of at most `size` candidates: greatest legal weight closed, then greatest weight, then least cost,
 * then least doubt, then the fewest, then the lexicographically smallest list of ids. Exact branch and bound over the
 * reduced instance. Beyond the limits it gives the best set found and how far from the best it can be.
 */
export function solve(instance: Instance, limits: Limits = usualLimits): Solution {
  return new Search(reduce(instance), instance.size, limits).run();
}
