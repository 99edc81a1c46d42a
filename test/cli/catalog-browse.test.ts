import { afterAll, describe, expect, it } from 'vitest';
import { catalogListSchema, catalogSearchSchema, catalogStatsSchema } from '../../src/answer/catalog-browse';
import { dataOf, packOf } from '../catalog/small-packs';
import { run } from './command';
import { folderWith, removeFolders } from './folders';

/** Looking into the catalog: the one that comes along, and one that is named. */

afterAll(removeFolders);

const folder = folderWith({
  'moon/catalog.json': `${JSON.stringify(dataOf(packOf()))}\n`,
  'house/ai-usage.yaml': 'version: 1\npolicy: { catalogs: [own] }\nsystems:\n  - id: a\n',
  'house/own/capabilities/house-check.md': `---
title: Check of the house
meaning: Looks at what only the house knows.
moments: [test]
family: testing
runtime: false
---
`,
});
const at = { in: folder };
const moon = ['--catalog', 'moon'];
const json = ['--format', 'json'];

describe('catalog list', () => {
  it('lists the entries of a catalog by kind', async () => {
    const { code, out, err } = await run(['catalog', 'list', ...moon], at);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Risks: 1\n {2}rash-action +Rash action \(technical\)$/m);
  });

  it('lists one kind, and the law of a place', async () => {
    const { out } = await run(['catalog', 'list', 'regimes', '--jurisdiction', 'us-ny', ...json]);
    const ids = catalogListSchema
      .parse(JSON.parse(out))
      .kinds.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(ids).toContain('us-ny-raise');
    expect(ids).toContain('us-nyc-ll144');
    expect(ids).not.toContain('eu-ai-act');
  });

  it('has the overlays of the manifest around', async () => {
    const args = ['catalog', 'list', 'capabilities', '--family', 'testing'];
    expect((await run(args, { in: `${folder}/house` })).out).toContain('house-check');
    expect((await run(args, at)).out).not.toContain('house-check');
  });
});

describe('catalog show', () => {
  it('shows what explain shows', async () => {
    const { code, out } = await run(['catalog', 'show', 'litellm-proxy']);
    expect(code).toBe(0);
    expect(out).toContain('## What it can do');
    expect(out).toContain('## Sources');
    expect((await run(['explain', 'litellm-proxy'])).out).toBe(out);
  });

  it('gives the entry itself as JSON, by its kind where two have the id', async () => {
    const { out } = await run(['catalog', 'show', 'capabilities/audit-log', ...json]);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      kind: 'capabilities',
      entry: { id: 'audit-log' },
    });
    expect(JSON.parse((await run(['catalog', 'show', 'audit-log', ...json])).out)).toMatchObject({
      kind: 'controls',
    });
  });
});

describe('catalog search', () => {
  it('finds what is mistyped, the best first, the same each time', async () => {
    const args = ['catalog', 'search', 'promt', 'injecton', ...json];
    const { code, out } = await run(args);
    expect(code).toBe(0);
    const { found } = catalogSearchSchema.parse(JSON.parse(out));
    expect(found[0]?.id).toMatch(/^prompt-injection/);
    expect((await run(args)).out).toBe(out);
  });

  it('says so where nothing is found, which is no failure', async () => {
    expect(await run(['catalog', 'search', 'xylophone', ...moon], at)).toEqual({
      code: 0,
      out: 'Nothing is found for "xylophone".\n',
      err: '',
    });
  });
});

describe('catalog stats', () => {
  it('counts what the catalog holds', async () => {
    const { out } = await run(['catalog', 'stats', ...moon, ...json], at);
    expect(catalogStatsSchema.parse(JSON.parse(out))).toMatchObject({
      version: '2026.11.24',
      toolCapabilities: { documented: 1, judged: 0 },
    });
    expect((await run(['catalog', 'stats', ...moon], at)).out).toMatch(/^Tools +1 +1 +0 +0/m);
  });
});

describe('they end with 2 and say what to do', () => {
  it.each<[string[], RegExp]>([
    [['list', 'tool'], /tools/],
    [['list', '--jurisdiction', 'UK'], /no place UK\. Did you mean GB/],
    [['list', '--family', 'gardrail'], /no family gardrail\. Did you mean guardrail\?/],
    [['show', 'litellm'], /Did you mean litellm-proxy/],
    [
      ['show', 'litellm', ...json],
      /No entry of the catalog is called "litellm"\. Did you mean litellm-proxy/,
    ],
    [['show'], /missing required argument 'id'/],
    [['search'], /missing required argument 'words'/],
    [['stats', '--format', 'md'], /text, json/],
    [['stats', '--catalog', 'nowhere'], /Cannot use the catalog nowhere/],
  ])('catalog %j', async (args, words) => {
    const { code, out, err } = await run(['catalog', ...args], at);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
