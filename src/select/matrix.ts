import type { Need } from '../answer/schema';
import type { Model } from '../assess/model';
import type { ToolEntry } from '../catalog/schema/tool';
import type { NeedySystem } from './needs';
import { type Constraint, constraintsAgainst, costOf, type Preferences } from './preferences';
import type { Candidate } from './solve';

/** A tool against the needs at hand. */
export interface ToolRow {
  readonly tool: ToolEntry;
  readonly constraints: readonly Constraint[];
  readonly candidate: Candidate;
  /** Basis on which it closes each need, by index. */
  readonly basis: ReadonlyMap<number, 'documented' | 'judged'>;
}

/** Every tool of the catalog that closes at least one need, shut out or not, by id. */
export function matrixOf(
  model: Model,
  needs: readonly Need[],
  systems: readonly NeedySystem[],
  preferences: Preferences,
): ToolRow[] {
  const kinds = new Map(systems.map((system) => [system.id, system.kinds]));
  return model.pack.tools.flatMap((tool) => {
    const basis = new Map<number, 'documented' | 'judged'>();
    for (const [index, need] of needs.entries()) {
      const capability = tool.capabilities.find(({ id }) => id === need.capability);
      const fitsMoment = tool.lifecycle.some((moment) => moment === need.moment);
      const fitsKind = tool.kinds.some((kind) => kinds.get(need.system)?.includes(kind) ?? false);
      if (capability && fitsMoment && fitsKind) basis.set(index, capability.basis);
    }
    if (basis.size === 0) return [];
    const judged = [...basis.values()].filter((value) => value === 'judged').length;
    const candidate: Candidate = {
      id: tool.id,
      closes: [...basis.keys()],
      cost: costOf(tool, preferences),
      doubt: judged + (tool.status.state === 'active' ? 0 : 1),
    };
    return [{ tool, constraints: constraintsAgainst(tool, preferences), candidate, basis }];
  });
}
