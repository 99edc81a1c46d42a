import type { Condition, MemberWanted, Scalar } from '../../logic/condition';
import { derivedNumbers, derivedPaths } from '../../logic/derived';
import { type Field, fieldAt, fields } from '../../manifest/fields';
import { nearest } from '../../text/nearest';
import type { Draft, Report } from '../draft';
import type { EntryFile } from '../entry-file';
import type { Steps } from '../problem';
import type { DateRule, Exception } from '../schema/regime';

type Leaf = Extract<Condition, { path: string }>;

/** Checks every condition of a catalog against the fields of the manifest and their values. */
export function checkConditions(draft: Draft, places: ReadonlySet<string>, report: Report): void {
  const check = new ConditionCheck(places, report);
  for (const { file, value } of draft.risks) {
    check.run(file, ['when'], value.when);
    for (const shift of ['raises', 'lowers'] as const) {
      value.severity[shift].forEach(({ when }, index) =>
        check.run(file, ['severity', shift, index, 'when'], when),
      );
    }
  }
  for (const { file, value } of [...draft.controls, ...draft.conflicts])
    check.run(file, ['when'], value.when);
  for (const { main, parts } of draft.regimes) {
    check.run(main.file, ['scope', 'condition'], main.value.scope.condition);
    check.run(main.file, ['scope', 'open', 'condition'], main.value.scope.open?.condition);
    check.each(main.file, 'exclusions', main.value.exclusions);
    check.each(main.file, 'transitions', main.value.transitions);
    main.value.transitions.forEach(({ date }, index) => check.rule(main.file, ['transitions', index], date));
    for (const { file, value } of [main, ...parts]) {
      check.each(file, 'exceptions', value.exceptions);
      value.exceptions.forEach(({ refutedBy }, index) =>
        check.run(file, ['exceptions', index, 'refutedBy'], refutedBy),
      );
      check.each(file, 'classes', value.classes);
      check.each(file, 'duties', value.duties);
      check.each(file, 'deemedRoles', value.deemedRoles);
      value.duties.forEach(({ date, relief }, index) => {
        check.rule(file, ['duties', index], date);
        if (relief === undefined || typeof relief === 'string') return;
        relief.forEach(({ condition }, at) =>
          check.run(file, ['duties', index, 'relief', at, 'condition'], condition),
        );
      });
    }
  }
}

class ConditionCheck {
  readonly #places: ReadonlySet<string>;
  readonly #report: Report;

  constructor(places: ReadonlySet<string>, report: Report) {
    this.#places = places;
    this.#report = report;
  }

  each(file: EntryFile, key: string, list: readonly Pick<Exception, 'condition'>[]): void {
    list.forEach(({ condition }, index) => this.run(file, [key, index, 'condition'], condition));
  }

  /** The conditions of the date rule of whatever stands at these steps. */
  rule(file: EntryFile, steps: Steps, rule: DateRule): void {
    if (typeof rule === 'string') return;
    rule.forEach(({ when }, option) => this.run(file, [...steps, 'date', option, 'when'], when));
  }

  run(file: EntryFile, steps: Steps, condition: Condition | undefined): void {
    if (condition === undefined) return;
    if ('all' in condition)
      condition.all.forEach((inner, index) => this.run(file, [...steps, 'all', index], inner));
    else if ('any' in condition) {
      condition.any.forEach((inner, index) => this.run(file, [...steps, 'any', index], inner));
    } else if ('not' in condition) this.run(file, [...steps, 'not'], condition.not);
    else this.#leaf(file, steps, condition);
  }

