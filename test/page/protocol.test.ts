import { describe, expect, it } from 'vitest';
import { freshPageState, readFromPage, readPageState, readToPage } from '../../src/doors/webview/protocol';
import { pageShell } from '../../src/doors/webview/shell';
import { sampleAnswer } from '../fixtures/answers';

const place = {
  path: 'systems.a',
  file: 'ai-usage.yaml',
  range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
};

describe('messages between page and extension', () => {
  it('that fit arrive as they were sent', () => {
    const toPage = [
      { type: 'snapshot', answer: sampleAnswer(), guided: [] },
      {
        type: 'snapshot',
        answer: sampleAnswer(),
        guided: ['tools/fairlearn'],
        target: { root: 'ai-usage.yaml', system: 'cv-ranker' },
      },
      { type: 'guidance', id: 'tools/fairlearn', markdown: '**Good at** tables.' },
      { type: 'guidance', id: 'tools/fairlearn', markdown: null },
      { type: 'busy' },
      { type: 'show', target: { root: 'ai-usage.yaml' } },
      { type: 'failure', message: 'No manifest.' },
    ];
    const fromPage = [
      { type: 'ready' },
      { type: 'reveal', place },
      { type: 'openEntry', id: 'eu-ai-act' },
      { type: 'guidance', id: 'tools/fairlearn' },
      { type: 'focusEditor' },
      { type: 'newManifest' },
    ];
    for (const message of toPage) expect(readToPage(message)).toEqual(message);
    for (const message of fromPage) expect(readFromPage(message)).toEqual(message);
  });

  it('that do not fit are dropped without an error', () => {
    const strays: unknown[] = [
      undefined,
      null,
      42,
      'ready',
      [],
      { type: 'reveal' },
      { type: 'reveal', place: { ...place, file: 7 } },
      { type: 'reveal', place, command: 'workbench.action.terminal.new' },
      { type: 'openEntry', id: ['a'] },
      { type: 'snapshot', answer: { schemaVersion: 1 }, guided: [] },
      { type: 'guidance', id: 7 },
      { type: 'guidance', id: 'tools/fairlearn', markdown: 7 },
      { type: 'guidance', id: 'tools/fairlearn', html: '<b>' },
    ];
    for (const stray of strays) {
      expect(readToPage(stray)).toBeUndefined();
      expect(readFromPage(stray)).toBeUndefined();
    }
  });
});

describe('the state that a page keeps', () => {
  it('is read back, and replaced by a fresh one when it is not what a page wrote', () => {
    const state = { version: 1, root: 'ai-usage.yaml', opened: { a: true, b: false }, scroll: 12.5 };
    expect(readPageState(state)).toEqual(state);
    for (const other of [undefined, null, 'x', { ...state, version: 2 }, { ...state, scroll: -1 }]) {
      expect(readPageState(other)).toEqual(freshPageState);
    }
  });
});

describe('the shell of the page', () => {
  const shell = {
    nonce: 'abc',
    cspSource: 'https://*.vscode-cdn.net',
    scriptUri: 'https://x/report.js',
    styleUri: 'https://x/report.css',
    title: 'Advice',
  };

  it('has exactly the policy of a strict webview', () => {
    expect(pageShell(shell)).toContain(
      `content="default-src 'none'; script-src 'nonce-abc'; style-src https://*.vscode-cdn.net; img-src https://*.vscode-cdn.net data:"`,
    );
  });

  it('holds one script, with the nonce, and nothing inline', () => {
    const html = pageShell(shell);
    expect(html.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
      '<script nonce="abc" src="https://x/report.js"></script>',
    ]);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/i);
  });

  it('escapes what it is given', () => {
    const html = pageShell({ ...shell, title: '</title><script>', scriptUri: 'https://x/"onload="y' });
    expect(html).toContain('&lt;/title&gt;&lt;script&gt;');
    expect(html).toContain('src="https://x/&quot;onload=&quot;y"');
  });
});
