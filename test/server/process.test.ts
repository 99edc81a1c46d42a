import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, TextEdit } from 'vscode-languageserver/node';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { root } from '../../scripts/paths';
import { answerSchema } from '../../src/answer/schema';
import type { FolderAnswer } from '../../src/doors/server/protocol';
import { TestClient } from './test-client';

/** The built server with the built catalog, as any editor would start it. */

const sound = `version: 1
systems:
  - id: cv-ranker
    purpose: Orders applications before a recruiter reads them
    roles: [deployer]
    areas: [employment.recruitment]
    influence: main-factor
    markets: [DE]
`;

const wrongValue = sound.replace('main-factor', 'main-facter');

let folder: string;
let child: ChildProcessWithoutNullStreams;
let client: TestClient;
let errors = '';

function uri(path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

async function write(path: string, text: string): Promise<string> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
  return uri(path);
}

/** Starts the server on what is in the folder now. */
async function start(folders = ['.'], commands: string[] = []): Promise<void> {
  child = spawn(process.execPath, [join(root, 'dist', 'server.js'), '--stdio'], { cwd: folder });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  client = new TestClient(
    createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
  );
  await client.initialize(
    folders.map((path) => pathToFileURL(join(folder, path)).href),
    { options: { commands } },
  );
}

beforeEach(async () => {
  errors = '';
  folder = await mkdtemp(join(tmpdir(), 'server größe 大 '));
});

afterEach(async () => {
  if (child.exitCode === null) {
    const closed = once(child, 'close');
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    await closed;
  }
  client.connection.dispose();
  await rm(folder, { recursive: true, force: true });
  expect(errors).toBe('');
  expect(client.logged).toEqual([]);
});

/** The rules of the errors in a file, once `holds` says yes of them. */
async function errorsIn(file: string, expected: readonly string[]): Promise<void> {
  await expect
    .poll(
      () =>
        client.diagnostics
          .get(file)
          ?.diagnostics.filter(({ severity }) => severity === 1)
          .map(({ code }) => code),
      { timeout: 10_000 },
    )
    .toEqual(expected);
}

