import { nearest } from '../../text/nearest';
import type { Draft, Report } from '../draft';
import type { EntryFile } from '../entry-file';
import type { Steps } from '../problem';

/** Ids of one kind that may be pointed at. */
export interface Ids {
  /** What they are ids of, as a message says it: `capability`, `theme`. */
  readonly noun: string;
  readonly all: ReadonlySet<string>;
  /** An id of something that is broken elsewhere: pointing at it is not wrong. */
  readonly excused: (id: string) => boolean;
}

/** Every id of a catalog by what it names. */
export interface KnownIds {
  readonly themes: Ids;
  readonly capabilities: Ids;
  readonly risks: Ids;
  readonly regimes: Ids;
  readonly duties: Ids;
  readonly frameworks: Ids;
}

type WithId = { readonly id: string };

/** What a catalog has that can be pointed at. */
interface Named {
  readonly themes: readonly WithId[];
  readonly capabilities: readonly WithId[];
  readonly risks: readonly WithId[];
  readonly regimes: readonly WithId[];
  readonly duties: readonly WithId[];
  readonly frameworks: readonly WithId[];
  /** Ids of entries that are broken, as `kind/id`. */
  readonly rejected: ReadonlySet<string>;
}

/** Collects the ids of a draft. */
export function knownIds(draft: Draft): KnownIds {
  const { capabilities, risks, regimes, frameworks, rejected } = draft;
  const themes = draft.vocabularies.filter(({ id }) => id === 'themes').flatMap(({ value }) => value.terms);
  const duties = regimes.flatMap(({ main, parts }) => [main, ...parts].flatMap(({ value }) => value.duties));
  return idsOf({ themes, capabilities, risks, regimes, duties, frameworks, rejected });
}

/** Ids by what they name. */
export function idsOf({
  themes,
  capabilities,
  risks,
  regimes,
  duties,
  frameworks,
  rejected,
}: Named): KnownIds {
  const entries = (noun: string, folder: string, list: readonly WithId[]): Ids => ({
    noun,
    all: new Set(list.map(({ id }) => id)),
    excused: (id) => rejected.has(`${folder}/${id}`),
  });
  return {
    themes: {
      noun: 'theme',
      all: new Set(themes.map(({ id }) => id)),
      excused: () => rejected.has('vocabularies/themes'),
    },
    capabilities: entries('capability', 'capabilities', capabilities),
    risks: entries('risk', 'risks', risks),
    regimes: entries('regime', 'regimes', regimes),
    frameworks: entries('framework', 'frameworks', frameworks),
    duties: {
      noun: 'duty',
      all: new Set(duties.map(({ id }) => id)),
      excused: (id) => rejected.has(`regimes/${id.split('.')[0] ?? ''}`),
    },
  };
}

/** Reports each id of a list that points nowhere, and each that stands there twice. */
export function checkIds(
  report: Report,
  file: EntryFile,
  steps: Steps,
  listed: readonly string[],
  known: Ids,
): void {
  listed.forEach((id, index) => {
    checkId(report, file, [...steps, index], id, known);
    if (listed.indexOf(id) < index) {
      report(
        file,
        { steps: [...steps, index] },
        'duplicate-id',
        `${id} stands in this list twice. Remove one.`,
      );
    }
  });
}

/** Reports an id that points nowhere, with the one that comes nearest. */
export function checkId(report: Report, file: EntryFile, steps: Steps, id: string, known: Ids): void {
  if (known.all.has(id) || known.excused(id)) return;
  const meant = nearest(id, [...known.all]);
  const advice = meant === undefined ? 'Correct it or remove it.' : `Did you mean ${meant}?`;
  report(file, { steps }, 'unknown-id', `There is no ${known.noun} with the id ${id}. ${advice}`);
}
