import type { Pack } from '../catalog/pack';
import type { ControlEntry } from '../catalog/schema/control';
import type { DutyEntry, RegimeEntry } from '../catalog/schema/regime';
import type { RiskEntry } from '../catalog/schema/risk';
import type { Terms } from '../logic/evaluate';
import type { Hierarchy } from '../logic/hierarchy';
import { areaParents } from '../manifest/enums';
import { fieldAt } from '../manifest/fields';
import { type Law, readLaw } from './law';

/** A pack with what assessing looks up again and again, computed once. */
export interface Model {
  readonly pack: Pack;
  readonly terms: Terms;
  readonly regimes: ReadonlyMap<string, RegimeEntry>;
  readonly controls: ReadonlyMap<string, ControlEntry>;
  readonly risks: ReadonlyMap<string, RiskEntry>;
  readonly duties: ReadonlyMap<string, DutyEntry>;
  /** Every regime as its text reads on a day, in catalog order. */
  lawOn(asOf: string): readonly Law[];
  /** Controls by duty: those that mainly fulfil it, and those that only serve it. Sorted by id. */
  controlsOf(duty: DutyEntry): { readonly primary: readonly string[]; readonly serving: readonly string[] };
  /** Controls by risk, primary answers first, then by id. */
  controlsAgainst(risk: string): { readonly primary: readonly string[]; readonly partial: readonly string[] };
}

export function createModel(pack: Pack): Model {
  const duties = new Map<string, { primary: readonly string[]; serving: readonly string[] }>();
  const risks = new Map<string, { primary: readonly string[]; partial: readonly string[] }>();
  const laws = new Map<string, readonly Law[]>();
  return {
    lawOn: (asOf) => remembered(laws, asOf, () => pack.regimes.map((regime) => readLaw(regime, asOf))),
    pack,
    terms: createTerms(pack),
    regimes: byId(pack.regimes),
    controls: byId(pack.controls),
    risks: byId(pack.risks),
    duties: byId(pack.regimes.flatMap((regime) => regime.duties)),
    controlsOf: (duty) => remembered(duties, duty.id, () => joinControls(pack.controls, duty)),
    controlsAgainst: (risk) => remembered(risks, risk, () => answersTo(pack.controls, risk)),
  };
}

function byId<Entry extends { id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function remembered<Value>(memory: Map<string, Value>, key: string, compute: () => Value): Value {
  const earlier = memory.get(key);
  if (earlier !== undefined) return earlier;
  const value = compute();
  memory.set(key, value);
  return value;
}

/**
 * By duty id where a control names it, else by theme (ANSWER.md, States); a duty that says why no control fulfills it has
 * none by its theme.
 */
function joinControls(controls: readonly ControlEntry[], duty: DutyEntry) {
  const named = controls.filter((control) => control.primaryFor.duties.includes(duty.id));
  const primary =
    named.length > 0 || duty.noControl !== undefined
      ? named
      : controls.filter((control) => control.primaryFor.themes.some((theme) => duty.themes.includes(theme)));
  const serving = controls.filter(
    (control) =>
      !primary.includes(control) &&
      (control.serves.duties.includes(duty.id) ||
        control.serves.themes.some((theme) => duty.themes.includes(theme))),
  );
  return { primary: primary.map((control) => control.id), serving: serving.map((control) => control.id) };
}

function answersTo(controls: readonly ControlEntry[], risk: string) {
  const having = (strength: 'primary' | 'partial') =>
    controls
      .filter((control) => control.mitigates.some((link) => link.risk === risk && link.strength === strength))
      .map((control) => control.id);
  return { primary: having('primary'), partial: having('partial') };
}

/** Orders and hierarchies of the manifest's fields; places come with the catalog. */
function createTerms(pack: Pack): Terms {
  const places = new Map(pack.places.map((place) => [place.id, place.parents]));
  const placeParents: Hierarchy = (id) => places.get(id);
  return {
    rank(path, id) {
      const field = fieldAt(path);
      if (!field?.ordered) return undefined;
      const rank = field.values?.findIndex((value) => value.id === id) ?? -1;
      return rank < 0 ? undefined : rank;
    },
    hierarchy(path) {
      const type = fieldAt(path)?.type;
      if (type === 'area') return areaParents;
      return type === 'place' ? placeParents : undefined;
    },
  };
}
