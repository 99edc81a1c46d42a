import { afterAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/answer/schema';
import { run } from './command';
import { folderWith, removeFolders } from './folders';
import { clean, ranker, wrong } from './manifests';

afterAll(removeFolders);

const two = `${ranker.trimEnd()}\n${clean.slice(clean.indexOf('  - id: helper'))}`;
const folder = folderWith({
  'ai-usage.yaml': ranker,
  'two/ai-usage.yaml': two,
  'wrong/ai-usage.yaml': wrong,
});

describe('compare', () => {
  it('prints a table of the places that were asked for, and where the day of the law stands', async () => {
    const { code, out, err } = await run(
      ['compare', 'ai-usage.yaml', '--jurisdictions', 'eu, us-co', '--as-of', '2026-11-23'],
      { in: folder },
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^ +EU +US-CO\*?$/m);
    expect(out).toContain('As of 2026-11-23');
    expect(out).toContain('not legal advice');
  });

  it('prints the same as Markdown', async () => {
    const { code, out } = await run(
      ['compare', 'ai-usage.yaml', '--format', 'md', '--jurisdictions', 'EU,CN'],
      {
        in: folder,
      },
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^# Where the law differs\n/);
    expect(out).toContain('| Theme | EU | CN (supposed) | Strictest | Conflicts |');
  });

  it('prints the answer as JSON, with the comparison beside each system', async () => {
    const { code, out } = await run(
      ['compare', 'ai-usage.yaml', '--format', 'json', '--jurisdictions', 'SG,EU'],
      {
        in: folder,
      },
    );
    expect(code).toBe(0);
    const [root] = answerSchema.parse(JSON.parse(out)).roots;
    expect(root?.systems[0]?.divergence?.jurisdictions.map(({ id }) => id)).toEqual(['SG', 'EU']);
    expect(root?.questions).toBeNull();
    expect(root?.portfolio).toBeNull();
  });

  it('takes the places that concern the system where none is named', async () => {
    const { out } = await run(['compare', 'ai-usage.yaml', '--format', 'json'], { in: folder });
    const [root] = answerSchema.parse(JSON.parse(out)).roots;
    const columns = root?.systems[0]?.divergence?.jurisdictions ?? [];
    expect(columns.map(({ id }) => id)).toContain('EU');
    expect(columns.some(({ supposed }) => supposed)).toBe(false);
  });

  it('prints one system alone where one is named', async () => {
    const { out } = await run(['compare', 'two', '--system', 'helper'], { in: folder });
    expect(out).toMatch(/^helper$/m);
    expect(out).not.toContain('cv-ranker');
  });

  it('does not fail because of findings', async () => {
    expect((await run(['compare', 'wrong'], { in: folder })).code).toBe(0);
  });

  it('is as wide as the terminal', async () => {
    const { out } = await run(['compare', 'ai-usage.yaml', '--jurisdictions', 'EU,CN,KR,US-CO,US-CA'], {
      in: folder,
      env: { COLUMNS: '80' },
    });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('compare ends with 2 and says what to do', () => {
  it.each<[string, string[], RegExp]>([
    [
      'for a code that is none, with the right one',
      ['--jurisdictions', 'EU,UK'],
      /no place UK\. Did you mean GB/,
    ],
    ['for a mistyped place', ['--jurisdictions', 'US-NY-NYK'], /no place US-NY-NYK\. Did you mean US-NY-NYC/],
    ['for the name of a place', ['--jurisdictions', 'Colorado'], /no place COLORADO\. Did you mean US-CO/],
    ['for a place that is near to nothing', ['--jurisdictions', 'XQZ'], /no place XQZ\. Places are codes/],
    ['for no place', ['--jurisdictions', ' , '], /Name places with commas between them/],
    ['for a system that is not there', ['--system', 'nobody'], /no system nobody.*cv-ranker/],
    ['for an unknown format', ['--format', 'html'], /--format.*html.*text, md, json/],
    ['for a path that does not exist', ['nowhere'], /Cannot read nowhere/],
  ])('%s', async (_name, args, words) => {
    const { code, out, err } = await run(['compare', ...args], { in: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
  });
});

describe('check', () => {
  it('tells conflicts in a line each, and explain tells the rest', async () => {
    const manifest = ranker.replace(/markets: .*/, 'markets: [US-CO]');
    const { out } = await run(['check'], { in: folderWith({ 'ai-usage.yaml': manifest }) });
    expect(out).toMatch(/^Conflicts\n {2}C3 +State duties and the federal challenge$/m);
    expect((await run(['explain', 'C3'])).out).toContain('Comply with the state');
  });
});
