/** A truth value of Kleene's strong logic: an unknown may still turn out to be either. */
export type Verdict = 'yes' | 'no' | 'unknown';

export function not(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'yes' ? 'no' : 'yes';
}

/** `no` if any is no, else `unknown` if any is unknown, else `yes`; of nothing: `yes`. */
export function allOf(verdicts: Iterable<Verdict>): Verdict {
  return all(verdicts, same);
}

/** `yes` if any is yes, else `unknown` if any is unknown, else `no`; of nothing: `no`. */
export function anyOf(verdicts: Iterable<Verdict>): Verdict {
  return any(verdicts, same);
}

/** `allOf` the verdicts on some items; the rest is not asked once one is no. */
export function all<Item>(items: Iterable<Item>, verdictOn: (item: Item) => Verdict): Verdict {
  let result: Verdict = 'yes';
  for (const item of items) {
    const verdict = verdictOn(item);
    if (verdict === 'no') return 'no';
    if (verdict === 'unknown') result = 'unknown';
  }
  return result;
}

/** `anyOf` the verdicts on some items; the rest is not asked once one is yes. */
export function any<Item>(items: Iterable<Item>, verdictOn: (item: Item) => Verdict): Verdict {
  let result: Verdict = 'no';
  for (const item of items) {
    const verdict = verdictOn(item);
    if (verdict === 'yes') return 'yes';
    if (verdict === 'unknown') result = 'unknown';
  }
  return result;
}

function same(verdict: Verdict): Verdict {
  return verdict;
}
