import type { Need } from '../answer/schema';
import type { Model } from '../assess/model';
import type { ToolEntry } from '../catalog/schema/tool';
import { type Constraint, constraintsAgainst, costOf, inOrder, needsPaidEdition } from './constraints';
import type { NeedySystem } from './needs';
import type { Preferences } from './preferences';
import type { Candidate } from './solve';

/** A tool against the needs at hand. */
export interface ToolRow {
  readonly tool: ToolEntry;
  /** What shuts it out for every need. */
  readonly constraints: readonly Constraint[];
  readonly candidate: Candidate;
  /** Basis on which it can close each need, by index. */
  readonly basis: ReadonlyMap<number, 'documented' | 'judged'>;
  /** Needs that only its paid edition closes, which the budget does not allow; the candidate is without them. */
  readonly paid: ReadonlySet<number>;
}

/** Every tool of the catalog that can close at least one need, shut out or not, by id. */
export function matrixOf(
  model: Model,
  needs: readonly Need[],
  systems: readonly NeedySystem[],
  preferences: Preferences,
): ToolRow[] {
  const kinds = new Map(systems.map((system) => [system.id, system.kinds]));
  const withoutWeights = new Set(systems.flatMap(({ id, weights }) => (weights === false ? [id] : [])));
  const wanted = new Map<string, number[]>();
  for (const [index, { capability }] of needs.entries()) {
    const indexes = wanted.get(capability);
    if (indexes) indexes.push(index);
    else wanted.set(capability, [index]);
  }
  const tools = model.pack.tools.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return tools.flatMap((tool) => {
    const basis = new Map<number, 'documented' | 'judged'>();
    const paid = new Set<number>();
    const needsWeights = tool.needs?.includes('weights') ?? false;
    for (const capability of tool.capabilities) {
      for (const index of wanted.get(capability.id) ?? []) {
        const need = needs[index];
        const fitsMoment = tool.lifecycle.some((moment) => moment === need?.moment);
        const fitsKind = tool.kinds.some((kind) => kinds.get(need?.system ?? '')?.includes(kind) ?? false);
        if (!fitsMoment || !fitsKind || (needsWeights && withoutWeights.has(need?.system ?? ''))) continue;
        basis.set(index, capability.basis);
        if (needsPaidEdition(capability, preferences)) paid.add(index);
      }
    }
    if (basis.size === 0) return [];
    const closes = [...basis.keys()].filter((index) => !paid.has(index)).sort((a, b) => a - b);
    const judged = closes.filter((index) => basis.get(index) === 'judged').length;
    const candidate: Candidate = {
      id: tool.id,
      closes,
      cost: costOf(tool, preferences),
      doubt: judged + (tool.status.state === 'active' ? 0 : 1),
    };
    return [{ tool, constraints: constraintsAgainst(tool, preferences), candidate, basis, paid }];
  });
}

/** What keeps a tool from closing one need. */
export function constraintsOn(row: ToolRow, need: number): readonly Constraint[] {
  const byBudget = row.paid.has(need) && !row.constraints.includes('preferences.budget');
  return byBudget ? inOrder([...row.constraints, 'preferences.budget']) : row.constraints;
}
