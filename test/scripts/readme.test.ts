import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/paths';

/** The README shows what the program really says. */

const readme = readFileSync(join(root, 'README.md'), 'utf8');

function blockAfter(text: string, opening: string): string {
  const start = text.indexOf(opening);
  if (start < 0) throw new Error(`The README has no ${JSON.stringify(opening)}.`);
  return text.slice(start + opening.length, text.indexOf('\n```', start));
}

it('the advice in the README is the advice on its manifest', () => {
  const manifest = blockAfter(readme, '```yaml\n');
  const shown = blockAfter(readme, '$ ai-governance check --as-of 2026-11-24\n');
  const folder = mkdtempSync(join(tmpdir(), 'ai-governance-readme-'));
  try {
    writeFileSync(join(folder, 'ai-usage.yaml'), `${manifest}\n`);
    const args = [join(root, 'dist', 'cli.js'), 'check', '--as-of', '2026-11-24'];
    const env = { ...process.env, NO_COLOR: '1', COLUMNS: '100' };
    const printed = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env });
    expect(printed.trimEnd()).toBe(shown);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
