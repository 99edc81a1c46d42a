import type { Class, DeclaredClass, Reason, Regime } from '../answer/schema';
import type { Facts, ObjectsFact, Spot } from '../manifest/fact';
import { textOf } from './declarations';
import type { Model } from './model';
import { reason, text } from './reasons';

/** A declared class beside what is derived, with where the manifest declares it. */
export interface ComparedClass extends DeclaredClass {
  readonly place: Spot;
}

/**
 * Holds the classes that a system `declares` against those that are derived, in the order of the manifest.
 *
 * - It agrees (`yes`) where the class is derived and no graver one is, save what is declared as well.
 * - `no`, `milder`: a graver class is derived, and neither it nor one as grave is declared. `no`, `graver`: the class is not derived;
 *   that is caution, which nobody forbids, but nothing follows from it.
 * - `unknown`: it may be derived, or there is no text to derive it from. A graver class that is only open contradicts
 *   nothing: it is open with or without a declaration.
 *
 * An id that the catalog does not have is left out: that is a finding.
 */
export function compareDeclared(
  model: Model,
  facts: Facts,
  regimes: readonly Regime[],
  asOf: string,
): ComparedClass[] {
  const declared = declarationsOf(model, facts);
  return declared.map((one) => {
    const { regime: id, class: classId, member } = one;
    const fields = { regime: id, class: classId, said: textOf(member.get('reason')) ?? null };
    const place = member.get('class').spots[0] ?? member.spot;
    const regime = regimes.find((candidate) => candidate.id === id);
    const beside = declared.filter((other) => other.regime === id).map((other) => other.class);
    return { ...fields, place, ...compare(gravityIn(model, id), classId, beside, regime, asOf) };
  });
}

interface Declared {
  readonly regime: string;
  readonly class: string;
  readonly member: ObjectsFact['members'][number];
}

function declarationsOf({ pack }: Model, facts: Facts): Declared[] {
  const fact = facts.get('system.declares');
  if (fact.kind !== 'objects') return [];
  return fact.members.flatMap((member) => {
    const said = textOf(member.get('class'));
    const regime = pack.regimes.find(({ id, classes }) =>
      classes.some((basis) => `${id}.${basis.class}` === said),
    );
    return regime && said !== undefined ? [{ regime: regime.id, class: said, member }] : [];
  });
}

/** How the classes of a regime stand to each other. */
interface Gravity {
  /** Whether one class is graver than another, where that can be told at all. */
  readonly isGraver: (id: string, than: string) => boolean;
  /** The class that holds when no other does: every other one is graver. */
  readonly isOtherwise: (id: string) => boolean;
}

function gravityIn({ regimes }: Model, regimeId: string): Gravity {
  const regime = regimes.get(regimeId);
  const ladder = regime?.ladder ?? [];
  const local = (id: string) => id.slice(regimeId.length + 1);
  const otherwise = regime?.classes.find((basis) => basis.otherwise)?.class;
  const isOtherwise = (id: string) => local(id) === otherwise;
  return {
    isOtherwise,
    isGraver(id, than) {
      if (isOtherwise(than)) return !isOtherwise(id);
      const step = ladder.indexOf(local(id));
      return step >= 0 && step < ladder.indexOf(local(than));
    },
  };
}

type Outcome = Omit<DeclaredClass, 'regime' | 'class' | 'said' | 'place'>;

function compare(
  { isGraver, isOtherwise }: Gravity,
  classId: string,
  beside: readonly string[],
  regime: Regime | undefined,
  asOf: string,
): Outcome {
  if (!regime) {
    const none = reason(text('declared.no-text', { date: asOf }));
    return { agrees: 'unknown', derived: [], reasons: [none] };
  }
  const having = (verdict: Class['verdict']) => regime.classes.filter((found) => found.verdict === verdict);
  const sure = having('yes');
  const derived = [...new Set(sure.map(({ id }) => id))];
  const isDeclared = (id: string) => beside.some((other) => other === id || isGraver(other, id));
  const graver = sure.filter(({ id }) => isGraver(id, classId) && !isDeclared(id));
  if (graver.length > 0) return { agrees: 'no', differs: 'milder', derived, reasons: derivedBy(graver) };
  const same = sure.filter(({ id }) => id === classId);
  if (same.length > 0) return { agrees: 'yes', derived, reasons: derivedBy(same) };
  const open = having('unknown').filter(({ id }) => id === classId);
  if (open.length > 0) {
    const keepers = isOtherwise(classId) ? having('unknown').filter(({ id }) => id !== classId) : open;
    const scope = regime.applies === 'unknown' ? regime.reasons : [];
    return { agrees: 'unknown', derived, reasons: [...scope, ...openBy(keepers)] };
  }
  if (regime.status === 'proposed') return { agrees: 'unknown', derived, reasons: [...regime.reasons] };
  const because = sure.length > 0 ? derivedBy(sure) : [...regime.reasons];
  return { agrees: 'no', differs: 'graver', derived, reasons: because };
}

/** Grounds that one comparison names; more prove nothing more. */
const mostGrounds = 3;

function derivedBy(grounds: readonly Class[]): Reason[] {
  return grounds
    .slice(0, mostGrounds)
    .flatMap(({ id, basis, reasons }) => [
      reason(text('declared.derived', { class: id, basis })),
      ...reasons,
    ]);
}

function openBy(grounds: readonly Class[]): Reason[] {
  return grounds
    .slice(0, mostGrounds)
    .flatMap(({ id, basis, reasons }) => [reason(text('declared.open', { class: id, basis })), ...reasons]);
}
