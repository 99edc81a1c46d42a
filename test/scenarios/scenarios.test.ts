import { describe, expect, it } from 'vitest';
import { analyzeFiles, pack } from '../core/real-catalog';
import { asksForTools, judge, manifestText, readScenarios } from './scenario';

const scenarios = readScenarios();

describe('whole manifests across jurisdictions', () => {
  it.each(scenarios)('$name', (scenario) => {
    const text = manifestText(scenario);
    const failures = scenario.expect.flatMap((block) => {
      const analysis = analyzeFiles({ 'ai-usage.json': text }, { asOf: block.asOf });
      const portfolio = asksForTools(block);
      return judge(pack, analysis.answer({ questions: false, portfolio }), block);
    });
    expect(failures, scenario.file).toEqual([]);
  });
});

/** Systems that honestly owe more, by file and id, with the reason. */
const moreThanUsual: Readonly<Record<string, string>> = {
  'chatbot-china.yaml wenda':
    'maker, provider and user at once of a chatbot for over a million, minors among them: seven binding Chinese texts',
  'travel-agent-china-singapore.yaml booker':
    'an agent that pays and delegates, under the Chinese rules for generative services and the law of Singapore on data',
  'z-mental-health-chatbot.yaml listener':
    'acts as a therapist and as a device: device, health and therapy law, and risks of the gravest kind',
};
const most = 25;
/** And even these owe no more than this. */
const mostOfAll = 28;

describe('what is asked of one system', () => {
  it.each(scenarios)('is at most 25 controls: $name', (scenario) => {
    const days = new Set(scenario.expect.map(({ asOf }) => asOf));
    const over = [...days].flatMap((asOf) =>
      analyzeFiles({ 'ai-usage.json': manifestText(scenario) }, { asOf })
        .answer({ questions: false, portfolio: false })
        .systems.flatMap(({ id, controls }) => {
          const asked = controls.filter((control) => control.asked).length;
          const name = `${scenario.file} ${id}`;
          return asked > (name in moreThanUsual ? mostOfAll : most) ? [`${name}, ${asOf}: ${asked}`] : [];
        }),
    );
    expect(over).toEqual([]);
  });
});

describe('the scenarios themselves', () => {
  it('are at least forty, each with its own name', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    expect(scenarios.length).toBeGreaterThanOrEqual(40);
  });

  it('say of at least forty systems which risks are grave, which controls are asked for and which not', () => {
    const full = scenarios.flatMap(({ file, expect: blocks }) =>
      blocks
        .filter(({ asked, notAsked }) => Object.keys(asked).length > 0 && Object.keys(notAsked).length > 0)
        .map(({ system }) => `${file} ${system}`),
    );
    expect(new Set(full).size).toBeGreaterThanOrEqual(40);
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
    portfolio: asksForTools(block),
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

  it('finds fault with risks, controls and tools that are expected the other way round', () => {
    const { risks, asked, notAsked, tools } = block;
    const count = (...records: object[]) => records.flatMap((record) => Object.keys(record)).length;
    expect(count(risks.not, asked, notAsked)).toBeGreaterThan(0);
    expect(said({ risks: { top: risks.not, may: {}, not: risks.top } }).length).toBe(
      count(risks.not, risks.top),
    );
    expect(said({ asked: notAsked, notAsked: asked }).length).toBe(count(asked, notAsked));
    const chosen = root.portfolio?.tools.map(({ tool }) => tool) ?? [];
    const never = Object.fromEntries(chosen.map((id) => [id, because]));
    expect(said({ tools: { any: [], never } }).length).toBe(chosen.length);
    expect(said({ tools: { any: [{ of: Object.keys(tools.never), because }], never: {} } }).length).toBe(1);
  });

  it('finds fault with ids that the catalog has not', () => {
    const nothing = { 'no-such-thing': because };
    expect(said({ notOwed: nothing }).join()).toContain('no duty no-such-thing');
    expect(said({ absent: nothing }).join()).toContain('no regime no-such-thing');
    expect(said({ notAsked: nothing }).join()).toContain('no control no-such-thing');
    expect(said({ risks: { top: {}, may: {}, not: nothing } }).join()).toContain('no risk no-such-thing');
    expect(said({ tools: { any: [], never: nothing } }).join()).toContain('no tool no-such-thing');
    expect(said({ noConflicts: ['C0'] }).join()).toContain('no conflict C0');
    expect(said({ noClass: [{ class: 'no-such-thing', because }] }).join()).toContain(
      'no class no-such-thing',
    );
  });
});
