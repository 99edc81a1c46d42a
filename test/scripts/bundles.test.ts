import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/paths';

/** What is loaded, and when: the budgets of the package, read off the built files. */

const built = (name: string) => join(root, 'dist', name);
const kilobytes = (name: string) => statSync(built(name)).size / 1000;
const gzipped = (name: string) => gzipSync(readFileSync(built(name))).length / 1000;

describe('the built files', () => {
  it('wake VS Code with an entry that holds no language client, zod or yaml', () => {
    const entry = readFileSync(built('extension.js'), 'utf8');
    expect(kilobytes('extension.js')).toBeLessThan(20);
    for (const heavy of ['LanguageClient', 'ZodError', 'YAMLParseError']) expect(entry).not.toContain(heavy);
    expect(entry).toContain('require("./client")');
  });

  it.each([
    ['client.js', 500],
    ['server.js', 900],
    ['server-worker.js', 900],
  ])('%s stays under %i kB', (name, most) => {
    expect(kilobytes(name)).toBeLessThan(most);
  });

  it.each([
    ['page/report.js', 250],
    ['catalog.json', 400],
  ])('%s stays under %i kB gzipped', (name, most) => {
    expect(gzipped(name)).toBeLessThan(most);
  });

  it('reach for nothing outside: no address is fetched by the core, the server or the page', () => {
    for (const name of ['server.js', 'server-worker.js', 'page/report.js', 'client.js']) {
      expect(readFileSync(built(name), 'utf8')).not.toMatch(
        /\bfetch\(["'`]https?:|new WebSocket\(|XMLHttpRequest\(/,
      );
    }
  });
});
