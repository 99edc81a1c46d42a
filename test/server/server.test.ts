import { afterEach, describe, expect, it } from 'vitest';
import type { AnalyzeInput } from '../../src/advise/advisor';
import { fakeAdvisor } from './fake-advisor';
import { type InProcess, MemoryFiles, startInProcess } from './in-process';
import { eventually } from './test-client';

const folder = 'file:///code/my%20project';
const manifest = `${folder}/ai-usage.yaml`;

let running: InProcess;
afterEach(() => running.dispose());

/** Starts with one folder of these files. */
async function startWith(
  files: MemoryFiles | Record<string, string>,
  onAnalyze?: (input: AnalyzeInput) => void,
  initialize: Parameters<InProcess['client']['initialize']>[1] = {},
) {
  const memory = files instanceof MemoryFiles ? files : new MemoryFiles(new Map(Object.entries(files)));
  running = startInProcess(fakeAdvisor(onAnalyze), { [folder]: memory });
  const result = await running.client.initialize([folder], initialize);
  return { client: running.client, memory, result };
}

describe('findings', () => {
  it('are sent for manifests that are not open', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'BAD', 'a/b.ai-usage.json': 'BAD BAD' });
    await client.rules(manifest, ['fake/bad']);
    await client.rules(`${folder}/a/b.ai-usage.json`, ['fake/bad', 'fake/bad']);
  });

  it('carry source, code, link, severity and the places that decided', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'x: BAD' });
    const [diagnostic] = await client.rules(manifest, ['fake/bad']);
    expect(diagnostic).toMatchObject({
      source: 'AI Governance',
      code: 'fake/bad',
      severity: 1,
      message: 'fake/bad in ai-usage.yaml',
      range: { start: { line: 0, character: 3 }, end: { line: 0, character: 6 } },
      relatedInformation: [{ message: 'decided here', location: { uri: manifest } }],
    });
    expect(diagnostic?.codeDescription?.href).toMatch(/^https:.*fake\/bad/);
  });

  it('carry only what a plain client understands', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'BAD' }, undefined, { capabilities: {} });
    const [diagnostic] = await client.rules(manifest, ['fake/bad']);
    expect(Object.keys(diagnostic ?? {}).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });

  it('follow the typing, and go when the cause is gone', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': '' });
    await client.open(manifest, 'fine');
    await client.change(manifest, 'BAD');
    await client.rules(manifest, ['fake/bad']);
    await client.change(manifest, 'GOO', {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 2 },
    });
    await client.rules(manifest, []);
  });

  it('wait until typing rests, and then speak of the newest version only', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': '' });
    await client.open(manifest, 'fine');
    await client.rules(manifest, []);
    const before = client.published.length;
    for (const text of ['BAD', 'BAD BAD', 'BAD BAD BAD']) await client.change(manifest, text);
    await client.rules(manifest, ['fake/bad', 'fake/bad', 'fake/bad']);
    expect(client.published.slice(before).map(({ version }) => version)).toEqual([4]);
  });

  it('of a text that changed while files were listed are never sent', async () => {
    let open: () => void = () => undefined;
    const memory = new MemoryFiles(new Map([['ai-usage.yaml', 'BAD']]));
    memory.gate = new Promise((resolve) => {
      open = resolve;
    });
    const { client } = await startWith(memory);
    await client.open(manifest, 'BAD');
    await eventually(
      () => memory.lists > 0,
      () => 'not listed',
    );
    await client.change(manifest, 'fine');
    await client.connection.sendRequest('aiGovernance/explain', { id: 'fake/bad' });
    open();
    await client.rules(manifest, []);
    expect(client.published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('go to the file they are in: the root or its part', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'fine', 'services/cv.ai-usage.yaml': 'BAD' });
    const part = `${folder}/services/cv.ai-usage.yaml`;
    await client.rules(part, ['fake/bad']);
    await client.rules(manifest, []);
    await client.open(part, 'fine');
    await client.rules(part, []);
  });

  it('come back from the file when a changed document is closed unsaved', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'BAD' });
    await client.open(manifest, 'fine');
    await client.rules(manifest, []);
    await client.close(manifest);
    await client.rules(manifest, ['fake/bad']);
  });

  it('are kept apart for two folders', async () => {
    const other = 'file:///code/other';
    running = startInProcess(fakeAdvisor(), {
      [folder]: new MemoryFiles(new Map([['ai-usage.yaml', 'BAD']])),
      [other]: new MemoryFiles(new Map([['ai-usage.yaml', 'evidence: docs/x.md']])),
    });
    const { client } = running;
    await client.initialize([folder, other]);
    await client.rules(manifest, ['fake/bad']);
    await client.rules(`${other}/ai-usage.yaml`, ['fake/evidence']);
  });

  it('go when a folder is closed, and come when one is opened', async () => {
    const other = 'file:///code/other';
    running = startInProcess(fakeAdvisor(), {
      [folder]: new MemoryFiles(new Map([['ai-usage.yaml', 'BAD']])),
      [other]: new MemoryFiles(new Map([['ai-usage.yaml', 'BAD']])),
    });
    const { client } = running;
    await client.initialize([folder]);
    await client.rules(manifest, ['fake/bad']);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: other, name: 'other' }], removed: [{ uri: folder, name: 'my project' }] },
    });
    await client.rules(`${other}/ai-usage.yaml`, ['fake/bad']);
    await client.rules(manifest, []);
  });

  it('of a folder inside another open folder come once, from the inner one', async () => {
    const inner = `${folder}/inner`;
    const analyzed: string[] = [];
    running = startInProcess(
      fakeAdvisor(({ files }) => analyzed.push(files.root)),
      {
        [folder]: new MemoryFiles(new Map([['inner/ai-usage.yaml', 'BAD']])),
        [inner]: new MemoryFiles(new Map([['ai-usage.yaml', 'BAD']])),
      },
    );
    const { client } = running;
    await client.initialize([folder, inner]);
    await client.rules(`${inner}/ai-usage.yaml`, ['fake/bad']);
    expect(analyzed).toEqual(['ai-usage.yaml']);
  });

  it('are read anew with the day of the next change after midnight', async () => {
    const days: string[] = [];
    const { client } = await startWith({ 'ai-usage.yaml': '' }, ({ today }) => days.push(today));
    await client.open(manifest, 'fine');
    await client.rules(manifest, []);
    running.day = '2026-11-25';
    await client.change(manifest, 'BAD');
    await client.rules(manifest, ['fake/bad']);
    expect(days.at(0)).toBe('2026-11-24');
    expect(days.at(-1)).toBe('2026-11-25');
  });
});

