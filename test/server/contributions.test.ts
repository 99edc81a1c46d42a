import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/paths';
import { isManifestPath } from '../../src/advise/roots';
import { commandIds, manifestGlob, manifestLanguages, reportView } from '../../src/doors/extension/ids';

interface Contributions {
  readonly publisher: string;
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: unknown;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly languages: readonly {
      readonly id: string;
      readonly filenamePatterns: readonly string[];
      readonly configuration: string;
    }[];
    readonly grammars: readonly {
      readonly language: string;
      readonly scopeName: string;
      readonly path: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
  };
}

// Its shape is what this file tests.
const declared = json('package.json') as Contributions;
const { contributes } = declared;

function json(path: string): unknown {
  return JSON.parse(text(path));
}

function keysOf(path: string): string[] {
  const value = json(path);
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function text(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const sources = readdirSync(join(root, 'src/doors/extension')).map((name) =>
  text(`src/doors/extension/${name}`),
);

describe('what package.json contributes', () => {
  it('is the same commands as the code registers', () => {
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual(
      Object.values(commandIds).sort(),
    );
    const shell = text('src/doors/extension/shell.ts');
    const registered = [...shell.matchAll(/command\(commandIds\.(\w+)/g)].map(([, name]) => name);
    expect(registered.sort()).toEqual(Object.keys(commandIds).sort());
  });

  it('puts every command under AI Governance, and menus name no others', () => {
    for (const { category, title } of contributes.commands) {
      expect(category).toBe('AI Governance');
      expect(title).toMatch(/^%/);
    }
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    for (const command of inMenus) expect(Object.values(commandIds)).toContain(command);
  });

  it('has words for every placeholder, and no words too many', () => {
    const used = [...JSON.stringify(declared).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual(keysOf('package.nls.json').sort());
  });

  it('gives every manifest a language of its own, by the names that the core knows', () => {
    expect(contributes.languages.map(({ id }) => id)).toEqual(manifestLanguages);
    const patterns = new Map(
      contributes.languages.map(({ id, filenamePatterns }) => [id, picomatch([...filenamePatterns])]),
    );
    const names = [
      ['ai-usage.yaml', 'ai-usage'],
      ['ai-usage.yml', 'ai-usage'],
      ['ai-usage.json', 'ai-usage-json'],
      ['cv.ai-usage.yaml', 'ai-usage'],
      ['cv.ai-usage.yml', 'ai-usage'],
      ['cv.ai-usage.json', 'ai-usage-json'],
      ['ai-usage-base.yaml', 'ai-usage'],
      ['ai-usage-base.yml', 'ai-usage'],
      ['ai-usage-base.json', 'ai-usage-json'],
      ['my-ai-usage.yaml', undefined],
      ['ai-usage.toml', undefined],
      ['values.yaml', undefined],
    ] as const;
    for (const [name, language] of names) {
      const found = [...patterns].find(([, fits]) => fits(name))?.[0];
      expect([name, found]).toEqual([name, language]);
      expect([name, isManifestPath(name)]).toEqual([name, language !== undefined]);
    }
  });

  it('has a grammar and a configuration for each language, and the files are there', () => {
    expect(contributes.grammars.map(({ language }) => language)).toEqual(manifestLanguages);
    for (const { path, scopeName } of contributes.grammars) {
      expect(json(path)).toHaveProperty('scopeName', scopeName);
    }
    for (const { configuration } of contributes.languages) {
      expect(keysOf(configuration)).toContain('brackets');
    }
  });

  it('wakes the extension for a manifest or a report to restore, and for nothing else', () => {
    expect(declared.activationEvents).toEqual([
      'workspaceContains:ai-usage.yaml',
      'workspaceContains:ai-usage.yml',
      'workspaceContains:ai-usage.json',
      `workspaceContains:${manifestGlob}`,
      `onWebviewPanel:${reportView}`,
    ]);
  });

  it('works in Restricted Mode and in virtual workspaces, on desktop and in the browser', () => {
    expect(declared.capabilities).toEqual({
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    });
    expect([declared.main, declared.browser]).toEqual(['./dist/extension.js', './dist/extension-web.js']);
    expect(declared.publisher).toBe('ai-governance');
  });

  it('has every sentence that the shell says in the bundle for translators, and no other', () => {
    const said = sources
      .flatMap((source) => [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)])
      .map(([, sentence]) => sentence);
    const calls = sources.flatMap((source) => [...source.matchAll(/l10n\.t\(/g)]);
    expect(said.length).toBe(calls.length);
    expect(keysOf('l10n/bundle.l10n.json').sort()).toEqual([...new Set(said)].sort());
  });

  it('shows people only sentences that can be translated', () => {
    for (const source of sources) {
      expect(source).not.toMatch(/show(Information|Warning|Error)Message\(\s*['"`]/);
      expect(source).not.toMatch(/placeHolder: ['"`]/);
    }
  });
});
