import type { Condition } from '../logic/condition';
import type { Terms } from '../logic/evaluate';
import type { Fact } from '../manifest/fact';

/** Places of a complete list: each with what contains it, and the list itself. */
export interface PlacesNamed {
  readonly around: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
  readonly parents: (id: string) => readonly string[];
}

/** The places of a fact; undefined where the list is open, missing, or names one that nobody knows. */
export function placesNamed(fact: Fact, terms: Terms): PlacesNamed | undefined {
  const hierarchy = terms.hierarchy('system.markets');
  if (fact.kind !== 'list' || fact.open || !hierarchy) return undefined;
  const said = new Set<string>();
  const around = new Set<string>();
  for (const { value } of fact.members) {
    const ancestors = hierarchy(String(value));
    if (!ancestors) return undefined;
    said.add(String(value));
    around.add(String(value));
    for (const ancestor of ancestors) around.add(ancestor);
  }
  return { around, said, parents: (id) => hierarchy(id) ?? [] };
}

/**
 * Whether a condition cannot hold because it wants a market that lies elsewhere, as a glance at the places tells. Says
 * no where it cannot tell: then the condition itself decides.
 */
export function liesElsewhere(condition: Condition, places: PlacesNamed): boolean {
  if ('all' in condition) return condition.all.some((part) => liesElsewhere(part, places));
  if (!('path' in condition) || condition.path !== 'system.markets' || !('includes' in condition))
    return false;
  const wanted = typeof condition.includes === 'string' ? [condition.includes] : condition.includes;
  return wanted.every(
    (place) => !places.around.has(place) && !places.parents(place).some((parent) => places.said.has(parent)),
  );
}
