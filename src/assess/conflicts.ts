import type { Conflict, Reason, Regime } from '../answer/schema';
import type { ConflictEntry } from '../catalog/schema/conflict';
import { decide } from '../logic/evaluate';
import type { Facts } from '../manifest/fact';
import type { Model } from './model';
import { text } from './reasons';

type Applying = Pick<Regime, 'id' | 'jurisdiction' | 'applies' | 'reasons'> & {
  readonly duties: readonly Pick<Regime['duties'][number], 'id' | 'applies'>[];
};
type Side = ConflictEntry['sides'][number];

/** What of a system decides whether a conflict concerns it. */
export interface ConflictedSystem {
  readonly id: string;
  readonly facts: Facts;
  readonly regimes: readonly Applying[];
}

/**
 * The conflicts of the catalog that concern a system: at least two sides stand for sure, with law of more than one
 * place, and its own condition holds. By id.
 */
export function assessConflicts(model: Model, system: ConflictedSystem): Conflict[] {
  return inOrder(model.pack.conflicts.flatMap((entry) => assessConflict(model, system, entry) ?? []));
}

function assessConflict(
  model: Model,
  { id, facts, regimes }: ConflictedSystem,
  entry: ConflictEntry,
): Conflict | undefined {
  const sides = entry.sides
    .map((side) => ({ side, standing: regimes.filter((regime) => standsOn(side, regime)) }))
    .filter(({ standing }) => standing.length > 0);
  const standing = sides.flatMap((side) => side.standing);
  if (sides.length < 2 || new Set(standing.map(({ jurisdiction }) => jurisdiction)).size < 2)
    return undefined;
  if (entry.when && decide(entry.when, facts, model.terms) !== 'yes') return undefined;
  return {
    id: entry.id,
    title: entry.title,
    statement: entry.statement,
    advice: entry.advice,
    between: [...new Set(standing.map((regime) => regime.id))].sort(),
    systems: [id],
    themes: entry.themes,
    reasons: sides.map(
      ({ side, standing: here }): Reason => ({
        text: text('conflict.side', { name: side.name, asks: side.asks }),
        places: here.flatMap((regime) => regime.reasons.flatMap(({ places }) => places)),
        entry: entry.id,
      }),
    ),
    grade: entry.confidence,
  };
}

function standsOn(side: Side, { id, applies, duties }: Applying): boolean {
  if (applies !== 'yes') return false;
  return (
    side.regimes.includes(id) ||
    duties.some((duty) => duty.applies === 'yes' && side.duties.includes(duty.id))
  );
}

/** The same conflict of several systems is one, with the reasons of the first. */
export function joinConflicts(conflicts: readonly Conflict[]): Conflict[] {
  const byId = new Map<string, Conflict>();
  for (const conflict of conflicts) {
    const earlier = byId.get(conflict.id);
    byId.set(
      conflict.id,
      earlier
        ? {
            ...earlier,
            between: [...new Set([...earlier.between, ...conflict.between])].sort(),
            systems: [...earlier.systems, ...conflict.systems],
          }
        : conflict,
    );
  }
  return inOrder([...byId.values()]);
}

function inOrder(conflicts: readonly Conflict[]): Conflict[] {
  return [...conflicts].sort((a, b) => numberOf(a.id) - numberOf(b.id));
}

/** `C10` comes after `C9`. */
function numberOf(id: string): number {
  return Number(id.slice(1));
}
