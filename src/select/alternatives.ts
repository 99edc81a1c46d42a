import type { Choice, Text } from '../answer/schema';
import { reason, text } from '../assess/reasons';
import type { ToolRow } from './matrix';
import { closedBy, needIds, type Problem, rowsOf, weigh } from './problem';
import type { Solution } from './solve';

/** How many alternatives are worth reading. */
const shown = 2;

/**
 * The tools that come nearest when one is taken out and the rest stays, in the order by which sets are chosen: what the
 * switch loses, gains and costs, and the one thing by which the other lost.
 */
export function alternativesTo(problem: Problem, row: ToolRow, best: Solution): Choice['alternatives'] {
  const rest = rowsOf(problem.free, best.ids).filter((other) => other !== row);
  const covered = closedBy([...problem.inUse, ...rest]);
  const added = (other: ToolRow) => other.candidate.closes.filter((need) => !covered.has(need));
  const rated = problem.free
    .filter((other) => !best.ids.includes(other.tool.id))
    .map((other) => {
      const closes = added(other);
      return { other, closes, ...weigh(problem, closes) };
    })
    .filter(({ weight }) => weight > 0)
    .sort(
      (a, b) =>
        b.legalWeight - a.legalWeight ||
        b.weight - a.weight ||
        a.other.candidate.cost - b.other.candidate.cost ||
        a.other.candidate.doubt - b.other.candidate.doubt ||
        (a.other.tool.id < b.other.tool.id ? -1 : 1),
    );
  const own = added(row);
  return rated.slice(0, shown).map(({ other, closes, ...weights }) => ({
    tool: other.tool.id,
    name: other.tool.title,
    loses: needIds(problem, lacking(own, closes)),
    gains: needIds(problem, lacking(closes, own)),
    costChange: other.candidate.cost - row.candidate.cost,
    lost: whyLost({ row, ...weigh(problem, own) }, { row: other, ...weights }),
    reasons: [reason(text('tool.limits', { limits: other.tool.limits }), [], other.tool.id)],
  }));
}

function lacking(needs: readonly number[], others: readonly number[]): number[] {
  const there = new Set(others);
  return needs.filter((need) => !there.has(need));
}

interface Rated {
  readonly row: ToolRow;
  readonly legalWeight: number;
  readonly weight: number;
}

/** The first number in which the chosen one is better. */
function whyLost(chosen: Rated, other: Rated): Text {
  const legal = chosen.legalWeight - other.legalWeight;
  if (legal > 0) return text('lost.legal', { weight: legal });
  const weight = chosen.weight - other.weight;
  if (weight > 0) return text('lost.weight', { weight });
  const cost = other.row.candidate.cost - chosen.row.candidate.cost;
  if (cost > 0) return text('lost.cost', { cost });
  return other.row.candidate.doubt > chosen.row.candidate.doubt ? text('lost.doubt') : text('lost.id');
}
