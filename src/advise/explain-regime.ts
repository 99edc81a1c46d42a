import type { Bodies, Pack } from '../catalog/pack';
import type { RegimeEntry } from '../catalog/schema/regime';
import { page } from './explain';

/** A page about a duty, a ground of a class, or an exception of a regime. */
export function explainRegimeFact(pack: Pack, bodies: Bodies, id: string): string | undefined {
  for (const regime of pack.regimes) {
    const found = factOf(regime, id);
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

function factOf(regime: RegimeEntry, id: string): RegimeFact | undefined {
  const duty = regime.duties.find((candidate) => candidate.id === id);
  if (duty) {
    const facts = [
      `${regime.shortTitle}, ${duty.article}. For: ${duty.roles.join(', ')}.`,
      duty.statement,
      ...evidenceOf(duty.evidence),
    ];
    return { title: duty.title, facts: [...facts, ...noteOf(duty.note)], sources: duty.sources };
  }
  const basis = regime.classes.find((candidate) => candidate.id === id);
  if (basis) {
    const facts = [
      `${regime.shortTitle}, ${basis.basis}: ${basis.class}.`,
      basis.statement,
      ...noteOf(basis.note),
    ];
    return { title: basis.title, facts, sources: basis.sources };
  }
  const exception = [...regime.exceptions, ...regime.exclusions].find((candidate) => candidate.id === id);
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

function evidenceOf(evidence: readonly string[]): string[] {
  return evidence.length > 0 ? [`What shows it: ${evidence.join(', ')}.`] : [];
}

function noteOf(note: string | undefined): string[] {
  return note === undefined ? [] : [note];
}
