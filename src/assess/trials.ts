import type { Condition } from '../logic/condition';
import { decide } from '../logic/evaluate';
import { reads } from '../logic/reads';
import type { Facts } from '../manifest/fact';
import type { Law } from './law';
import { conditionsOf, lawReads } from './law-reads';
import type { Model } from './model';
import { assessRegime, type RegimeDraft } from './regimes';
import { inOrder, weighRisks } from './risks';
import { type Conclusions, readClaims } from './system';

export interface TrialContext {
  readonly model: Model;
  readonly asOf: string;
  readonly facts: Facts;
  /** What was concluded from these facts. */
  readonly conclusions: Conclusions;
}

/** A regime that reads the field in question, and what it made of the answers that were tried: nothing where it is out. */
interface Reader {
  readonly law: Law;
  readonly conditions: readonly Condition[];
  /** By what the answer makes of the conditions: answers that a law cannot tell apart come to the same. */
  readonly known: Map<string, RegimeDraft | undefined>;
}

/**
 * Concludes again for each answer to one field, for less than from the beginning. A regime that does not read the
 * field, or cannot tell the answer from what was before, keeps the very draft it had; so whoever compares looks only at
 * drafts that are others.
 */
export function trialsOf(context: TrialContext, path: string): (facts: Facts) => Conclusions {
  const { model, asOf, conclusions } = context;
  const standing = new Map(conclusions.regimes.map((draft) => [draft.id, draft]));
  const readers = model.lawOn(asOf).map((law): Reader | string => {
    const { id } = law.regime;
    // What a claim comes to depends on more than conditions: it has no question, and is never taken as known.
    if (!lawReads(law, path)) return id;
    const conditions = conditionsOf(law).filter((condition) => reads(condition, path));
    const known = new Map([[signatureOf(law, conditions, context.facts, model), standing.get(id)]]);
    return { law, conditions, known };
  });
  return (facts) => {
    const inquiry = { model, facts, claims: readClaims(facts) };
    const regimes = readers.flatMap((reader) => {
      if (typeof reader === 'string') return standing.get(reader) ?? [];
      const { law, conditions, known } = reader;
      const signature = signatureOf(law, conditions, facts, model);
      if (known.has(signature)) return known.get(signature) ?? [];
      const found = assessRegime(inquiry, law);
      const draft = found?.applies === 'no' ? undefined : found;
      known.set(signature, draft);
      return draft ?? [];
    });
    return { regimes, risks: inOrder(weighRisks(model, facts, 'system')) };
  };
}

/** What a law sees of the field: its conditions that read it, and which of its roles are held. */
function signatureOf(law: Law, conditions: readonly Condition[], facts: Facts, model: Model): string {
  let signature = rolesIn(law, facts);
  for (const condition of conditions) signature += letters[decide(condition, facts, model.terms)];
  return signature;
}

const letters = { yes: 'y', no: 'n', unknown: 'u' } as const;

function rolesIn(law: Law, facts: Facts): string {
  const fact = facts.get('system.roles');
  if (fact.kind !== 'list') return 'unsaid:';
  const told = rolesOf(law);
  const held = fact.members.map(({ value }) => String(value)).filter((role) => told.has(role));
  return `${held.join()}${fact.open ? '?' : ''}:`;
}

const knownRoles = new WeakMap<Law, ReadonlySet<string>>();

/** Roles that bring a duty of a law, or for which it counts another as held, or that may claim something. */
function rolesOf(law: Law): ReadonlySet<string> {
  const known = knownRoles.get(law);
  if (known) return known;
  const roles = new Set([
    ...law.duties.flatMap(({ entry }) => entry.roles),
    ...law.deemedRoles.flatMap(({ role, heldAs }) => [role, ...heldAs]),
  ]);
  knownRoles.set(law, roles);
  return roles;
}
