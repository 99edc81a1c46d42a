import type { Control, Duty, DutyState, Reason, Verdict } from '../answer/schema';
import type { DutyEntry } from '../catalog/schema/regime';
import { decide, evaluate } from '../logic/evaluate';
import { allOf, anyOf } from '../logic/verdict';
import type { Fact } from '../manifest/fact';
import type { AssessedGround, ClassContext } from './classes';
import { dayByRule, type EffectiveDay, earliest, noDay } from './dates';
import { assessException } from './exceptions';
import { weakest } from './grades';
import type { LawfulDuty } from './law';
import { reason, reasonsOf, text } from './reasons';

/** A duty before the state of its controls is known; its reasons are put into words when somebody reads them. */
export interface DutyDraft extends Omit<Duty, 'state' | 'controls' | 'reasons'> {
  readonly because: () => Reason[];
}

/** The duties of a regime that apply or may apply, in catalog order. */
export function assessDuties(context: ClassContext, classes: readonly AssessedGround[]): DutyDraft[] {
  return context.law.duties.flatMap((duty) => assessDuty(context, duty, classes) ?? []);
}

function assessDuty(
  context: ClassContext,
  duty: LawfulDuty,
  classes: readonly AssessedGround[],
): DutyDraft | undefined {
  const { model, facts, applies } = context;
  const { entry } = duty;
  const grounds = groundsOf(entry, classes);
  const byClass: Verdict = entry.classes.length === 0 ? 'yes' : anyOf(grounds.map(({ verdict }) => verdict));
  if (byClass === 'no') return undefined;
  const condition = entry.condition ? decide(entry.condition, facts, model.terms) : 'yes';
  if (condition === 'no') return undefined;
  const roles = rolesOf(entry, facts.get('system.roles'));
  if (roles.verdict === 'no') return undefined;
  if (duty.exceptions.some((exception) => assessException(context, exception).lifts)) return undefined;
  const restsOnReport = grounds.length > 0 && grounds.every(({ answer }) => answer?.reported === true);
  const due = duty.reported || restsOnReport ? noDay : dueOf(context, entry, grounds);
  const reported = duty.reported || restsOnReport || due.reported === true;
  return {
    id: entry.id,
    title: entry.title,
    article: entry.article,
    statement: entry.statement,
    roles: roles.roles,
    themes: entry.themes,
    // What is only reported never binds for sure.
    applies: allOf([applies, roles.verdict, byClass, condition, duty.reported ? 'unknown' : 'yes']),
    due: due.day,
    ...(due.moved ? { dueMoved: due.moved } : {}),
    because: () => [
      ...classReasons(entry, grounds),
      ...roles.reasons,
      ...reasonsOf(entry.condition ? evaluate(entry.condition, facts, model.terms).causes : [], entry.id),
      ...(due.open ? [reason(text('date.open'), [], entry.id)] : []),
      ...(reported ? [reason(text('reported.check'), [], entry.id)] : []),
    ],
    grade: weakest([duty.grade, ...grounds.map(({ ground }) => ground.grade)]),
    reported,
  };
}

/** Grounds that bring the duty about: those that hold or may hold, of the classes (and bases) it names. */
function groundsOf(duty: DutyEntry, classes: readonly AssessedGround[]): readonly AssessedGround[] {
  if (duty.classes.length === 0) return [];
  return classes.filter(
    ({ ground: { basis }, verdict }) =>
      verdict !== 'no' &&
      duty.classes.includes(basis.class) &&
      (duty.bases === undefined || duty.bases.includes(basis.id)),
  );
}

function classReasons(duty: DutyEntry, grounds: readonly AssessedGround[]): Reason[] {
  const first = grounds.find(({ verdict }) => verdict === 'yes') ?? grounds[0];
  if (!first) return [];
  const { basis } = first.ground;
  const places = first.answer?.reasons.flatMap((because) => because.places) ?? [];
  return [{ text: text('duty.class', { class: basis.class, basis: basis.basis }), places, entry: duty.id }];
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
function dueOf(
  { law, facts, model }: ClassContext,
  duty: DutyEntry,
  grounds: readonly AssessedGround[],
): EffectiveDay {
  if (duty.date !== 'by-class') return dayByRule(law.regime, duty.date, law.asOf, facts, model.terms);
  const holding = grounds.filter(({ verdict }) => verdict === 'yes');
  const deciding = holding.length > 0 ? holding : grounds;
  return earliest(deciding.map(({ ground }) => ground.since)) ?? noDay;
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
