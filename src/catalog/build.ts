import { checkBodies } from './checks/bodies';
import { checkConditions } from './checks/conditions';
import { checkCoverage } from './checks/coverage';
import { checkCrosswalks } from './checks/crosswalks';
import { checkDates } from './checks/dates';
import { knownIds } from './checks/known';
import { checkOwners } from './checks/owners';
import { checkProvenance } from './checks/provenance';
import { checkReferences } from './checks/references';
import { checkRegimes } from './checks/regimes';
import { checkStatuses } from './checks/statuses';
import { checkTemplates } from './checks/templates';
import { checkTwins } from './checks/twins';
import { type Draft, draftOf, type ParsedRegime, type Report } from './draft';
import { type CatalogFile, type EntryFile, problemAt, readEntryFile } from './entry-file';
import type { Bodies, Pack, PlaceTerm } from './pack';
import { type CatalogProblem, compare, inOrder } from './problem';
import type { RegimeEntry } from './schema/regime';

export type { CatalogFile } from './entry-file';
export type { CatalogProblem } from './problem';

/** What a build needs beside the files of the catalog. */
export interface BuildExtras {
  readonly places: readonly PlaceTerm[];
  /** SHA-256 of a text in UTF-8, in hex. */
  readonly sha256: (text: string) => string;
}

/** A catalog as built. With an error among its problems it is incomplete and must not be used. */
export interface BuiltCatalog {
  readonly pack: Pack;
  readonly bodies: Bodies;
  readonly problems: readonly CatalogProblem[];
}

/**
 * Builds the files of a catalog into one pack of data and one table of bodies. Strict: everything that an entry
 * names must be there, every condition must be one that a manifest can answer. Never throws; the order of the files
 * does not matter, and the same files give the same bytes.
 */
export function buildCatalog(files: readonly CatalogFile[], extras: BuildExtras): BuiltCatalog {
  const read = files.map(readEntryFile).sort((a, b) => compare(a.path, b.path));
  const { draft, problems: found } = draftOf(read);
  const problems: CatalogProblem[] = [...found];
  const report: Report = (...about) => {
    problems.push(problemAt(...about));
  };
  const places = new Set(extras.places.map(({ id }) => id));
  const known = knownIds(draft);
  checkRegimes(draft, known, places, report);
  checkReferences(draft, known, report);
  checkOwners(draft, places, report);
  checkCrosswalks(draft, listed(draft.frameworks), known.frameworks, report);
  checkConditions(draft, places, report);
  checkDates(draft, read, report);
  checkStatuses(draft, report);
  checkProvenance(draft, report);
  checkTwins(draft, report);
  checkTemplates(draft, report);
  checkBodies(read, report);
  // Of a catalog that lacks an entry, nobody can say what is unused.
  if (draft.rejected.size === 0) checkCoverage(draft, report);
  return { pack: packOf(draft, extras), bodies: bodiesOf(read), problems: inOrder(problems) };
}

function packOf(draft: Draft, { places, sha256 }: BuildExtras): Pack {
  const data = {
    schemaVersion: 1,
    version: draft.about?.value.version ?? '',
    knownUntil: draft.about?.value.knownUntil ?? '',
    conflicts: listed(draft.conflicts),
    comparisons: listed(draft.comparisons),
    background: listed(draft.background),
    frameworks: listed(draft.frameworks),
    regimes: draft.regimes.map(wholeRegime),
    risks: listed(draft.risks),
    controls: listed(draft.controls),
    templates: listed(draft.templates),
    capabilities: listed(draft.capabilities),
    tools: listed(draft.tools),
    vocabularies: listed(draft.vocabularies),
  } as const;
  return {
    ...data,
    places: [...places].sort((a, b) => compare(a.id, b.id)),
    hash: sha256(JSON.stringify(data)),
  };
}

/** A regime with what the further files of its folder add. */
export function wholeRegime({ id, main, parts }: ParsedRegime): RegimeEntry {
  return {
    id,
    ...main.value,
    exceptions: [...main.value.exceptions, ...parts.flatMap(({ value }) => value.exceptions)],
    classes: [...main.value.classes, ...parts.flatMap(({ value }) => value.classes)],
    duties: [...main.value.duties, ...parts.flatMap(({ value }) => value.duties)],
    deemedRoles: [...main.value.deemedRoles, ...parts.flatMap(({ value }) => value.deemedRoles)],
  };
}

function listed<T>(entries: readonly { readonly id: string; readonly value: T }[]): (T & { id: string })[] {
  return [...entries].sort((a, b) => compare(a.id, b.id)).map(({ id, value }) => ({ id, ...value }));
}

/** Bodies by kind and id; those of the parts of a regime by kind, id and part. */
export function bodiesOf(files: readonly EntryFile[]): Bodies {
  const bodies = new Map<string, string>();
  for (const { path, body } of files) {
    if (body === '') continue;
    const [kind = '', ...steps] = path.replace(/\.md$/, '').split('/');
    const [folder, name] = steps;
    bodies.set([kind, ...(folder === name ? [name] : steps)].join('/'), body);
  }
  return Object.fromEntries([...bodies].sort(([a], [b]) => compare(a, b)));
}
