import type { Portfolio } from '../answer/schema';
import { closedBy, type Problem, rowsOf, solveProblem, weigh } from './problem';

const largest = 10;

/** The best set of each size with what it closes together with what is in use, until one more tool brings nothing. */
export function frontierOf(problem: Problem): Portfolio['frontier'] {
  const points: Portfolio['frontier'] = [];
  let before = weigh(problem, closedBy(problem.inUse));
  for (let size = 1; size <= largest; size++) {
    const { ids, cost } = solveProblem(problem, size);
    if (ids.length < size) break;
    const closed = weigh(problem, closedBy([...problem.inUse, ...rowsOf(problem.free, ids)]));
    const gain = {
      legalWeight: closed.legalWeight - before.legalWeight,
      weight: closed.weight - before.weight,
    };
    // More of cheaper tools may cost less; that is no reason to run more tools.
    if (gain.weight === 0 && gain.legalWeight === 0) break;
    points.push({ size, tools: [...ids], ...closed, cost, gain });
    before = closed;
  }
  return points;
}
