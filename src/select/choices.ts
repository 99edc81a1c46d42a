import type { Choice, Reason } from '../answer/schema';
import { reason, text } from '../assess/reasons';
import { alternativesTo } from './alternatives';
import { isQuiet } from './constraints';
import type { ToolRow } from './matrix';
import { closedBy, needIds, type Problem, type Setting, weigh } from './problem';
import type { Solution } from './solve';
import { makersIn } from './vendors';

export interface Chosen {
  readonly setting: Setting;
  readonly problem: Problem;
  readonly best: Solution;
  /** Those in use, and the new ones. */
  readonly rows: readonly ToolRow[];
  /** Those in use that may go. */
  readonly needless: ReadonlySet<ToolRow>;
}

/** The chosen tools, each with what it closes and for whom, why, and what could stand in its place. Heaviest first. */
export function choicesOf(chosen: Chosen): Choice[] {
  const { problem, rows } = chosen;
  const weightOf = (row: ToolRow) => weigh(problem, row.candidate.closes).weight;
  return rows
    .toSorted((a, b) => weightOf(b) - weightOf(a) || (a.tool.id < b.tool.id ? -1 : 1))
    .map((row) => choiceOf(chosen, row));
}

function choiceOf(chosen: Chosen, row: ToolRow): Choice {
  const { setting, problem, best, rows, needless } = chosen;
  const { tool, candidate } = row;
  const others = closedBy(rows.filter((other) => other !== row));
  const inUse = problem.inUse.includes(row);
  const served = new Set(candidate.closes.map((index) => problem.needs[index]?.system));
  return {
    tool: tool.id,
    name: tool.title,
    summary: tool.summary,
    homepage: tool.homepage,
    closes: needIds(problem, candidate.closes),
    closesAlone: needIds(
      problem,
      candidate.closes.filter((need) => !others.has(need)),
    ),
    judged: needIds(
      problem,
      candidate.closes.filter((need) => row.basis.get(need) === 'judged'),
    ),
    serves: setting.systems.map(({ id }) => id).filter((id) => served.has(id)),
    cost: candidate.cost,
    inUse,
    advice: inUse ? (needless.has(row) ? 'drop' : 'keep') : 'add',
    reasons: reasonsFor(chosen, row, inUse),
    alternatives: inUse ? [] : alternativesTo(problem, row, best),
  };
}

function reasonsFor({ setting, problem }: Chosen, row: ToolRow, inUse: boolean): Reason[] {
  const { tool } = row;
  const { closes } = row.candidate;
  const closed = closes.flatMap((index) => problem.needs[index] ?? []);
  const documented = closes.filter((index) => row.basis.get(index) === 'documented').length;
  const said = (id: string, params: Reason['text']['params'] = {}) => reason(text(id, params), [], tool.id);
  const reasons = [
    said('tool.closes', {
      count: closed.length,
      legal: closed.filter(({ legal }) => legal).length,
      capabilities: [...new Set(closed.map((need) => need.capability))],
    }),
    said('tool.basis', { documented, judged: closes.length - documented }),
    said('tool.limits', { limits: tool.limits }),
  ];
  if (inUse) reasons.unshift(said('tool.in-use'));
  const paid = tool.capabilities
    .filter(({ id, edition }) => edition === 'paid' && closed.some(({ capability }) => capability === id))
    .map(({ id }) => id);
  if (paid.length > 0) reasons.push(said('tool.paid-edition', { capabilities: paid }));
  if (isQuiet(tool))
    reasons.push(said(inUse ? 'tool.quiet-in-use' : 'tool.quiet', { state: tool.status.state }));
  reasons.push(...independence(setting, problem, row).map(({ id, params }) => said(id, params)));
  for (const { date, what } of tool.advisories) reasons.push(said('tool.advisory', { date, what }));
  return reasons;
}

/** Families of capabilities whose tools pass judgment on a model. */
const judging: ReadonlySet<string> = new Set(['guardrail', 'monitoring', 'testing']);

/** Whether the owner would judge models of its own: those that a system uses, or such as it sells. */
function independence({ model, systems }: Setting, problem: Problem, { tool, candidate }: ToolRow) {
  const { owner } = tool;
  if (!owner.sellsModels) return [];
  const families = new Map(model.pack.capabilities.map(({ id, family }) => [id, family]));
  const judged = new Set(
    candidate.closes.flatMap((index) => {
      const need = problem.needs[index];
      return need && judging.has(families.get(need.capability) ?? '') ? [need.system] : [];
    }),
  );
  const makers = makersIn(owner.name);
  const own = systems.filter(
    ({ id, providers }) =>
      judged.has(id) && providers.some((one) => makersIn(one).some((maker) => makers.includes(maker))),
  );
  if (own.length > 0)
    return [text('tool.judges-own', { owner: owner.name, systems: own.map(({ id }) => id) })];
  return judged.size > 0 ? [text('tool.sells-models', { owner: owner.name })] : [];
}
