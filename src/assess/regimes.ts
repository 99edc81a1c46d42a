import type { Reason, Regime, Verdict } from '../answer/schema';
import { decide, evaluate } from '../logic/evaluate';
import { allOf } from '../logic/verdict';
import { type AssessedGround, assessClasses, type ClassContext } from './classes';
import { assessDuties, type DutyDraft } from './duties';
import { assessException, type ExceptionContext } from './exceptions';
import type { Law } from './law';
import { reason, reasonsOf, text } from './reasons';

/** A regime before the state of its duties is known; its reasons are put into words when somebody reads them. */
export interface RegimeDraft extends Omit<Regime, 'duties' | 'reasons'> {
  readonly because: () => Reason[];
  readonly duties: readonly DutyDraft[];
}

/** What each regime makes of one system as the law reads on a day. A text that did not exist then is absent. */
export function assessRegimes(context: ExceptionContext, asOf: string): RegimeDraft[] {
  return context.model.lawOn(asOf).flatMap((law) => assessRegime(context, law) ?? []);
}

function assessRegime(context: ExceptionContext, law: Law): RegimeDraft | undefined {
  const { regime, event, reported } = law;
  if (!event) return undefined;
  const base = {
    id: regime.id,
    title: regime.title,
    jurisdiction: regime.jurisdiction,
    binding: regime.binding,
    status: event.status,
    grade: regime.confidence,
    reported,
  };
  const without = (applies: Verdict, because: () => Reason[]): RegimeDraft => ({
    ...base,
    applies,
    because,
    classes: [],
    duties: [],
  });
  if (event.status === 'repealed' || event.status === 'superseded') {
    const ended = text('status.ended', { status: event.status, date: event.date });
    return without('no', () => [reason(ended, [], regime.id)]);
  }
  const { condition } = regime.scope;
  // A regime that is only reported never applies for sure, and neither does anything in it.
  const scope = allOf([decide(condition, context.facts, context.model.terms), reported ? 'unknown' : 'yes']);
  const scopeReasons = () =>
    reasonsOf(evaluate(condition, context.facts, context.model.terms).causes, regime.id);
  if (scope === 'no') return without('no', scopeReasons);
  if (event.status === 'proposed') {
    return without(scope, () => [...scopeReasons(), reason(text('status.proposed'), [], regime.id)]);
  }
  const inScope: ClassContext = { ...context, law, applies: scope };
  const classes = assessClasses(inScope);
  const exclusion = assessExclusions(inScope, classes);
  if (exclusion.excluded) return without('no', () => exclusion.reasons);
  return {
    ...base,
    applies: scope,
    // A class that an exception took away is not listed; that it did so is said here.
    because: () => [
      ...scopeReasons(),
      ...exclusion.reasons,
      ...classes.flatMap(({ lifted }) => lifted ?? []),
    ],
    classes: classes.flatMap(({ answer }) => answer ?? []),
    duties: assessDuties(inScope, classes),
  };
}

/** What takes the system out of the regime altogether; what is claimed and stays open is said as a reason. */
function assessExclusions(
  context: ClassContext,
  classes: readonly AssessedGround[],
): { excluded: boolean; reasons: Reason[] } {
  const claimed: Reason[] = [];
  for (const exclusion of context.law.exclusions) {
    const { lifts, claim, reasons } = assessException(context, exclusion);
    const blocked = classes.some(
      ({ ground, verdict }) => verdict !== 'no' && exclusion.unlessClasses?.includes(ground.basis.class),
    );
    if (lifts && !blocked) {
      const out = text('scope.excluded', { title: exclusion.title, article: exclusion.article });
      return { excluded: true, reasons: [reason(out, [], exclusion.id), ...reasons] };
    }
    if (claim) claimed.push(...reasons);
  }
  return { excluded: false, reasons: claimed };
}
