import type { Claim, Class, Reason, Verdict } from '../answer/schema';
import { decide, evaluate } from '../logic/evaluate';
import { allOf } from '../logic/verdict';
import { assessException, type ExceptionContext } from './exceptions';
import type { Ground, Law } from './law';
import { reason, reasonsOf, text } from './reasons';

export interface ClassContext extends ExceptionContext {
  readonly law: Law;
  /** Whether the regime applies at all: a class is no surer than that. */
  readonly applies: Verdict;
}

/** How an exception took a ground away. */
export interface Lifting {
  /** Id and article of the exception. */
  readonly by: string;
  readonly article: string;
  /** What the ground would come to without it. */
  readonly instead: Verdict;
  readonly reasons: readonly Reason[];
}

/** A ground and what it comes to; grounds that are `no` are kept here, for what builds on them. */
export interface AssessedGround {
  readonly ground: Ground;
  readonly verdict: Verdict;
  /** The ground as the answer lists it, unless it is `no`. */
  readonly answer?: Class;
  /** The exception that took the ground away. */
  readonly lifted?: Lifting;
}

/** Every ground of every class of a regime, in the order of its law. */
export function assessClasses(context: ClassContext): AssessedGround[] {
  const assessed: AssessedGround[] = [];
  for (const ground of context.law.grounds) {
    assessed.push(
      ground.basis.otherwise ? assessOtherwise(context, ground, assessed) : assessGround(context, ground),
    );
  }
  return assessed;
}

function assessGround(context: ClassContext, ground: Ground): AssessedGround {
  const { model, facts } = context;
  const { condition } = ground.basis;
  // Most grounds do not hold, and nobody asks why: their reasons are not put into words.
  const verdict = condition ? decide(condition, facts, model.terms) : 'no';
  if (!condition || verdict === 'no') return { ground, verdict: 'no' };
  const openExceptions: string[] = [];
  const claims: Claim[] = [];
  for (const exception of ground.exceptions) {
    const { lifts, open, claim, reasons } = assessException(context, exception);
    if (lifts) {
      const instead = sureOf(context, ground, verdict);
      const lifted = { by: exception.id, article: exception.article, instead, reasons };
      return { ground, verdict: 'no', lifted };
    }
    if (open) openExceptions.push(exception.id);
    if (claim) claims.push(claim);
  }
  const because = () => reasonsOf(evaluate(condition, facts, model.terms).causes, ground.basis.id);
  return listed(context, ground, verdict, because, openExceptions, claims);
}

/** The class that holds when no other does: open while any other is open, gone when any other holds. */
function assessOtherwise(
  context: ClassContext,
  ground: Ground,
  others: readonly AssessedGround[],
): AssessedGround {
  if (others.some(({ verdict }) => verdict === 'yes')) return { ground, verdict: 'no' };
  const open = others.filter(({ verdict }) => verdict === 'unknown');
  const bases = [...new Set(open.map((other) => other.ground.basis.basis))];
  const said = open.length === 0 ? text('class.otherwise') : text('class.open-others', { classes: bases });
  const because = () => [reason(said, [], ground.basis.id)];
  return listed(context, ground, open.length === 0 ? 'yes' : 'unknown', because, [], []);
}

/** A ground that holds or may hold, as the answer lists it. What is only reported never holds for sure. */
function listed(
  context: ClassContext,
  ground: Ground,
  verdict: Verdict,
  because: () => Reason[],
  openExceptions: string[],
  claims: Claim[],
): AssessedGround {
  const { basis, classId, since, grade } = ground;
  const sure = sureOf(context, ground, verdict);
  const reported = ground.reported || since.reported === true;
  const answer: Class = {
    id: classId,
    basis: basis.basis,
    title: basis.title,
    verdict: sure,
    since: since.day,
    ...(since.moved ? { sinceMoved: since.moved } : {}),
    get reasons() {
      return reported ? [...because(), reason(text('reported.check'), [], basis.id)] : because();
    },
    openExceptions,
    claims,
    grade,
    reported,
  };
  return { ground, verdict: sure, answer };
}

/** What a ground comes to where its condition comes to this. */
function sureOf(context: ClassContext, ground: Ground, verdict: Verdict): Verdict {
  return allOf([ground.reported ? 'unknown' : 'yes', verdict, context.applies]);
}
