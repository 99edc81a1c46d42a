import type { Portfolio, Text } from '../answer/schema';
import { text } from '../assess/reasons';
import { isPreference, without } from './constraints';
import { constraintsOn } from './matrix';
import { closedBy, type Problem, problemOf, rowsOf, type Setting, solveProblem, weigh } from './problem';

type Sweep = Portfolio['firm'][number];

/**
 * Does the choice stay: when one of its tools is not to be had (the rest of it), when one constraint falls (all of it),
 * and with fewer or more tools (the smaller set within the larger)? Each with what is closed then.
 */
export function firmnessOf(
  setting: Setting,
  problem: Problem,
  ids: readonly string[],
  frontier: Portfolio['frontier'],
): Sweep[] {
  return [
    ...dropped(problem, ids),
    ...lifted(setting, problem, ids),
    ...frontier
      .filter(({ size }) => size !== ids.length)
      .map(({ size, tools, legalWeight, weight }): Sweep => {
        const [smaller, larger] = size < ids.length ? [tools, ids] : [ids, tools];
        const same = smaller.every((id) => larger.includes(id));
        return { change: text('firm.size', { count: size }), same, tools, legalWeight, weight };
      }),
  ];
}

function dropped(problem: Problem, ids: readonly string[]): Sweep[] {
  const rows = [...rowsOf(problem.free, ids), ...problem.inUse];
  return rows.map(({ tool }) => {
    const others = {
      ...problem,
      inUse: problem.inUse.filter((row) => row.tool.id !== tool.id),
      free: problem.free.filter((row) => row.tool.id !== tool.id),
    };
    const then = solveProblem(others).ids;
    const same = ids.every((id) => id === tool.id || then.includes(id));
    return sweep(text('firm.dropped', { tool: tool.id }), same, others, then);
  });
}

function lifted(setting: Setting, problem: Problem, ids: readonly string[]): Sweep[] {
  const constraints = problem.rows.flatMap((row) => [
    ...row.constraints,
    ...[...row.paid].flatMap((need) => constraintsOn(row, need)),
  ]);
  return [...new Set(constraints.filter(isPreference))].sort().map((constraint) => {
    const wider = problemOf({ ...setting, preferences: without(setting.preferences, constraint) });
    const then = solveProblem(wider).ids;
    return sweep(text('firm.lifted', { constraint }), then.join() === ids.join(), wider, then);
  });
}

function sweep(change: Text, same: boolean, problem: Problem, ids: readonly string[]): Sweep {
  const closed = closedBy([...problem.inUse, ...rowsOf(problem.free, ids)]);
  return { change, same, tools: [...ids], ...weigh(problem, closed) };
}
