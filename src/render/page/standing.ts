import type { Regime, Verdict } from '../../answer/schema';

/** What is concluded within a regime holds only as surely as the regime applies. */
export function standing({ applies }: Pick<Regime, 'applies'>, verdict: Verdict): Verdict {
  if (applies === 'no' || verdict === 'no') return 'no';
  return applies === 'yes' ? verdict : 'unknown';
}
