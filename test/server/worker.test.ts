import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver/node';
import { root } from '../../scripts/paths';
import type { EmptyFilesParams, ListFilesParams, ReadFileParams } from '../../src/doors/server/protocol';
import type { FileText } from '../../src/host/port';
import { TestClient } from './test-client';

/** Takes what the worker posts. */
class PortReader extends AbstractMessageReader {
  private callback: DataCallback | undefined;
  listen(callback: DataCallback): Disposable {
    this.callback = callback;
    return { dispose: () => undefined };
  }
  take(message: Message): void {
    this.callback?.(message);
  }
}

/** Hands messages to the worker. */
class PortWriter extends AbstractMessageWriter {
  constructor(private readonly give: (message: Message) => void) {
    super();
  }
  write(message: Message): Promise<void> {
    this.give(message);
    return Promise.resolve();
  }
  end(): void {}
}

/** Starts the built worker in a bare global scope: what a Web Worker has, and nothing of Node or of a page. */
function startWorker(): TestClient {
  const reader = new PortReader();
  const scope: { onmessage?: (event: { data: Message }) => void } & Record<string, unknown> = {
    postMessage: (message: Message) => {
      const copy = structuredClone(message);
      setImmediate(() => reader.take(copy));
    },
    addEventListener: () => undefined,
    setTimeout,
    clearTimeout,
    performance,
    TextEncoder,
    TextDecoder,
    URL,
    console,
    crypto,
  };
  scope.self = scope;
  const context = createContext(scope, { codeGeneration: { strings: false, wasm: false } });
  new Script(readFileSync(join(root, 'dist', 'server-worker.js'), 'utf8')).runInContext(context);
  const writer = new PortWriter((message) => {
    const data = structuredClone(message);
    setImmediate(() => scope.onmessage?.({ data }));
  });
  return new TestClient(createMessageConnection(reader, writer));
}

/** A client that serves these files of a virtual folder, and the built catalog. */
function serveFrom(client: TestClient, folder: string, files: Readonly<Record<string, string>>): string[] {
  const asked: string[] = [];
  const { connection } = client;
  connection.onRequest('aiGovernance/listFiles', (params: ListFilesParams) => {
    asked.push(`list ${params.folder}`);
    return { paths: Object.keys(files).sort(), complete: true, problems: [] };
  });
  connection.onRequest('aiGovernance/emptyFiles', ({ paths }: EmptyFilesParams) => {
    asked.push(...paths.map((path) => `empty ${path}`));
    return paths.filter((path) => files[path] === '');
  });
  connection.onRequest<FileText, unknown>('aiGovernance/readFile', ({ uri }: ReadFileParams): FileText => {
    asked.push(`read ${uri}`);
    const text = files[decodeURIComponent(uri.slice(folder.length + 1))];
    return text === undefined ? { problem: 'it does not exist' } : { text };
  });
  connection.onRequest('aiGovernance/readCatalog', ({ file }: { file: string }) =>
    readFileSync(join(root, 'dist', file), 'utf8'),
  );
  return asked;
}

const folder = 'vscode-vfs://github/acme/app';
const manifest = `${folder}/ai-usage.yaml`;
const options = { servesFiles: true, servesCatalog: true };

const text = `version: 1
systems:
  - id: cv-ranker
    areas: [employment.recruitment]
    influence: main-facter
    markets: [DE]
    controls:
      - { id: human-review, status: done, owner: jane, reviewBy: 2099-01-01, evidence: [docs/over sight.md] }
`;

let client: TestClient;
afterEach(() => client.connection.dispose());

describe('the server as a Web Worker', () => {
  it('finds, through the client alone, what is wrong in a virtual folder', async () => {
    client = startWorker();
    serveFrom(client, folder, { 'ai-usage.yaml': text, 'docs/over sight.md': 'text' });
    await client.initialize([folder], { options });
    await expect
      .poll(() => client.diagnostics.get(manifest)?.diagnostics.map(({ code }) => code), { timeout: 10_000 })
      .toContain('manifest/wrong-value');
    expect(client.logged).toEqual([]);
  });

  it('asks for the listing once and looks only into files that are named as evidence', async () => {
    client = startWorker();
    const asked = serveFrom(client, folder, {
      'ai-usage.yaml': text,
      'docs/over sight.md': 'text',
      'src/a.ts': '',
    });
    await client.initialize([folder], { options });
    await client.open(manifest, text);
    await expect.poll(() => client.diagnostics.get(manifest)?.version, { timeout: 10_000 }).toBe(1);
    await client.change(manifest, `${text}# more\n`);
    await expect.poll(() => client.published.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(asked.filter((request) => request.startsWith('list'))).toEqual([`list ${folder}`]);
    expect(asked.filter((request) => request.startsWith('empty'))).toEqual(['empty docs/over sight.md']);
  });

  it('says in one line when the client has no catalog, and answers with nothing', async () => {
    client = startWorker();
    await client.initialize([folder], { options });
    expect(await client.connection.sendRequest('aiGovernance/answer', {})).toEqual([]);
    expect(client.logged).toHaveLength(1);
    expect(client.logged[0]).toMatch(/^No advice can be given: /);
  });
});
