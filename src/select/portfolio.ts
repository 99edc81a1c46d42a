import type { Choice, Need, Portfolio, Unmet } from '../answer/schema';
import type { Model } from '../assess/model';
import { reason, text } from '../assess/reasons';
import { matrixOf, type ToolRow } from './matrix';
import { type NeedySystem, needsOf } from './needs';
import type { Preferences } from './preferences';
import { type Instance, type Solution, solve } from './solve';

/** The problem with what is in use taken out: those tools close their needs for nothing and take no slot. */
interface Problem {
  readonly needs: readonly Need[];
  readonly inUse: readonly ToolRow[];
  readonly free: readonly ToolRow[];
  readonly size: number;
}

/** The few tools that close the most within the constraints, with reasons, alternatives and what stays open. */
export function choosePortfolio(
  model: Model,
  systems: readonly NeedySystem[],
  preferences: Preferences,
): Portfolio {
  const { needs, processOnly } = needsOf(model, systems);
  const rows = matrixOf(model, needs, systems, preferences);
  const usable = rows.filter((row) => row.constraints.length === 0);
  const isInUse = (row: ToolRow) => preferences.toolsInUse.includes(row.tool.id);
  const problem: Problem = {
    needs,
    inUse: usable.filter(isInUse),
    free: usable.filter((row) => !isInUse(row)),
    size: preferences.maxTools,
  };
  const best = solveWith(problem, problem.free, problem.size);
  const chosen = [...problem.inUse, ...rowsOf(problem.free, best.ids)];
  return {
    proven: best.proven,
    size: problem.size,
    needs: [...needs],
    processOnly: [...processOnly],
    tools: chosen.map((row) => choiceOf(problem, row, chosen, best)).sort(byWeightClosed(needs)),
    unmet: unmetOf(needs, rows, usable, chosen),
    excluded: rows
      .filter((row) => row.constraints.length > 0)
      .map((row) => exclusionOf(problem, row, chosen)),
    frontier: frontierOf(problem),
    firm: firmness(problem, rows, best),
  };
}

/** The instance over the needs that what is in use leaves open. */
function instanceOf(problem: Problem, rows: readonly ToolRow[], size: number): Instance {
  const closed = new Set(problem.inUse.flatMap((row) => row.candidate.closes));
  return {
    weights: problem.needs.map((need) => need.weight),
    legal: problem.needs.map((need) => need.legal),
    candidates: rows.map(({ candidate }) => ({
      ...candidate,
      closes: candidate.closes.filter((need) => !closed.has(need)),
    })),
    size,
  };
}

function solveWith(problem: Problem, rows: readonly ToolRow[], size: number): Solution {
  return solve(instanceOf(problem, rows, size));
}

function rowsOf(rows: readonly ToolRow[], ids: readonly string[]): ToolRow[] {
  return rows.filter((row) => ids.includes(row.tool.id));
}

function needIds(problem: Pick<Problem, 'needs'>, indexes: Iterable<number>): string[] {
  return [...indexes].flatMap((index) => problem.needs[index]?.id ?? []);
}

function choiceOf(problem: Problem, row: ToolRow, chosen: readonly ToolRow[], best: Solution): Choice {
  const { tool, candidate } = row;
  const others = new Set(chosen.filter((other) => other !== row).flatMap((other) => other.candidate.closes));
  const alone = candidate.closes.filter((need) => !others.has(need));
  const inUse = problem.inUse.includes(row);
  return {
    tool: tool.id,
    name: tool.title,
    summary: tool.summary,
    homepage: tool.homepage,
    closes: needIds(problem, candidate.closes),
    closesAlone: needIds(problem, alone),
    cost: candidate.cost,
    inUse,
    reasons: reasonsFor(problem, row, inUse),
    alternatives: inUse ? [] : alternativesTo(problem, row, best),
  };
}

function reasonsFor(problem: Problem, row: ToolRow, inUse: boolean) {
  const closed = row.candidate.closes.flatMap((index) => problem.needs[index] ?? []);
  const capabilities = [...new Set(closed.map((need) => need.capability))];
  const documented = [...row.basis].filter(([, basis]) => basis === 'documented').length;
  const reasons = [
    reason(
      text('tool.closes', {
        count: closed.length,
        legal: closed.filter(({ legal }) => legal).length,
        capabilities,
      }),
      [],
      row.tool.id,
    ),
    reason(text('tool.basis', { documented, judged: row.basis.size - documented }), [], row.tool.id),
    reason(text('tool.limits', { limits: row.tool.limits }), [], row.tool.id),
  ];
  if (inUse) reasons.unshift(reason(text('tool.in-use'), [], row.tool.id));
  if (row.tool.owner.sellsModels)
    reasons.push(reason(text('tool.sells-models', { owner: row.tool.owner.name }), [], row.tool.id));
  for (const advisory of row.tool.advisories) {
    reasons.push(
      reason(text('tool.advisory', { date: advisory.date, what: advisory.what }), [], row.tool.id),
    );
  }
  return reasons;
}

