import loadHighs from 'highs';
import { solve as solveWithYalps } from 'yalps';
import type { Score } from '../../src/select/score';
import type { Instance } from '../../src/select/solve';

/** Other exact solvers on the same model: what a best set closes and costs. Which set it is, they do not agree on. */
export type Optimum = Pick<Score, 'legalWeight' | 'weight' | 'cost'>;

/** Maximum coverage as an integer program: a need counts once where a chosen candidate closes it. */
function coefficients(instance: Instance): { need: number[]; cost: number[] } {
  const highestCost = instance.candidates.reduce((highest, { cost }) => Math.max(highest, cost), 0);
  const perWeight = highestCost * instance.size + 1;
  const perLegal = (instance.weights.reduce((sum, weight) => sum + weight, 0) + 1) * perWeight;
  return {
    need: instance.weights.map(
      (weight, need) => weight * perWeight + (instance.legal[need] ? weight * perLegal : 0),
    ),
    cost: instance.candidates.map(({ cost }) => cost),
  };
}

function optimumOf(instance: Instance, chosen: readonly number[]): Optimum {
  const taken = chosen.flatMap((index) => instance.candidates[index] ?? []);
  const closed = [...new Set(taken.flatMap(({ closes }) => closes))];
  const sum = (needs: readonly number[]) =>
    needs.reduce((total, need) => total + (instance.weights[need] ?? 0), 0);
  return {
    legalWeight: sum(closed.filter((need) => instance.legal[need])),
    weight: sum(closed),
    cost: taken.reduce((total, { cost }) => total + cost, 0),
  };
}

/** Candidates that close each need. */
function closersOf(instance: Instance): number[][] {
  const closers = instance.weights.map((): number[] => []);
  instance.candidates.forEach(({ closes }, index) => {
    for (const need of new Set(closes)) closers[need]?.push(index);
  });
  return closers;
}

/** HiGHS, loaded once. */
export async function highs(): Promise<(instance: Instance) => Optimum> {
  const solver = await loadHighs();
  return (instance) => {
    const { Columns } = solver.solve(programOf(instance), { mip_rel_gap: 0, mip_abs_gap: 0 });
    const chosen = instance.candidates.flatMap((_, index) => {
      const column = Columns[`x${index}`];
      return column && 'Primal' in column && column.Primal > 0.5 ? [index] : [];
    });
    return optimumOf(instance, chosen);
  };
}

/** The program in CPLEX LP format. */
export function programOf(instance: Instance): string {
  const { need, cost } = coefficients(instance);
  const closers = closersOf(instance);
  const closable = closers.flatMap((by, index) => (by.length > 0 ? [index] : []));
  const gains = closable.map((index) => `+ ${need[index]} y${index}`);
  const costs = cost.flatMap((amount, index) => (amount > 0 ? [`- ${amount} x${index}`] : []));
  const all = instance.candidates.map((_, index) => `x${index}`);
  return [
    'Maximize',
    ` value: ${[...gains, ...costs].join('\n ') || '0 x0'}`,
    'Subject To',
    ` size: ${all.join('\n + ')} <= ${instance.size}`,
    ...closable.map(
      (index) => ` n${index}: y${index} - ${(closers[index] ?? []).map((by) => `x${by}`).join('\n - ')} <= 0`,
    ),
    'Bounds',
    ...closable.map((index) => ` 0 <= y${index} <= 1`),
    'Binary',
    ` ${all.join('\n ')}`,
    'End',
  ].join('\n');
}

/** YALPS. */
export function yalps(instance: Instance): Optimum {
  const { need, cost } = coefficients(instance);
  const closers = closersOf(instance);
  const variables: [string, [string, number][]][] = instance.candidates.map(({ closes }, index) => [
    `x${index}`,
    [
      ['value', -(cost[index] ?? 0)],
      ['size', 1],
      [`one${index}`, 1],
      ...[...new Set(closes)].map((closed): [string, number] => [`n${closed}`, -1]),
    ],
  ]);
  closers.forEach((by, index) => {
    if (by.length === 0) return;
    variables.push([
      `y${index}`,
      [
        ['value', need[index] ?? 0],
        [`n${index}`, 1],
        [`top${index}`, 1],
      ],
    ]);
  });
  const constraints: [string, { max: number }][] = [
    ['size', { max: instance.size }],
    ...instance.candidates.map((_, index): [string, { max: number }] => [`one${index}`, { max: 1 }]),
    ...closers.flatMap((by, index): [string, { max: number }][] =>
      by.length === 0
        ? []
        : [
            [`n${index}`, { max: 0 }],
            [`top${index}`, { max: 1 }],
          ],
    ),
  ];
  const solution = solveWithYalps(
    {
      direction: 'maximize',
      objective: 'value',
      constraints,
      variables,
      integers: instance.candidates.map((_, index) => `x${index}`),
    },
    { tolerance: 0, timeout: 60_000, maxIterations: Number.POSITIVE_INFINITY },
  );
  if (solution.status !== 'optimal') throw new Error(`yalps: ${solution.status}`);
  const chosen = solution.variables.flatMap(([name, value]) =>
    name.startsWith('x') && value > 0.5 ? [Number(name.slice(1))] : [],
  );
  return optimumOf(instance, chosen);
}
