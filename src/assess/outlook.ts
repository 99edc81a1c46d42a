import type { Risk, Verdict } from '../answer/schema';
import { decide } from '../logic/evaluate';
import type { Facts } from '../manifest/fact';
import { severityBar } from './controls';
import { type Ground, isLaw, type Law } from './law';
import type { Model } from './model';
import type { RegimeDraft } from './regimes';
import type { WeighedRisk } from './risks';
import type { Conclusions } from './system';

/**
 * What a ground comes to: its class holds, holds as soon as its regime applies, may hold, or does not.
 */
export type Standing = 'yes' | 'within' | 'open' | 'no';

export interface GroundOutlook {
  readonly regime: string;
  readonly classId: string;
  readonly basis: string;
  readonly standing: Standing;
  /** Its place in its law, the gravest class first; laws in catalog order. */
  readonly order: number;
}

/** Conclusions from one regime. */
export interface RegimeOutlook {
  readonly id: string;
  readonly applies: Verdict;
  /** It is law, or will be, and its text was read: what is voluntary, proposed or only reported is not. */
  readonly binding: boolean;
  /** By class and basis; grounds that are `no` are not in it. */
  readonly grounds: ReadonlyMap<string, GroundOutlook>;
  readonly duties: ReadonlyMap<string, Verdict>;
}

/** Conclusions by what they are about, so that those from two sets of facts can be held against each other. */
export interface Outlook {
  /** Those that apply or may apply. */
  readonly regimes: ReadonlyMap<string, RegimeOutlook>;
  /** Those that would ask for controls: of the others nothing follows. */
  readonly risks: ReadonlyMap<string, Pick<Risk, 'title' | 'verdict' | 'severity'>>;
}

/** How many conclusions differ: those of binding law and the risks, and the rest. */
export interface Difference {
  readonly binding: number;
  readonly other: number;
}

type Places = ReadonlyMap<string, { readonly ground: Ground; readonly order: number }>;

const knownPlaces = new WeakMap<readonly Law[], Places>();

/** Each ground with its place among those of all laws, by class and basis. */
function placesIn(laws: readonly Law[]): Places {
  const places =
    knownPlaces.get(laws) ??
    new Map(
      laws
        .flatMap(({ grounds }) => grounds)
        .map((ground, order) => [keyOf(ground.classId, ground.basis.basis), { ground, order }]),
    );
  knownPlaces.set(laws, places);
  return places;
}

/**
 * The conclusions from some facts, as an outlook. What was said of a draft before is kept in `memory`: the same draft
 * has the same outlook, in the very same object.
 */
export function outlookOf(
  { model, asOf }: { readonly model: Model; readonly asOf: string },
  facts: Facts,
  { regimes, risks }: Conclusions,
  memory: WeakMap<RegimeDraft, RegimeOutlook>,
): Outlook {
  const places = placesIn(model.lawOn(asOf));
  const outlooks = new Map<string, RegimeOutlook>();
  for (const regime of regimes) {
    let outlook = memory.get(regime);
    if (!outlook) {
      outlook = regimeOutlook(model, places, facts, regime);
      memory.set(regime, outlook);
    }
    outlooks.set(regime.id, outlook);
  }
  const bar = severityBar(facts);
  const weighty = new Map<string, WeighedRisk>();
  for (const risk of risks) if (risk.severity >= bar) weighty.set(risk.id, risk);
  return { regimes: outlooks, risks: weighty };
}

function regimeOutlook(model: Model, places: Places, facts: Facts, regime: RegimeDraft): RegimeOutlook {
  const grounds = new Map<string, GroundOutlook>();
  for (const { id, basis, verdict } of regime.classes) {
    const key = keyOf(id, basis);
    const place = places.get(key);
    const condition = place?.ground.reported === false ? place.ground.basis.condition : undefined;
    const within =
      verdict === 'unknown' &&
      regime.applies === 'unknown' &&
      condition !== undefined &&
      decide(condition, facts, model.terms) === 'yes';
    const standing = verdict === 'yes' ? 'yes' : within ? 'within' : 'open';
    grounds.set(key, { regime: regime.id, classId: id, basis, standing, order: place?.order ?? places.size });
  }
  return {
    id: regime.id,
    applies: regime.applies,
    binding: regime.binding && isLaw(regime) && !regime.reported,
    grounds,
    duties: new Map(regime.duties.map(({ id, applies }) => [id, applies])),
  };
}

/** A regime as it was and as it is. */
export interface Change {
  readonly was: RegimeOutlook;
  readonly is: RegimeOutlook;
}

/** The regimes of which something may differ between two outlooks, by id. */
export function changedRegimes(before: Outlook, after: Outlook): Change[] {
  const changed: Change[] = [];
  for (const [id, is] of after.regimes) {
    const was = before.regimes.get(id) ?? outOf(is);
    if (was !== is) changed.push({ was, is });
  }
  for (const [id, was] of before.regimes) if (!after.regimes.has(id)) changed.push({ was, is: outOf(was) });
  return changed.sort((a, b) => (a.is.id < b.is.id ? -1 : 1));
}

/** One regime in two outlooks; undefined where it is out in both. */
export function changeOf(id: string, before: Outlook, after: Outlook): Change | undefined {
  const [was, is] = [before.regimes.get(id), after.regimes.get(id)];
  const one = is ?? was;
  return one && { was: was ?? outOf(one), is: is ?? outOf(one) };
}

/** A regime that does not apply, of which nothing is concluded then. */
function outOf({ id, binding }: RegimeOutlook): RegimeOutlook {
  return { id, binding, applies: 'no', grounds: new Map(), duties: new Map() };
}

/** How many conclusions differ between two outlooks; one that is missing counts as `no`. */
export function differences(before: Outlook, after: Outlook): Difference {
  let binding = differing(before.risks, after.risks, ({ verdict }) => verdict);
  let other = 0;
  for (const { was, is } of changedRegimes(before, after)) {
    const count = differencesWithin(was, is);
    if (is.binding) binding += count;
    else other += count;
  }
  return { binding, other };
}

/** How many conclusions of one regime differ. */
function differencesWithin(was: RegimeOutlook, is: RegimeOutlook): number {
  return (
    (was.applies === is.applies ? 0 : 1) +
    differing(was.grounds, is.grounds, ({ standing }) => (standing === 'yes' ? 'yes' : 'unknown')) +
    differing(was.duties, is.duties, (verdict) => verdict)
  );
}

function differing<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  verdictOf: (value: Value) => Verdict,
): number {
  let count = 0;
  for (const [id, later] of after) {
    const earlier = before.get(id);
    if ((earlier === undefined ? 'no' : verdictOf(earlier)) !== verdictOf(later)) count++;
  }
  for (const [id, earlier] of before) if (!after.has(id) && verdictOf(earlier) !== 'no') count++;
  return count;
}

/** How a ground is told from others: by its class and basis. */
export function keyOf(classId: string, basis: string): string {
  return `${classId} ${basis}`;
}
