/** A tool as the optimiser sees it: which needs it closes (indexes), what it costs, how doubtful it is. */
export interface Candidate {
  readonly id: string;
  readonly closes: readonly number[];
  readonly cost: number;
  /** Judged bases and a status that is not active: the last number before the id decides. */
  readonly doubt: number;
}

export interface Instance {
  /** Weights of the needs, by index; `legal` weights are the same where a binding duty stands behind, else 0. */
  readonly weights: readonly number[];
  readonly legal: readonly boolean[];
  readonly candidates: readonly Candidate[];
  /** At most this many candidates. */
  readonly size: number;
}

/** What decides between two sets, in this order: more, more, less, less. */
export interface Score {
  readonly legalWeight: number;
  readonly weight: number;
  readonly cost: number;
  readonly doubt: number;
}

export interface Solution extends Score {
  /** Ids in order. */
  readonly ids: readonly string[];
  /** Whether the search was exhausted, so that no better set exists. */
  readonly proven: boolean;
}

/**
 * The best set of at most `size` candidates: greatest legal weight closed, then greatest weight, then least cost,
 * then least doubt, then the fewest, then the lexicographically smallest list of ids. Exact branch and bound: a branch is cut when even
 * the heaviest remaining gains, taken without overlap, could not reach the best set so far. Integers only.
 */
export function solve(instance: Instance): Solution {
  return new Search(instance).run();
}

class Search {
  readonly #weights: readonly number[];
  readonly #legal: readonly number[];
  readonly #candidates: readonly Candidate[];
  readonly #size: number;
  readonly #covered: Uint16Array;
  readonly #chosen: Candidate[] = [];
  #best: Solution = { ids: [], legalWeight: 0, weight: 0, cost: 0, doubt: 0, proven: true };

  constructor(instance: Instance) {
    this.#weights = instance.weights;
    this.#legal = instance.weights.map((weight, need) => (instance.legal[need] ? weight : 0));
    this.#size = instance.size;
    this.#covered = new Uint16Array(instance.weights.length);
    // The heaviest first finds good sets early; the id makes the order total.
    this.#candidates = instance.candidates
      .filter((candidate) => candidate.closes.length > 0)
      .toSorted((a, b) => this.#total(b) - this.#total(a) || (a.id < b.id ? -1 : 1));
  }

  run(): Solution {
    this.#branch(0, { legalWeight: 0, weight: 0, cost: 0, doubt: 0 });
    return this.#best;
  }

  #total(candidate: Candidate): number {
    return candidate.closes.reduce((sum, need) => sum + (this.#weights[need] ?? 0), 0);
  }

  #branch(from: number, score: Score): void {
    this.#keepBetter(score);
    const slots = this.#size - this.#chosen.length;
    if (slots === 0 || from === this.#candidates.length || !this.#mayImprove(from, slots, score)) return;
    for (let index = from; index < this.#candidates.length; index++) {
      const candidate = this.#candidates[index];
      if (!candidate) continue;
      const gain = this.#gain(candidate);
      // A set with a tool that closes nothing more is never better: it costs no less, and has a longer list.
      if (gain.weight === 0) continue;
      this.#take(candidate, 1);
      this.#branch(index + 1, {
        legalWeight: score.legalWeight + gain.legalWeight,
        weight: score.weight + gain.weight,
        cost: score.cost + candidate.cost,
        doubt: score.doubt + candidate.doubt,
      });
      this.#take(candidate, -1);
      if (!this.#mayImprove(index + 1, slots, score)) return;
    }
  }

  #take(candidate: Candidate, by: 1 | -1): void {
    for (const need of candidate.closes) this.#covered[need] = (this.#covered[need] ?? 0) + by;
    if (by === 1) this.#chosen.push(candidate);
    else this.#chosen.pop();
  }

  #gain(candidate: Candidate): { legalWeight: number; weight: number } {
    let legalWeight = 0;
    let weight = 0;
    for (const need of candidate.closes) {
      if (this.#covered[need]) continue;
      weight += this.#weights[need] ?? 0;
      legalWeight += this.#legal[need] ?? 0;
    }
    return { legalWeight, weight };
  }

  /** Gains only shrink as more is covered, so the sum of the greatest ones bounds what the slots can still bring. */
  #mayImprove(from: number, slots: number, score: Score): boolean {
    const legal: number[] = [];
    const all: number[] = [];
    for (let index = from; index < this.#candidates.length; index++) {
      const candidate = this.#candidates[index];
      if (!candidate) continue;
      const gain = this.#gain(candidate);
      legal.push(gain.legalWeight);
      all.push(gain.weight);
    }
    const legalBound = score.legalWeight + greatest(legal, slots);
    if (legalBound !== this.#best.legalWeight) return legalBound > this.#best.legalWeight;
    // Equal weight may still cost less, so only a smaller bound cuts.
    return score.weight + greatest(all, slots) >= this.#best.weight;
  }

  #keepBetter(score: Score): void {
    const ids = this.#chosen.map((candidate) => candidate.id).sort();
    if (isBetter({ ...score, ids }, this.#best)) this.#best = { ...score, ids, proven: true };
  }
}

function greatest(values: number[], count: number): number {
  values.sort((a, b) => b - a);
  let sum = 0;
  for (let index = 0; index < Math.min(count, values.length); index++) sum += values[index] ?? 0;
  return sum;
}

/** The order between two sets: by score, then the smaller set, so that no tool is there for nothing, then by ids. */
export function isBetter(
  a: Score & { readonly ids: readonly string[] },
  b: Score & { readonly ids: readonly string[] },
): boolean {
  if (a.legalWeight !== b.legalWeight) return a.legalWeight > b.legalWeight;
  if (a.weight !== b.weight) return a.weight > b.weight;
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.doubt !== b.doubt) return a.doubt < b.doubt;
  if (a.ids.length !== b.ids.length) return a.ids.length < b.ids.length;
  const differing = a.ids.findIndex((id, index) => id !== b.ids[index]);
  return differing >= 0 && (a.ids[differing] ?? '') < (b.ids[differing] ?? '');
}
