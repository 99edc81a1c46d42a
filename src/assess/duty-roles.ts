import type { Reason, Verdict } from '../answer/schema';
import type { DutyEntry } from '../catalog/schema/regime';
import { decide, evaluate } from '../logic/evaluate';
import type { AssessedGround, ClassContext } from './classes';
import { type DutyGround, groundsOf } from './duty-grounds';
import { assessException } from './exceptions';
import type { LawfulDeemedRole } from './law';
import { reason, reasonsOf, text } from './reasons';

/** Which of a duty's roles are held, or may be, and why. */
export interface DutyRoles {
  readonly verdict: Verdict;
  readonly roles: string[];
  readonly reasons: () => readonly Reason[];
}

/** Tells of a duty which of its roles are held; what does not depend on the duty is found once. */
export type RolesOf = (duty: DutyEntry, classes: readonly AssessedGround[]) => DutyRoles;

const notHeld: DutyRoles = { verdict: 'no', roles: [], reasons: () => [] };

/**
 * Roles of a duty that are held, or that the law counts as held; where the manifest does not say (all of) its roles,
 * those that may be held.
 */
export function readRoles(context: ClassContext): RolesOf {
  const fact = context.facts.get('system.roles');
  const { spots } = fact;
  const unstated = (duty: DutyEntry): DutyRoles => ({
    verdict: 'unknown',
    roles: duty.roles,
    reasons: () => [reason(text('role.unstated', { roles: duty.roles }), spots, duty.id)],
  });
  if (fact.kind !== 'list') return unstated;
  const { members, open } = fact;
  const said = new Set(members.map(({ value }) => String(value)));
  let rules: readonly LawfulDeemedRole[] | undefined;
  return (duty, classes) => {
    if (duty.roles.some((role) => said.has(role))) {
      const held = duty.roles.filter((role) => said.has(role));
      const where = members.filter(({ value }) => held.includes(String(value))).map(({ spot }) => spot);
      return {
        verdict: 'yes',
        roles: held,
        reasons: () => [reason(text('role.held', { roles: held }), where, duty.id)],
      };
    }
    if (open) return unstated(duty);
    rules ??= context.law.deemedRoles.filter((rule) => holds(context, rule, said));
    const deemed = rules.find((rule) => concerns(rule, duty, classes));
    if (!deemed) return notHeld;
    const { facts, model } = context;
    const { article, role, condition, id } = deemed;
    return {
      verdict: 'yes',
      roles: [role],
      reasons: () => [
        reason(text('role.deemed', { article, role }), spots, id),
        ...reasonsOf(evaluate(condition, facts, model.terms).causes, id),
      ],
    };
  };
}

/** Whether the law counts somebody with these roles as holding another one. */
function holds(context: ClassContext, rule: LawfulDeemedRole, said: ReadonlySet<string>): boolean {
  return (
    !rule.reported &&
    rule.heldAs.some((role) => said.has(role)) &&
    decide(rule.condition, context.facts, context.model.terms) === 'yes' &&
    !rule.liftedBy.some((exception) => assessException(context, exception).lifts)
  );
}

/** Whether a role that is counted as held brings a duty, by one of its grounds. */
function concerns(rule: LawfulDeemedRole, duty: DutyEntry, classes: readonly AssessedGround[]): boolean {
  const isMeant = ({ ground: { basis } }: DutyGround) =>
    rule.classes.includes(basis.class) && (rule.bases === undefined || rule.bases.includes(basis.id));
  return (
    duty.roles.includes(rule.role) &&
    !rule.exceptDuties.includes(duty.id) &&
    groundsOf(duty, classes).some(isMeant)
  );
}