describe('documents', () => {
  it('without a file are analyzed alone, as YAML or JSON by their language', async () => {
    const inputs: AnalyzeInput[] = [];
    running = startInProcess(fakeAdvisor((input) => inputs.push(input)));
    const { client } = running;
    await client.initialize([]);
    await client.open('untitled:Untitled-1', 'BAD', 'ai-usage');
    await client.open('untitled:Untitled-2', 'BAD', 'ai-usage-json');
    await client.rules('untitled:Untitled-1', ['fake/bad']);
    await client.rules('untitled:Untitled-2', ['fake/bad']);
    expect(inputs.map(({ files }) => files.root).sort()).toEqual(['Untitled-1.yaml', 'Untitled-2.json']);
    await client.close('untitled:Untitled-1');
    await client.rules('untitled:Untitled-1', []);
  });

  it('outside of every folder are analyzed with the files beside them, and no other manifest there', async () => {
    const home = 'file:///home/jane';
    running = startInProcess(fakeAdvisor(), {
      [home]: new MemoryFiles(
        new Map([
          ['ai-usage.yaml', ''],
          ['docs/oversight.md', 'text'],
          ['elsewhere/ai-usage.yaml', 'BAD'],
        ]),
      ),
    });
    const { client } = running;
    await client.initialize([]);
    await client.open(`${home}/ai-usage.yaml`, 'evidence: docs/oversight.md\nBAD');
    await client.rules(`${home}/ai-usage.yaml`, ['fake/bad']);
    expect([...client.diagnostics.keys()]).toEqual([`${home}/ai-usage.yaml`]);
  });

  it('in a virtual folder are analyzed, and views of another scheme are not', async () => {
    const virtual = 'vscode-vfs://github/acme/app';
    running = startInProcess(fakeAdvisor(), {
      [virtual]: new MemoryFiles(new Map([['ai-usage.yaml', 'BAD']])),
    });
    const { client } = running;
    await client.initialize([virtual]);
    await client.rules(`${virtual}/ai-usage.yaml`, ['fake/bad']);
    await client.open('git:/acme/app/ai-usage.yaml?%7B%22ref%22%3A%22~%22%7D', 'BAD', 'ai-usage');
    await client.open(`${virtual}/ai-usage.yaml`, 'BAD BAD', 'ai-usage');
    await client.rules(`${virtual}/ai-usage.yaml`, ['fake/bad', 'fake/bad']);
    expect([...client.diagnostics.keys()]).toEqual([`${virtual}/ai-usage.yaml`]);
  });

  it('with spaces and letters of any script in their name keep the spelling of the client', async () => {
    const { client } = await startWith({ 'größe 大/my app.ai-usage.yaml': 'fine' });
    // VS Code escapes more than is needed, and lower-cases nothing; it must get its own spelling back.
    const uri = `${folder}/gr%C3%B6%C3%9Fe%20%E5%A4%A7/my%20app.ai-usage.yaml`;
    await client.open(uri, 'BAD');
    await client.rules(uri, ['fake/bad']);
    const lazy = `${folder}/größe%20大/my app.ai-usage.yaml`;
    await client.close(uri);
    await client.open(lazy, 'BAD BAD');
    await client.rules(lazy, ['fake/bad', 'fake/bad']);
  });

  it('that are no manifest are left alone', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'fine' });
    await client.open(`${folder}/other.yaml`, 'BAD');
    await client.open(`${folder}/node_modules/x/ai-usage.yaml`, 'BAD');
    await client.rules(manifest, []);
    expect([...client.diagnostics.keys()]).toEqual([manifest]);
    expect(
      await client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: `${folder}/other.yaml` },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
  });

  it('with Windows line ends are edited and found at the right place', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': '' });
    await client.open(manifest, 'version: 1\r\nx: ok\r\n');
    await client.change(manifest, 'BAD', {
      start: { line: 1, character: 3 },
      end: { line: 1, character: 5 },
    });
    const [diagnostic] = await client.rules(manifest, ['fake/bad']);
    expect(diagnostic?.range).toEqual({ start: { line: 1, character: 3 }, end: { line: 1, character: 6 } });
  });
});

