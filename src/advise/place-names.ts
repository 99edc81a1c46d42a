import { world } from '../assess/columns';
import type { PlaceTerm } from '../catalog/pack';
import { nearest } from '../text/nearest';

/** Codes that are in use and are none of ISO 3166, or not those of the place that is meant. */
const otherCodes: Readonly<Record<string, string>> = {
  KSA: 'SA',
  NYC: 'US-NY-NYC',
  PRC: 'CN',
  ROK: 'KR',
  UAE: 'AE',
  UK: 'GB',
  USA: 'US',
};

/** Shorter codes are all near to each other: a guess would be worth nothing. */
const leastToGuess = 4;

/** What a jurisdiction that is no place was probably meant to be; undefined where it is a place, or the world. */
export function misnamed(
  places: readonly PlaceTerm[],
  id: string,
): { readonly meant: PlaceTerm | undefined } | undefined {
  if (id === world || places.some((place) => place.id === id)) return undefined;
  const named = (name: string | undefined) =>
    places.find((place) => place.name.toLowerCase() === name?.toLowerCase());
  const coded = (code: string | undefined) => places.find((place) => place.id === code);
  const meant =
    coded(Object.hasOwn(otherCodes, id) ? otherCodes[id] : undefined) ??
    named(id) ??
    (id.length < leastToGuess
      ? undefined
      : (named(nearest(id, namesOf(places))) ?? coded(nearest(id, idsOf(places)))));
  return { meant };
}

function namesOf(places: readonly PlaceTerm[]): string[] {
  return places.filter(({ id }) => !id.includes('-') || id.startsWith('US-')).map(({ name }) => name);
}

function idsOf(places: readonly PlaceTerm[]): string[] {
  return places.map(({ id }) => id);
}
