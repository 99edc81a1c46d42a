import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/answer/schema';
import { ownCatalogPage } from '../own-catalog-page';
import { run } from './command';
import { folderWith, removeFolders } from './folders';

/** Overlay folders as the command line reads them. */

afterAll(removeFolders);

const files = ownCatalogPage();
const tool = 'governance/catalog/tools/acme-gateway.md';
const broken = { ...files, [tool]: files[tool]?.replace('price: public-service', 'price: nothing') ?? '' };

describe('check', () => {
  it("answers with the company's own catalog", async () => {
    const { code, out, err } = await run(['check', '--format', 'json'], { in: folderWith(files) });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [root] = answerSchema.parse(JSON.parse(out)).roots;
    expect(root?.catalog.overlays).toEqual(['governance/catalog']);
    expect(root?.catalog.changes?.map(({ how, id }) => `${how} ${id}`)).toContain(
      'withdrawn microsoft-presidio',
    );
    expect(root?.systems[0]?.regimes.find(({ id }) => id === 'acme-ai-policy')?.duties).toMatchObject([
      { id: 'acme-ai-policy.redact', applies: 'yes', state: 'missing' },
    ]);
    expect(root?.portfolio?.tools.map(({ tool: chosen }) => chosen)).toContain('acme-gateway');
  });

  it('fails on an entry that is wrong, and says in which file and line', async () => {
    const { code, out } = await run(['check'], { in: folderWith(broken) });
    expect(code).toBe(1);
    expect(out).toContain(`${tool}:8:8`);
    expect(out).toContain('price is not as it must be');
  });

  it('reads overlays that a base names, for each manifest that extends it', async () => {
    const { 'ai-usage.yaml': manifest = '', ...entries } = files;
    const extending = manifest.replace(/policy:\n(?: {2}.*\n)+/, 'extends: ../ai-usage-base.yaml\n');
    const folder = folderWith({
      'ai-usage-base.yaml': 'policy: { catalogs: [governance/catalog] }\n',
      'a/ai-usage.yaml': extending,
      'b/ai-usage.yaml': extending,
      ...entries,
    });
    const { code, out } = await run(['check', '--format', 'json'], { in: folder });
    expect(code).toBe(0);
    const { roots } = answerSchema.parse(JSON.parse(out));
    expect(roots.map(({ path, catalog }) => [path, catalog.overlays])).toEqual([
      ['a/ai-usage.yaml', ['governance/catalog']],
      ['b/ai-usage.yaml', ['governance/catalog']],
    ]);
    expect(roots[0]?.catalog.hash).toBe(roots[1]?.catalog.hash);
  });

  it('follows no path and no link out of the folder', async () => {
    const outside = folderWith(files);
    const folder = folderWith({
      'ai-usage.yaml': files['ai-usage.yaml']?.replace('[governance/catalog]', '[linked, ../out]') ?? '',
    });
    symlinkSync(join(outside, 'governance/catalog'), join(folder, 'linked'));
    const { code, out } = await run(['check', '--format', 'json'], { in: folder });
    expect(code).toBe(1);
    const [root] = answerSchema.parse(JSON.parse(out)).roots;
    expect(root?.catalog.overlays).toEqual([]);
    expect(
      root?.findings.filter(({ rule }) => rule === 'catalog/overlay').map(({ message }) => message.id),
    ).toEqual(['missing', 'outside']);
  });

  it('tells of an entry that is larger than is read, and reads the others', async () => {
    const folder = folderWith(files);
    writeFileSync(join(folder, tool), 'x'.repeat(11 * 1024 * 1024));
    const { code, out } = await run(['check', '--format', 'json'], { in: folder });
    expect(code).toBe(1);
    const [root] = answerSchema.parse(JSON.parse(out)).roots;
    const found = root?.findings.filter(({ rule }) => rule === 'catalog/overlay');
    expect(found?.map(({ place }) => place.file)).toEqual([tool]);
    expect(root?.catalog.changes?.map(({ id }) => id)).toContain('acme-redaction');
  });
});

describe('report', () => {
  it("tells how to do the company's own control, and names the overlay", async () => {
    const { code, out } = await run(['report', '--format', 'html'], { in: folderWith(files) });
    expect(code).toBe(0);
    expect(out).toContain('Ask the platform team for a route');
    expect(out).toContain('governance/catalog');
  });
});

describe('explain', () => {
  it('finds an entry of the overlay, also from a folder below the manifest', async () => {
    const folder = folderWith(files);
    mkdirSync(join(folder, 'src/deep'), { recursive: true });
    for (const from of [folder, join(folder, 'src/deep')]) {
      const { code, out, err } = await run(['explain', 'acme-redaction'], { in: from });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('Ask the platform team for a route');
      expect(out).toContain('governance/catalog/controls/acme-redaction.md');
    }
  });

  it('says of what is withdrawn that it is', async () => {
    const { code, out } = await run(['explain', 'microsoft-presidio'], { in: folderWith(files) });
    expect(code).toBe(0);
    expect(out).toContain('Withdrawn from tools');
    expect(out).toContain('# Presidio');
  });

  it('explains the catalog itself where the manifest around cannot be read', async () => {
    const folder = folderWith({ 'ai-usage.yaml': 'catalogs: [\n', 'x/ai-usage.yaml/no': '' });
    const { code, out } = await run(['explain', 'bias-testing'], { in: folder });
    expect(code).toBe(0);
    expect(out).toMatch(/^# /);
  });
});
