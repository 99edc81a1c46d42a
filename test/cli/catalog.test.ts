import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogDiffSchema } from '../../src/answer/catalog-diff';
import { answerSchema } from '../../src/answer/schema';
import type { Pack } from '../../src/catalog/pack';
import { changed } from '../catalog/small-catalog';
import { dataOf, packOf, payer } from '../catalog/small-packs';
import { run } from './command';
import { folderWith, removeFolders } from './folders';

/** Catalogs that somebody names: one in place of the own one, and two against each other. */

afterAll(removeFolders);

const text = (pack: Pack) => `${JSON.stringify(dataOf(pack))}\n`;
const old = packOf();
const newer = packOf(
  changed('regimes/moon-act/moon-act.md', 'day: 2027-01-01, by: Act 2', 'day: 2027-07-01, by: Act 2'),
);
const bodies = { 'regimes/moon-act': 'Look at the moon.' };
const folder = folderWith({
  'ai-usage.yaml': payer,
  'old/catalog.json': text(old),
  'new/catalog.json': text(newer),
  'new/bodies.json': JSON.stringify(bodies),
  'named.json': text(old),
  'tampered.json': text({ ...old, knownUntil: '2030-01-01' }),
  'torn/catalog.json': text(old).slice(0, 500),
  'mute/catalog.json': text(old),
  'mute/bodies.json': '{"a": 1}',
  'empty/.keep': '',
  'asking/ai-usage.yaml': payer.replace(
    'systems:',
    'policy: { requires: { catalog: ">=2026.12" } }\nsystems:',
  ),
});
const at = { in: folder };
const day = ['--as-of', '2026-11-24'];

describe('--catalog', () => {
  it('puts another catalog in the place of the own one, from a folder or a file', async () => {
    for (const name of ['old', 'named.json', join(folder, 'old')]) {
      const { code, out, err } = await run(
        ['check', 'ai-usage.yaml', '--format', 'json', '--catalog', name, ...day],
        at,
      );
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const [root] = answerSchema.parse(JSON.parse(out)).roots;
      expect(root?.catalog).toMatchObject({ version: '2026.11.24', hash: old.hash });
      expect(root?.systems[0]?.regimes.map(({ id }) => id)).toEqual(['moon-act']);
    }
  });

  it('counts for report, compare and explain too', async () => {
    const report = await run(['report', 'ai-usage.yaml', '--catalog', 'new', ...day], at);
    expect(report.out).toContain('Moon act');
    const compared = await run(['compare', 'ai-usage.yaml', '--catalog', 'new', ...day], at);
    expect(compared.out).toContain('Oversight');
    const page = await run(['explain', 'moon-act', '--catalog', 'new'], at);
    expect(page).toMatchObject({ code: 0, err: '' });
    expect(page.out).toContain('Look at the moon.');
    expect((await run(['explain', 'moon-act', '--catalog', 'old'], at)).out).not.toContain('Look at');
    expect((await run(['explain', 'eu-ai-act', '--catalog', 'old'], at)).code).toBe(2);
  });

  it('leaves the pages of the rules, which are no part of a catalog', async () => {
    const own = await run(['explain', 'system/gaps'], at);
    expect(await run(['explain', 'system/gaps', '--catalog', 'old'], at)).toEqual(own);
  });

  it('is held against the version that a manifest asks for', async () => {
    const { code, out } = await run(['check', 'asking', '--catalog', 'old', ...day], at);
    expect(code).toBe(1);
    expect(out).toContain('[policy/catalog-version]');
  });

  it('says of advice on entries past their review day that it is', async () => {
    const { out } = await run(['check', 'ai-usage.yaml', '--catalog', 'old', '--as-of', '2027-05-23'], {
      ...at,
      env: { COLUMNS: '110' },
    });
    expect(out).toContain('2 entries behind this advice are past their review day: Moon act (2027-05-23)');
  });

  it.each<[string, RegExp]>([
    ['nowhere.json', /nowhere\.json\. It does not exist\. Name a catalog\.json/],
    ['empty', /empty\. It does not exist/],
    ['ai-usage.yaml', /It is no JSON/],
    ['torn', /It is no JSON/],
    ['tampered.json', /hash does not match/],
    ['mute', /bodies\.json beside it/],
  ])('ends with 2 for %s, and says what is wrong', async (name, words) => {
    for (const verb of [['check'], ['report'], ['compare'], ['explain', 'moon-act']]) {
      const { code, out, err } = await run([...verb, '--catalog', name], at);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(words);
      expect(err).not.toMatch(/\n\s+at /);
    }
  });
});

