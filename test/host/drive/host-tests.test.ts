import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHostTests } from '../../../scripts/host/run-host-tests';
import { root } from '../../../scripts/paths';

const fixtures = join(root, 'test', 'fixtures', 'host');
const options = { extensionPath: join(fixtures, 'probe-extension'), say: () => undefined };

describe('tests that run inside VS Code', () => {
  it('are counted as they end, and a failure says where it is in the source', async () => {
    const suite = join(fixtures, 'suite-outcomes');
    const { failures, ...counts } = await runHostTests({ ...options, suite, only: ['newest', 'web'] });
    expect(counts).toEqual({ passed: 2, failed: 2, skipped: 2 });
    expect(failures.map(({ name }) => name)).toEqual([
      '[newest] a suite with every outcome fails',
      '[web] a suite with every outcome fails',
    ]);
    for (const { error } of failures) {
      expect(error).toContain('100 % on purpose: "quotes", {braces} and\na second line');
      expect(error).toMatch(/suite-outcomes[\\/]outcomes\.ts:9:\d+/);
    }
  });

  it('are a failure when they cannot be loaded', async () => {
    const suite = join(fixtures, 'suite-broken');
    const { failures, ...counts } = await runHostTests({ ...options, suite, only: ['newest'] });
    expect(counts).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(failures[0]?.error).toContain('broken on purpose');
  });
});
