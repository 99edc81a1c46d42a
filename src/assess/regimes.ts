import type { Reason, Regime, Verdict } from '../answer/schema';
import type { RegimeEntry } from '../catalog/schema/regime';
import { evaluate, type Outcome } from '../logic/evaluate';
import type { Facts } from '../manifest/fact';
import {
  type AssessedClass,
  assessClasses,
  assessException,
  type Claims,
  type ClassContext,
} from './classes';
import { holdsOn } from './days';
import { assessDuties, type DutyDraft } from './duties';
import { isReported } from './grades';
import type { Model } from './model';
import { reason, reasonsOf, text } from './reasons';

/** A regime before the state of its duties is known. */
export type RegimeDraft = Omit<Regime, 'duties'> & { readonly duties: readonly DutyDraft[] };

/** What each regime makes of one system. A text that did not exist on `asOf` is absent. */
export function assessRegimes(model: Model, facts: Facts, claims: Claims, asOf: string): RegimeDraft[] {
  return model.pack.regimes.flatMap((regime) => assessRegime(model, regime, facts, claims, asOf) ?? []);
}

function assessRegime(
  model: Model,
  regime: RegimeEntry,
  facts: Facts,
  claims: Claims,
  asOf: string,
): RegimeDraft | undefined {
  const event = regime.history.findLast((candidate) => candidate.date <= asOf);
  if (!event) return undefined;
  const reported = isReported({ sources: sourcesOf(regime), confidence: regime.confidence }, regime);
  const base = {
    id: regime.id,
    title: regime.title,
    jurisdiction: regime.jurisdiction,
    binding: regime.binding,
    status: event.status,
    grade: regime.confidence,
    reported,
  };
  if (event.status === 'repealed' || event.status === 'superseded') {
    const ended = reason(text('status.ended', { status: event.status, date: event.date }), [], regime.id);
    return { ...base, applies: 'no', reasons: [ended], classes: [], duties: [] };
  }
  const scope = evaluate(regime.scope.condition, facts, model.terms);
  const context: ClassContext = { model, regime, applies: scope.verdict, facts, claims, asOf };
  if (scope.verdict === 'no') {
    return { ...base, applies: 'no', reasons: reasonsOf(scope.causes, regime.id), classes: [], duties: [] };
  }
  if (event.status === 'proposed') {
    const pending = reason(text('status.proposed'), [], regime.id);
    return {
      ...base,
      applies: scope.verdict,
      reasons: [...reasonsOf(scope.causes, regime.id), pending],
      classes: [],
      duties: [],
    };
  }
  return { ...base, ...assessInScope(context, scope, reported) };
}

function assessInScope(
  context: ClassContext,
  scope: Outcome,
  reported: boolean,
): Pick<RegimeDraft, 'applies' | 'reasons' | 'classes' | 'duties'> {
  const classes = assessClasses(context);
  const exclusion = assessExclusions(context, classes);
  if (exclusion.excluded) return { applies: 'no', reasons: exclusion.reasons, classes: [], duties: [] };
  const applies: Verdict = reported && scope.verdict === 'yes' ? 'unknown' : scope.verdict;
  const lifted = classes.flatMap(({ answer }) =>
    answer.verdict === 'no' ? acceptedClaims(answer.claims) : [],
  );
  return {
    applies,
    reasons: [...reasonsOf(scope.causes, context.regime.id), ...exclusion.reasons, ...lifted],
    classes: classes.map(({ answer }) => answer).filter(({ verdict }) => verdict !== 'no'),
    duties: assessDuties(context, classes),
  };
}

/** A class that an accepted claim took away is not listed; that the claim did so is said with the regime. */
function acceptedClaims(claims: AssessedClass['answer']['claims']): Reason[] {
  return claims.filter(({ state }) => state === 'accepted').flatMap(({ reasons }) => reasons);
}

/** What takes the system out of the regime altogether; what is claimed and stays open is said as a reason. */
function assessExclusions(
  context: ClassContext,
  classes: readonly AssessedClass[],
): { excluded: boolean; reasons: Reason[] } {
  const reasons: Reason[] = [];
  for (const exclusion of context.regime.exclusions.filter((candidate) => holdsOn(candidate, context.asOf))) {
    const result = assessException(context, exclusion);
    const blocked = classes.some(
      ({ basis, answer }) => answer.verdict !== 'no' && exclusion.unlessClasses?.includes(basis.class),
    );
    if (result.lifts && !blocked) {
      const out = text('scope.excluded', { title: exclusion.title, article: exclusion.article });
      return { excluded: true, reasons: [reason(out, [], exclusion.id), ...result.reasons] };
    }
    if (result.claim) reasons.push(...result.reasons);
  }
  return { excluded: false, reasons };
}

function sourcesOf(regime: RegimeEntry): string[] {
  return regime.sources.flatMap((source) => source.id ?? []);
}
