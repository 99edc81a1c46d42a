import type { Bodies, Pack } from '../catalog/pack';
import type { RegimeEntry } from '../catalog/schema/regime';
import { dutyFacts } from './explain-duty';
import { page } from './explain-page';

/** A page about a duty, a ground of a class, or an exception of a regime. */
export function explainRegimeFact(pack: Pack, bodies: Bodies, id: string): string | undefined {
  for (const regime of pack.regimes) {
    const found = factOf(pack, regime, id);
    if (!found) continue;
    const sources = regime.sources.filter(
      (source) => source.id !== undefined && found.sources.includes(source.id),
    );
    return page(found.title, found.facts, bodies[`regimes/${id}`], sources);
  }
  return undefined;
}

interface RegimeFact {
  readonly title: string;
  readonly facts: readonly string[];
  readonly sources: readonly string[];
}

function factOf(pack: Pack, regime: RegimeEntry, id: string): RegimeFact | undefined {
  const versions = regime.duties.filter((candidate) => candidate.id === id);
  const duty = versions.at(-1);
  if (duty) {
    return { title: duty.title, facts: dutyFacts(pack, regime, versions), sources: sourcesOf(versions) };
  }
  const basis = regime.classes.findLast((candidate) => candidate.id === id);
  if (basis) {
    const facts = [
      `${regime.shortTitle}, ${basis.basis}: ${basis.class}.`,
      basis.statement,
      ...noteOf(basis.note),
    ];
    return { title: basis.title, facts, sources: basis.sources };
  }
  const exception = [...regime.exceptions, ...regime.exclusions].findLast((candidate) => candidate.id === id);
  if (!exception) return undefined;
  const how = exception.automatic
    ? 'Works by itself where its condition holds.'
    : 'Must be claimed in the manifest, with a reason.';
  const facts = [
    `${regime.shortTitle}, ${exception.article}.`,
    exception.statement,
    how,
    ...noteOf(exception.note),
  ];
  return { title: exception.title, facts, sources: exception.sources };
}

function sourcesOf(versions: readonly { readonly sources: readonly string[] }[]): readonly string[] {
  return versions.flatMap(({ sources }) => sources);
}

function noteOf(note: string | undefined): string[] {
  return note === undefined ? [] : [note];
}
