import { type BrowsedKind, browsedKinds, type CatalogList } from '../answer/catalog-browse';
import type { Pack } from '../catalog/pack';

export type BrowsedEntry = Pack[BrowsedKind][number];
type Listed = CatalogList['kinds'][number]['entries'][number];

/** What of a catalog is listed; all of it where nothing is said. */
export interface ListWish {
  readonly kind?: BrowsedKind;
  /** A place: law of it and of the places inside it. Kinds without places are left out. */
  readonly jurisdiction?: string;
  /** Family of risks or capabilities, kind of controls, category of tools. Kinds without are left out. */
  readonly family?: string;
}

/** The entries of a catalog by kind, with id and title. */
export function listCatalog(pack: Pack, { kind, jurisdiction, family }: ListWish): CatalogList {
  const places = new Map(pack.places.map(({ id, parents }) => [id, parents]));
  const fits = (entry: Listed): boolean =>
    (family === undefined || entry.family === family) &&
    (jurisdiction === undefined ||
      entry.jurisdiction === jurisdiction ||
      (entry.jurisdiction !== undefined && places.get(entry.jurisdiction)?.includes(jurisdiction) === true));
  const kinds = browsedKinds
    .filter((one) => kind === undefined || one === kind)
    .map((one) => ({ kind: one, entries: pack[one].map(listed).filter(fits) }))
    .filter(({ entries }) => entries.length > 0);
  return { schemaVersion: 1, kinds };
}

/** The families that the entries of a catalog have, for whoever mistypes one. */
export function familiesOf(pack: Pack): string[] {
  const entries = browsedKinds.flatMap((kind) => pack[kind].map(listed));
  return [...new Set(entries.flatMap(({ family }) => family ?? []))].sort();
}

function listed(entry: BrowsedEntry): Listed {
  const family = familyOf(entry);
  return {
    id: entry.id,
    title: entry.title,
    ...('jurisdiction' in entry ? { jurisdiction: entry.jurisdiction } : {}),
    ...(family === undefined ? {} : { family }),
  };
}

function familyOf(entry: BrowsedEntry): string | undefined {
  if ('family' in entry) return entry.family;
  if ('category' in entry) return entry.category;
  return 'mitigates' in entry ? entry.kind : undefined;
}
