import { join } from 'node:path';
import { root } from '../../scripts/paths';
import type { Analysis } from '../../src/advise/advisor';
import type { System } from '../../src/answer/schema';
import { createModel } from '../../src/assess/model';
import type { Pack } from '../../src/catalog/pack';
import { type NeedySystem, needsOf } from '../../src/select/needs';
import type { Preferences } from '../../src/select/preferences';
import { problemOf } from '../../src/select/problem';
import { type Candidate, type Instance, solve } from '../../src/select/solve';
import { manifestText, readScenarios } from '../scenarios/scenario';
import { randomOf } from '../select/instances';
import { highs, type Optimum, programOf } from '../select/oracles';

/** The choice of tools against HiGHS on the same model, in turns within one run. */
export interface Figure {
  readonly name: string;
  /** Median milliseconds. */
  readonly ours: number;
  readonly theirs: number;
  readonly goal: string;
}

const runs = 5;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * All scenarios together, and random tools and needs of a size beyond any manifest.
 *
 * @throws Error when the two disagree, or when a choice is not proven
 */
export async function solverFigures(
  pack: Pack,
  analyze: (text: string) => Analysis,
): Promise<readonly Figure[]> {
  const solveWithHighs = await highs();
  const real = instanceOfScenarios(pack, analyze);
  const sizes = ({ candidates, weights }: Instance) => `${candidates.length} tools, ${weights.length} needs`;
  const random = Array.from({ length: runs }, (_, seed) => bigInstance(seed + 1));
  const figure = (name: string, instances: readonly Instance[]): Figure => {
    const times = instances.map((instance) => timed(instance, solveWithHighs));
    return {
      name: `${name} (${instances[0] ? sizes(instances[0]) : ''}), to HiGHS`,
      ours: median(times.map(([ours]) => ours)),
      theirs: median(times.map(([, theirs]) => theirs)),
      goal: '≤ 0.2, at most 1',
    };
  };
  return [
    figure(
      'choice for all scenarios',
      Array.from({ length: runs }, () => real),
    ),
    figure('random choice', random),
  ];
}

function timed(instance: Instance, solveWithHighs: (instance: Instance) => Optimum): [number, number] {
  const started = performance.now();
  const ours = solve(instance);
  const between = performance.now();
  const theirs = solveWithHighs(instance);
  const ended = performance.now();
  // Writing the model down for HiGHS is not its own time.
  programOf(instance);
  const writing = performance.now() - ended;
  const { legalWeight, weight, cost, proven } = ours;
  const same =
    legalWeight === theirs.legalWeight && weight === theirs.weight && cost === theirs.cost && proven;
  if (!same)
    throw new Error(
      `The choice differs from HiGHS: ${JSON.stringify({ legalWeight, weight, cost, proven, theirs })}`,
    );
  return [between - started, ended - between - writing];
}

/** The needs of every system of every scenario, and the whole catalog without preferences. */
function instanceOfScenarios(pack: Pack, analyze: (text: string) => Analysis): Instance {
  const model = createModel(pack);
  const systems = readScenarios(join(root, 'test', 'scenarios')).flatMap((scenario) => {
    const answer = analyze(manifestText(scenario)).answer({ questions: false, portfolio: false });
    return answer.systems.map(
      (system): NeedySystem => ({
        id: `${scenario.name}: ${system.id}`,
        controls: system.controls,
        kinds: kindsOf(system),
        providers: [],
      }),
    );
  });
  const { needs } = needsOf(model, systems);
  const { free, size } = problemOf({ model, systems, needs, preferences: none });
  return {
    weights: needs.map(({ weight }) => weight),
    legal: needs.map(({ legal }) => legal),
    candidates: free.map(({ candidate }) => candidate),
    size,
  };
}

function kindsOf({ facts: { kind } }: System): string[] {
  if (kind && 'value' in kind && typeof kind.value === 'string') return [kind.value];
  return kind && 'oneOf' in kind ? kind.oneOf.map(String) : ['predictive', 'generative', 'agent'];
}

const none: Preferences = {
  budget: undefined,
  licenses: undefined,
  hosting: undefined,
  dataMayLeave: true,
  ecosystems: undefined,
  toolsInUse: [],
  toolsExcluded: [],
  maxTools: 5,
};

/** 300 tools that do 1 to 8 of 90 things each, and 50 systems that want a third of these each. */
function bigInstance(seed: number): Instance {
  const random = randomOf(seed);
  const capabilities = 90;
  const needs = Array.from({ length: 50 }, () =>
    Array.from({ length: capabilities }, (_, capability) => capability).filter(() => random(3) === 0),
  ).flat();
  return {
    weights: needs.map(() => 1 + random(10)),
    legal: needs.map(() => random(3) === 0),
    candidates: Array.from({ length: 300 }, (_, index): Candidate => {
      const does = new Set(Array.from({ length: 1 + random(8) }, () => random(capabilities)));
      return {
        id: `tool-${String(index).padStart(3, '0')}`,
        closes: needs.flatMap((capability, need) => (does.has(capability) ? [need] : [])),
        cost: random(10),
        doubt: random(4),
      };
    }),
    size: 5,
  };
}
