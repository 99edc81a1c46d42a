import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import { builtCatalog } from '../../scripts/built-catalog';
import { createAdvisor } from '../../src/advise/create';
import type { Explanation, FolderAnswer } from '../../src/doors/server/protocol';
import { ownCatalogPage } from '../own-catalog-page';
import { type InProcess, MemoryFiles, startInProcess } from './in-process';
import { eventually } from './test-client';

/** Overlay folders over the protocol, with the real catalog: on disk, and open with unsaved changes. */

const { pack, bodies } = await builtCatalog();
const page = ownCatalogPage();
const folder = 'file:///w';
const manifest = `${folder}/ai-usage.yaml`;
const tool = 'governance/catalog/tools/acme-gateway.md';
const toolUri = `${folder}/${tool}`;
const sound = page[tool] ?? '';
const wrong = sound.replace('price: public-service', 'price: nothing');

let running: InProcess | undefined;
afterEach(() => running?.dispose());

async function start(texts: Readonly<Record<string, string>> = page) {
  const files = new MemoryFiles(new Map(Object.entries(texts)));
  const server = startInProcess(createAdvisor(pack, bodies), { [folder]: files });
  running = server;
  await server.client.initialize([folder]);
  const { client } = server;
  const answer = async () => {
    const params = { questions: false, portfolio: true };
    const [first] = await client.connection.sendRequest<FolderAnswer[]>('aiGovernance/answer', params);
    return first;
  };
  return { client, files, answer };
}

describe('an overlay folder on disk', () => {
  it('counts in the answer, with its guidance', async () => {
    const { client, answer } = await start();
    const given = await answer();
    const [root] = given?.answer.roots ?? [];
    expect(root?.catalog.overlays).toEqual(['governance/catalog']);
    expect(root?.systems[0]?.regimes.some(({ id }) => id === 'acme-ai-policy')).toBe(true);
    expect(given?.guided).toContain('controls/acme-redaction');
    const guidance = { id: 'controls/acme-redaction' };
    expect(await client.connection.sendRequest('aiGovernance/guidance', guidance)).toContain(
      'Ask the platform team',
    );
  });

  it('has its findings in its own files, and in an answer under their addresses', async () => {
    const { client, answer } = await start({ ...page, [tool]: wrong });
    const [found] = await client.rules(toolUri, ['catalog/overlay']);
    expect(found?.range).toEqual({ start: { line: 7, character: 7 }, end: { line: 7, character: 14 } });
    expect((await answer())?.uris[tool]).toBe(toolUri);
  });

  it('is read again when one of its files changes, comes or goes', async () => {
    const { client, files, answer } = await start({ ...page, [tool]: wrong });
    await client.rules(toolUri, ['catalog/overlay']);
    files.texts.set(tool, sound);
    await client.watched({ uri: toolUri, type: 2 });
    await client.rules(toolUri, []);
    const added = 'governance/catalog/tools/more.md';
    files.texts.set(added, 'nothing');
    await client.watched({ uri: `${folder}/${added}`, type: 1 });
    await client.rules(`${folder}/${added}`, ['catalog/overlay']);
    files.texts.delete(added);
    await client.watched({ uri: `${folder}/${added}`, type: 3 });
    await client.rules(`${folder}/${added}`, []);
    files.texts.delete('governance/catalog/tools/microsoft-presidio.md');
    await client.watched({ uri: `${folder}/governance/catalog/tools/microsoft-presidio.md`, type: 3 });
    await eventually(
      () => files.lists > 3,
      () => `listed ${files.lists} times`,
    );
    const changes = (await answer())?.answer.roots[0]?.catalog.changes?.map(({ id }) => id);
    expect(changes).toEqual(['acme-redaction', 'acme-ai-policy', 'acme-gateway']);
  });

  it('is not read again for an edit of the manifest', async () => {
    const { client, files, answer } = await start();
    const text = page['ai-usage.yaml'] ?? '';
    await client.open(manifest, text);
    await client.rules(manifest, ['system/gaps']);
    const before = files.reads.filter((path) => path.endsWith('.md')).length;
    await client.change(manifest, text.replace('informs', 'main-factor'));
    await answer();
    expect(files.reads.filter((path) => path.endsWith('.md'))).toHaveLength(before);
    expect(before).toBe(4);
  });
});

describe('an entry that is open', () => {
  it('goes before the file, as it is typed, until it is closed', async () => {
    const { client } = await start();
    await client.open(manifest, page['ai-usage.yaml'] ?? '');
    await client.rules(manifest, ['system/gaps']);
    await client.open(toolUri, sound, 'markdown');
    const version = await client.change(toolUri, wrong);
    await client.rules(toolUri, ['catalog/overlay']);
    expect(client.diagnostics.get(toolUri)?.version).toBe(version);
    await client.change(toolUri, sound);
    await client.rules(toolUri, []);
    await client.change(toolUri, wrong);
    await client.rules(toolUri, ['catalog/overlay']);
    await client.close(toolUri);
    await client.rules(toolUri, []);
  });

  it('counts before it is saved for the first time', async () => {
    const { client, answer } = await start({ ...page, [tool]: sound });
    const uri = `${folder}/governance/catalog/tools/second.md`;
    await answer();
    await client.open(uri, sound.replace('Acme gateway', 'Second gateway'), 'markdown');
    const changes = (await answer())?.answer.roots[0]?.catalog.changes?.map(({ id }) => id);
    expect(changes).toContain('second');
  });

  it('outside of every overlay is nobody’s business', async () => {
    const { client, answer } = await start();
    await client.open(`${folder}/notes.md`, 'nothing', 'markdown');
    await answer();
    expect(client.diagnostics.get(`${folder}/notes.md`)).toBeUndefined();
  });
});

describe('a manifest with an overlay', () => {
  it('is completed and hovered with the ids of the overlay', async () => {
    const { client } = await start();
    const text = page['ai-usage.yaml'] ?? '';
    await client.open(manifest, text);
    await client.rules(manifest, ['system/gaps']);
    const line = text.split('\n').findIndex((row) => row.includes('toolsInUse'));
    const character = text.split('\n')[line]?.indexOf('acme-gateway') ?? 0;
    const at = { textDocument: { uri: manifest }, position: { line, character } };
    const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', at);
    const labels = items.map(({ label }) => label);
    expect(labels).toContain('acme-gateway');
    expect(labels).not.toContain('microsoft-presidio');
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at);
    expect(JSON.stringify(hover.contents)).toContain('Acme gateway');
  });

  it('is explained with the overlay, whether the manifest is named or not', async () => {
    const { client, answer } = await start();
    await answer();
    for (const params of [{ id: 'acme-redaction' }, { id: 'acme-redaction', uri: manifest }]) {
      const found = await client.connection.sendRequest<Explanation>('aiGovernance/explain', params);
      expect(found.markdown).toContain('Ask the platform team');
    }
    const duty = { id: 'acme-ai-policy.redact' };
    const found = await client.connection.sendRequest<Explanation>('aiGovernance/explain', duty);
    expect(found.markdown).toContain('Redact before it leaves');
  });

  it('that stops naming it is read against the bundled catalog again', async () => {
    const { client, answer } = await start();
    const text = page['ai-usage.yaml'] ?? '';
    await client.open(manifest, text);
    await client.change(manifest, text.replace(/ {2}catalogs.*\n/, ''));
    expect((await answer())?.answer.roots[0]?.catalog).toEqual({
      version: pack.version,
      hash: pack.hash,
      overlays: [],
    });
  });
});
