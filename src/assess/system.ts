import type { Claim, Control, Duty, Regime, Risk } from '../answer/schema';
import { decide } from '../logic/evaluate';
import type { Facts } from '../manifest/fact';
import {
  askedControls,
  assessControls,
  type BindingDuty,
  type ControlContext,
  dutyControls,
  severityBar,
} from './controls';
import { type Declarations, type MatchFiles, readDeclarations, textOf } from './declarations';
import { type ComparedClass, compareDeclared } from './declared-classes';
import { type DutyDraft, dutyState } from './duties';
import { assessClaims, type Claims } from './exceptions';
import { isLaw } from './law';
import type { Model } from './model';
import { assessRegime, assessRegimes, type Reach, type RegimeDraft } from './regimes';
import { assessRisks, inOrder, type WeighedRisk, weighRisks } from './risks';

/** Everything concluded about one system. */
export interface Assessment {
  /** Those that apply or may apply; `everyRegime` tells of the others too. */
  readonly regimes: readonly Regime[];
  readonly risks: readonly Risk[];
  /** Contributions to the risks that are judged once a manifest. */
  readonly sharedRisks: readonly Risk[];
  /** Those that something speaks for; with `binding` only those that are asked for or declared. */
  readonly controls: readonly Control[];
  /** What came of each exemption that the manifest claims. */
  readonly claims: readonly Claim[];
  /** What the manifest declares its classes to be, beside what is derived. */
  readonly declared: readonly ComparedClass[];
  readonly declarations: Declarations;
}

export interface AssessInput {
  readonly model: Model;
  readonly facts: Facts;
  readonly asOf: string;
  readonly match: MatchFiles;
}

/** What follows from law and risks alone, before the state of any control: what an answer could flip. */
export interface Conclusions {
  readonly regimes: readonly RegimeDraft[];
  readonly risks: readonly WeighedRisk[];
}

export function conclude(
  { model, facts, asOf }: Pick<AssessInput, 'model' | 'facts' | 'asOf'>,
  reach: Reach = 'all',
): Conclusions {
  return {
    regimes: assessRegimes({ model, facts, claims: readClaims(facts) }, asOf, reach),
    risks: reach === 'all' ? inOrder(weighRisks(model, facts, 'system')) : weighRisks(model, facts, 'system'),
  };
}

/**
 * Facts to regimes, classes, duties, risks and controls. Pure; the same input gives the same value. What does not bind
 * asks for no control: with `binding` it is left out, and with it what it says of the controls.
 */
export function assessSystem(input: AssessInput, reach: Reach = 'all'): Assessment {
  const { model, facts, asOf } = input;
  const { regimes: drafts, risks } = conclude(input, reach);
  const claims = readClaims(facts);
  const declarations = readDeclarations(facts, input.match);
  const duties: BindingDuty[] = drafts.flatMap((regime) =>
    regime.duties.map(({ id, applies, due }) => ({
      id,
      applies,
      due,
      binding: regime.binding && isLaw(regime),
    })),
  );
  const context: ControlContext = {
    model,
    bar: severityBar(facts),
    fits: (condition) => decide(condition, facts, model.terms),
    declarations,
    duties,
    risks,
    asOf,
  };
  let told: readonly Risk[] | undefined;
  let all: readonly Control[] | undefined;
  const called = () => {
    all ??= assessControls(context);
    return all;
  };
  const regimes = drafts.map((regime) => withStates(model, regime, declarations, called, asOf));
  return {
    regimes,
    get risks() {
      told ??= inOrder(risks).map((risk) => risk.tell());
      return told;
    },
    sharedRisks: reach === 'all' ? assessRisks(model, facts, 'organization') : [],
    controls: reach === 'all' ? called() : askedControls(context),
    claims:
      claims.size === 0
        ? []
        : model.lawOn(asOf).flatMap((law) => assessClaims({ model, facts, claims }, law)),
    declared: compareDeclared(
      model,
      facts,
      // A class may be declared of a regime that does not apply.
      facts.get('system.declares').kind === 'objects' ? everyRegime(input, regimes) : regimes,
      asOf,
    ),
    declarations,
  };
}

/** All regimes whose text exists, those that do not apply with the reason among them; in the order of the catalog. */
export function everyRegime(
  { model, facts, asOf }: Pick<AssessInput, 'model' | 'facts' | 'asOf'>,
  applying: readonly Regime[],
): Regime[] {
  const known = new Map(applying.map((regime) => [regime.id, regime]));
  const context = { model, facts, claims: readClaims(facts) };
  return model.lawOn(asOf).flatMap((law): Regime | [] => {
    const regime = known.get(law.regime.id);
    if (regime) return regime;
    const draft = assessRegime(context, law);
    if (!draft) return [];
    const { because, ...rest } = draft;
    return { ...rest, duties: [], reasons: because() };
  });
}

function withStates(
  model: Model,
  regime: RegimeDraft,
  declarations: Declarations,
  controls: () => readonly Control[],
  asOf: string,
): Regime {
  const finish = (draft: DutyDraft): Duty => {
    const duty = draft.tell();
    const { primary, serving } = dutyControls(model, duty);
    // A control that makes no sense for this system is not among its controls, and keeps no duty open.
    const joined = controls().filter(({ id }) => primary.includes(id));
    const waived = declarations.waiver('duty', duty.id, asOf) !== undefined;
    const state = dutyState(duty.applies, waived, joined);
    return {
      ...duty,
      state,
      controls: [...primary.filter((id) => joined.some((control) => control.id === id)), ...serving],
      get reasons() {
        return draft.because();
      },
    };
  };
  const { because, duties, ...rest } = regime;
  let finished: Duty[] | undefined;
  return {
    ...rest,
    // Findings on the way to the editor rest on controls and classes: the duties are for who asks for them.
    get duties() {
      finished ??= duties.map(finish);
      return finished;
    },
    get reasons() {
      return because();
    },
  };
}

/** Exceptions that the manifest claims; a claim without its reason is a finding, and no claim. */
export function readClaims(facts: Facts): Claims {
  const fact = facts.get('system.claims');
  if (fact.kind !== 'objects') return new Map();
  return new Map(
    fact.members.flatMap((member) => {
      const exemption = textOf(member.get('exemption'));
      return exemption && textOf(member.get('reason')) ? [[exemption, member.spot] as const] : [];
    }),
  );
}
