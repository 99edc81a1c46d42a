import type { Claim, Reason } from '../answer/schema';
import { decide, evaluate } from '../logic/evaluate';
import type { Fact, Facts, Spot } from '../manifest/fact';
import type { Law, LawfulException } from './law';
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
export function assessException(context: ExceptionContext, exception: LawfulException): AssessedException {
  if (exception.automatic) return assessAutomatic(context, exception);
  const claimed = context.claims.get(exception.id);
  return claimed ? assessClaim(context, exception, claimed) : nothing;
}

function assessAutomatic({ model, facts }: ExceptionContext, exception: LawfulException): AssessedException {
  const { condition, title, article, id } = exception;
  const verdict = condition ? decide(condition, facts, model.terms) : 'yes';
  if (verdict === 'no') return nothing;
  // What is only reported takes nothing out.
  if (verdict === 'unknown' || exception.reported) return undecided;
  const causes = condition ? evaluate(condition, facts, model.terms).causes : [];
  const holds = reason(text('exception.holds', { title, article }), [], id);
  return { lifts: !exception.narrows, open: false, reasons: [holds, ...reasonsOf(causes, id)] };
}

const states = { yes: 'accepted', no: 'refused', unknown: 'open' } as const;

/**
 * A claim is accepted when the condition is true or there is none (then on the claimant's word), refused when it is
 * false or what the manifest says refutes the claim, and open while it is unknown, or while the exception is only
 * reported.
 */
function assessClaim(
  { model, facts }: ExceptionContext,
  exception: LawfulException,
  claimed: Spot,
): AssessedException {
  const { condition, refutedBy, id, title, article, reported } = exception;
  const refuting = refutedBy && evaluate(refutedBy, facts, model.terms);
  const { verdict, causes } =
    refuting?.verdict === 'yes'
      ? { verdict: 'no' as const, causes: refuting.causes }
      : condition
        ? evaluate(condition, facts, model.terms)
        : { verdict: 'yes' as const, causes: [] };
  const state = reported && verdict === 'yes' ? 'open' : states[verdict];
  const said = condition || reported || state === 'refused' ? `claim.${state}` : 'claim.accepted-on-word';
  const reasons = [
    reason(text(said, { exception: title, article }), [claimed], id),
    ...reasonsOf(causes, id),
    ...claimantReasons(facts.get('system.roles'), exception),
    ...(reported ? [reason(text('reported.check'), [], id)] : []),
  ];
  return {
    lifts: state === 'accepted' && !exception.narrows,
    open: false,
    claim: { id, state, reasons },
    reasons,
  };
}

/** A note where the law speaks of other claimants than this system has: that is a reading, so it refuses nothing. */
function claimantReasons(roles: Fact, { id, article, claimants }: LawfulException): Reason[] {
  if (claimants === undefined || roles.kind !== 'list' || roles.open) return [];
  if (roles.members.some(({ value }) => claimants.includes(String(value)))) return [];
  return [reason(text('claim.by-other', { article, roles: claimants }), roles.spots, id)];
}

/** What comes of every claim that the manifest makes under a regime, whatever it is claimed against. */
export function assessClaims(context: ExceptionContext, law: Law): Claim[] {
  if (context.claims.size === 0) return [];
  const places = [...law.grounds, ...law.duties].flatMap(({ exceptions }) => exceptions);
  const exceptions = new Map([...places, ...law.exclusions].map((exception) => [exception.id, exception]));
  return [...exceptions.values()].flatMap((exception) => assessException(context, exception).claim ?? []);
}