describe('files', () => {
  it('are listed once, however much is typed', async () => {
    const { client, memory } = await startWith({ 'ai-usage.yaml': '', 'docs/x.md': 'text' });
    await client.open(manifest, 'fine');
    for (let n = 0; n < 20; n++) {
      await client.change(manifest, `evidence: docs/x.md\nBAD ${n}`);
      await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: manifest } });
    }
    await client.rules(manifest, ['fake/bad']);
    expect(memory.lists).toBe(1);
    expect(memory.lookedInto).toEqual(['docs/x.md']);
    expect(memory.reads.filter((path) => path === 'ai-usage.yaml').length).toBeLessThanOrEqual(1);
  });

  it('that appear as evidence take the finding away, and bring it back when they go or are emptied', async () => {
    const { client, memory } = await startWith({ 'ai-usage.yaml': 'evidence: docs/x.md' });
    await client.rules(manifest, ['fake/evidence']);
    const evidence = `${folder}/docs/x.md`;
    memory.texts.set('docs/x.md', 'text');
    await client.watched({ uri: evidence, type: 1 });
    await client.rules(manifest, []);
    memory.texts.set('docs/x.md', '');
    await client.watched({ uri: evidence, type: 2 });
    await client.rules(manifest, ['fake/evidence']);
    memory.texts.set('docs/x.md', 'text again');
    await client.watched({ uri: evidence, type: 2 });
    await client.rules(manifest, []);
    memory.texts.delete('docs/x.md');
    await client.watched({ uri: evidence, type: 3 });
    await client.rules(manifest, ['fake/evidence']);
  });

  it('that come by the thousand cost few listings', async () => {
    const { client, memory } = await startWith({ 'ai-usage.yaml': 'fine' });
    await client.rules(manifest, []);
    for (let n = 0; n < 50; n++) {
      await client.watched(
        ...Array.from({ length: 40 }, (_, m) => ({ uri: `${folder}/out/${n}-${m}.js`, type: 1 as const })),
      );
    }
    await eventually(
      () => memory.lists > 1,
      () => 'not listed again',
    );
    expect(memory.lists).toBeLessThanOrEqual(3);
  });

  it('in installed packages and version control are not worth a look', async () => {
    const { client, memory } = await startWith({ 'ai-usage.yaml': 'fine' });
    await client.rules(manifest, []);
    await client.watched(
      { uri: `${folder}/.git/index.lock`, type: 1 },
      { uri: `${folder}/node_modules/a/b.js`, type: 1 },
    );
    await client.watched({ uri: `${folder}/ai-usage.yaml`, type: 2 });
    memory.texts.set('ai-usage.yaml', 'BAD');
    await client.rules(manifest, ['fake/bad']);
    expect(memory.lists).toBe(1);
  });

  it('that are new manifests make new roots, and renamed ones move their findings', async () => {
    const { client, memory } = await startWith({ 'ai-usage.yaml': 'fine' });
    await client.rules(manifest, []);
    memory.texts.set('app/ai-usage.yaml', 'BAD');
    await client.watched({ uri: `${folder}/app/ai-usage.yaml`, type: 1 });
    await client.rules(`${folder}/app/ai-usage.yaml`, ['fake/bad']);
    memory.texts.delete('app/ai-usage.yaml');
    memory.texts.set('site/ai-usage.yaml', 'BAD');
    await client.watched(
      { uri: `${folder}/app/ai-usage.yaml`, type: 3 },
      { uri: `${folder}/site/ai-usage.yaml`, type: 1 },
    );
    await client.rules(`${folder}/site/ai-usage.yaml`, ['fake/bad']);
    await client.rules(`${folder}/app/ai-usage.yaml`, []);
  });

  it('are looked at anew on saving by a client that cannot watch', async () => {
    const { client, memory } = await startWith({ 'ai-usage.yaml': '' }, undefined, { capabilities: {} });
    await client.open(manifest, 'evidence: docs/x.md');
    await client.rules(manifest, ['fake/evidence']);
    memory.texts.set('docs/x.md', 'text');
    await client.save(manifest);
    await client.rules(manifest, []);
    expect(client.registered).toEqual([]);
  });

  it('are watched by a client that can', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'fine' });
    await client.rules(manifest, []);
    expect(client.registered).toContain('workspace/didChangeWatchedFiles');
  });
});

