/** Two-sided confidence of every interval here. */
export const confidence = 0.95;

/** The 97.5 % point of the standard normal distribution: what belongs to a two-sided confidence of 95 %. */
const z = 1.959963984540054;

export interface Interval {
  /** Shares, 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/**
 * The score interval of Wilson for a share, at 95 %: which true shares a count of `hits` in `cases` independent cases
 * does not contradict. With p = hits / cases and n = cases:
 * (p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22 (1927), 209–212. Recommended over the textbook interval by Newcombe, Statistics in
 * Medicine 17 (1998), 857–872, and by Brown, Cai and DasGupta, Statistical Science 16 (2001), 101–133.
 *
 * @param hits whole number, 0 to `cases`
 * @param cases whole number; of none, everything is possible
 */
export function wilson(hits: number, cases: number): Interval {
  if (cases <= 0) return { low: 0, high: 1 };
  const share = hits / cases;
  const spread = (z * z) / cases;
  const middle = share + spread / 2;
  const half = z * Math.sqrt((share * (1 - share)) / cases + spread / (4 * cases));
  return {
    // At the ends the formula gives 0 and 1 exactly, and rounding of the machine must not pass them.
    low: hits === 0 ? 0 : Math.max(0, (middle - half) / (1 + spread)),
    high: hits === cases ? 1 : Math.min(1, (middle + half) / (1 + spread)),
  };
}

/**
 * The fewest cases with which a share at the mark rules out the floor: from so many on, who reaches `mark` has an
 * interval that ends at `floor` or nearer to the mark. Wilson's interval holds the shares p with |mark − p| ≤
 * z · √(p(1 − p)/n), so n = z² · floor · (1 − floor) / (mark − floor)², rounded up.
 *
 * @param mark share to be seen, 0 to 1
 * @param floor share to be ruled out, on either side of the mark; not equal to it
 */
export function smallestSample(mark: number, floor: number): number {
  const apart = mark - floor;
  // A share such as 0.95 is no binary fraction: without this, the last digit could cost one case more.
  return Math.ceil((z * z * floor * (1 - floor)) / (apart * apart) - 1e-9);
}

/** An interval to be shown: in thousandths, rounded outward so that it never says more than was found. */
export function outward({ low, high }: Interval): Interval {
  return { low: Math.floor(low * 1000 + 1e-9) / 1000, high: Math.ceil(high * 1000 - 1e-9) / 1000 };
}
