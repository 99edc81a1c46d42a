import { describe, expect, it } from 'vitest';
import { builtCatalog } from '../../scripts/built-catalog';
import { createModel } from '../../src/assess/model';
import { assessRisks } from '../../src/assess/risks';
import { factsGiven } from '../core/given';
import { cases, judge, strangersOf } from './risk-cases';

const { pack } = await builtCatalog();
const model = createModel(pack);

describe('the risks and controls of the catalog', () => {
  it('have a name of its own for each case', () => {
    const names = cases.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('are spoken of in their cases by ids that the catalog knows', () => {
    const strangers = cases.flatMap((one) => strangersOf(model, one).map((id) => `${one.name}: ${id}`));
    expect(strangers).toEqual([]);
  });

  it.each(cases)('$name', (one) => {
    expect(judge(model, one), `${one.file}: ${one.because}`).toEqual([]);
  });

  it('leave every risk open, none of them a no, where nothing is said', () => {
    const nothing = factsGiven(model, { system: {} });
    const found = [...assessRisks(model, nothing, 'system'), ...assessRisks(model, nothing, 'organization')];
    expect(found.map(({ id, verdict }) => `${id} ${verdict}`).sort()).toEqual(
      pack.risks.map(({ id }) => `${id} unknown`),
    );
  });
});