/** How many alternatives are worth reading. */
const alternativesShown = 2;

/** The tools that come nearest when one is taken out and the rest stays: what the switch loses, gains and costs. */
function alternativesTo(problem: Problem, row: ToolRow, best: Solution): Choice['alternatives'] {
  const rest = rowsOf(problem.free, best.ids).filter((other) => other !== row);
  const covered = new Set([...problem.inUse, ...rest].flatMap((other) => other.candidate.closes));
  const weightOf = (other: ToolRow) =>
    other.candidate.closes
      .filter((need) => !covered.has(need))
      .reduce((sum, need) => sum + (problem.needs[need]?.weight ?? 0), 0);
  return problem.free
    .filter((other) => !best.ids.includes(other.tool.id) && weightOf(other) > 0)
    .sort(
      (a, b) =>
        weightOf(b) - weightOf(a) || a.candidate.cost - b.candidate.cost || (a.tool.id < b.tool.id ? -1 : 1),
    )
    .slice(0, alternativesShown)
    .map((other) => {
      const loses = row.candidate.closes.filter(
        (need) => !covered.has(need) && !other.candidate.closes.includes(need),
      );
      const gains = other.candidate.closes.filter(
        (need) => !covered.has(need) && !row.candidate.closes.includes(need),
      );
      return {
        tool: other.tool.id,
        name: other.tool.title,
        loses: needIds(problem, loses),
        gains: needIds(problem, gains),
        costChange: other.candidate.cost - row.candidate.cost,
        reasons: [reason(text('tool.limits', { limits: other.tool.limits }), [], other.tool.id)],
      };
    });
}

function unmetOf(
  needs: readonly Need[],
  rows: readonly ToolRow[],
  usable: readonly ToolRow[],
  chosen: readonly ToolRow[],
): Unmet[] {
  const closed = new Set(chosen.flatMap((row) => row.candidate.closes));
  return needs.flatMap((need, index): Unmet[] => {
    if (closed.has(index)) return [];
    if (usable.some((row) => row.basis.has(index)))
      return [{ need: need.id, why: 'over-size', constraint: 'preferences.maxTools' }];
    const [shutOut] = rows
      .filter((row) => row.basis.has(index))
      .toSorted((a, b) => a.constraints.length - b.constraints.length);
    const constraint = shutOut?.constraints[0];
    return [constraint ? { need: need.id, why: 'shut-out', constraint } : { need: need.id, why: 'no-tool' }];
  });
}

/** What a tool that is shut out would close beyond the chosen ones. */
function exclusionOf(
  problem: Problem,
  row: ToolRow,
  chosen: readonly ToolRow[],
): Portfolio['excluded'][number] {
  const closed = new Set(chosen.flatMap((other) => other.candidate.closes));
  const lifting = row.candidate.closes.filter((need) => !closed.has(need));
  return { tool: row.tool.id, constraint: row.constraints.join(', '), lifting: needIds(problem, lifting) };
}

const largestFrontier = 10;

/** The best set of each size, until one more tool brings nothing. */
function frontierOf(problem: Problem): Portfolio['frontier'] {
  const points: Portfolio['frontier'] = [];
  for (let size = 1; size <= largestFrontier; size++) {
    const { ids, legalWeight, weight, cost } = solveWith(problem, problem.free, size);
    if (ids.length < size) break;
    points.push({ size, tools: [...ids], legalWeight, weight, cost });
  }
  return points;
}

/** Does the rest of the set stay when one of its tools is not to be had, or when one constraint falls? */
function firmness(problem: Problem, rows: readonly ToolRow[], best: Solution): Portfolio['firm'] {
  const sweeps = best.ids.map((dropped) => {
    const without = solveWith(
      problem,
      problem.free.filter((row) => row.tool.id !== dropped),
      problem.size,
    );
    const same = best.ids.every((id) => id === dropped || without.ids.includes(id));
    return { change: text('firm.dropped', { tool: dropped }), same, tools: [...without.ids] };
  });
  const constraints = [
    ...new Set(rows.flatMap((row) => (row.constraints.length === 1 ? row.constraints : []))),
  ];
  for (const constraint of constraints.sort()) {
    const lifted = rows.filter((row) => row.constraints.length === 1 && row.constraints[0] === constraint);
    const wider = solveWith(problem, [...problem.free, ...lifted], problem.size);
    const same = wider.ids.join() === best.ids.join();
    sweeps.push({ change: text('firm.lifted', { constraint }), same, tools: [...wider.ids] });
  }
  return sweeps;
}

function byWeightClosed(needs: readonly Need[]): (a: Choice, b: Choice) => number {
  const weights = new Map(needs.map((need) => [need.id, need.weight]));
  const weightOf = (choice: Choice) => choice.closes.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0);
  return (a, b) => weightOf(b) - weightOf(a) || (a.tool < b.tool ? -1 : 1);
}
