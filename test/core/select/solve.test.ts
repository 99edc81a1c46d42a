import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBetter, type Score } from '../../../src/select/score';
import { type Candidate, type Instance, solve } from '../../../src/select/solve';

const seeded = { seed: 20261124, numRuns: 1000 };

const instances = fc
  .record({
    needs: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 10 }), legal: fc.boolean() }), {
      minLength: 1,
      maxLength: 9,
    }),
    tools: fc.array(
      fc.record({ mask: fc.nat({ max: 511 }), cost: fc.nat({ max: 4 }), doubt: fc.nat({ max: 2 }) }),
      { maxLength: 9 },
    ),
    size: fc.integer({ min: 0, max: 5 }),
  })
  .map(
    ({ needs, tools, size }): Instance => ({
      weights: needs.map(({ weight }) => weight),
      legal: needs.map(({ legal }) => legal),
      candidates: tools.map(
        ({ mask, cost, doubt }, index): Candidate => ({
          id: `tool-${String.fromCharCode(97 + index)}`,
          closes: needs.flatMap((_, need) => ((mask >> need) & 1 ? [need] : [])),
          cost,
          doubt,
        }),
      ),
      size,
    }),
  );

type Rated = Score & { readonly ids: readonly string[] };

function rate(instance: Instance, chosen: readonly Candidate[]): Rated {
  const closed = new Set(chosen.flatMap(({ closes }) => closes));
  const sum = (needs: Iterable<number>) =>
    [...needs].reduce((total, need) => total + (instance.weights[need] ?? 0), 0);
  return {
    legalWeight: sum([...closed].filter((need) => instance.legal[need])),
    weight: sum(closed),
    cost: chosen.reduce((total, { cost }) => total + cost, 0),
    doubt: chosen.reduce((total, { doubt }) => total + doubt, 0),
    ids: chosen.map(({ id }) => id).sort(),
  };
}

/** Every set of at most the allowed size, tried one by one. */
function bruteForce(instance: Instance): Rated {
  let best = rate(instance, []);
  for (let mask = 0; mask < 1 << instance.candidates.length; mask++) {
    const chosen = instance.candidates.filter((_, index) => (mask >> index) & 1);
    if (chosen.length > instance.size) continue;
    const rated = rate(instance, chosen);
    if (isBetter(rated, best)) best = rated;
  }
  return best;
}

const pairOf = ({ legalWeight, weight }: Score) => [legalWeight, weight];

/** Whether the first pair is at least the second, legal weight first. */
function atLeast(a: Score, b: Score): boolean {
  return a.legalWeight > b.legalWeight || (a.legalWeight === b.legalWeight && a.weight >= b.weight);
}

describe('the chosen set of tools', () => {
  it('is the best of all sets, tie-break included', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const { proven, gap, ...solution } = solve(instance);
        expect(proven).toBe(true);
        expect(gap).toEqual({ legalWeight: 0, weight: 0 });
        expect(solution).toEqual(bruteForce(instance));
      }),
      seeded,
    );
  });

  it('does not depend on the order of the catalog', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const reversed = { ...instance, candidates: [...instance.candidates].reverse() };
        expect(solve(reversed)).toEqual(solve(instance));
      }),
      seeded,
    );
  });

  it('never closes less with one more slot or one more tool', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const base = solve(instance);
        expect(atLeast(solve({ ...instance, size: instance.size + 1 }), base)).toBe(true);
        const fewer = solve({ ...instance, candidates: instance.candidates.slice(1) });
        expect(atLeast(base, fewer)).toBe(true);
      }),
      seeded,
    );
  });

  it('puts a binding need before any weight of others', () => {
    const instance: Instance = {
      weights: [1, 10, 10],
      legal: [true, false, false],
      candidates: [
        { id: 'legal', closes: [0], cost: 9, doubt: 3 },
        { id: 'heavy', closes: [1, 2], cost: 0, doubt: 0 },
      ],
      size: 1,
    };
    expect(solve(instance).ids).toEqual(['legal']);
    expect(pairOf(solve(instance))).toEqual([1, 1]);
  });

  it('holds no tool that closes nothing more', () => {
    const instance: Instance = {
      weights: [5],
      legal: [false],
      candidates: [
        { id: 'a', closes: [0], cost: 0, doubt: 0 },
        { id: 'b', closes: [0], cost: 0, doubt: 0 },
      ],
      size: 5,
    };
    expect(solve(instance).ids).toEqual(['a']);
  });
});
