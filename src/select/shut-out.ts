import type { Blocked, Need, Portfolio, Unmet } from '../answer/schema';
import { type Constraint, isPreference } from './constraints';
import { constraintsOn, type ToolRow } from './matrix';
import { closedBy, needIds, type Problem } from './problem';

/** The fewest constraints that would have to go for one need, and who could close it then. */
interface Change {
  readonly constraints: readonly Constraint[];
  readonly tools: readonly string[];
}

/**
 * The smallest change by which a need could be met: the fewest constraints lifted; of as many, those that let in the
 * most tools, then the first by name. What the user can lift goes before the state of tools, which nobody can.
 */
function smallestChange(rows: readonly ToolRow[], need: number): Change | undefined {
  const ways = new Map<string, { constraints: readonly Constraint[]; tools: string[] }>();
  for (const row of rows) {
    if (!row.basis.has(need)) continue;
    const constraints = constraintsOn(row, need);
    const key = constraints.join(' ');
    const way = ways.get(key) ?? { constraints, tools: [] };
    ways.set(key, way);
    way.tools.push(row.tool.id);
  }
  const beyond = ({ constraints }: Change) => constraints.filter((one) => !isPreference(one)).length;
  const [least] = [...ways.values()].sort(
    (a, b) =>
      beyond(a) - beyond(b) ||
      a.constraints.length - b.constraints.length ||
      b.tools.length - a.tools.length ||
      (a.constraints.join() < b.constraints.join() ? -1 : 1),
  );
  return least;
}

/** What stays open, each with the reason that nothing else than a change of it would end. */
export function unmetOf({ needs, rows, inUse, free }: Problem, chosen: readonly ToolRow[]): Unmet[] {
  const closed = closedBy(chosen);
  const closable = closedBy([...inUse, ...free]);
  return needs.flatMap(({ id }, index): Unmet[] => {
    if (closed.has(index)) return [];
    if (closable.has(index)) return [{ need: id, why: 'over-size', constraint: 'preferences.maxTools' }];
    const change = smallestChange(rows, index);
    return [
      change
        ? { need: id, why: 'shut-out', constraint: change.constraints.join(', ') }
        : { need: id, why: 'no-tool' },
    ];
  });
}

/** The tools that are shut out, each with what it would close beyond the chosen ones. */
export function excludedOf(problem: Problem, chosen: readonly ToolRow[]): Portfolio['excluded'] {
  const closed = closedBy(chosen);
  return problem.rows
    .filter((row) => row.constraints.length > 0)
    .map((row) => ({
      tool: row.tool.id,
      constraint: row.constraints.join(', '),
      lifting: needIds(
        problem,
        row.candidate.closes.filter((need) => !closed.has(need)),
      ),
    }));
}

/** Needs with the law behind them that preferences alone make unmeetable, and the smallest change for each. */
export function blockedOf(needs: readonly Need[], rows: readonly ToolRow[]): Blocked[] {
  const usable = closedBy(rows.filter((row) => row.constraints.length === 0));
  return needs.flatMap((need, index): Blocked[] => {
    if (!need.legal || usable.has(index)) return [];
    const change = smallestChange(rows, index);
    if (!change?.constraints.every(isPreference)) return [];
    return [{ need: need.id, constraints: [...change.constraints], lifting: [...change.tools] }];
  });
}
