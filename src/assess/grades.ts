import type { Grade } from '../answer/schema';
import type { RegimeEntry } from '../catalog/schema/regime';

const order: readonly Grade[] = ['low', 'medium', 'high'];

/** The weakest of some grades; `high` of none. */
export function weakest(grades: Iterable<Grade>): Grade {
  let lowest: Grade = 'high';
  for (const grade of grades) if (order.indexOf(grade) < order.indexOf(lowest)) lowest = grade;
  return lowest;
}

interface Provenance {
  readonly sources: readonly string[];
  readonly confidence: Grade;
}

/**
 * Whether a fact is only reported: graded low, or none of its sources was read. Such a fact never decides a class or
 * a date alone (ANSWER.md).
 */
export function isReported(fact: Provenance, regime: RegimeEntry): boolean {
  if (fact.confidence === 'low') return true;
  const sources = regime.sources.filter(
    (source) => source.id !== undefined && fact.sources.includes(source.id),
  );
  return sources.length > 0 && sources.every((source) => source.read === null || source.kind === 'memory');
}
