import type { Divergence, Duty, Regime } from '../answer/schema';
import { type Hierarchy, within } from '../logic/hierarchy';
import type { Fact, Facts } from '../manifest/fact';
import type { Model } from './model';

/** What of a regime the comparison of places reads. */
export type Found = Pick<Regime, 'id' | 'jurisdiction' | 'binding' | 'status' | 'applies'> & {
  readonly duties: readonly Pick<Duty, 'id' | 'themes' | 'applies' | 'due' | 'reported'>[];
};
export type Column = Divergence['jurisdictions'][number];

/** The whole world, for texts that no state made. */
export const world = 'INT';

/** A voluntary text never binds, and neither does one that is only proposed or has ended. */
export function bindsNow({ binding, status }: Pick<Regime, 'binding' | 'status'>): boolean {
  return binding && (status === 'adopted' || status === 'in-force' || status === 'contested');
}

/** Places that contain one, nearest first; none for a place that nobody knows. */
export function around(place: string, parents: Hierarchy | undefined): readonly string[] {
  return parents?.(place) ?? [];
}

/** Where a system is offered, as far as the manifest says. */
export function marketsOf(facts: Facts): { readonly places: readonly string[]; readonly open: boolean } {
  const fact = facts.get('system.markets');
  if (fact.kind !== 'list') return { places: [], open: true };
  return { places: fact.members.map(({ value }) => String(value)), open: fact.open };
}

/**
 * The places that concern a system: its markets (with what contains them) that have law in the catalog, a market for
 * which there is none, and wherever a regime applies for sure. By id, the world last.
 */
export function columnsOf(model: Model, markets: readonly string[], regimes: readonly Found[]): string[] {
  const lawful = new Set(model.pack.regimes.map(({ jurisdiction }) => jurisdiction));
  const parents = model.terms.hierarchy('system.markets');
  const fromMarkets = markets.flatMap((market) => {
    const places = [market, ...around(market, parents)].filter((place) => lawful.has(place));
    return places.length > 0 ? places : [market];
  });
  const applying = regimes.filter(({ applies }) => applies === 'yes').map(({ jurisdiction }) => jurisdiction);
  return [...new Set([...fromMarkets, ...applying])].sort(
    (a, b) => Number(a === world) - Number(b === world) || (a < b ? -1 : 1),
  );
}

/** Whether one of the markets lies in a place for sure; the world is everywhere. */
export function isOffered(
  place: string,
  markets: readonly string[],
  parents: Hierarchy | undefined,
): boolean {
  return place === world || markets.some((market) => within(market, place, parents) === 'is');
}

/** The same facts, with places added to where the system is offered. What the manifest says of it stays as it is. */
export function offeredIn(facts: Facts, places: readonly string[]): Facts {
  if (places.length === 0) return facts;
  const fact = facts.get('system.markets');
  const { spots } = fact;
  const [spot] = spots;
  const said = fact.kind === 'list' ? fact : undefined;
  const markets: Fact = {
    kind: 'list',
    members: [...(said?.members ?? []), ...(spot ? places.map((value) => ({ value, spot })) : [])],
    open: said?.open ?? true,
    from: 'given',
    spots,
  };
  return { get: (asked) => (asked === 'system.markets' ? markets : facts.get(asked)) };
}

/** Places inside a column that are no columns themselves, and whose binding law applies or may apply. By id. */
export function insideOf(
  place: string,
  columns: readonly string[],
  regimes: readonly Found[],
  parents: Hierarchy | undefined,
): string[] {
  const found = regimes.filter(
    (regime) =>
      bindsNow(regime) &&
      regime.applies !== 'no' &&
      !columns.includes(regime.jurisdiction) &&
      around(regime.jurisdiction, parents).includes(place),
  );
  return [...new Set(found.map(({ jurisdiction }) => jurisdiction))].sort();
}