describe('at the cursor', () => {
  const position = { line: 0, character: 3 };

  it('a hover speaks of the text as it is now', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'fine' });
    await client.open(manifest, 'fine');
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: manifest },
      position,
    });
    expect(hover).toEqual({
      contents: { kind: 'markdown', value: '**ai-usage.yaml** as of 2026-11-24' },
      range: { start: position, end: position },
    });
  });

  it('completion is a snippet for a client that can, and plain text for another', async () => {
    const first = await startWith({ 'ai-usage.yaml': '' });
    await first.client.open(manifest, '"in');
    const params = { textDocument: { uri: manifest }, position };
    expect(await first.client.connection.sendRequest('textDocument/completion', params)).toMatchObject([
      {
        label: 'influence',
        filterText: '"influence',
        kind: 10,
        insertTextFormat: 2,
        textEdit: {
          newText: 'influence: ${1|none,informs|}$0',
          range: { start: { line: 0, character: 0 }, end: position },
        },
        documentation: { kind: 'markdown' },
      },
    ]);
    running.dispose();
    const second = await startWith({ 'ai-usage.yaml': '' }, undefined, { capabilities: {} });
    await second.client.open(manifest, 'inf');
    expect(await second.client.connection.sendRequest('textDocument/completion', params)).toMatchObject([
      { insertTextFormat: 1, textEdit: { newText: 'influence: none' }, documentation: { kind: 'plaintext' } },
    ]);
  });

  it('completion of a key asks for its values next, where the client can', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': '' }, undefined, {
      options: { commands: ['editor.action.triggerSuggest'] },
    });
    await client.open(manifest, 'inf');
    const params = { textDocument: { uri: manifest }, position };
    expect(await client.connection.sendRequest('textDocument/completion', params)).toMatchObject([
      { command: { command: 'editor.action.triggerSuggest' } },
    ]);
  });

  it('a fix is offered with its finding, and its edit gives the right text', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': '' });
    await client.open(manifest, 'x: BAD # keep');
    const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 6 } };
    const actions = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: manifest },
      range,
      context: { diagnostics: [] },
    });
    expect(actions).toMatchObject([
      {
        title: 'Make it good',
        kind: 'quickfix',
        isPreferred: true,
        diagnostics: [{ code: 'fake/bad' }],
        edit: {
          documentChanges: [
            {
              textDocument: { uri: manifest, version: 1 },
              edits: [
                {
                  newText: 'GOOD',
                  range: { start: { line: 0, character: 3 }, end: { line: 0, character: 6 } },
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('all safe fixes of the file are one action when that is asked for', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': '', 'b.ai-usage.yaml': 'BAD' });
    await client.open(manifest, 'BAD BAD');
    const ask = (only: string[]) =>
      client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: manifest },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], only },
      });
    expect(await ask(['source.fixAll'])).toMatchObject([
      { edit: { documentChanges: [{ edits: [{ newText: 'GOOD' }, { newText: 'GOOD' }] }] } },
    ]);
    expect(await ask(['refactor'])).toEqual([]);
  });

  it('a rule can be explained where the client has the command', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': '' }, undefined, {
      options: { commands: ['aiGovernance.explainRule'] },
    });
    await client.open(manifest, 'BAD');
    const actions = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: manifest },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    expect(actions).toMatchObject([
      { title: 'Make it good' },
      { command: { command: 'aiGovernance.explainRule', arguments: ['fake/bad'] } },
    ]);
  });

  it('each system is a symbol, flat for a client that knows no other', async () => {
    const first = await startWith({ 'ai-usage.yaml': '', 'b.ai-usage.yaml': '- id: elsewhere' });
    await first.client.open(manifest, 'systems:\n- id: cv-ranker\n- id: chat');
    const ask = (client: typeof first.client) =>
      client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: manifest } });
    expect(await ask(first.client)).toMatchObject([
      { name: 'cv-ranker', range: { start: { line: 1 } } },
      { name: 'chat' },
    ]);
    running.dispose();
    const second = await startWith({ 'ai-usage.yaml': '- id: chat' }, undefined, { capabilities: {} });
    expect(await ask(second.client)).toMatchObject([{ name: 'chat', location: { uri: manifest } }]);
  });
});