describe('catalog diff', () => {
  it('tells what stands otherwise in the newer one', async () => {
    const { code, out, err } = await run(['catalog', 'diff', 'old', 'new/catalog.json'], at);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'Catalog 2026.11.24 (known until 2026-11-23) -> 2026.11.24 (known until 2026-11-23)',
        '',
        'Laws and frameworks',
        '  changed  moon-act: Moon act',
        '             date “General”: 2027-01-01 -> 2027-07-01, by Act 2',
        '',
      ].join('\n'),
    );
  });

  it('tells what that changes for a manifest, as of a day', async () => {
    const args = ['catalog', 'diff', 'old', 'new', '--manifest', 'ai-usage.yaml'];
    const { code, out } = await run([...args, ...day], at);
    expect(code).toBe(0);
    expect(out).toContain('ai-usage.yaml, as of 2026-11-24\n  payer\n');
    expect(out).toContain('due 2027-01-01 -> 2027-07-01');
    // Act 2, which moved the day, had not been passed then.
    const before = await run([...args, '--as-of', '2025-03-01'], at);
    expect(before.out).toContain('Nothing changes for this manifest.');
  });

  it('is JSON for programs, the same bytes each time', async () => {
    const whole = ['catalog', 'diff', 'old', 'new', '--format', 'json'];
    const first = await run(whole, at);
    expect(catalogDiffSchema.parse(JSON.parse(first.out))).toMatchObject({
      from: { hash: old.hash },
      to: { hash: newer.hash },
      entries: [{ kind: 'regimes', changed: [{ id: 'moon-act' }] }],
      roots: null,
    });
    expect((await run(whole, at)).out).toBe(first.out);
    const { out } = await run([...whole, '--manifest', 'ai-usage.yaml', ...day], at);
    expect(catalogDiffSchema.parse(JSON.parse(out))).toMatchObject({
      entries: null,
      roots: [{ path: 'ai-usage.yaml', asOf: '2026-11-24', systems: [{ id: 'payer' }] }],
    });
  });

  it('says that nothing differs where both are the same', async () => {
    const { code, out } = await run(['catalog', 'diff', 'old', 'named.json'], at);
    expect(code).toBe(0);
    expect(out).toContain('nothing differs');
  });

  it('reads the catalog that comes along like any other', async () => {
    const dist = join(__dirname, '..', '..', 'dist');
    const { code, out } = await run(['catalog', 'diff', 'old', dist], at);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}added {4}eu-ai-act: EU AI Act$/m);
    expect(out).toMatch(/^ {2}removed {2}moon-act: Moon act$/m);
  });

  it.each<[string, string[], RegExp]>([
    ['without two catalogs', ['old'], /missing required argument 'new'/],
    ['for one that is none', ['old', 'tampered.json'], /Cannot use the catalog tampered\.json/],
    ['for a day without a manifest', ['old', 'new', ...day], /Name the manifest with --manifest/],
    ['for a day that is none', ['old', 'new', '--as-of', '2026-13-01'], /no day of the calendar/],
    ['for a manifest that is not there', ['old', 'new', '--manifest', 'none'], /Cannot read none/],
    ['for an unknown format', ['old', 'new', '--format', 'md'], /text, json/],
  ])('ends with 2 %s', async (_name, args, words) => {
    const { code, out, err } = await run(['catalog', 'diff', ...args], at);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('is listed where somebody asks what there is about catalogs', async () => {
    expect((await run(['catalog', '--help'], at)).out).toMatch(/^ {2}diff\b/m);
    expect((await run(['catalog'], at)).code).toBe(2);
  });
});
