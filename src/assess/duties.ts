import type { Control, Duty, DutyState, Reason, Verdict } from '../answer/schema';
import type { DutyEntry } from '../catalog/schema/regime';
import { decide, evaluate } from '../logic/evaluate';
import { allOf, anyOf } from '../logic/verdict';
import type { Fact } from '../manifest/fact';
import { type AssessedClass, assessException, type ClassContext, exceptionsOf } from './classes';
import { dayByRule, dayOf, type EffectiveDay, earliest } from './dates';
import { holdsOn } from './days';
import { isReported, weakest } from './grades';
import { reason, reasonsOf, text } from './reasons';

/** A duty before the state of its controls is known. */
export type DutyDraft = Omit<Duty, 'state' | 'controls'>;

/** The duties of a regime that apply or may apply, as the law reads on `asOf`, in catalog order. */
export function assessDuties(context: ClassContext, classes: readonly AssessedClass[]): DutyDraft[] {
  return context.regime.duties
    .filter((duty) => holdsOn(duty, context.asOf))
    .flatMap((duty) => assessDuty(context, duty, classes) ?? []);
}

function assessDuty(
  context: ClassContext,
  duty: DutyEntry,
  classes: readonly AssessedClass[],
): DutyDraft | undefined {
  const { model, regime, facts, applies } = context;
  const grounds = groundsOf(duty, classes);
  const byClass: Verdict =
    duty.classes.length === 0 ? 'yes' : anyOf(grounds.map(({ answer }) => answer.verdict));
  if (byClass === 'no') return undefined;
  if (duty.condition && decide(duty.condition, facts, model.terms) === 'no') return undefined;
  const roles = rolesOf(duty, facts.get('system.roles'));
  if (roles.verdict === 'no') return undefined;
  const condition = duty.condition && evaluate(duty.condition, facts, model.terms);
  const lifted = exceptionsOf(regime, duty.exceptions, context.asOf).some(
    (exception) => assessException(context, exception).lifts,
  );
  if (lifted) return undefined;

  const reported = isReported(duty, regime);
  const verdict = allOf([applies, roles.verdict, byClass, condition?.verdict ?? 'yes']);
  const due = dueOf(context, duty, grounds);
  const reasons = [
    ...classReasons(duty, grounds),
    ...roles.reasons,
    ...reasonsOf(condition?.causes ?? [], duty.id),
    ...(due.open ? [reason(text('date.open'), [], duty.id)] : []),
    ...(reported ? [reason(text('reported.check'), [], duty.id)] : []),
  ];
  return {
    id: duty.id,
    title: duty.title,
    article: duty.article,
    statement: duty.statement,
    roles: roles.roles,
    themes: duty.themes,
    applies: reported && verdict === 'yes' ? 'unknown' : verdict,
    due: reported ? null : due.day,
    ...(due.moved && !reported ? { dueMoved: due.moved } : {}),
    reasons,
    grade: weakest([duty.confidence, regime.confidence, ...grounds.map(({ answer }) => answer.grade)]),
    reported,
  };
}

/** Grounds that bring the duty about: those that hold or may hold, of the classes (and bases) it names. */
function groundsOf(duty: DutyEntry, classes: readonly AssessedClass[]): AssessedClass[] {
  if (duty.classes.length === 0) return [];
  return classes.filter(
    ({ basis, answer }) =>
      answer.verdict !== 'no' &&
      duty.classes.includes(basis.class) &&
      (duty.bases === undefined || duty.bases.includes(basis.id)),
  );
}

function classReasons(duty: DutyEntry, grounds: readonly AssessedClass[]): Reason[] {
  const holding = grounds.filter(({ answer }) => answer.verdict === 'yes');
  const [ground] = holding.length > 0 ? holding : grounds;
  if (!ground) return [];
  const places = ground.answer.reasons.flatMap((because) => because.places);
  const said = text('duty.class', { class: ground.basis.class, basis: ground.basis.basis });
  return [{ text: said, places, entry: duty.id }];
}

interface HeldRoles {
  readonly verdict: Verdict;
  readonly roles: string[];
  readonly reasons: Reason[];
}

/** Roles of a duty that are held; where the manifest does not say (all of) its roles, those that may be held. */
function rolesOf(duty: DutyEntry, fact: Fact): HeldRoles {
  if (fact.kind !== 'list') {
    const reasons = [reason(text('role.unstated', { roles: duty.roles }), fact.spots, duty.id)];
    return { verdict: 'unknown', roles: duty.roles, reasons };
  }
  const members = fact.members.filter(({ value }) => duty.roles.includes(String(value)));
  if (members.length > 0) {
    const held = members.map(({ value }) => String(value));
    const reasons = [
      reason(
        text('role.held', { roles: held }),
        members.map(({ spot }) => spot),
        duty.id,
      ),
    ];
    return { verdict: 'yes', roles: duty.roles.filter((role) => held.includes(role)), reasons };
  }
  if (!fact.open) return { verdict: 'no', roles: [], reasons: [] };
  const reasons = [reason(text('role.unstated', { roles: duty.roles }), fact.spots, duty.id)];
  return { verdict: 'unknown', roles: duty.roles, reasons };
}

/** By class: the earliest day among the grounds that hold, or among those that may where none does. */
function dueOf(context: ClassContext, duty: DutyEntry, grounds: readonly AssessedClass[]): EffectiveDay {
  const { regime, asOf, facts, model } = context;
  if (duty.date !== 'by-class') return dayByRule(regime, duty.date, asOf, facts, model.terms);
  const holding = grounds.filter(({ answer }) => answer.verdict === 'yes');
  const deciding = holding.length > 0 ? holding : grounds;
  return earliest(deciding.map(({ basis }) => dayOf(regime, basis.date, asOf))) ?? { day: null, open: false };
}

/** State of a duty over the controls that mainly fulfil it (ANSWER.md, States). */
export function dutyState(
  applies: Verdict,
  waived: boolean,
  joined: readonly Pick<Control, 'state'>[],
): DutyState {
  if (applies === 'unknown') return 'unknown';
  if (waived) return 'waived';
  const counted = joined.filter(({ state }) => state !== 'not-applicable');
  if (counted.length === 0) return 'unknown';
  const states = counted.map(({ state }) => state);
  if (states.every((state) => state === 'met')) return 'met';
  if (states.every((state) => state === 'met' || state === 'declared')) return 'declared';
  const anythingDone = states.some((state) => state === 'met' || state === 'declared' || state === 'partial');
  return anythingDone ? 'partial' : 'missing';
}
