import { describe, expect, it } from 'vitest';
import { builtCatalog } from '../../scripts/built-catalog';
import { createModel } from '../../src/assess/model';
import { casesOf, judge } from './regime-cases';

/** What each regime makes of a system, case by case. Those of the EU act go through the whole advisor, in eu-ai-act.test.ts. */

const { pack } = await builtCatalog();
const model = createModel(pack);

for (const { id } of pack.regimes.filter((regime) => regime.id !== 'eu-ai-act')) {
  describe(`the regime ${id}`, () => {
    const cases = casesOf(id);

    it('has cases', () => {
      expect(cases).not.toEqual([]);
    });

    for (const wanted of cases) {
      it(`${wanted.name} (${wanted.because})`, () => {
        expect(judge(model, id, wanted)).toEqual([]);
      });
    }
  });
}
