import type { Control, Duty, Risk } from '../answer/schema';
import { addMonths } from '../catalog/days';
import type { Condition } from '../logic/condition';
import type { Verdict } from '../logic/verdict';
import type { Facts } from '../manifest/fact';
import type { Declaration, Declarations } from './declarations';
import type { Model } from './model';

/** From which severity a risk asks for its primary controls (ANSWER.md). */
const barByAppetite: Readonly<Record<string, number>> = { cautious: 3, balanced: 4, bold: 5 };
const usualBar = 4;

/** Weight added where a binding duty stands behind a control (DESIGN.md, section 6). */
const weightOfDutySoon = 5;
const weightOfDutyLater = 3;
const soonMonths = 12;

/** What of a duty decides which controls it asks for. */
export interface BindingDuty extends Pick<Duty, 'id' | 'applies' | 'due'> {
  readonly binding: boolean;
}

/** What of a risk decides which controls it asks for. */
export type AnsweredRisk = Pick<Risk, 'id' | 'verdict' | 'severity'>;

export interface ControlContext {
  readonly model: Model;
  /** Severity from which a risk asks for its primary controls. */
  readonly bar: number;
  /** Whether a control's own condition holds. */
  readonly fits: (condition: Condition) => Verdict;
  readonly declarations: Declarations;
  readonly duties: readonly BindingDuty[];
  readonly risks: readonly AnsweredRisk[];
  readonly asOf: string;
}

/** The severity from which a risk asks for controls, by the manifest's `preferences.riskAppetite`. */
export function severityBar(facts: Facts): number {
  const appetite = facts.get('preferences.riskAppetite');
  return appetite.kind === 'scalar' ? (barByAppetite[String(appetite.value)] ?? usualBar) : usualBar;
}

/**
 * Controls that a duty or a risk speaks for, or that the manifest declares. Asked: a binding duty that applies is
 * joined to it, or it is the primary answer to a sure risk at or over the bar. Asked first, heaviest first, then by id.
 */
export function assessControls(context: ControlContext): Control[] {
  return controlsCalled(
    context,
    callsFor(context, () => true),
  );
}

/** Those of `assessControls` that are asked for or declared: a fraction of the work where nobody wants the rest. */
export function askedControls(context: ControlContext): Control[] {
  const { model, duties, risks, bar } = context;
  const asked = new Set<string>();
  for (const duty of duties) {
    if (asksFor(duty)) for (const id of dutyControls(model, duty).primary) asked.add(id);
  }
  for (const risk of risks) {
    if (isAlarming(risk, bar)) for (const id of model.controlsAgainst(risk.id).primary) asked.add(id);
  }
  const calls = callsFor(context, (id) => asked.has(id));
  return controlsCalled(context, calls).filter(
    (control) => control.asked || context.declarations.controls.includes(control.id),
  );
}

function controlsCalled(context: ControlContext, calls: Map<string, Call>): Control[] {
  const horizon = addMonths(context.asOf, soonMonths);
  for (const id of context.declarations.controls) calls.set(id, calls.get(id) ?? noCall);
  return [...calls]
    .flatMap(([id, call]) => assessControl(context, id, call, horizon) ?? [])
    .sort((a, b) => Number(b.asked) - Number(a.asked) || b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** What speaks for a control. */
interface Call {
  readonly duties: BindingDuty[];
  readonly primaryRisks: AnsweredRisk[];
  readonly otherRisks: AnsweredRisk[];
}

const noCall: Call = { duties: [], primaryRisks: [], otherRisks: [] };

function callsFor(
  { model, duties, risks }: ControlContext,
  wants: (id: string) => boolean,
): Map<string, Call> {
  const calls = new Map<string, Call>();
  const callFor = (id: string): Call | undefined => {
    if (!wants(id)) return undefined;
    const call = calls.get(id) ?? { duties: [], primaryRisks: [], otherRisks: [] };
    calls.set(id, call);
    return call;
  };
  for (const duty of duties) {
    for (const id of dutyControls(model, duty).primary) callFor(id)?.duties.push(duty);
  }
  for (const risk of risks) {
    const answers = model.controlsAgainst(risk.id);
    for (const id of answers.primary) callFor(id)?.primaryRisks.push(risk);
    for (const id of answers.partial) callFor(id)?.otherRisks.push(risk);
  }
  return calls;
}

function asksFor(duty: BindingDuty): boolean {
  return duty.binding && duty.applies === 'yes';
}

function isAlarming(risk: AnsweredRisk, bar: number): boolean {
  return risk.verdict === 'yes' && risk.severity >= bar;
}

function assessControl(
  context: ControlContext,
  id: string,
  call: Call,
  horizon: string,
): Control | undefined {
  const { model, bar, declarations, asOf } = context;
  const entry = model.controls.get(id);
  if (!entry) return undefined;
  const declaration = declarations.control(id, asOf);
  const fits = entry.when ? context.fits(entry.when) : 'yes';
  if (fits === 'no' && !declaration) return undefined;
  const asking = call.duties.filter(asksFor);
  const alarming = call.primaryRisks.some((risk) => isAlarming(risk, bar));
  const severity = gravest(call.primaryRisks);
  const due = firstDue(asking);
  const asked =
    fits === 'yes'
      ? asking.length > 0 || alarming
      : fits === 'unknown' && asking.some((duty) => !hasFitting(context, duty));
  return {
    id,
    title: entry.title,
    statement: entry.statement,
    asked,
    legal: asked && asking.length > 0,
    ...stateOf(declaration),
    severity,
    weight: severity + urgency(due, horizon),
    due,
    because: {
      duties: call.duties.map((duty) => duty.id),
      risks: [...call.primaryRisks, ...call.otherRisks].map((risk) => risk.id),
    },
    grade: entry.confidence,
  };
}

/** A duty that surely binds wants some control: one whose sense is open where none surely makes sense. */
function hasFitting({ model, fits }: ControlContext, duty: BindingDuty): boolean {
  return dutyControls(model, duty).primary.some((id) => {
    const entry = model.controls.get(id);
    return entry !== undefined && (!entry.when || fits(entry.when) === 'yes');
  });
}

function stateOf(declaration: Declaration | undefined): Pick<Control, 'state' | 'lacks' | 'evidence'> {
  if (!declaration) return { state: 'missing', lacks: [], evidence: [] };
  return {
    state: declaration.state,
    lacks: declaration.lacks.map((lack) => lack.text),
    evidence: [...declaration.evidence],
  };
}

function gravest(risks: readonly AnsweredRisk[]): number {
  return Math.max(0, ...risks.filter((risk) => risk.verdict === 'yes').map((risk) => risk.severity));
}

/** More weight where a binding duty is due soon, or later; none for a duty without a day. */
function urgency(due: string | null, horizon: string): number {
  if (due === null) return 0;
  return due <= horizon ? weightOfDutySoon : weightOfDutyLater;
}

function firstDue(duties: readonly BindingDuty[]): string | null {
  return duties.reduce<string | null>(
    (first, { due }) => (due && (!first || due < first) ? due : first),
    null,
  );
}

/** Controls of a duty by its id; a duty that is unknown to the model has none. */
export function dutyControls(
  model: Model,
  duty: Pick<Duty, 'id'>,
): { readonly primary: readonly string[]; readonly serving: readonly string[] } {
  const entry = model.duties.get(duty.id);
  return entry ? model.controlsOf(entry) : { primary: [], serving: [] };
}
