import { describe, expect, it } from 'vitest';
import { analyzeText } from '../real-catalog';

/** Questions about lists keep what the list says: what is asked is only what the answer would change. */

function asked(...lines: readonly string[]): readonly string[] {
  const text = ['version: 1', 'systems:', '  - id: a', ...lines.map((line) => `    ${line}`)].join('\n');
  const { systems } = analyzeText(text).answer({ questions: true, portfolio: false });
  return systems[0]?.questions?.map(({ path }) => path) ?? [];
}

describe('a question', () => {
  it('about a market is not asked where a finer place alone would settle nothing', () => {
    const rank = ['roles: [deployer]', 'areas: [employment.recruitment]', 'influence: main-factor'];
    // The catalog has law of states and a city of the United States, and of no part of Singapore.
    const paths = asked(...rank, 'markets: [DE, SG]');
    expect(paths.filter((path) => path.startsWith('systems.a.markets'))).toEqual([]);
    expect(asked(...rank, 'markets: [DE, US]')).toContain('systems.a.markets[1]');
  });

  it('about a market is asked at the coarse place where a finer one brings a law: Colorado in the US', () => {
    const rank = ['roles: [deployer]', 'areas: [employment.recruitment]', 'influence: main-factor'];
    const paths = asked(
      ...rank,
      'data: { classes: [personal] }',
      'affects: [applicants]',
      'markets: [DE, US]',
    );
    expect(paths).toContain('systems.a.markets[1]');
  });

  it('about a field that one of the tools does not say is asked of that tool', () => {
    const acting = ['roles: [deployer]', 'kind: agent', 'autonomy: acts-alone', 'markets: [SG]'];
    const paths = asked(...acting, 'tools: [{ name: pay, access: pay, approval: each }]');
    expect(paths).toContain('systems.a.tools.pay.reversible');
    expect(paths).not.toContain('systems.a.tools.pay.access');
  });

  it('is asked for what an open exception waits for: whom a credit score is about', () => {
    const paths = asked('roles: [provider]', 'areas: [credit.scoring]', 'markets: [DE]');
    expect(paths).toContain('systems.a.subjects');
  });

  it('is asked once for each path', () => {
    const paths = asked('purpose: Sorts claims');
    expect(paths.length).toBeGreaterThan(0);
    expect(paths).toEqual([...new Set(paths)]);
  });
});
