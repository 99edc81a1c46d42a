import type { Claim, Reason } from '../answer/schema';
import type { Exception } from '../catalog/schema/regime';
import { decide, evaluate } from '../logic/evaluate';
import type { Facts, Spot } from '../manifest/fact';
import type { Model } from './model';
import { reason, reasonsOf, text } from './reasons';

/** Exceptions that the manifest claims, by id, with where it says so. */
export type Claims = ReadonlyMap<string, Spot>;

export interface ExceptionContext {
  readonly model: Model;
  readonly facts: Facts;
  readonly claims: Claims;
}

export interface AssessedException {
  /** It takes the system out. */
  readonly lifts: boolean;
  /** Automatic, and not decided: it does not apply, and is listed. */
  readonly open: boolean;
  readonly claim?: Claim;
  readonly reasons: Reason[];
}

const nothing: AssessedException = { lifts: false, open: false, reasons: [] };
const undecided: AssessedException = { lifts: false, open: true, reasons: [] };

/** An automatic exception works when its condition is true; any other must be claimed. */
export function assessException(context: ExceptionContext, exception: Exception): AssessedException {
  if (exception.automatic) return assessAutomatic(context, exception);
  const claimed = context.claims.get(exception.id);
  return claimed ? assessClaim(context, exception, claimed) : nothing;
}

function assessAutomatic({ model, facts }: ExceptionContext, exception: Exception): AssessedException {
  const { condition, title, article, id } = exception;
  const verdict = condition ? decide(condition, facts, model.terms) : 'yes';
  if (verdict === 'unknown') return undecided;
  if (verdict === 'no') return nothing;
  const causes = condition ? evaluate(condition, facts, model.terms).causes : [];
  const holds = reason(text('exception.holds', { title, article }), [], id);
  return { lifts: true, open: false, reasons: [holds, ...reasonsOf(causes, id)] };
}

const states = { yes: 'accepted', no: 'refused', unknown: 'open' } as const;

/**
 * A claim is accepted when the condition is true or there is none (then on the claimant's word), refused when it is
 * false, and open while it is unknown.
 */
function assessClaim(
  { model, facts }: ExceptionContext,
  exception: Exception,
  claimed: Spot,
): AssessedException {
  const { condition, id, title, article } = exception;
  const { verdict, causes } = condition
    ? evaluate(condition, facts, model.terms)
    : { verdict: 'yes' as const, causes: [] };
  const said = condition ? `claim.${states[verdict]}` : 'claim.accepted-on-word';
  const reasons = [
    reason(text(said, { exception: title, article }), [claimed], id),
    ...reasonsOf(causes, id),
  ];
  return { lifts: verdict === 'yes', open: false, claim: { id, state: states[verdict], reasons }, reasons };
}
