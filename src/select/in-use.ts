import type { Leaving, Text } from '../answer/schema';
import { text } from '../assess/reasons';
import { constraintsAgainst } from './constraints';
import type { ToolRow } from './matrix';
import { closedBy, type Problem, type Setting, weigh } from './problem';

/**
 * Tools in use that the others make needless: all that one closes, those that stay close too. The lightest is looked at
 * first, so that of two that do the same one stays.
 */
export function needlessAmong(problem: Problem, chosen: readonly ToolRow[]): ReadonlySet<ToolRow> {
  const weightOf = (row: ToolRow) => weigh(problem, row.candidate.closes);
  const lightestFirst = problem.inUse.toSorted((a, b) => {
    const one = weightOf(a);
    const other = weightOf(b);
    const last = a.tool.id < b.tool.id ? 1 : -1;
    return one.legalWeight - other.legalWeight || one.weight - other.weight || last;
  });
  const needless = new Set<ToolRow>();
  for (const row of lightestFirst) {
    const staying = closedBy(chosen.filter((other) => other !== row && !needless.has(other)));
    if (row.candidate.closes.every((need) => staying.has(need))) needless.add(row);
  }
  return needless;
}

/** Tools in use that may go, in the order of the manifest, each with the one reason. */
export function leavingOf(
  { model, preferences }: Setting,
  problem: Problem,
  needless: ReadonlySet<ToolRow>,
): Leaving[] {
  const rows = new Map(problem.rows.map((row) => [row.tool.id, row]));
  return [...new Set(preferences.toolsInUse)].flatMap((id) => {
    const tool = model.pack.tools.find((entry) => entry.id === id);
    if (!tool) return [];
    const row = rows.get(id);
    const constraints = constraintsAgainst(tool, preferences);
    let because: Text;
    if (constraints.length > 0) because = text('leave.shut-out', { constraints });
    else if (!row || row.candidate.closes.length === 0) because = text('leave.not-asked');
    else if (needless.has(row)) because = text('leave.needless');
    else return [];
    return [{ tool: id, name: tool.title, because }];
  });
}
