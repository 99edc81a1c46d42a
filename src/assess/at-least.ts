import type { AtLeast, Class, Reason, Regime } from '../answer/schema';
import { withDerived } from '../logic/derived';
import type { Facts, Scalar } from '../manifest/fact';
import { fieldAt } from '../manifest/fields';
import { withAnswer } from './answering';
import type { Law } from './law';
import type { Model } from './model';
import { assessRegime } from './regimes';
import { readClaims } from './system';

/** What the classes of a regime rest on. */
export interface BoundContext {
  readonly model: Model;
  /** What the manifest says, without what is derived from it. */
  readonly given: Facts;
  readonly asOf: string;
}

/** So many answers are tried for one system, so that a bound costs little however much is open. */
const mostTrials = 48;

/**
 * What is sure of the class while a graver one is open. A class that holds without an open exception is sure; where
 * there is none, the values of each field that keeps a graver class open are tried one by one: the mildest class that
 * comes out is sure, since the field has one of these values. Undefined where no graver class of the regime's ladder is
 * open, or where nothing is sure.
 */
export function atLeastOf(context: BoundContext, regime: Regime): AtLeast | undefined {
  const law = context.model.lawOn(context.asOf).find((one) => one.regime.id === regime.id);
  if (law === undefined || regime.applies !== 'yes') return undefined;
  const ladder = ladderOf(law);
  const gravestOpen = ladder.find((id) => hasOpen(regime.classes, id));
  const held = ladder.find((id) =>
    regime.classes.some((found) => found.id === id && found.verdict === 'yes'),
  );
  if (
    gravestOpen === undefined ||
    (held !== undefined && ladder.indexOf(held) <= ladder.indexOf(gravestOpen))
  )
    return undefined;
  const bound = sureClass(regime.classes, ladder) ?? boundByTrials(context, regime, law, ladder);
  if (bound === undefined) return undefined;
  const open = ladder.slice(0, ladder.indexOf(bound)).filter((id) => hasOpen(regime.classes, id));
  if (open.length === 0) return undefined;
  const by = openFields(
    regime.classes.filter(({ id, verdict }) => open.includes(id) && verdict === 'unknown'),
  );
  return { class: bound, open, by: by.map(({ place }) => place) };
}

/** Regimes with what is sure of each while a graver class is open. Not for the key path: it tries values. */
export function withBounds(context: BoundContext, regimes: readonly Regime[]): Regime[] {
  return regimes.map((regime) => {
    const atLeast = atLeastOf(context, regime);
    // A copy would put every reason into words: what nobody reads of a regime stays unread.
    return atLeast ? { ...regime, reasons: regime.reasons, atLeast } : regime;
  });
}

/** Ids of the classes that can be told graver or milder; the one that holds when no other does is no bound. */
function ladderOf({ regime, grounds }: Law): string[] {
  const otherwise = new Set(grounds.flatMap(({ basis, classId }) => (basis.otherwise ? [classId] : [])));
  return regime.ladder.map((name) => `${regime.id}.${name}`).filter((id) => !otherwise.has(id));
}

function hasOpen(classes: readonly Class[], wanted: string): boolean {
  return classes.some(({ id, verdict }) => id === wanted && verdict === 'unknown');
}

/** The gravest class that holds on a ground that no open exception could take away. */
function sureClass(classes: readonly Class[], ladder: readonly string[]): string | undefined {
  return ladder.find((wanted) =>
    classes.some(
      ({ id, verdict, openExceptions }) => id === wanted && verdict === 'yes' && openExceptions.length === 0,
    ),
  );
}

/** The gravest bound that the values of any one open field give. */
function boundByTrials(
  { model, given }: BoundContext,
  regime: Regime,
  law: Law,
  ladder: readonly string[],
): string | undefined {
  let trials = 0;
  let best = ladder.length;
  for (const { path } of openFields(regime.classes.filter(({ verdict }) => verdict === 'unknown'))) {
    const values = finiteValues(path);
    trials += values.length;
    if (values.length === 0 || trials > mostTrials) continue;
    const outcomes = values.map((value) => {
      const facts = withDerived(withAnswer(given, path, value, model.terms), model.terms);
      const after = assessRegime({ model, facts, claims: readClaims(facts) }, law);
      const sure = after?.applies === 'yes' ? sureClass(after.classes, ladder) : undefined;
      return sure === undefined ? ladder.length : ladder.indexOf(sure);
    });
    best = Math.min(best, Math.max(...outcomes));
  }
  return ladder[best];
}

/** Every value of a field that has one of a few; none of a list or a number, whose values have no end. */
function finiteValues(path: string): Scalar[] {
  const field = fieldAt(path);
  if (field?.kind !== 'scalar' || field.open) return [];
  if (field.type === 'boolean') return [true, false];
  return (field.values ?? []).map(({ id }) => id);
}

interface OpenField {
  /** As conditions call it: `system.riskBasis`. */
  readonly path: string;
  /** Where the manifest would say it: `systems.a.riskBasis`. */
  readonly place: string;
}

/** The fields that keep some grounds open: those on which most grounds wait come first. */
function openFields(grounds: readonly Class[]): OpenField[] {
  const waiting = new Map<string, { field: OpenField; count: number }>();
  for (const { reasons } of grounds) {
    for (const { path, place } of reasons.flatMap(openFieldOf)) {
      const count = (waiting.get(path)?.count ?? 0) + 1;
      waiting.set(path, { field: { path, place }, count });
    }
  }
  return [...waiting.values()].sort((a, b) => b.count - a.count).map(({ field }) => field);
}

const openKinds = new Set(['fact.unknown', 'fact.open', 'fact.coarse']);

function openFieldOf({ text, places: [place] }: Reason): OpenField[] {
  const { path } = text.params;
  if (!openKinds.has(text.id) || typeof path !== 'string' || place === undefined) return [];
  return [{ path: path.startsWith('organization.') ? path : `system.${path}`, place: place.path }];
}
