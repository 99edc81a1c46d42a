import type { Reason, Risk } from '../answer/schema';
import type { RiskEntry } from '../catalog/schema/risk';
import { decide, evaluate } from '../logic/evaluate';
import type { Facts } from '../manifest/fact';
import type { Model } from './model';
import { reason, reasonsOf, text } from './reasons';

/** Risks of one system that hold or may hold; gravest first, sure before open, then by id. */
export function assessRisks(model: Model, facts: Facts, scope: RiskEntry['scope']): Risk[] {
  return model.pack.risks
    .filter((risk) => risk.scope === scope)
    .flatMap((risk) => assessRisk(model, risk, facts) ?? [])
    .sort(byGravity);
}

function assessRisk(model: Model, risk: RiskEntry, facts: Facts): Risk | undefined {
  const verdict = decide(risk.when, facts, model.terms);
  if (verdict === 'no') return undefined;
  // Only what is sure to hold moves a severity.
  const holds = ({ when }: Shift) => decide(when, facts, model.terms) === 'yes';
  const raises = risk.severity.raises.filter(holds);
  const lowers = risk.severity.lowers.filter(holds);
  const severity = risk.severity.base + sum(raises) - sum(lowers);
  const answers = model.controlsAgainst(risk.id);
  const said = (id: string) => (shift: Shift) => shiftReason(model, risk, shift, facts, id);
  return {
    id: risk.id,
    title: risk.title,
    family: risk.family,
    verdict,
    severity: Math.min(5, Math.max(1, severity)),
    // Put into words when somebody reads them.
    get raisedBy() {
      return raises.map(said('risk.raised'));
    },
    get loweredBy() {
      return lowers.map(said('risk.lowered'));
    },
    controls: [...answers.primary, ...answers.partial],
    get reasons() {
      return reasonsOf(evaluate(risk.when, facts, model.terms).causes, risk.id);
    },
    grade: risk.confidence,
  };
}

type Shift = RiskEntry['severity']['raises'][number];

function sum(shifts: readonly Shift[]): number {
  return shifts.reduce((total, { by }) => total + by, 0);
}

function shiftReason(model: Model, risk: RiskEntry, shift: Shift, facts: Facts, id: string): Reason {
  const spots = evaluate(shift.when, facts, model.terms).causes.flatMap((cause) => cause.spots);
  return reason(text(id, { why: shift.why, by: shift.by }), spots, risk.id);
}

/** Order of risks in the answer. */
export function byGravity(a: Risk, b: Risk): number {
  if (a.severity !== b.severity) return b.severity - a.severity;
  if (a.verdict !== b.verdict) return a.verdict === 'yes' ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * A risk that is judged once a manifest, over the systems that contribute: it holds where it holds for one of them,
 * as gravely as for the gravest, and its reasons are those of every system for which it holds (else: may hold).
 */
export function joinRisks(perSystem: readonly (readonly Risk[])[]): Risk[] {
  const byId = new Map<string, Risk[]>();
  for (const risk of perSystem.flat()) byId.set(risk.id, [...(byId.get(risk.id) ?? []), risk]);
  const joined: Risk[] = [];
  for (const risks of byId.values()) {
    const holding = risks.filter(({ verdict }) => verdict === 'yes');
    const counted = (holding.length > 0 ? holding : risks).toSorted(byGravity);
    const [gravest] = counted;
    if (gravest) joined.push({ ...gravest, reasons: counted.flatMap(({ reasons }) => reasons) });
  }
  return joined.sort(byGravity);
}
