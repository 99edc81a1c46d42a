import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/paths';

/** The built bundles: what they weigh, and what they load before anybody needs them. */

const dist = (name: string) => join(root, 'dist', name);
const bytes = (name: string) => statSync(dist(name)).size;

/** As much of VS Code as activation touches, in a window with these documents and these manifests on disk. */
function windowWith({ documents = [], found = 0 }: { documents?: { languageId: string }[]; found?: number }) {
  const registered: string[] = [];
  const disposable = { dispose: () => undefined };
  const vscode = {
    commands: {
      registerCommand: (id: string) => {
        registered.push(id);
        return disposable;
      },
    },
    window: {
      registerWebviewPanelSerializer: (id: string) => {
        registered.push(id);
        return disposable;
      },
      showErrorMessage: vi.fn(),
    },
    workspace: {
      textDocuments: documents,
      findFiles: () => Promise.resolve(Array.from({ length: found })),
      onDidOpenTextDocument: () => disposable,
      onDidChangeWorkspaceFolders: () => disposable,
    },
    l10n: { t: (text: string) => text },
  };
  return { vscode, registered };
}

interface Activated {
  readonly result: unknown;
  readonly loaded: string[];
  readonly registered: string[];
}

/** Loads and activates a bundle of the shell; `loaded` is what it asked for beside itself, also later. */
function activate(bundle: string, window: ReturnType<typeof windowWith>): Activated {
  const loaded: string[] = [];
  const load = (name: string): unknown => {
    loaded.push(name);
    if (name === 'vscode') return window.vscode;
    return { beginSession: () => Promise.resolve({ end: () => Promise.resolve() }) };
  };
  const module: { exports: { activate?: (context: unknown) => unknown } } = { exports: {} };
  // The form in which Node loads a CommonJS file.
  const text = `(function (require, module, exports) {${readFileSync(dist(bundle), 'utf8')}\n})`;
  const wrapper = new Script(text).runInThisContext() as (...words: unknown[]) => void;
  wrapper(load, module, module.exports);
  const result = module.exports.activate?.({ subscriptions: [], extensionUri: {}, workspaceState: {} });
  return { result, loaded, registered: window.registered };
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the shell', () => {
  it('weighs at most 20 kB', () => {
    expect(bytes('extension.js')).toBeLessThanOrEqual(20_000);
  });

  it('registers what VS Code may call and returns at once', () => {
    const { result, registered } = activate('extension.js', windowWith({}));
    expect(result).toBeUndefined();
    expect(registered.sort()).toEqual([
      'aiGovernance.explainRule',
      'aiGovernance.newManifest',
      'aiGovernance.report',
      'aiGovernance.showAdvice',
    ]);
  });

  it('loads nothing more in a window without manifests', async () => {
    const { loaded } = activate('extension.js', windowWith({ documents: [{ languageId: 'yaml' }] }));
    await nextTurn();
    expect(loaded).toEqual(['vscode']);
  });

  it.each([
    ['a manifest that is open', { documents: [{ languageId: 'ai-usage' }] }],
    ['a JSON manifest that is open', { documents: [{ languageId: 'ai-usage-json' }] }],
    ['a manifest in the folder', { found: 1 }],
  ])('loads the client, and not the report, for %s', async (_, state) => {
    const { loaded } = activate('extension.js', windowWith(state));
    await nextTurn();
    expect(loaded).toEqual(['vscode', './client']);
  });

  it('asks for nothing but the editor in the browser, whose host has no other file', async () => {
    const { loaded, registered } = activate('extension-web.js', windowWith({}));
    await nextTurn();
    expect([...new Set(loaded)]).toEqual(['vscode']);
    expect(registered).toHaveLength(4);
  });
});

describe('what loads on first need', () => {
  it.each([
    ['client.js', 500_000],
    ['report-panel.js', 150_000],
    ['extension-web.js', 650_000],
    ['server.js', 900_000],
    ['server-worker.js', 900_000],
  ])('%s weighs at most %i bytes', (name, limit) => {
    expect(bytes(name)).toBeLessThanOrEqual(limit);
  });

  it('the page weighs at most 250 kB, zipped', () => {
    expect(gzipSync(readFileSync(dist('page/report.js'))).length).toBeLessThanOrEqual(250_000);
  });

  it('in the browser there is nothing of Node', () => {
    for (const name of ['extension-web.js', 'server-worker.js', 'page/report.js']) {
      expect(readFileSync(dist(name), 'utf8')).not.toMatch(
        /require\("(node:)?(fs|path|os|child_process|net|crypto|util)"\)/,
      );
    }
  });
});
