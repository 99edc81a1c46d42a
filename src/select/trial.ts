import type { Portfolio } from '../answer/schema';
import type { Trial, TrialMeasure } from '../answer/trial';
import type { Model } from '../assess/model';
import type { CapabilityEntry, CapabilityMeasure } from '../catalog/schema/capability';
import type { ToolEntry } from '../catalog/schema/tool';
import { costOf } from './constraints';
import { matrixOf } from './matrix';
import type { NeedySystem } from './needs';
import type { Preferences } from './preferences';
import { latencyMeasure, measuresOf, standsInThePath } from './trial-measures';
import { confidence, outward, wilson } from './wilson';

type Tried = Trial['tools'][number];

/** A plan for a trial of the chosen tools and the best alternative to each: what to measure, on how many cases. */
export function trialOf(
  model: Model,
  systems: readonly NeedySystem[],
  preferences: Preferences,
  { needs, tools: choices }: Portfolio,
): Trial {
  const tools = triedOf(choices);
  const rows = new Map(matrixOf(model, needs, systems, preferences).map((row) => [row.tool.id, row]));
  const capabilities = new Map(model.pack.capabilities.map((entry) => [entry.id, entry]));
  const closers = (need: number) =>
    tools.map(({ tool }) => tool).filter((tool) => rows.get(tool)?.candidate.closes.includes(need) ?? false);
  const found = new Map<CapabilityEntry, { needs: string[]; by: Set<string> }>();
  for (const [index, need] of needs.entries()) {
    const capability = capabilities.get(need.capability);
    const by = closers(index);
    if (!capability || by.length === 0) continue;
    const item = found.get(capability) ?? { needs: [], by: new Set() };
    found.set(capability, item);
    item.needs.push(need.id);
    for (const tool of by) item.by.add(tool);
  }
  const inOrder = (by: ReadonlySet<string>) => tools.map(({ tool }) => tool).filter((tool) => by.has(tool));
  const waiting = [...found].filter(([capability]) => standsInThePath(capability));
  const slowing = new Set(waiting.flatMap(([, { by }]) => [...by]));
  return {
    confidence,
    tools,
    functional: [...found].map(([capability, item]) => ({
      capability: capability.id,
      needs: item.needs,
      tools: inOrder(item.by),
      measures: measuresOf(capability).map(planned),
    })),
    nonFunctional: {
      latency: slowing.size === 0 ? null : { tools: inOrder(slowing), measure: planned(latencyMeasure) },
      tools: tools.flatMap(({ tool }) => {
        const row = rows.get(tool);
        return row ? [knownOf(row.tool, preferences)] : [];
      }),
    },
  };
}

/** The chosen, and of each the first alternative; one that could replace several is tried once. */
function triedOf(choices: Portfolio['tools']): Tried[] {
  const chosen = choices.map(({ tool, name }): Tried => ({ tool, name, standing: 'chosen', insteadOf: [] }));
  const runners = new Map<string, Tried>();
  for (const { tool, alternatives } of choices) {
    const [first] = alternatives;
    if (!first || chosen.some((one) => one.tool === first.tool)) continue;
    const runner = runners.get(first.tool) ?? {
      tool: first.tool,
      name: first.name,
      standing: 'runner-up',
      insteadOf: [],
    };
    runners.set(first.tool, { ...runner, insteadOf: [...runner.insteadOf, tool] });
  }
  return [...chosen, ...runners.values()];
}

/** With how many cases it passes, and what that leaves possible. */
export function planned(measure: CapabilityMeasure): TrialMeasure {
  const { criterion, unit, atLeast, atMost, sample } = measure;
  const pass = passing(measure);
  return {
    criterion,
    unit,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
    sample,
    pass,
    interval: outward(wilson(pass, sample)),
  };
}

/** Rounded to the strict side. A mark such as 0.95 is no binary fraction: its last digit must not cost a case. */
function passing({ unit, atLeast, atMost, sample }: CapabilityMeasure): number {
  if (unit !== 'share') return sample;
  if (atLeast !== undefined) return Math.ceil(atLeast * sample - 1e-9);
  return Math.floor((atMost ?? 0) * sample + 1e-9);
}

function knownOf(tool: ToolEntry, preferences: Preferences): Trial['nonFunctional']['tools'][number] {
  const { id, dataLeaves, hosting, license, openSource, price, status } = tool;
  return {
    tool: id,
    dataLeaves,
    hosting: [...hosting],
    license,
    openSource,
    price,
    cost: costOf(tool, preferences),
    state: status.state,
    seen: status.seen ?? null,
  };
}
