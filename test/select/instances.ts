import type { Pack } from '../../src/catalog/pack';
import type { Candidate, Instance } from '../../src/select/solve';

/** Random numbers of a seed (mulberry32): the same on every machine. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below) | 0;
  };
}

/** An instance in which every tool closes a few needs at random. */
export function randomInstance(seed: number, needs: number, tools: number, size: number): Instance {
  const random = randomOf(seed);
  return {
    weights: Array.from({ length: needs }, () => 1 + random(10)),
    legal: Array.from({ length: needs }, () => random(3) === 0),
    candidates: Array.from({ length: tools }, (_, index): Candidate => {
      const closes = new Set(Array.from({ length: 1 + random(8) }, () => random(needs)));
      return {
        id: `tool-${String(index).padStart(3, '0')}`,
        closes: [...closes],
        cost: random(10),
        doubt: random(4),
      };
    }),
    size,
  };
}

/** An instance over all tools of a catalog: some of the needs that its capabilities make, for one to eight systems. */
export function catalogInstance(pack: Pack, seed: number): Instance {
  const random = randomOf(seed);
  const wanted = pack.capabilities.filter(() => random(3) === 0);
  const systems = Array.from(
    { length: 1 + random(8) },
    () => (['predictive', 'generative', 'agent'] as const)[random(3)],
  );
  const needs = systems.flatMap((kind) =>
    wanted
      .filter(() => random(2) === 0)
      .flatMap(({ id, moments }) => moments.map((moment) => ({ kind, capability: id, moment }))),
  );
  return {
    weights: needs.map(() => 1 + random(10)),
    legal: needs.map(() => random(3) === 0),
    candidates: pack.tools.map((tool): Candidate => {
      const closes = needs.flatMap(({ kind, capability, moment }, index) =>
        kind !== undefined &&
        tool.kinds.includes(kind) &&
        tool.lifecycle.includes(moment) &&
        tool.capabilities.some(({ id }) => id === capability)
          ? [index]
          : [],
      );
      const judged = tool.capabilities.filter(({ basis }) => basis === 'judged').length;
      return { id: tool.id, closes, cost: random(10), doubt: judged };
    }),
    size: 1 + random(10),
  };
}