describe('requests of our own', () => {
  it('give the answer of one root or of all, with its folder', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': '- id: a', 'app/ai-usage.yaml': '- id: b' });
    const ask = (params: object) => client.connection.sendRequest('aiGovernance/answer', params);
    expect(await ask({ questions: true, portfolio: false })).toMatchObject([
      {
        folder,
        answer: {
          schemaVersion: 1,
          roots: [{ path: 'ai-usage.yaml', questions: [] }, { path: 'app/ai-usage.yaml' }],
        },
      },
    ]);
    expect(
      await ask({ uri: `${folder}/app/ai-usage.yaml`, questions: false, portfolio: false }),
    ).toMatchObject([{ folder, answer: { roots: [{ path: 'app/ai-usage.yaml', questions: null }] } }]);
    expect(await ask({ uri: `${folder}/README.md`, questions: false, portfolio: false })).toEqual([]);
  });

  it('list the roots with their parts', async () => {
    const { client } = await startWith({
      'ai-usage.yaml': '',
      'a/b.ai-usage.yaml': '',
      'z.ai-usage.yaml': '',
    });
    expect(await client.connection.sendRequest('aiGovernance/roots', {})).toEqual([
      {
        uri: manifest,
        parts: [`${folder}/a/b.ai-usage.yaml`, `${folder}/z.ai-usage.yaml`],
        folder,
        path: 'ai-usage.yaml',
      },
    ]);
  });

  it('explain an id, or name the nearest', async () => {
    const { client } = await startWith({});
    const explain = (id: string) => client.connection.sendRequest('aiGovernance/explain', { id });
    expect(await explain('fake/bad')).toEqual({ markdown: '# Bad', nearest: [] });
    expect(await explain('fake/bat')).toEqual({ nearest: ['fake/bad'] });
  });

  it('give the guidance on tools and controls, name those that have it, and give no other text', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': '- id: a' });
    const guidance = (id: string) => client.connection.sendRequest('aiGovernance/guidance', { id });
    expect(await guidance('tools/fake')).toBe('Install it.');
    for (const id of ['risks/fake', 'tools/none', 'toString', '__proto__'])
      expect(await guidance(id)).toBeNull();
    const answer = client.connection.sendRequest('aiGovernance/answer', {
      questions: false,
      portfolio: false,
    });
    expect(await answer).toMatchObject([{ guided: ['tools/fake'] }]);
  });

  it('give a new manifest, and never one over another', async () => {
    const { client, memory } = await startWith({});
    const ask = () => client.connection.sendRequest<{ text: string }>('aiGovernance/newManifest', { folder });
    expect(await ask()).toMatchObject({ exists: false, uri: manifest });
    memory.texts.set('ai-usage.json', '{}');
    expect(await ask()).toMatchObject({ exists: true, uri: `${folder}/ai-usage.json`, text: '' });
  });

  it('tell a client that wants it which roots were read anew', async () => {
    const told: unknown[] = [];
    const memory = new MemoryFiles(new Map([['ai-usage.yaml', 'fine']]));
    running = startInProcess(fakeAdvisor(), { [folder]: memory });
    running.client.connection.onNotification('aiGovernance/analyzed', (params) => {
      told.push(params);
    });
    await running.client.initialize([folder], { options: { wantsAnalyzed: true } });
    await eventually(
      () => told.length === 1,
      () => 'not told',
    );
    expect(told).toEqual([
      {
        roots: [
          {
            uri: manifest,
            files: [manifest],
            asOf: '2026-11-24',
            knownUntil: '2026-11-01',
            catalogVersion: '2026.11',
          },
        ],
      },
    ]);
  });
});

