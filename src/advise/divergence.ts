import type { Conflict, Divergence } from '../answer/schema';
import {
  around,
  type Column,
  columnsOf,
  type Found,
  insideOf,
  isOffered,
  marketsOf,
  offeredIn,
  world,
} from '../assess/columns';
import { assessConflicts } from '../assess/conflicts';
import { assessThemes } from '../assess/divergence';
import type { Model } from '../assess/model';
import type { RegimeDraft } from '../assess/regimes';
import { conclude } from '../assess/system';
import { withDerived } from '../logic/derived';
import type { Facts } from '../manifest/fact';

/** What to compare; columns by what concerns the system where no jurisdictions are named. */
export interface AskDivergence {
  readonly jurisdictions?: readonly string[];
}

export interface DivergenceContext {
  readonly model: Model;
  readonly id: string;
  /** What the manifest says, without what is derived from it. */
  readonly given: Facts;
  readonly asOf: string;
}

/** Themes by jurisdictions for one system. A place that the manifest does not name is read as if it did. */
export function divergenceOf(context: DivergenceContext, ask: AskDivergence): Divergence {
  const { model, given, asOf } = context;
  const parents = model.terms.hierarchy('system.markets');
  const markets = marketsOf(given);
  const asked = [...new Set(ask.jurisdictions ?? [])];
  const missing = asked.filter((place) => !isOffered(place, markets.places, parents));
  const facts = withDerived(offeredIn(given, missing), model.terms);
  const regimes = conclude({ model, facts, asOf }).regimes.map((regime) => ({
    ...regime,
    duties: regime.duties.map((duty) => duty.tell()),
  }));
  const places = asked.length > 0 ? asked : columnsOf(model, markets.places, regimes);
  const names = new Map(model.pack.places.map(({ id, name }) => [id, name]));
  const columns = places.map(
    (id): Column => ({
      id,
      name: id === world ? 'International' : (names.get(id) ?? id),
      supposed: missing.includes(id),
      coming: regimes
        .filter(
          ({ jurisdiction, status, applies }) =>
            jurisdiction === id && status === 'proposed' && applies !== 'no',
        )
        .map((regime) => regime.id),
      inside: insideOf(id, places, regimes, parents),
    }),
  );
  const conflicts = conflictsIn(context, facts, regimes, places);
  return {
    jurisdictions: columns,
    open: markets.open,
    conflicts,
    themes: assessThemes({ model, regimes, columns, conflicts }),
  };
}

type Compared = Found & Pick<RegimeDraft, 'title' | 'classes' | 'because'>;

/** Conflicts between texts of the places, and of the places that contain them. */
function conflictsIn(
  { model, id }: DivergenceContext,
  facts: Facts,
  regimes: readonly Compared[],
  places: readonly string[],
): Conflict[] {
  const parents = model.terms.hierarchy('system.markets');
  const read = new Set(places.flatMap((place) => [place, ...around(place, parents)]));
  const here = regimes.filter(({ jurisdiction }) => read.has(jurisdiction));
  return assessConflicts(model, {
    id,
    facts,
    regimes: here.map(({ because, ...regime }) => ({
      ...regime,
      get reasons() {
        return because();
      },
    })),
  });
}
