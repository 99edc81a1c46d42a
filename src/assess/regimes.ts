import type { Reason, Regime, Verdict } from '../answer/schema';
import { decide, evaluate } from '../logic/evaluate';
import { allOf } from '../logic/verdict';
import { type AssessedGround, assessClasses, type ClassContext } from './classes';
import { assessDuties, type DutyDraft } from './duties';
import { assessException, type ExceptionContext } from './exceptions';
import type { Law } from './law';
import { liesElsewhere, type PlacesNamed, placesNamed } from './law-places';
import { reason, reasonsOf, text } from './reasons';

/** A regime before the state of its duties is known; its reasons are put into words when somebody reads them. */
export interface RegimeDraft extends Omit<Regime, 'duties' | 'reasons'> {
  readonly because: () => Reason[];
  readonly duties: readonly DutyDraft[];
}

/** Which regimes are read: those that bind are enough for findings. */
export type Reach = 'binding' | 'all';

/**
 * What the regimes that apply or may apply make of one system as the law reads on a day. Most of the world's law does
 * not concern a system: those regimes are left out here, and told only where somebody wants to know why
 * (`assessRegime`).
 */
export function assessRegimes(context: ExceptionContext, asOf: string, reach: Reach = 'all'): RegimeDraft[] {
  const drafts: RegimeDraft[] = [];
  const markets = placesNamed(context.facts.get('system.markets'), context.model.terms);
  for (const law of context.model.lawOn(asOf)) {
    if ((reach === 'binding' && !law.regime.binding) || isOutside(context, law, markets)) continue;
    const draft = assessRegime(context, law);
    if (draft && draft.applies !== 'no') drafts.push(draft);
  }
  return drafts;
}

/** Whether the scope of a law leaves the system out for sure. Most laws are told by the places alone. */
function isOutside({ model, facts }: ExceptionContext, law: Law, markets: PlacesNamed | undefined): boolean {
  const {
    event,
    regime: { scope },
  } = law;
  if (!event) return true;
  if (markets && scope.open === undefined && liesElsewhere(scope.condition, markets)) return true;
  return (
    decide(scope.condition, facts, model.terms) === 'no' &&
    (scope.open === undefined || decide(scope.open.condition, facts, model.terms) === 'no')
  );
}

/** What one regime makes of a system; undefined where its text did not exist yet. */
export function assessRegime(context: ExceptionContext, law: Law): RegimeDraft | undefined {
  const { regime, event, reported } = law;
  if (!event) return undefined;
  const base = {
    id: regime.id,
    title: regime.title,
    shortTitle: regime.shortTitle,
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
  const { condition, open } = regime.scope;
  const { facts, model } = context;
  const said = decide(condition, facts, model.terms);
  const mayApply = open !== undefined && said === 'no' && decide(open.condition, facts, model.terms) !== 'no';
  // A regime that is only reported never applies for sure, and neither does anything in it.
  const scope = allOf([mayApply ? 'unknown' : said, reported ? 'unknown' : 'yes']);
  const scopeReasons = () =>
    mayApply
      ? [
          reason(text('scope.open', { why: open.statement }), [], regime.id),
          ...reasonsOf(evaluate(open.condition, facts, model.terms).causes, regime.id),
        ]
      : reasonsOf(evaluate(condition, facts, model.terms).causes, regime.id);
  if (scope === 'no') return without('no', scopeReasons);
  const inScope: ClassContext = { ...context, law, applies: scope };
  const classes = assessClasses(inScope);
  const exclusion = assessExclusions(inScope, classes);
  if (exclusion.excluded) return without('no', () => exclusion.reasons);
  if (event.status === 'proposed') {
    return without(scope, () => [...scopeReasons(), reason(text('status.proposed'), [], regime.id)]);
  }
  return {
    ...base,
    applies: scope,
    // A class that an exception took away is not listed; that it did so is said here.
    because: () => [
      ...scopeReasons(),
      ...exclusion.reasons,
      ...classes.flatMap(({ lifted }) => lifted?.reasons ?? []),
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