describe('when something is wrong', () => {
  it('an exception in the core is one line in the log, and the rest works on', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'fine', 'app/ai-usage.yaml': 'BOOM' });
    await client.rules(manifest, []);
    await eventually(
      () => client.logged.length > 0,
      () => 'nothing logged',
    );
    expect(client.logged).toEqual(['app/ai-usage.yaml could not be analyzed: Error: boom second line']);
    await client.open(manifest, 'BAD');
    await client.rules(manifest, ['fake/bad']);
  });

  it('a catalog that cannot be read is said once, and nothing fails', async () => {
    running = startInProcess(
      () => Promise.reject(new Error('cannot read the catalog x: it does not exist')),
      {
        [folder]: new MemoryFiles(new Map([['ai-usage.yaml', 'BAD']])),
      },
    );
    const { client } = running;
    await client.initialize([folder]);
    await client.open(manifest, 'BAD');
    const position = { line: 0, character: 0 };
    expect(
      await client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: manifest },
        position,
      }),
    ).toBeNull();
    expect(await client.connection.sendRequest('aiGovernance/answer', {})).toEqual([]);
    expect(client.logged).toEqual(['No advice can be given: cannot read the catalog x: it does not exist']);
  });

  it('unknown requests are refused and broken ones answered with nothing', async () => {
    const { client } = await startWith({ 'ai-usage.yaml': 'fine' });
    await expect(client.connection.sendRequest('aiGovernance/nonsense', {})).rejects.toThrow(/nonsense/);
    expect(await client.connection.sendRequest('textDocument/hover', {})).toBeNull();
    expect(client.logged.length).toBe(1);
    await client.open(manifest, 'BAD');
    await client.rules(manifest, ['fake/bad']);
  });

  it.each([null, 7, 'x', [], { commands: 'x', servesFiles: 'yes' }, { commands: [1] }])(
    'options of any shape are taken as none: %j',
    async (options) => {
      running = startInProcess(fakeAdvisor(), {
        [folder]: new MemoryFiles(new Map([['ai-usage.yaml', 'BAD']])),
      });
      await running.client.initialize([folder], { initializationOptions: options });
      await running.client.rules(manifest, ['fake/bad']);
    },
  );

  it('a client of old with one root, or none, is served', async () => {
    running = startInProcess(fakeAdvisor(), {
      [folder]: new MemoryFiles(new Map([['ai-usage.yaml', 'BAD']])),
    });
    await running.client.initialize([], { capabilities: {}, workspaceFolders: null, ...{ rootUri: folder } });
    await running.client.rules(manifest, ['fake/bad']);
  });
});
