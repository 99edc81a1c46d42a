import type { Need } from '../answer/schema';
import type { Model } from '../assess/model';
import { matrixOf, type ToolRow } from './matrix';
import type { NeedySystem } from './needs';
import type { Preferences } from './preferences';
import { type Instance, type Solution, solve } from './solve';

/** What the choice is made from: needs of systems under preferences. */
export interface Setting {
  readonly model: Model;
  readonly systems: readonly NeedySystem[];
  readonly needs: readonly Need[];
  readonly preferences: Preferences;
}

/** The problem with what is in use taken out: those tools close their needs for nothing and take no slot. */
export interface Problem {
  readonly needs: readonly Need[];
  /** Every tool that can close something, shut out or not. */
  readonly rows: readonly ToolRow[];
  readonly inUse: readonly ToolRow[];
  readonly free: readonly ToolRow[];
  readonly size: number;
}

export function problemOf({ model, systems, needs, preferences }: Setting): Problem {
  const rows = matrixOf(model, needs, systems, preferences);
  const usable = rows.filter((row) => row.constraints.length === 0);
  const isInUse = (row: ToolRow) => preferences.toolsInUse.includes(row.tool.id);
  return {
    needs,
    rows,
    inUse: usable.filter(isInUse),
    free: usable.filter((row) => !isInUse(row)),
    size: preferences.maxTools,
  };
}

/** The best new tools beside those in use, over the needs that these leave open. */
export function solveProblem(problem: Problem, size = problem.size): Solution {
  const closed = closedBy(problem.inUse);
  const instance: Instance = {
    weights: problem.needs.map((need) => need.weight),
    legal: problem.needs.map((need) => need.legal),
    candidates: problem.free.map(({ candidate }) => ({
      ...candidate,
      closes: candidate.closes.filter((need) => !closed.has(need)),
    })),
    size,
  };
  return solve(instance);
}

/** Indexes of the needs that some tools close together. */
export function closedBy(rows: readonly ToolRow[]): ReadonlySet<number> {
  return new Set(rows.flatMap((row) => row.candidate.closes));
}

/** What needs weigh together: those that the law is behind, and all of them. */
export function weigh(
  { needs }: Pick<Problem, 'needs'>,
  indexes: Iterable<number>,
): { legalWeight: number; weight: number } {
  const sum = { legalWeight: 0, weight: 0 };
  for (const index of indexes) {
    const need = needs[index];
    if (!need) continue;
    sum.weight += need.weight;
    if (need.legal) sum.legalWeight += need.weight;
  }
  return sum;
}

export function rowsOf(rows: readonly ToolRow[], ids: readonly string[]): ToolRow[] {
  return rows.filter((row) => ids.includes(row.tool.id));
}

export function needIds({ needs }: Pick<Problem, 'needs'>, indexes: Iterable<number>): string[] {
  return [...indexes].flatMap((index) => needs[index]?.id ?? []);
}
