/** What a bound is taken of: what a search has left to choose from. */
export interface Open {
  /** Value of each group; 0 once it is closed. */
  readonly values: Float64Array;
  /** The groups that each contender closes. */
  readonly closes: readonly (readonly number[])[];
  /** What each contender costs, in the same unit as the values. */
  readonly costs: Float64Array;
  /** Contenders that may still be chosen, by index. */
  readonly free: readonly number[];
  readonly slots: number;
}

/** A bound with what it says about single contenders. */
export interface Bound {
  /** No set of free contenders within the slots brings more. */
  readonly most: number;
  /** Of each contender in `free`, by its index: no set that holds it brings more. */
  readonly mostWith: Float64Array;
  /** Contenders of the relaxed optimum, the most profitable first. */
  readonly picks: readonly number[];
}

/**
 * Bounds what a search can still gain, by Lagrangian relaxation of maximum coverage (Fisher 1981, "The Lagrangian
 * relaxation method for solving integer programming problems"): the value of each group is divided between "closed
 * anyhow" and a price that every contender which closes it is credited with; any division bounds the optimum from
 * above, and subgradient steps look for one that bounds it tightly. Prices are whole numbers, so sums are exact as
 * long as all values together stay below 2^53.
 */
export class Bounder {
  /** Price of each group; kept from one bound to the next, since what is near has a similar best division. */
  readonly #prices: Float64Array;
  readonly #covers: Int32Array;
  readonly #profits: Float64Array;
  readonly #mostWith: Float64Array;

  constructor(groups: number, contenders: number) {
    this.#prices = new Float64Array(groups);
    this.#covers = new Int32Array(groups);
    this.#profits = new Float64Array(contenders);
    this.#mostWith = new Float64Array(contenders);
  }

  /** Prices of now, to come back to. */
  get prices(): Float64Array {
    return this.#prices.slice();
  }

  set prices(prices: Float64Array) {
    this.#prices.set(prices);
  }

  /**
   * @param target steps end once the bound falls below it: then nothing better is left
   * @param steps how many divisions are tried at most
   */
  bound(open: Open, target: number, steps: number): Bound {
    const { values, free } = open;
    const mostWith = this.#mostWith;
    for (const index of free) mostWith[index] = Number.POSITIVE_INFINITY;
    for (let group = 0; group < values.length; group++) {
      this.#prices[group] = Math.min(this.#prices[group] ?? 0, values[group] ?? 0);
    }
    let most = Number.POSITIVE_INFINITY;
    let best: Float64Array | undefined;
    let picks: readonly number[] = [];
    let pace = 1;
    let idle = 0;
    for (let step = 0; step < steps; step++) {
      const { total, chosen, threshold } = this.#relaxed(open);
      for (const index of free) {
        const profit = this.#profits[index] ?? 0;
        const forced = total + Math.min(0, profit - threshold);
        if (forced < (mostWith[index] ?? 0)) mostWith[index] = forced;
      }
      if (total < most) {
        most = total;
        best = this.#prices.slice();
        picks = chosen;
        idle = 0;
      } else if (++idle === patience) {
        pace /= 2;
        idle = 0;
      }
      if (most < target || !this.#step(open, chosen, pace * (total - target + 1))) break;
    }
    if (best) this.#prices.set(best);
    return { most, mostWith, picks };
  }

  /** The optimum under the prices of now: whatever is left of each value, and the most profitable contenders. */
  #relaxed({ values, closes, costs, free, slots }: Open) {
    let total = 0;
    for (let group = 0; group < values.length; group++) {
      total += (values[group] ?? 0) - (this.#prices[group] ?? 0);
    }
    for (const index of free) {
      let profit = -(costs[index] ?? 0);
      for (const group of closes[index] ?? []) profit += this.#prices[group] ?? 0;
      this.#profits[index] = profit;
    }
    const chosen = [...free]
      .filter((index) => (this.#profits[index] ?? 0) > 0)
      .sort((a, b) => (this.#profits[b] ?? 0) - (this.#profits[a] ?? 0) || a - b)
      .slice(0, slots);
    for (const index of chosen) total += this.#profits[index] ?? 0;
    const last = chosen[slots - 1];
    // With all slots taken, whoever is forced in takes the place of the least profitable.
    const threshold = last === undefined ? 0 : (this.#profits[last] ?? 0);
    return { total, chosen, threshold };
  }

  /** Moves the prices towards a tighter bound. Says whether there was anything to move. */
  #step({ values, closes }: Open, chosen: readonly number[], reach: number): boolean {
    const covers = this.#covers.fill(0);
    for (const index of chosen) {
      for (const group of closes[index] ?? []) covers[group] = (covers[group] ?? 0) + 1;
    }
    let length = 0;
    for (let group = 0; group < values.length; group++) {
      const slope = this.#slope(values, group);
      length += slope * slope;
    }
    if (length === 0) return false;
    const stride = reach / length;
    for (let group = 0; group < values.length; group++) {
      const slope = this.#slope(values, group);
      if (slope === 0) continue;
      const moved = Math.round((this.#prices[group] ?? 0) - stride * slope);
      this.#prices[group] = Math.max(0, Math.min(values[group] ?? 0, moved));
    }
    return true;
  }

  /** How the bound grows with the price of a group; 0 where the price is at the end that way. */
  #slope(values: Float64Array, group: number): number {
    const value = values[group] ?? 0;
    const price = this.#prices[group] ?? 0;
    if (value === 0) return 0;
    const slope = (this.#covers[group] ?? 0) - 1;
    if (slope > 0) return price > 0 ? slope : 0;
    return slope < 0 && price < value ? slope : 0;
  }
}

/** Steps without a better bound after which smaller ones are tried. */
const patience = 5;