  #leaf(file: EntryFile, steps: Steps, leaf: Leaf): void {
    if (derivedPaths.includes(leaf.path)) {
      const isNumber = derivedNumbers.includes(leaf.path);
      if (isNumber ? 'atLeast' in leaf : 'equals' in leaf && typeof leaf.equals === 'boolean') return;
      const message = isNumber
        ? `${leaf.path} is an amount. Ask it with atLeast.`
        : `${leaf.path} is yes or no. Ask it with equals: true or equals: false.`;
      this.#report(file, { steps }, 'wrong-operator', message);
      return;
    }
    const field = fieldAt(leaf.path);
    if (!field) {
      const meant = nearest(leaf.path, [...derivedPaths, ...fields().map(({ path }) => path)]);
      const advice = meant === undefined ? 'Use a field of the manifest.' : `Did you mean ${meant}?`;
      this.#report(
        file,
        { steps: [...steps, 'path'] },
        'unknown-path',
        `The manifest has no ${leaf.path}. ${advice}`,
      );
      return;
    }
    const operator = Object.keys(leaf).find((key) => key !== 'path') ?? '';
    if (!fits(field, operator)) {
      const message = `${leaf.path} is ${inWords(field)}, which ${operator} cannot ask. Use ${askedBy(field)}.`;
      this.#report(file, { steps: [...steps, operator], on: 'key' }, 'wrong-operator', message);
      return;
    }
    if ('some' in leaf) this.#members(file, [...steps, 'some'], field, leaf.some);
    else if ('equals' in leaf) this.#value(file, [...steps, 'equals'], field, leaf.equals);
    else if ('oneOf' in leaf) this.#values(file, [...steps, 'oneOf'], field, leaf.oneOf);
    else if ('includes' in leaf) this.#values(file, [...steps, 'includes'], field, leaf.includes);
    else if ('atLeast' in leaf) this.#value(file, [...steps, 'atLeast'], field, leaf.atLeast);
  }

  #members(file: EntryFile, steps: Steps, field: Field, some: Record<string, MemberWanted>): void {
    for (const [key, wanted] of Object.entries(some)) {
      const member = field.members.get(key);
      if (member) {
        this.#member(file, [...steps, key], member, wanted);
        continue;
      }
      const meant = nearest(key, [...field.members.keys()]);
      const advice = meant === undefined ? '' : ` Did you mean ${meant}?`;
      const message = `A member of ${field.path} has no ${key}.${advice}`;
      this.#report(file, { steps: [...steps, key], on: 'key' }, 'unknown-path', message);
    }
  }

  #member(file: EntryFile, steps: Steps, field: Field, wanted: MemberWanted): void {
    if (typeof wanted !== 'object' || Array.isArray(wanted)) this.#values(file, steps, field, wanted);
    else if (fits(field, 'atLeast')) this.#value(file, [...steps, 'atLeast'], field, wanted.atLeast);
    else {
      const message = `${field.path} is ${inWords(field)}, which atLeast cannot ask. Name its values.`;
      this.#report(file, { steps: [...steps, 'atLeast'], on: 'key' }, 'wrong-operator', message);
    }
  }

  #values(file: EntryFile, steps: Steps, field: Field, wanted: Scalar | readonly Scalar[]): void {
    if (typeof wanted === 'object') {
      wanted.forEach((value, index) => this.#value(file, [...steps, index], field, value));
    } else this.#value(file, steps, field, wanted);
  }

  #value(file: EntryFile, steps: Steps, field: Field, value: Scalar): void {
    const complaint = this.#complaint(field, value);
    if (complaint !== undefined) this.#report(file, { steps }, 'wrong-value', complaint);
  }

  #complaint(field: Field, value: Scalar): string | undefined {
    const { type, path } = field;
    if (type === 'boolean' || type === 'number') {
      return typeof value === type ? undefined : `${path} is a ${type}, and ${value} is none.`;
    }
    if (typeof value !== 'string') return `${path} holds text, and ${value} is none. Put it in quotes.`;
    if (type === 'place')
      return this.#places.has(value) ? undefined : `${value} is no place. Use an ISO 3166 code, EU or EEA.`;
    if (type === 'day')
      return /^\d{4}-\d\d-\d\d$/.test(value) ? undefined : `${path} is a day. Write YYYY-MM-DD.`;
    if (!field.values || field.open) return undefined;
    const known = field.values.map(({ id }) => id);
    const isFamily = type === 'area' && value.endsWith('.*');
    if (known.includes(isFamily ? value.slice(0, -2) : value)) return undefined;
    const meant = nearest(value, known);
    return `${path} never has the value ${value}. ${meant === undefined ? `It is one of: ${known.join(', ')}.` : `Did you mean ${meant}?`}`;
  }
}

/** Whether an operator of the language makes sense for a field. */
function fits(field: Field, operator: string): boolean {
  if (operator === 'exists') return true;
  if (field.kind === 'object-list') return operator === 'some';
  if (field.kind === 'object' || field.kind === 'record') return false;
  if (operator === 'some') return false;
  if (operator === 'atLeast')
    return field.kind === 'scalar' && (field.ordered || field.type === 'number' || field.type === 'day');
  if (operator === 'equals' || operator === 'oneOf') return field.kind === 'scalar';
  return true;
}

function inWords(field: Field): string {
  if (field.kind === 'object-list') return 'a list of objects';
  if (field.kind === 'list') return 'a list';
  if (field.kind === 'scalar') return field.ordered ? 'ordered' : `a single ${field.type}`;
  return 'an object';
}

function askedBy(field: Field): string {
  if (field.kind === 'object-list') return 'some or exists, or a path to one of its fields';
  if (field.kind === 'list') return 'includes or exists';
  if (field.kind === 'scalar') return 'equals or oneOf';
  return 'exists, or a path to one of its fields';
}
