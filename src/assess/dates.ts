import type { DateGroup, DateRule, RegimeEntry } from '../catalog/schema/regime';
import type { Condition } from '../logic/condition';
import { decide, type Terms } from '../logic/evaluate';
import type { Verdict } from '../logic/verdict';
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

const knownDays = new WeakMap<RegimeEntry, Map<string, RuledDay>>();

/** The day of a date group as the law read on `asOf`: the same for every system, and found once. */
export function dayOf(regime: RegimeEntry, groupId: string, asOf: string): RuledDay {
  const known = knownDays.get(regime) ?? new Map<string, RuledDay>();
  knownDays.set(regime, known);
  const key = `${asOf} ${groupId}`;
  let day = known.get(key);
  if (!day) {
    const found = findDay(regime, groupId, asOf);
    day = { ...found, set: found.day === null ? 'no' : 'yes', conditions: [] };
    known.set(key, day);
  }
  return day;
}

function findDay(regime: RegimeEntry, groupId: string, asOf: string): EffectiveDay {
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

/** The day by a rule, and what of the rule decided it or keeps it open. */
export interface RuledDay extends EffectiveDay {
  /** Whether there is a day at all: unknown where one of the groups that may count has none. */
  readonly set: Verdict;
  /** The group that counts because of what the manifest says; undefined where no condition chose it. */
  readonly chosen?: DateGroup;
  /** The conditions behind it: the one that chose, or those that are open. */
  readonly conditions: readonly Condition[];
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
): RuledDay {
  if (typeof rule === 'string') return dayOf(regime, rule, asOf);
  const possible: RuledDay[] = [];
  const open: Condition[] = [];
  let last: DateOption | undefined;
  for (const alternative of rule) {
    const verdict = alternative.when ? decide(alternative.when, facts, terms) : 'yes';
    if (verdict === 'no') continue;
    possible.push(dayOf(regime, alternative.date, asOf));
    last = alternative;
    if (verdict === 'yes') break;
    if (alternative.when) open.push(alternative.when);
  }
  const first = earliest(possible);
  if (!first) return { ...noDay, set: 'no', conditions: [] };
  const set = anyDay(possible);
  if (open.length > 0) return { ...first, open: true, set, conditions: open };
  const chosen = last?.when ? regime.dates.find(({ id }) => id === last.date) : undefined;
  return { ...first, set, conditions: last?.when ? [last.when] : [], ...(chosen ? { chosen } : {}) };
}

type DateOption = Exclude<DateRule, string>[number];

function anyDay(days: readonly EffectiveDay[]): Verdict {
  if (days.every(({ day }) => day !== null)) return 'yes';
  return days.some(({ day }) => day !== null) ? 'unknown' : 'no';
}

/** The earliest of some days; one without a day counts last. */
export function earliest<Day extends EffectiveDay>(days: readonly Day[]): Day | undefined {
  return days.toSorted((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : 1))[0];
}
