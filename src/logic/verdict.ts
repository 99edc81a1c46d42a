/** A truth value of Kleene's strong logic: an unknown may still turn out to be either. */
export type Verdict = 'yes' | 'no' | 'unknown';

export function not(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'yes' ? 'no' : 'yes';
}

/** `no` if any is no, else `unknown` if any is unknown, else `yes`; of nothing: `yes`. */
export function allOf(verdicts: Iterable<Verdict>): Verdict {
  let result: Verdict = 'yes';
  for (const verdict of verdicts) {
    if (verdict === 'no') return 'no';
    if (verdict === 'unknown') result = 'unknown';
  }
  return result;
}

/** `yes` if any is yes, else `unknown` if any is unknown, else `no`; of nothing: `no`. */
export function anyOf(verdicts: Iterable<Verdict>): Verdict {
  let result: Verdict = 'no';
  for (const verdict of verdicts) {
    if (verdict === 'yes') return 'yes';
    if (verdict === 'unknown') result = 'unknown';
  }
  return result;
}
