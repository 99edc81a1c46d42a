import { expect, it } from 'vitest';
import { checkAdvice } from '../../fuzz/advice';
import { textCase } from '../../fuzz/text';
import { advisor } from '../real-catalog';

/** Cases here, by seed; the readers alone have as many more, and `npm run fuzz` runs a million. */
const first = 100_000;
const cases = 2_000;

it('whatever a file holds, the advice is findings with places, never an exception', {
  timeout: 300_000,
}, () => {
  let findings = 0;
  for (let seed = first; seed < first + cases; seed++) {
    try {
      findings += checkAdvice(advisor, textCase(seed));
    } catch (error) {
      throw new Error(`Seed ${seed}: ${String(error)}`, { cause: error });
    }
  }
  expect(findings).toBeGreaterThan(cases / 4);
});
