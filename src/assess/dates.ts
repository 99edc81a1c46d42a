import type { DateGroup, DateRule, RegimeEntry } from '../catalog/schema/regime';
import { evaluate, type Terms } from '../logic/evaluate';
import type { Facts } from '../manifest/fact';
import { isReported } from './grades';

/** A day on which something has effect, as the law read on `asOf`; null when no day is set or none is sure. */
export interface EffectiveDay {
  readonly day: string | null;
  /** Set when the day was another one before: which, and what moved it. */
  readonly moved?: { readonly from: string; readonly by: string };
  /** The day is known from somebody's report alone, so none is given. */
  readonly reported?: true;
  /** A rule could not be decided; the earliest day that is still possible stands. */
  readonly open: boolean;
}

/** No day is set, or none is sure. */
export const noDay: EffectiveDay = { day: null, open: false };

/** The day of a date group as the law read on `asOf`. */
export function dayOf(regime: RegimeEntry, groupId: string, asOf: string): EffectiveDay {
  const group = regime.dates.find((candidate) => candidate.id === groupId);
  if (!group) return noDay;
  if (isReported(group, regime)) return { day: null, open: false, reported: true };
  const steps = group.history.filter((step) => step.from <= asOf);
  const current = steps.at(-1);
  if (!current?.day) return noDay;
  return { day: current.day, open: false, ...movedFrom(steps, current) };
}

type Step = DateGroup['history'][number];

function movedFrom(steps: readonly Step[], current: Step): Pick<EffectiveDay, 'moved'> {
  const earlier = steps.findLast((step) => step.day !== null && step.day !== current.day);
  return earlier?.day ? { moved: { from: earlier.day, by: current.by } } : {};
}

/**
 * The day of a date rule: that of the first alternative that holds. Where an alternative cannot be decided, the
 * earliest day that is still possible stands, since a duty must not be thought later than it may be.
 */
export function dayByRule(
  regime: RegimeEntry,
  rule: DateRule,
  asOf: string,
  facts: Facts,
  terms: Terms,
): EffectiveDay {
  if (typeof rule === 'string') return dayOf(regime, rule, asOf);
  const possible: EffectiveDay[] = [];
  let open = false;
  for (const alternative of rule) {
    const verdict = alternative.when ? evaluate(alternative.when, facts, terms).verdict : 'yes';
    if (verdict === 'no') continue;
    possible.push(dayOf(regime, alternative.date, asOf));
    if (verdict === 'yes') break;
    open = true;
  }
  const first = earliest(possible);
  return first ? { ...first, open } : noDay;
}

/** The earliest of some days; one without a day counts last. */
export function earliest(days: readonly EffectiveDay[]): EffectiveDay | undefined {
  return days.toSorted((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : 1))[0];
}
