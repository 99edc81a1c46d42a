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
  if (decide(risk.when, facts, model.terms) === 'no') return undefined;
  const outcome = evaluate(risk.when, facts, model.terms);
  const raised = shifts(model, risk, risk.severity.raises, facts, 'risk.raised');
  const lowered = shifts(model, risk, risk.severity.lowers, facts, 'risk.lowered');
  const severity = risk.severity.base + raised.by - lowered.by;
  const answers = model.controlsAgainst(risk.id);
  return {
    id: risk.id,
    title: risk.title,
    family: risk.family,
    verdict: outcome.verdict,
    severity: Math.min(5, Math.max(1, severity)),
    raisedBy: raised.reasons,
    loweredBy: lowered.reasons,
    controls: [...answers.primary, ...answers.partial],
    reasons: reasonsOf(outcome.causes, risk.id),
    grade: risk.confidence,
  };
}

/** Only what is sure to hold moves a severity. */
function shifts(
  model: Model,
  risk: RiskEntry,
  list: RiskEntry['severity']['raises'],
  facts: Facts,
  textId: string,
): { by: number; reasons: Reason[] } {
  let by = 0;
  const reasons: Reason[] = [];
  for (const shift of list) {
    if (decide(shift.when, facts, model.terms) !== 'yes') continue;
    by += shift.by;
    const spots = evaluate(shift.when, facts, model.terms).causes.flatMap((cause) => cause.spots);
    reasons.push(reason(text(textId, { why: shift.why, by: shift.by }), spots, risk.id));
  }
  return { by, reasons };
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
