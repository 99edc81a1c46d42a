import type { Claim, Class, Reason, Verdict } from '../answer/schema';
import type { ClassBasis, Exception, RegimeEntry } from '../catalog/schema/regime';
import { decide, evaluate } from '../logic/evaluate';
import { allOf } from '../logic/verdict';
import type { Facts, Spot } from '../manifest/fact';
import { dayOf, noDay } from './dates';
import { holdsOn } from './days';
import { isReported, weakest } from './grades';
import type { Model } from './model';
import { reason, reasonsOf, text } from './reasons';

/** A claim that the manifest makes: which exception, and where it says so. */
export type Claims = ReadonlyMap<string, Spot>;

export interface ClassContext {
  readonly model: Model;
  readonly regime: RegimeEntry;
  /** Whether the regime applies at all: a class is no surer than that. */
  readonly applies: Verdict;
  readonly facts: Facts;
  readonly claims: Claims;
  readonly asOf: string;
}

/** A class with the ground it stands on; grounds that are `no` are kept here, for what builds on them. */
export interface AssessedClass {
  readonly basis: ClassBasis;
  readonly answer: Class;
}

/** Every ground of every class of a regime as the law read on `asOf`, in catalog order. */
export function assessClasses(context: ClassContext): AssessedClass[] {
  const current = context.regime.classes.filter((basis) => holdsOn(basis, context.asOf));
  const grounds = current.filter((basis) => !basis.otherwise).map((basis) => assessGround(context, basis));
  const others = current
    .filter((basis) => basis.otherwise)
    .map((basis) => assessOtherwise(context, basis, grounds));
  return [...grounds, ...others];
}

function assessGround(context: ClassContext, basis: ClassBasis): AssessedClass {
  const { model, regime, facts } = context;
  const { condition } = basis;
  // Most grounds do not hold, and nobody asks why: their reasons are not put into words.
  if (!condition || decide(condition, facts, model.terms) === 'no')
    return ground(context, basis, 'no', [], [], []);
  const { verdict, causes } = evaluate(condition, facts, model.terms);
  const openExceptions: string[] = [];
  const claims: Claim[] = [];
  for (const exception of exceptionsOf(regime, basis.exceptions, context.asOf)) {
    const result = assessException(context, exception);
    if (result.lifts)
      return ground(context, basis, 'no', result.reasons, [], result.claim ? [result.claim] : []);
    if (result.open) openExceptions.push(exception.id);
    if (result.claim) claims.push(result.claim);
  }
  return ground(context, basis, verdict, reasonsOf(causes, basis.id), openExceptions, claims);
}

function ground(
  context: ClassContext,
  basis: ClassBasis,
  verdict: Verdict,
  reasons: Reason[],
  openExceptions: string[],
  claims: Claim[],
): AssessedClass {
  const { regime, applies, asOf } = context;
  const reported = isReported(basis, regime);
  const sure = reported && verdict === 'yes' ? 'unknown' : verdict;
  const since = reported || verdict === 'no' ? noDay : dayOf(regime, basis.date, asOf);
  return {
    basis,
    answer: {
      id: `${regime.id}.${basis.class}`,
      basis: basis.basis,
      title: basis.title,
      verdict: allOf([sure, applies]),
      since: since.day,
      ...(since.moved ? { sinceMoved: since.moved } : {}),
      reasons: reported ? [...reasons, reason(text('reported.check'), [], basis.id)] : reasons,
      openExceptions,
      claims,
      grade: weakest([basis.confidence, regime.confidence]),
      reported,
    },
  };
}

/** The class that holds when no other does: open while any other is open, gone when any other holds. */
function assessOtherwise(
  context: ClassContext,
  basis: ClassBasis,
  grounds: readonly AssessedClass[],
): AssessedClass {
  const open = grounds.filter(({ answer }) => answer.verdict === 'unknown');
  const holding = grounds.filter(({ answer }) => answer.verdict === 'yes');
  if (holding.length > 0) return ground(context, basis, 'no', [], [], []);
  if (open.length === 0)
    return ground(context, basis, 'yes', [reason(text('class.otherwise'), [], basis.id)], [], []);
  const bases = [...new Set(open.map(({ answer }) => answer.basis))];
  return ground(
    context,
    basis,
    'unknown',
    [reason(text('class.open-others', { classes: bases }), [], basis.id)],
    [],
    [],
  );
}

export function exceptionsOf(regime: RegimeEntry, ids: readonly string[], asOf: string): Exception[] {
  return regime.exceptions.filter((exception) => ids.includes(exception.id) && holdsOn(exception, asOf));
}

export interface AssessedException {
  readonly lifts: boolean;
  /** Automatic, and not decided: it does not apply, and is listed. */
  readonly open: boolean;
  readonly claim?: Claim;
  readonly reasons: Reason[];
}

/**
 * An automatic exception works when its condition is true. Any other needs a claim, which is accepted when the
 * condition is true or there is none (then on the claimant's word), refused when it is false, open when unknown.
 */
export function assessException(
  context: Pick<ClassContext, 'model' | 'facts' | 'claims'>,
  exception: Exception,
): AssessedException {
  const claimed = context.claims.get(exception.id);
  if (!exception.automatic && !claimed) return { lifts: false, open: false, reasons: [] };
  const outcome = exception.condition
    ? evaluate(exception.condition, context.facts, context.model.terms)
    : { verdict: 'yes' as const, causes: [] };
  const name = { title: exception.title, article: exception.article };
  const because = reasonsOf(outcome.causes, exception.id);
  if (exception.automatic) {
    const lifts = outcome.verdict === 'yes';
    const reasons = lifts ? [reason(text('exception.holds', name), [], exception.id), ...because] : because;
    return { lifts, open: outcome.verdict === 'unknown', reasons };
  }
  const spots = claimed ? [claimed] : [];
  const state = { yes: 'accepted', no: 'refused', unknown: 'open' } as const;
  const id = exception.condition ? `claim.${state[outcome.verdict]}` : 'claim.accepted-on-word';
  const reasons = [
    reason(text(id, { exception: exception.title, article: exception.article }), spots, exception.id),
    ...because,
  ];
  const claim: Claim = { id: exception.id, state: state[outcome.verdict], reasons };
  return { lifts: outcome.verdict === 'yes', open: false, claim, reasons };
}
