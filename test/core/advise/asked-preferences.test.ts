import { describe, expect, it } from 'vitest';
import { type AskedPreferences, askedProblems } from '../../../src/advise/asked-preferences';
import type { Portfolio } from '../../../src/answer/schema';
import { analyzeText, pack } from '../real-catalog';

const systems = `systems:
  - id: cv-ranker
    purpose: Ranks applications
    roles: [deployer]
    areas: [employment.recruitment]
    influence: main-factor
    markets: [DE]
    kind: generative
`;
const manifest = (preferences: string) =>
  `version: 1\norganization: { seat: DE }\npreferences: { ${preferences} }\n${systems}`;

function portfolioOf(preferences: string, asked?: AskedPreferences): Portfolio {
  const ask = { questions: false, portfolio: true, ...(asked ? { preferences: asked } : {}) };
  const { portfolio } = analyzeText(manifest(preferences)).answer(ask);
  if (!portfolio) throw new Error('It was asked for.');
  return portfolio;
}

describe('asked preferences', () => {
  it('give the portfolio that the same words in the manifest give', () => {
    expect(portfolioOf('budget: high, maxTools: 6', { maxTools: 2 })).toEqual(
      portfolioOf('budget: high, maxTools: 2'),
    );
    expect(portfolioOf('budget: high', { budget: 'free' })).toEqual(portfolioOf('budget: free'));
    const [first] = portfolioOf('budget: high').tools;
    const tool = first?.tool ?? '';
    expect(portfolioOf('toolsExcluded: [opik]', { without: [tool] })).toEqual(
      portfolioOf(`toolsExcluded: [opik, ${tool}]`),
    );
  });

  it('change one answer, and not the next one of the same analysis', () => {
    const analysis = analyzeText(manifest('maxTools: 4'));
    const plain = { questions: false, portfolio: true };
    const before = analysis.answer(plain);
    const [first] = before.portfolio?.tools ?? [];
    const other = analysis.answer({ ...plain, preferences: { without: [first?.tool ?? ''] } });
    expect(other.portfolio?.tools.map(({ tool }) => tool)).not.toContain(first?.tool);
    expect({ ...other, portfolio: null, catalog: null }).toEqual({
      ...before,
      portfolio: null,
      catalog: null,
    });
    expect(analysis.answer(plain)).toEqual(before);
  });

  it.each<[AskedPreferences, RegExp]>([
    [{ maxTools: 0 }, /"0" is no number of tools.*such as 1\./],
    [{ maxTools: -3 }, /such as 1\./],
    [{ maxTools: 2.5 }, /such as 3\./],
    [{ maxTools: 1000 }, /such as 100\./],
    [{ maxTools: Number.NaN }, /such as 1\./],
    [{ budget: '500' }, /"500" is an amount.*free, low, medium or high\./],
    [{ budget: '€ 2,000 a year' }, /is an amount/],
    [{ budget: '0' }, /Did you mean free\?/],
    [{ budget: 'hgh' }, /Did you mean high\?/],
    [{ budget: 'whatever it takes' }, /Say free, low, medium or high\./],
    [{ without: ['fairlern'] }, /no tool "fairlern" in the catalog\. Did you mean fairlearn\?/],
    [{ without: ['zzzzzz'] }, /catalog list tools/],
  ])('that cannot be are told with the nearest that can: %j', (asked, expected) => {
    const problems = askedProblems(asked, [pack]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(expected)]);
    expect(Object.keys(asked)).toEqual(problems.map(({ field }) => field));
  });

  it('that can be are no problem', () => {
    expect(askedProblems({ maxTools: 1, budget: 'low', without: ['fairlearn'] }, [pack])).toEqual([]);
    expect(askedProblems({}, [pack])).toEqual([]);
  });
});
