import { describe, expect, it } from 'vitest';
import { builtCatalog } from '../../scripts/built-catalog';
import { type Instance, solve } from '../../src/select/solve';
import { catalogInstance, randomInstance, randomOf } from './instances';
import { highs, type Optimum, yalps } from './oracles';

const { pack } = await builtCatalog();
const solveWithHighs = await highs();

function ours(instance: Instance): Optimum & { proven: boolean } {
  const { legalWeight, weight, cost, proven } = solve(instance);
  return { legalWeight, weight, cost, proven };
}

describe('the optimum', () => {
  it('is that of HiGHS and of YALPS on 1,000 random instances', () => {
    const random = randomOf(20261125);
    for (let seed = 1; seed <= 1000; seed++) {
      const instance = randomInstance(seed, 4 + random(16), 3 + random(14), 1 + random(5));
      const expected = { ...solveWithHighs(instance), proven: true };
      expect(ours(instance), `seed ${seed}`).toEqual(expected);
      expect({ ...yalps(instance), proven: true }, `seed ${seed}, yalps`).toEqual(expected);
    }
  });

  it('is that of HiGHS on 200 instances made of the catalog', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const instance = catalogInstance(pack, seed);
      expect(ours(instance), `seed ${seed}`).toEqual({ ...solveWithHighs(instance), proven: true });
    }
  });

  it('is that of YALPS on 200 instances made of parts of the catalog', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const whole = catalogInstance(pack, 1000 + seed);
      const random = randomOf(seed);
      const instance = {
        ...whole,
        candidates: whole.candidates.filter(() => random(8) === 0),
        size: Math.min(whole.size, 5),
      };
      expect({ ...yalps(instance), proven: true }, `seed ${seed}`).toEqual(ours(instance));
    }
  });
});
