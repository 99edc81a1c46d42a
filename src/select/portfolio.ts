import type { Blocked, Portfolio } from '../answer/schema';
import type { Model } from '../assess/model';
import { choicesOf } from './choices';
import { firmnessOf } from './firmness';
import { frontierOf } from './frontier';
import { leavingOf, needlessAmong } from './in-use';
import { type NeedySystem, needsOf } from './needs';
import type { Preferences } from './preferences';
import { type Problem, problemOf, rowsOf, type Setting, solveProblem } from './problem';
import { blockedOf, excludedOf, unmetOf } from './shut-out';

/** The few tools that close the most within the constraints, with reasons, alternatives and what stays open. */
export function choosePortfolio(
  model: Model,
  systems: readonly NeedySystem[],
  preferences: Preferences,
): Portfolio {
  const { needs, processOnly } = needsOf(model, systems);
  const setting: Setting = { model, systems, needs, preferences };
  const problem = problemOf(setting);
  const best = solveProblem(problem);
  const rows = [...problem.inUse, ...rowsOf(problem.free, best.ids)];
  const needless = needlessAmong(problem, rows);
  const frontier = frontierOf(problem);
  const lists = {
    blocked: blockedOf(needs, problem.rows),
    excluded: excludedOf(problem, rows),
    frontier,
    firm: firmnessOf(setting, problem, best.ids, frontier),
  };
  return {
    proven: best.proven,
    ...(best.proven ? {} : { gap: best.gap.weight, legalGap: best.gap.legalWeight }),
    size: problem.size,
    needs: [...needs],
    processOnly: [...processOnly],
    tools: choicesOf({ setting, problem, best, rows, needless }),
    leaving: leavingOf(setting, problem, needless),
    unmet: unmetOf(problem, rows),
    ...lists,
    toolNames: namesIn(problem, lists),
  };
}

/** Titles of the tools that lists name by id, in the order of ids. */
function namesIn(
  { rows }: Problem,
  {
    blocked,
    excluded,
    frontier,
    firm,
  }: Pick<Portfolio, 'excluded' | 'frontier' | 'firm'> & { blocked: Blocked[] },
): Record<string, string> {
  const ids = new Set([
    ...blocked.flatMap(({ lifting }) => lifting),
    ...excluded.map(({ tool }) => tool),
    ...[...frontier, ...firm].flatMap(({ tools }) => tools),
  ]);
  return Object.fromEntries(rows.flatMap(({ tool }) => (ids.has(tool.id) ? [[tool.id, tool.title]] : [])));
}
