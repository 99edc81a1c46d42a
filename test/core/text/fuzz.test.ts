import { describe, expect, it } from 'vitest';
import { checkText, textCase } from '../../fuzz/text';

/** Cases here, by seed from 0; the fuzz script runs more. */
const cases = 5_000;

describe('bad input', () => {
  it('is read without an exception, with places inside the text', () => {
    let items = 0;
    let problems = 0;
    for (let seed = 0; seed < cases; seed++) {
      try {
        const found = checkText(textCase(seed));
        items += found.items;
        problems += found.problems;
      } catch (error) {
        throw new Error(`Seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }
    // Were next to nothing read, nothing would be tested.
    expect(items).toBeGreaterThan(cases / 4);
    expect(problems).toBeGreaterThan(cases / 4);
  });

  it('is the same for the same seed', () => {
    for (let seed = 0; seed < 50; seed++) expect(textCase(seed)).toEqual(textCase(seed));
  });
});
