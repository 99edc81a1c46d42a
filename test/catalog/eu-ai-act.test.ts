import { describe, expect, it } from 'vitest';
import { advisor, pack } from '../core/real-catalog';
import { cases, judge, strangersOf } from './eu-act-cases';

/** Every case of eu-ai-act/*.cases.yaml through the whole advisor, as a manifest of one system. */
describe('the EU AI Act', () => {
  it('has a name of its own for each case', () => {
    const names = cases.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('is spoken of in its cases by names that the catalog knows', () => {
    const strangers = cases.flatMap((one) => strangersOf(pack, one).map((name) => `${one.name}: ${name}`));
    expect(strangers).toEqual([]);
  });

  for (const one of cases) {
    it(one.name, () => {
      expect(judge(advisor, one), `${one.file}: ${one.because}`).toEqual([]);
    });
  }
});
