import { Bounder, type Open } from './bound';
import type { Reduced } from './reduce';
import { isBetter, type Score } from './score';
import type { Limits, Solution } from './solve';

/** Divisions tried for the first bound, where a tight one spares most of the search, and for each later one. */
const firstSteps = 300;
const laterSteps = 25;

/**
 * Branch and bound for the best set. What decides between two sets is folded into one number, the value: the weights
 * in front, cost, doubt and count behind, each scaled so that it can never make up for what stands before it. Only
 * the ids, where two sets have the same value, are compared as they are.
 */
export class Search {
  readonly #reduced: Reduced;
  readonly #size: number;
  readonly #limits: Limits;
  readonly #bounder: Bounder;
  readonly #closes: readonly (readonly number[])[];
  readonly #values: Float64Array;
  readonly #costs: Float64Array;
  /** What one unit of weight is worth, and one of legal weight beside it. */
  readonly #perWeight: number;
  readonly #perLegal: number;
  /** How far a sum of values can be from the truth where it is too long for a double. */
  readonly #blur: number;
  readonly #chosen: number[] = [];
  #best: Score & { readonly ids: readonly string[] } = {
    legalWeight: 0,
    weight: 0,
    cost: 0,
    doubt: 0,
    ids: [],
  };
  #bestValue = 0;
  #steps = 0;
  /** The highest bound among branches that were given up. */
  #givenUp = Number.NEGATIVE_INFINITY;

  constructor(reduced: Reduced, size: number, limits: Limits) {
    const { groups, contenders } = reduced;
    this.#reduced = reduced;
    this.#size = size;
    this.#limits = limits;
    this.#bounder = new Bounder(groups.length, contenders.length);
    this.#closes = contenders.map(({ closes }) => closes);
    const most = (of: (index: number) => number) =>
      size * contenders.reduce((highest, _, index) => Math.max(highest, of(index)), 0);
    const costOf = (index: number) => contenders[index]?.candidate.cost ?? 0;
    const doubtOf = (index: number) => contenders[index]?.candidate.doubt ?? 0;
    const perDoubt = size + 1;
    const perCost = (most(doubtOf) + 1) * perDoubt;
    this.#perWeight = (most(costOf) + 1) * perCost;
    this.#perLegal = groups.reduce((sum, { weight }) => sum + weight, 1) * this.#perWeight;
    this.#costs = Float64Array.from(
      contenders,
      (_, index) => costOf(index) * perCost + doubtOf(index) * perDoubt + 1,
    );
    this.#values = Float64Array.from(
      groups,
      ({ legalWeight, weight }) => legalWeight * this.#perLegal + weight * this.#perWeight,
    );
    const all = this.#values.reduce((sum, value) => sum + value, 0);
    this.#blur = all < Number.MAX_SAFE_INTEGER ? 0 : all * 2 ** -44;
  }

  run(): Solution {
    const all = this.#reduced.contenders.map((_, index) => index);
    this.#startWell(all);
    this.#branch(all, this.#values.slice(), 0, firstSteps);
    const { legalWeight, weight } = this.#best;
    const proven = this.#givenUp === Number.NEGATIVE_INFINITY;
    const more = proven ? 0 : Math.max(0, this.#givenUp - this.#bestValue);
    const legalGap = Math.floor(more / this.#perLegal);
    const weightGap = Math.ceil((more - legalGap * this.#perLegal) / this.#perWeight);
    return { ...this.#best, legalWeight, weight, proven, gap: { legalWeight: legalGap, weight: weightGap } };
  }

  /** A greedy set, mended by single exchanges: the better the first set, the more branches are cut. */
  #startWell(all: readonly number[]): void {
    for (let slot = 0; slot < this.#size; slot++) {
      const next = this.#bestAddition(all);
      if (next === undefined) break;
      this.#chosen.push(next);
    }
    this.#keepBetter();
    for (
      let slot = 0, unchanged = 0;
      unchanged < this.#chosen.length;
      slot = (slot + 1) % this.#chosen.length
    ) {
      const [taken] = this.#chosen.splice(slot, 1);
      const next = this.#bestAddition(all) ?? taken;
      if (next === undefined) break;
      this.#chosen.splice(slot, 0, next);
      unchanged = next === taken ? unchanged + 1 : 0;
      if (unchanged === 0 && !this.#keepBetter()) break;
    }
    this.#chosen.length = 0;
  }

  #bestAddition(all: readonly number[]): number | undefined {
    const closed = new Set(this.#chosen.flatMap((index) => this.#closes[index] ?? []));
    let best: number | undefined;
    let highest = 0;
    for (const index of all) {
      let gain = -(this.#costs[index] ?? 0);
      for (const group of this.#closes[index] ?? []) if (!closed.has(group)) gain += this.#values[group] ?? 0;
      if (gain > highest) {
        highest = gain;
        best = index;
      }
    }
    return best;
  }

  /**
   * Looks for better sets among those that hold what is chosen and further contenders of `free`.
   *
   * @param values those of the groups that are still open; the callee may change them
   * @param value that of what is chosen
   */
  #branch(free: readonly number[], values: Float64Array, value: number, steps: number): void {
    let left = free;
    let tries = steps;
    for (;;) {
      this.#keepBetter();
      const slots = this.#size - this.#chosen.length;
      // What closes nothing more only costs.
      left = left.filter((index) => this.#closes[index]?.some((group) => (values[group] ?? 0) > 0));
      if (slots === 0 || left.length === 0) return;
      const target = this.#bestValue - value - this.#blur;
      const open: Open = { values, closes: this.#closes, costs: this.#costs, free: left, slots };
      const { most, mostWith, picks } = this.#bounder.bound(open, target, tries);
      tries = laterSteps;
      if (most < target) return;
      if (++this.#steps > this.#limits.steps || this.#limits.isCancelled?.() === true) {
        this.#givenUp = Math.max(this.#givenUp, value + most);
        return;
      }
      left = left.filter((index) => (mostWith[index] ?? 0) >= target);
      const [next] = picks.filter((index) => left.includes(index));
      const index = next ?? left[0];
      if (index === undefined) return;
      this.#take(index, left, values, value);
      left = left.filter((other) => other !== index);
    }
  }

  /** The branch in which one contender is chosen. */
  #take(index: number, left: readonly number[], values: Float64Array, value: number): void {
    const inner = values.slice();
    let gain = -(this.#costs[index] ?? 0);
    for (const group of this.#closes[index] ?? []) {
      gain += inner[group] ?? 0;
      inner[group] = 0;
    }
    const prices = this.#bounder.prices;
    this.#chosen.push(index);
    this.#branch(
      left.filter((other) => other !== index),
      inner,
      value + gain,
      laterSteps,
    );
    this.#chosen.pop();
    this.#bounder.prices = prices;
  }

  #keepBetter(): boolean {
    const { groups, contenders } = this.#reduced;
    const closed = new Set(this.#chosen.flatMap((index) => this.#closes[index] ?? []));
    let legalWeight = 0;
    let weight = 0;
    for (const index of closed) {
      legalWeight += groups[index]?.legalWeight ?? 0;
      weight += groups[index]?.weight ?? 0;
    }
    const taken = this.#chosen.flatMap((index) => contenders[index]?.candidate ?? []);
    const cost = taken.reduce((sum, candidate) => sum + candidate.cost, 0);
    const doubt = taken.reduce((sum, candidate) => sum + candidate.doubt, 0);
    const set = { legalWeight, weight, cost, doubt, ids: taken.map(({ id }) => id).sort() };
    if (!isBetter(set, this.#best)) return false;
    this.#best = set;
    this.#bestValue =
      legalWeight * this.#perLegal +
      weight * this.#perWeight -
      this.#chosen.reduce((sum, index) => sum + (this.#costs[index] ?? 0), 0);
    return true;
  }
}
