import { membershipsOf } from '../catalog/memberships';
import type { Pack } from '../catalog/pack';
import type { Source } from '../catalog/schema/facts';
import type { RegimeEntry } from '../catalog/schema/regime';
import type { Field } from '../manifest/fields';

type CatalogKind = Exclude<NonNullable<Field['refersTo']>, 'rule'> | 'place';

/** Something of the catalog that a manifest may name, told shortly. */
export interface CatalogTerm {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  /** Article, license, parents: what tells it from its neighbors. */
  readonly about: string;
  /** Where it was read; undefined for definitions. */
  readonly source: Source | undefined;
}

type Terms = ReadonlyMap<string, CatalogTerm>;

const remembered = new WeakMap<Pack, Map<CatalogKind, Terms>>();

/** What a manifest may write where ids of this kind belong, by id, in the order of the catalog. */
export function termsOf(pack: Pack, kind: CatalogKind): Terms {
  const kinds = remembered.get(pack) ?? new Map<CatalogKind, Terms>();
  remembered.set(pack, kinds);
  const terms = kinds.get(kind) ?? new Map(list(pack, kind).map((term) => [term.id, term]));
  kinds.set(kind, terms);
  return terms;
}

function list(pack: Pack, kind: CatalogKind): readonly CatalogTerm[] {
  switch (kind) {
    case 'control':
      return pack.controls.map(({ id, title, statement, sources }) => ({
        id,
        title,
        statement,
        about: 'control',
        source: sources[0],
      }));
    case 'tool':
      return pack.tools.map(({ id, title, summary, license, sources }) => ({
        id,
        title,
        statement: summary,
        about: `tool, ${license}`,
        source: sources[0],
      }));
    case 'regime':
      return pack.regimes.map((regime) => ({
        id: regime.id,
        title: regime.title,
        statement: regime.scope.statement,
        about: `${regime.jurisdiction}, ${regime.binding ? 'binding' : 'voluntary'}`,
        source: regime.sources[0],
      }));
    case 'duty':
      return pack.regimes.flatMap((regime) => regime.duties.map((duty) => fact(regime, duty, 'duty')));
    case 'exemption':
      return pack.regimes.flatMap((regime) =>
        [...regime.exceptions, ...regime.exclusions]
          .filter(({ automatic }) => !automatic)
          .map((exception) => fact(regime, exception, 'exception')),
      );
    case 'class':
      return pack.regimes.flatMap(classesOf);
    case 'place':
      return pack.places.map(({ id, name, parents }) => ({
        id,
        title: name,
        statement: placeWords(id, parents),
        about: name,
        source: undefined,
      }));
  }
}

/** `In EU (since 2013-07-01), EEA (since 2014-04-12).`, and what a state has left. */
function placeWords(id: string, parents: readonly string[]): string {
  const memberships = membershipsOf(id);
  const since = (place: string) => memberships.find((one) => one.in === place)?.since;
  const within = parents.map((place) => (since(place) ? `${place} (since ${since(place)})` : place));
  const left = memberships.flatMap((one) => (one.until ? [`${one.in} until ${one.until}`] : []));
  return [
    ...(within.length > 0 ? [`In ${within.join(', ')}.`] : []),
    ...(left.length > 0 ? [`Was in ${left.join(', ')}.`] : []),
  ].join(' ');
}

interface RegimeFact {
  readonly id: string;
  readonly title: string;
  readonly article: string;
  readonly statement: string;
  readonly sources: readonly string[];
}

function fact(
  regime: RegimeEntry,
  { id, title, article, statement, sources }: RegimeFact,
  word: string,
): CatalogTerm {
  return {
    id,
    title,
    statement,
    about: `${word}, ${regime.shortTitle}, ${article}`,
    source: sourceOf(regime, sources),
  };
}

/** Local ids name the sources of their regime; one without a name stands for all. */
function sourceOf(regime: RegimeEntry, ids: readonly string[]): Source | undefined {
  return regime.sources.find(({ id }) => id !== undefined && ids.includes(id)) ?? regime.sources[0];
}

/** More grounds of a class than this are only counted. */
const told = 5;

/** One term a class: its grounds, in the order of the catalog. */
function classesOf(regime: RegimeEntry): readonly CatalogTerm[] {
  const names = [...new Set(regime.classes.map((basis) => basis.class))];
  return names.map((name) => {
    const grounds = regime.classes.filter((basis) => basis.class === name);
    const shown = grounds.slice(0, told).map(({ basis, title }) => `${basis}: ${title}`);
    const rest = grounds.length > told ? `; and ${grounds.length - told} more` : '';
    return {
      id: `${regime.id}.${name}`,
      title: `${regime.shortTitle}: ${name}`,
      statement: `${shown.join('; ')}${rest}.`,
      about: `class, ${regime.shortTitle}`,
      source: sourceOf(regime, grounds[0]?.sources ?? []),
    };
  });
}
