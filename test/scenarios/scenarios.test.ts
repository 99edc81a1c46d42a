import { describe, expect, it } from 'vitest';
import { analyzeFiles, pack } from '../core/real-catalog';
import { judge, manifestText, readScenarios } from './scenario';

const scenarios = readScenarios();

describe('whole manifests across jurisdictions', () => {
  it.each(scenarios)('$name', (scenario) => {
    const text = manifestText(scenario);
    const failures = scenario.expect.flatMap((block) => {
      const analysis = analyzeFiles({ 'ai-usage.json': text }, { asOf: block.asOf });
      return judge(pack, analysis.answer({ questions: false, portfolio: false }), block);
    });
    expect(failures, scenario.file).toEqual([]);
  });
});

describe('the scenarios themselves', () => {
  it('are at least forty, each with its own name', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    expect(scenarios.length).toBeGreaterThanOrEqual(40);
  });

  it.each(['2024-09-01', '2025-08-02', '2026-11-23', '2027-12-02', '2030-01-01'])(
    'read the law of %s at least five times',
    (day) => {
      const reading = scenarios.filter(({ expect: blocks }) => blocks.some(({ asOf }) => asOf === day));
      expect(reading.length).toBeGreaterThanOrEqual(5);
    },
  );
});

describe('the judge of scenarios', () => {
  const [first] = scenarios;
  if (!first) throw new Error('There are no scenarios.');
  const [block] = first.expect;
  if (!block) throw new Error('The first scenario expects nothing.');
  const root = analyzeFiles({ 'ai-usage.json': manifestText(first) }, { asOf: block.asOf }).answer({
    questions: false,
    portfolio: false,
  });
  const said = (changed: Partial<typeof block>) => judge(pack, root, { ...block, ...changed });
  const because = 'turned around on purpose';

  it('finds fault with every regime and duty that is expected the other way round', () => {
    const regimes = Object.entries(block.regimes).map(
      ([id, { applies }]) => [id, { applies: applies === 'yes' ? 'no' : 'yes', because }] as const,
    );
    const duties = Object.entries(block.duties).map(
      ([id]) => [id, { applies: 'yes', due: '1900-01-01', because }] as const,
    );
    expect(said({ regimes: Object.fromEntries(regimes) }).length).toBe(regimes.length);
    expect(said({ duties: Object.fromEntries(duties) }).length).toBe(duties.length);
  });

  it('finds fault with a duty that is owed after all, and a regime that is there after all', () => {
    const [duty = ''] = Object.keys(block.duties);
    const [regime = ''] = Object.keys(block.regimes);
    expect(said({ notOwed: { [duty]: because } }).join()).toContain(`${duty} is owed`);
    expect(said({ absent: { [regime]: because } }).join()).toContain(`${regime} is there already`);
  });

  it('finds fault with ids that the catalog has not', () => {
    const nothing = { 'no-such-thing': because };
    expect(said({ notOwed: nothing }).join()).toContain('no duty no-such-thing');
    expect(said({ absent: nothing }).join()).toContain('no regime no-such-thing');
    expect(said({ noConflicts: ['C0'] }).join()).toContain('no conflict C0');
    expect(said({ noClass: [{ class: 'no-such-thing', because }] }).join()).toContain(
      'no class no-such-thing',
    );
  });
});
