import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runHostTests } from '../../../scripts/host/run-host-tests';
import { root } from '../../../scripts/paths';

const fixtures = join(root, 'test', 'fixtures', 'host');
const options = {
  extensionPath: join(fixtures, 'probe-extension'),
  suite: join(fixtures, 'suite-outcomes'),
  say: () => undefined,
};

afterEach(() => vi.unstubAllEnvs());

describe('the tests in a desktop VS Code', () => {
  it('run trusted or in Restricted Mode, as asked', async () => {
    vi.stubEnv('VSCODE_EXECUTABLE', join(fixtures, 'programs', 'desktop-vscode.sh'));
    vi.stubEnv('DISPLAY', ':0');
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const result = await runHostTests({ ...options, only: ['newest', 'restricted'], say });
    expect(result).toEqual({ passed: 2, failed: 0, skipped: 0, failures: [] });
    expect(said.join('\n')).toContain('desktop');
  });

  it('are a failure when the program cannot be started, after a second try', async () => {
    vi.stubEnv('VSCODE_EXECUTABLE', join(fixtures, 'programs', 'no-such-program'));
    vi.stubEnv('DISPLAY', ':0');
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const result = await runHostTests({ ...options, only: ['newest'], say });
    expect(result).toMatchObject({ passed: 0, failed: 1 });
    expect(result.failures[0]?.error).toContain('did not come up, twice');
    expect(said.filter((line) => line.includes('once more'))).toHaveLength(1);
  });
});

describe('a host that cannot be fetched', () => {
  it.each([
    ['true', { passed: 0, failed: 1, skipped: 0 }],
    ['', { passed: 0, failed: 0, skipped: 1 }],
  ])('with CI=%s gives %j', async (ci, counts) => {
    const cache = await mkdtemp(join(tmpdir(), 'aiga-no-network-'));
    vi.stubEnv('AI_GOVERNANCE_CACHE', cache);
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
    vi.stubEnv('npm_config_fetch_retries', '0');
    vi.stubEnv('VSCODE_EXECUTABLE', '');
    vi.stubEnv('CI', ci);
    const result = await runHostTests({ ...options, only: ['floor'] });
    expect(result).toMatchObject(counts);
    await rm(cache, { recursive: true, force: true });
  });
});
