import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/paths';

/** The list of entries to be read again, as `npm run catalog:stale` prints it. */

function stale(...args: string[]): Promise<{ code: number; lines: string[]; err: string }> {
  const script = join(root, 'scripts', 'catalog-stale.ts');
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [tsx, script, ...args], { cwd: root }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, lines: out.trimEnd().split('\n'), err }),
    );
  });
}

describe('the list', () => {
  it('has what is overdue on that day, the longest overdue first, and a count', async () => {
    const { code, lines } = await stale('--as-of', '2040-01-01');
    expect(code).toBe(0);
    const [count, ...entries] = lines.toReversed();
    expect(count).toMatch(
      new RegExp(`^${entries.length} of ${entries.length} entries overdue on 2040-01-01$`),
    );
    const law = entries.find((line) => line.startsWith('regimes/eu-ai-act:'));
    expect(law).toMatch(/last read \d{4}-\d\d-\d\d, every \d+ months?, overdue since \d{4}-\d\d-\d\d$/);
    const days = entries.map((line) => /overdue since (.*)$/.exec(line)?.[1] ?? '').toReversed();
    expect(days).toEqual(days.toSorted());
  });

  it('fails only where it is asked to, and something is overdue', async () => {
    expect((await stale('--as-of', '2040-01-01', '--fail')).code).toBe(1);
    // Long before anything was read, only what never was is overdue.
    const { code, lines } = await stale('--as-of', '2000-01-01', '--fail');
    const never = lines.slice(0, -1);
    expect(never.filter((line) => !line.includes(': never read, '))).toEqual([]);
    expect(lines.at(-1)).toMatch(new RegExp(`^${never.length} of \\d+ entries overdue on 2000-01-01$`));
    expect(code).toBe(never.length > 0 ? 1 : 0);
  });

  it.each([
    [['--as-of', '2026-02-30'], /no day of the calendar/],
    [['--as-of'], /as-of/],
    [['--bogus'], /--bogus/],
    [['2026-11-24'], /2026-11-24/],
  ])('%j is told how to use it, with 2', async (args, words) => {
    const { code, lines, err } = await stale(...args);
    expect({ code, lines }).toEqual({ code: 2, lines: [''] });
    expect(err).toMatch(words);
    expect(err).toContain('Usage: npm run catalog:stale');
  });
});