describe('the server as a process', () => {
  it('finds what is wrong in a root and its part, each in its own file', async () => {
    const manifest = await write('ai-usage.yaml', sound);
    const part = await write('services/my app.ai-usage.yaml', wrongValue.replace('cv-ranker', 'other'));
    await start();
    await errorsIn(part, ['manifest/wrong-value']);
    await errorsIn(manifest, []);
  });

  it('keeps two folders apart', async () => {
    const first = await write('a/ai-usage.yaml', wrongValue);
    const second = await write('b/ai-usage.yaml', sound);
    await start(['a', 'b']);
    await errorsIn(first, ['manifest/wrong-value']);
    await errorsIn(second, []);
  });

  it('follows the typing through half-typed text', async () => {
    const manifest = await write('ai-usage.yaml', sound);
    await start();
    await client.open(manifest, sound, 'yaml');
    for (let length = 0; length < sound.length; length += 7)
      await client.change(manifest, sound.slice(0, length));
    await client.change(manifest, wrongValue);
    await errorsIn(manifest, ['manifest/wrong-value']);
    await client.change(manifest, sound.replaceAll('\n', '\r\n'));
    await errorsIn(manifest, []);
  });

  it('offers a fix whose edit makes the finding go', async () => {
    const manifest = await write('ai-usage.yaml', sound);
    const before = TextDocument.create(
      manifest,
      'yaml',
      1,
      wrongValue.replace('main-facter', 'main-facter # we think'),
    );
    await start();
    await client.open(manifest, before.getText());
    await errorsIn(manifest, ['manifest/wrong-value']);
    const diagnostic = client.diagnostics.get(manifest)?.diagnostics.find(({ severity }) => severity === 1);
    expect(diagnostic && before.getText(diagnostic.range)).toBe('main-facter');
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: manifest },
      range: diagnostic?.range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const [change] = actions.flatMap(({ edit }) => edit?.documentChanges ?? []);
    const edits =
      change !== undefined && 'edits' in change
        ? change.edits.filter((edit): edit is TextEdit => 'range' in edit)
        : [];
    const after = TextDocument.applyEdits(before, edits);
    expect(after).toBe(before.getText().replace('main-facter', 'main-factor'));
    await client.change(manifest, after);
    await errorsIn(manifest, []);
  });

  it('leads from the gaps of a system to the report, where the client can show one', async () => {
    const manifest = await write('ai-usage.yaml', sound);
    await start(['.'], ['aiGovernance.showAdvice']);
    await client.open(manifest, sound);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: manifest },
      range: { start: { line: 2, character: 8 }, end: { line: 2, character: 8 } },
      context: { diagnostics: [] },
    });
    const commands = actions.flatMap(({ command }) => command ?? []);
    expect(commands).toMatchObject([
      { command: 'aiGovernance.showAdvice', arguments: [manifest, 'cv-ranker'] },
    ]);
  });

  it('completes keys and values and explains what is under the cursor', async () => {
    const text = `${sound}    aut\n    scale: \n`;
    const manifest = await write('ai-usage.yaml', text);
    await start();
    await client.open(manifest, text);
    const complete = async (line: number, character: number) =>
      (
        await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
          textDocument: { uri: manifest },
          position: { line, character },
        })
      ).map(({ label }) => label);
    expect(await complete(8, 7)).toContain('autonomy');
    expect(await complete(9, 11)).toEqual(expect.arrayContaining(['under-1k', 'over-1m']));
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: manifest },
      position: { line: 6, character: 6 },
    });
    expect(JSON.stringify(hover.contents)).toMatch(/influence/i);
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: manifest },
    });
    expect(symbols.map(({ name }) => name)).toEqual(['cv-ranker']);
  });

  it('answers with all that is concluded, by the schema of the answer', async () => {
    await write('ai-usage.yaml', sound);
    await start();
    const [found, ...others] = await client.connection.sendRequest<FolderAnswer[]>('aiGovernance/answer', {
      questions: true,
      portfolio: true,
    });
    expect(others).toEqual([]);
    const answer = answerSchema.parse(found?.answer);
    const regimes = answer.roots[0]?.systems[0]?.regimes ?? [];
    // Germany is in the EU: Regulation (EU) 2024/1689, Art. 2(1); recruitment is Annex III point 4(a).
    const act = regimes.find(({ id }) => id === 'eu-ai-act');
    expect(act?.applies).toBe('yes');
    expect(act?.classes.map(({ id, basis }) => [id, basis])).toContainEqual([
      'eu-ai-act.high-risk',
      'Annex III 4(a)',
    ]);
    expect(answer.roots[0]?.questions).not.toBeNull();
    expect(answer.roots[0]?.portfolio).not.toBeNull();
  });

  it('has a new manifest without errors or warnings to begin with', async () => {
    await start();
    const { text } = await client.connection.sendRequest<{ text: string }>('aiGovernance/newManifest', {
      folder: uri('.'),
    });
    const manifest = uri('ai-usage.yaml');
    await client.open(manifest, text);
    await expect
      .poll(() =>
        client.diagnostics
          .get(manifest)
          ?.diagnostics.filter(({ severity }) => severity !== undefined && severity <= 2),
      )
      .toEqual([]);
    expect(JSON.stringify(client.diagnostics.get(manifest))).not.toMatch(/"severity":[12]/);
  });

  it('explains a rule from the bundled page', async () => {
    await start();
    const { markdown } = await client.connection.sendRequest<{ markdown?: string }>('aiGovernance/explain', {
      id: 'system/gaps',
    });
    expect(markdown).toBe(await readFile(join(root, 'src/rules/system/gaps/page.md'), 'utf8'));
  });

  it('survives any bytes', async () => {
    const manifest = uri('ai-usage.yaml');
    await start();
    await client.open(manifest, '');
    for (const text of [
      '\0\u{fffe}',
      '%YAML 9.9\n---\n- ? [',
      '\t- x:\n  y',
      '['.repeat(10_000),
      '&a [*a, *a]',
      '---\n---\n',
    ]) {
      await client.change(manifest, text);
      await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: manifest } });
    }
    await client.change(manifest, wrongValue);
    await errorsIn(manifest, ['manifest/wrong-value']);
  });

  it('ends with code 0 after shutdown, and with 1 without', async () => {
    await start();
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    expect((await once(child, 'close'))[0]).toBe(0);
    client.connection.dispose();
    await start();
    await client.connection.sendNotification('exit');
    expect((await once(child, 'close'))[0]).toBe(1);
  });
});
