import { isMember } from './memberships';
import type { PlaceTerm } from './pack';
import { compare } from './problem';

/** A country of ISO 3166-1. */
export interface Country {
  readonly alpha2: string;
  readonly name: string;
}

/** A subdivision of ISO 3166-2; its parent is a country or another subdivision. */
export interface Subdivision {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
}

/**
 * Places with a code of their own in ISO 3166-1 that belong to a member state and in which Union law applies:
 * the outermost regions of France (Art. 349 TFEU) and Åland (Art. 355(4) TFEU).
 */
const partsOfMembers: Readonly<Record<string, string>> = {
  AX: 'FI',
  GF: 'FR',
  GP: 'FR',
  MF: 'FR',
  MQ: 'FR',
  RE: 'FR',
  YT: 'FR',
};

/** Cities with rules of their own about AI or face recognition. */
const cities: readonly (PlaceTerm & { readonly parents: readonly [string, ...string[]] })[] = [
  { id: 'CN-GD-SZX', name: 'Shenzhen', parents: ['CN-GD', 'CN'] },
  { id: 'US-CA-SFO', name: 'San Francisco', parents: ['US-CA', 'US'] },
  { id: 'US-IL-CHI', name: 'Chicago', parents: ['US-IL', 'US'] },
  { id: 'US-NY-NYC', name: 'New York City', parents: ['US-NY', 'US'] },
  { id: 'US-OR-PDX', name: 'Portland, Oregon', parents: ['US-OR', 'US'] },
];

/**
 * Every place that a manifest may name, each with its parents, nearest first: countries, their subdivisions, some
 * cities, the Union and the economic area around it. Sorted by id.
 */
export function placesOf(
  countries: readonly Country[],
  subdivisions: readonly Subdivision[],
): readonly PlaceTerm[] {
  const byCode = new Map(subdivisions.map((subdivision) => [subdivision.code, subdivision]));
  const above = (code: string): readonly string[] => {
    const parent = byCode.get(code)?.parent;
    return parent === undefined ? aboveCountry(code) : [parent, ...above(parent)];
  };
  return [
    { id: 'EEA', name: 'European Economic Area', parents: [] },
    { id: 'EU', name: 'European Union', parents: ['EEA'] },
    ...countries.map(({ alpha2, name }) => ({ id: alpha2, name, parents: aboveCountry(alpha2) })),
    ...subdivisions.map(({ code, name }) => ({ id: code, name, parents: above(code) })),
    ...cities,
  ].sort((a, b) => compare(a.id, b.id));
}

/** Places as text, one a line: id, name, and the parent where it is not what the id begins with. */
export function placesText(places: readonly PlaceTerm[]): string {
  return places
    .map(({ id, name, parents: [parent] }) =>
      parent === undefined || parent === prefixOf(id) ? `${id}\t${name}` : `${id}\t${name}\t${parent}`,
    )
    .join('\n');
}

/** Reads what `placesText` wrote. */
export function placesFrom(text: string): readonly PlaceTerm[] {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const parentOf = new Map(lines.map(([id = '', , parent]) => [id, parent ?? prefixOf(id)]));
  const above = new Map<string, readonly string[]>();
  const parentsOf = (id: string): readonly string[] => {
    const known = above.get(id);
    if (known) return known;
    const parent = parentOf.get(id);
    const parents = parent === undefined ? [] : [parent, ...parentsOf(parent)];
    above.set(id, parents);
    return parents;
  };
  return lines.map(([id = '', name = '']) => ({ id, name, parents: parentsOf(id) }));
}

function prefixOf(id: string): string | undefined {
  const dash = id.lastIndexOf('-');
  return dash < 0 ? undefined : id.slice(0, dash);
}

function aboveCountry(country: string): readonly string[] {
  const state = partsOfMembers[country];
  if (state !== undefined) return [state, 'EU', 'EEA'];
  if (isMember(country, 'EU')) return ['EU', 'EEA'];
  return isMember(country, 'EEA') ? ['EEA'] : [];
}
