import type { DateRule } from '../catalog/schema/regime';
import type { Condition } from '../logic/condition';
import { reads } from '../logic/reads';
import type { Law, LawfulException } from './law';

const known = new WeakMap<Law, Map<string, boolean>>();

/**
 * Whether what a regime makes of a system can depend on a fact. Its duties depend on the roles, its exceptions on the
 * claims; all else is in its conditions.
 */
export function lawReads(law: Law, path: string): boolean {
  const paths = known.get(law) ?? new Map<string, boolean>();
  known.set(law, paths);
  let answer = paths.get(path);
  if (answer === undefined) {
    answer =
      path === 'system.roles' || path.startsWith('system.claims') || conditionsOf(law).some(readsIt(path));
    paths.set(path, answer);
  }
  return answer;
}

function readsIt(path: string): (condition: Condition) => boolean {
  return (condition) => reads(condition, path);
}

/** Every condition on which something in a law hangs; with the roles and the claims, that is all it depends on. */
export function conditionsOf(law: Law): readonly Condition[] {
  const earlier = knownConditions.get(law);
  if (earlier) return earlier;
  const conditions = gathered(law);
  knownConditions.set(law, conditions);
  return conditions;
}

const knownConditions = new WeakMap<Law, readonly Condition[]>();

function gathered(law: Law): Condition[] {
  const { scope } = law.regime;
  const groups = [law.exclusions, ...[...law.grounds, ...law.duties].map(({ exceptions }) => exceptions)];
  return [
    scope.condition,
    ...(scope.open ? [scope.open.condition] : []),
    ...groups.flat().flatMap(ofException),
    ...law.grounds.flatMap(({ basis }) => basis.condition ?? []),
    ...law.deemedRoles.flatMap(({ condition, liftedBy }) => [condition, ...liftedBy.flatMap(ofException)]),
    ...law.transitions.flatMap(({ condition, date }) => [condition, ...ofDate(date)]),
    ...law.duties.flatMap(({ entry: { condition, date, relief } }) => [
      ...(condition ? [condition] : []),
      ...(date === 'by-class' ? [] : ofDate(date)),
      ...(typeof relief === 'object' ? relief.flatMap((one) => one.condition ?? []) : []),
    ]),
  ];
}

function ofException({ condition, refutedBy }: LawfulException): Condition[] {
  return [...(condition ? [condition] : []), ...(refutedBy ? [refutedBy] : [])];
}

function ofDate(rule: DateRule): Condition[] {
  return typeof rule === 'string' ? [] : rule.flatMap(({ when }) => when ?? []);
}
