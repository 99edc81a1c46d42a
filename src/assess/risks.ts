import type { Reason, Risk } from '../answer/schema';
import type { RiskEntry } from '../catalog/schema/risk';
import { decide, evaluate } from '../logic/evaluate';
import type { Facts } from '../manifest/fact';
import type { Model } from './model';
import { reason, reasonsOf, text } from './reasons';

/** Risks of one system that hold or may hold; gravest first, sure before open, then by id. */
export function assessRisks(model: Model, facts: Facts, scope: RiskEntry['scope']): Risk[] {
  return inOrder(weighRisks(model, facts, scope)).map((risk) => risk.tell());
}

/** The same before they are ordered and put into words, which most of them never are; in the order of the catalog. */
export function weighRisks(model: Model, facts: Facts, scope: RiskEntry['scope']): WeighedRisk[] {
  const weighed: WeighedRisk[] = [];
  for (const entry of model.pack.risks) {
    if (entry.scope !== scope) continue;
    const verdict = decide(entry.when, facts, model.terms);
    if (verdict !== 'no') weighed.push(new WeighedRisk(model, entry, facts, verdict));
  }
  return weighed;
}

/** Gravest first, sure before open, then by id. */
export function inOrder(risks: readonly WeighedRisk[]): WeighedRisk[] {
  return risks.toSorted((a, b) => byGravity(a, b, b.uncut - a.uncut));
}

/** A risk with its verdict and severity. */
export class WeighedRisk {
  readonly id: string;
  readonly verdict: Risk['verdict'];
  readonly #model: Model;
  readonly #entry: RiskEntry;
  readonly #facts: Facts;
  #uncut: number | undefined;

  constructor(model: Model, entry: RiskEntry, facts: Facts, verdict: Risk['verdict']) {
    this.id = entry.id;
    this.verdict = verdict;
    this.#model = model;
    this.#entry = entry;
    this.#facts = facts;
  }

  /** The severity before it is kept within 1 to 5: of several at the end of the scale it tells the graver. */
  get uncut(): number {
    const { base, raises, lowers } = this.#entry.severity;
    this.#uncut ??= base + this.#sum(raises) - this.#sum(lowers);
    return this.#uncut;
  }

  get severity(): number {
    return Math.min(5, Math.max(1, this.uncut));
  }

  get title(): string {
    return this.#entry.title;
  }

  get reasons(): Reason[] {
    return reasonsOf(evaluate(this.#entry.when, this.#facts, this.#model.terms).causes, this.id);
  }

  /** What the answer says of it. */
  tell(): Risk {
    const entry = this.#entry;
    const said = (shifts: readonly Shift[], id: string) =>
      shifts
        .filter((shift) => this.#holds(shift))
        .map((shift) => shiftReason(this.#model, entry, shift, this.#facts, id));
    const answers = this.#model.controlsAgainst(entry.id);
    const reasons = () => this.reasons;
    return {
      id: this.id,
      title: entry.title,
      family: entry.family,
      verdict: this.verdict,
      severity: this.severity,
      // Put into words when somebody reads them.
      get raisedBy() {
        return said(entry.severity.raises, 'risk.raised');
      },
      get loweredBy() {
        return said(entry.severity.lowers, 'risk.lowered');
      },
      controls: [...answers.primary, ...answers.partial],
      get reasons() {
        return reasons();
      },
      grade: entry.confidence,
    };
  }

  /** Only what is sure to hold moves a severity. */
  #holds({ when }: Shift): boolean {
    return decide(when, this.#facts, this.#model.terms) === 'yes';
  }

  #sum(shifts: readonly Shift[]): number {
    let total = 0;
    for (const shift of shifts) if (this.#holds(shift)) total += shift.by;
    return total;
  }
}

type Shift = RiskEntry['severity']['raises'][number];

function shiftReason(model: Model, risk: RiskEntry, shift: Shift, facts: Facts, id: string): Reason {
  const spots = evaluate(shift.when, facts, model.terms).causes.flatMap((cause) => cause.spots);
  return reason(text(id, { why: shift.why, by: shift.by }), spots, risk.id);
}

type WeightOfRisk = Pick<Risk, 'id' | 'verdict' | 'severity'>;

/** Order of risks in the answer; of two that are equal so far, by `otherwise`, then by id. */
export function byGravity(a: WeightOfRisk, b: WeightOfRisk, otherwise = 0): number {
  if (a.severity !== b.severity) return b.severity - a.severity;
  if (a.verdict !== b.verdict) return a.verdict === 'yes' ? -1 : 1;
  return otherwise || (a.id < b.id ? -1 : 1);
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
