import type { Control, Duty, DutyState, Reason, Verdict } from '../answer/schema';
import type { DutyEntry } from '../catalog/schema/regime';
import { decide, evaluate } from '../logic/evaluate';
import { allOf, anyOf } from '../logic/verdict';
import type { AssessedGround, ClassContext } from './classes';
import { dayByRule, noDay, type RuledDay } from './dates';
import { type DutyGround, groundReasons, groundsOf } from './duty-grounds';
import { type DutyRoles, type RolesOf, readRoles } from './duty-roles';
import { assessException } from './exceptions';
import { weakest } from './grades';
import type { LawfulDuty } from './law';
import { reason, reasonsOf, text } from './reasons';
import { type BindingDay, type PutOff, readTransitions } from './transitions';

/** The duties of a regime that apply or may apply, in catalog order. */
export function assessDuties(context: ClassContext, classes: readonly AssessedGround[]): DutyDraft[] {
  const putOff = readTransitions(context);
  const rolesOf = readRoles(context);
  // Most grounds came to nothing, and no duty comes of them.
  const alive = classes.filter(({ verdict, lifted }) => verdict !== 'no' || lifted !== undefined);
  const duties: DutyDraft[] = [];
  for (const duty of context.law.duties) {
    const draft = assessDuty(context, duty, alive, putOff, rolesOf);
    if (draft) duties.push(draft);
  }
  return duties;
}

function assessDuty(
  context: ClassContext,
  duty: LawfulDuty,
  classes: readonly AssessedGround[],
  putOff: PutOff,
  rolesOf: RolesOf,
): DutyDraft | undefined {
  const { model, facts, applies } = context;
  const { entry } = duty;
  // Most duties fall to the roles alone.
  const roles = rolesOf(entry, classes);
  if (roles.verdict === 'no') return undefined;
  const grounds = groundsOf(entry, classes);
  const byClass: Verdict = entry.classes.length === 0 ? 'yes' : anyOf(grounds.map(({ verdict }) => verdict));
  if (byClass === 'no') return undefined;
  const condition = entry.condition ? decide(entry.condition, facts, model.terms) : 'yes';
  if (condition === 'no') return undefined;
  if (duty.exceptions.some((exception) => assessException(context, exception).lifts)) return undefined;
  const restsOnReport = grounds.length > 0 && grounds.every(({ reported }) => reported);
  const binding = duty.reported || restsOnReport ? unset : dueOf(context, entry, grounds, putOff);
  // What is only reported never binds for sure, and a permission binds only who makes use of it.
  const sure = duty.reported || entry.permission ? 'unknown' : 'yes';
  const applying = allOf([applies, roles.verdict, byClass, condition, binding.binds, sure]);
  const reported = duty.reported || restsOnReport || binding.day.reported === true;
  return new DutyDraft(context, duty, applying, { roles, grounds, binding, reported });
}

/** What a duty rests on. */
interface Footing {
  readonly roles: DutyRoles;
  readonly grounds: readonly DutyGround[];
  readonly binding: BindingDay;
  readonly reported: boolean;
}

/** A duty before the state of its controls is known, and before anybody reads more of it than whether it applies and when. */
export class DutyDraft {
  readonly id: string;
  readonly applies: Verdict;
  readonly due: string | null;
  readonly #context: ClassContext;
  readonly #duty: LawfulDuty;
  readonly #footing: Footing;

  constructor(context: ClassContext, duty: LawfulDuty, applies: Verdict, footing: Footing) {
    this.id = duty.entry.id;
    this.applies = applies;
    this.due = footing.binding.day.day;
    this.#context = context;
    this.#duty = duty;
    this.#footing = footing;
  }

  because(): Reason[] {
    const { facts, model } = this.#context;
    const { entry } = this.#duty;
    const { roles, grounds, binding, reported } = this.#footing;
    return [
      ...groundReasons(entry, grounds),
      ...(entry.permission ? [reason(text('duty.permission'), [], entry.id)] : []),
      ...roles.reasons(),
      ...reasonsOf(entry.condition ? evaluate(entry.condition, facts, model.terms).causes : [], entry.id),
      ...binding.reasons(),
      ...(binding.day.open ? [reason(text('date.open'), [], entry.id)] : []),
      ...(reported ? [reason(text('reported.check'), [], entry.id)] : []),
    ];
  }

  /** What the answer says of it. */
  tell(): Omit<Duty, 'state' | 'controls' | 'reasons'> {
    const { entry, grade } = this.#duty;
    const { roles, grounds, binding, reported } = this.#footing;
    const { moved } = binding.day;
    const reliefs = reliefsOf(this.#context, entry);
    return {
      id: this.id,
      title: entry.title,
      article: entry.article,
      statement: entry.statement,
      roles: roles.roles,
      themes: entry.themes,
      applies: this.applies,
      due: this.due,
      ...(moved ? { dueMoved: moved } : {}),
      ...(reliefs.length > 0 ? { reliefs } : {}),
      grade: weakest([grade, ...grounds.map(({ ground }) => ground.grade)]),
      reported,
    };
  }
}

const unset: BindingDay = { day: noDay, binds: 'yes', reasons: () => [] };

const noReliefs: NonNullable<Duty['reliefs']> = [];

/** What makes a duty lighter for this system and its organization, or may do so. */
function reliefsOf({ facts, model }: ClassContext, { relief }: DutyEntry): NonNullable<Duty['reliefs']> {
  if (relief === undefined || typeof relief === 'string') return noReliefs;
  return relief.flatMap(({ article, statement, condition }) => {
    const applies = condition ? decide(condition, facts, model.terms) : 'yes';
    return applies === 'no' ? [] : [{ article, statement, applies }];
  });
}

/**
 * When a duty binds. By class: the earliest day among the grounds that hold, or among those that may where none does;
 * it binds for sure where it does by one of them.
 */
function dueOf(
  { law, facts, model }: ClassContext,
  duty: DutyEntry,
  grounds: readonly DutyGround[],
  putOff: PutOff,
): BindingDay {
  if (duty.date !== 'by-class') {
    const day = dayByRule(law.regime, duty.date, law.asOf, facts, model.terms);
    if (day.chosen === undefined && day.conditions.length === 0) return plainDay(day);
    const { chosen, conditions } = day;
    const reasons = () => [
      ...(chosen
        ? [
            reason(
              text('date.chosen', { article: chosen.article ?? duty.article, what: chosen.what }),
              [],
              duty.id,
            ),
          ]
        : []),
      ...conditions.flatMap((one) => reasonsOf(evaluate(one, facts, model.terms).causes, duty.id)),
    ];
    return { day, binds: 'yes', reasons };
  }
  const holding = grounds.filter(({ verdict }) => verdict === 'yes');
  const days = (holding.length > 0 ? holding : grounds).map(({ ground: { since, basis } }) =>
    // What stays after an exception binds by the exception, not by a class that was put off.
    duty.whereLifted ? { ...unset, day: since } : putOff(basis.date, since),
  );
  const first = days.toSorted((a, b) => ((a.day.day ?? '9999') < (b.day.day ?? '9999') ? -1 : 1))[0];
  return first ? { ...first, binds: anyOf(days.map(({ binds }) => binds)) } : unset;
}

const plainDays = new WeakMap<RuledDay, BindingDay>();

/** A day that hangs on nothing of the manifest: the same for every duty and every system. */
function plainDay(day: RuledDay): BindingDay {
  let plain = plainDays.get(day);
  if (!plain) {
    plain = { day, binds: 'yes', reasons: () => [] };
    plainDays.set(day, plain);
  }
  return plain;
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
