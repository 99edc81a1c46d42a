import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The arrows and the purity that ARCHITECTURE.md promises, read off the imports themselves: a part may import only
 * what stands before it, and only the doors and the host know what is outside.
 */
const source = join(__dirname, '../../src');

const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  manifest: ['text'],
  logic: ['manifest'],
  catalog: ['logic', 'manifest', 'text'],
  answer: [],
  assess: ['answer', 'catalog', 'logic', 'manifest'],
  select: ['answer', 'assess', 'catalog', 'manifest'],
  rules: ['answer', 'assess', 'catalog', 'logic', 'manifest', 'select', 'text'],
  advise: ['answer', 'assess', 'catalog', 'logic', 'manifest', 'rules', 'select', 'text'],
  render: ['answer'],
  host: ['advise', 'catalog'],
  'doors/cli': ['advise', 'answer', 'render', 'host', 'catalog'],
  'doors/server': ['advise', 'answer', 'host', 'catalog'],
  'doors/extension': ['advise', 'answer', 'host', 'render'],
  'doors/webview': ['answer', 'render'],
};

/** Packages by the only parts that may import them; what is not listed may be imported nowhere in the core. */
const packages: Readonly<Record<string, readonly string[]>> = {
  yaml: ['text'],
  'jsonc-parser': ['text'],
  'fastest-levenshtein': ['text'],
  zod: ['host', 'manifest', 'logic', 'catalog', 'answer', 'doors/server', 'doors/webview', 'doors/extension'],
  'markdown-it': ['render'],
  minisearch: ['advise'],
  preact: ['render', 'doors/webview'],
  'preact-render-to-string': ['render'],
  picomatch: ['host'],
  commander: ['doors/cli'],
  vscode: ['doors/extension'],
  'vscode-languageserver': ['doors/server'],
  'vscode-languageclient': ['doors/extension'],
  'vscode-jsonrpc': ['doors/server', 'doors/extension'],
  'vscode-uri': ['doors/server', 'doors/extension', 'host'],
  'vscode-languageserver-textdocument': ['doors/server'],
};

interface Import {
  readonly file: string;
  readonly part: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'doors' ? `doors/${second}` : first;
}

function importsOf(): Import[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    const found = text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|\nimport\s+['"]([^'"]+)['"]/g,
    );
    return [...found].map((match) => ({
      file,
      part: partOf(file),
      target: match[2] ?? match[3] ?? match[4] ?? '',
      typeOnly: match[1] !== undefined,
    }));
  });
}

function targetPart({ file, target }: Import): string | undefined {
  // The version of the package is no part of the house.
  if (!target.startsWith('.') || target.endsWith('/package.json')) return undefined;
  return partOf(relative(source, join(source, file, '..', target)).replaceAll('\\', '/'));
}

const imports = importsOf();

describe('the arrows between parts', () => {
  it('reads a plausible number of imports, so that the checks below mean something', () => {
    expect(imports.length).toBeGreaterThan(150);
  });

  it('no part imports one that comes after it', () => {
    const wrong = imports.flatMap((found) => {
      const to = targetPart(found);
      if (to === undefined || to === found.part) return [];
      // The command line may open the server: `lsp`.
      if (found.part === 'doors/cli' && to === 'doors/server') return [];
      // The shell and the page agree on their messages.
      if (found.part === 'doors/extension' && (to === 'doors/webview' || to === 'doors/server')) return [];
      return mayImport[found.part]?.includes(to) ? [] : [`${found.file} imports ${found.target}`];
    });
    expect(wrong).toEqual([]);
  });

  it('a package is imported only by the parts that are made for it', () => {
    const wrong = imports
      .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
      .filter(({ part, target }) => {
        const name = target.startsWith('@')
          ? target.split('/').slice(0, 2).join('/')
          : (target.split('/')[0] ?? '');
        return !packages[name]?.includes(part);
      })
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('Node is known only to the Node host and to the doors that run on it', () => {
    const wrong = imports
      .filter(
        ({ target, file }) => target.startsWith('node:') && !/^(host\/node|doors\/(cli|server))\//.test(file),
      )
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });
});
