import type { Reason, Verdict } from '../answer/schema';
import type { Condition } from '../logic/condition';
import { decide, evaluate } from '../logic/evaluate';
import type { ClassContext } from './classes';
import { dayByRule, type EffectiveDay } from './dates';
import type { LawfulTransition } from './law';
import { reason, reasonsOf, text } from './reasons';

/** The day of a duty after the transitions of its law, such as Art. 111(2) of the EU act. */
export interface BindingDay {
  readonly day: EffectiveDay;
  /** Unknown where a transition leaves open whether the duty will ever bind. */
  readonly binds: Verdict;
  readonly reasons: () => Reason[];
}

/** Puts the day of a date group off where a transition says so; where that is open, the earlier day stands. */
export type PutOff = (group: string, day: EffectiveDay) => BindingDay;

/** What the transitions of a law come to for one system; each is judged once, however many duties it concerns. */
export function readTransitions(context: ClassContext): PutOff {
  const { law } = context;
  if (law.transitions.length === 0) return (_group, day) => plain(day);
  const judged = new Map<LawfulTransition, Judged>();
  return (group, day) => {
    const transition = law.transitions.find(({ puts }) => puts.includes(group));
    if (!transition || day.day === null) return plain(day);
    let known = judged.get(transition);
    if (!known) {
      known = judgeTransition(context, transition);
      judged.set(transition, known);
    }
    return known(day);
  };
}

type Judged = (day: EffectiveDay) => BindingDay;

const plain: Judged = (day) => ({ day, binds: 'yes', reasons: () => [] });

function judgeTransition(context: ClassContext, transition: LawfulTransition): Judged {
  const { law, facts, model } = context;
  const { id, article, title, condition, reported } = transition;
  const verdict = decide(condition, facts, model.terms);
  if (verdict === 'no') return plain;
  const causes = (conditions: readonly Condition[]) =>
    conditions.flatMap((one) => reasonsOf(evaluate(one, facts, model.terms).causes, id));
  const said = (how: 'holds' | 'open') => reason(text(`transition.${how}`, { article, title }), [], id);
  if (verdict === 'unknown' || reported) {
    return (day) => ({
      day: { ...day, open: true },
      binds: 'yes',
      reasons: () => [said('open'), ...causes([condition])],
    });
  }
  const later = dayByRule(law.regime, transition.date, law.asOf, facts, model.terms);
  const binding: BindingDay = {
    day: later,
    binds: later.set === 'yes' ? 'yes' : 'unknown',
    reasons: () => [
      said('holds'),
      ...causes([condition]),
      ...(later.day === null ? [reason(text('transition.no-day'), [], id)] : []),
      ...causes(later.conditions),
    ],
  };
  return () => binding;
}
