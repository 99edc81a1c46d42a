import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isRunning, plainEnvironment } from '../../../scripts/host/processes';
import { root } from '../../../scripts/paths';

describe('a started process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with its own children and its folder when we get %s',
    async (signal) => {
      const folder = await mkdtemp(join(tmpdir(), 'aiga-process-test-'));
      const program = join(root, 'test', 'fixtures', 'host', 'programs', 'hold.ts');
      const holder = spawn(process.execPath, ['--import', 'tsx', program, folder], { cwd: root });
      const said = await new Promise<string>((done) =>
        holder.stdout.once('data', (chunk: Buffer) => done(chunk.toString())),
      );
      const pids = said.trim().split(' ').map(Number);
      expect(pids.filter(isRunning)).toHaveLength(2);
      const ended = new Promise((done) => holder.once('close', (_code, by) => done(by)));
      holder.kill(signal);
      expect(await ended).toBe(signal);
      await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), 5_000);
      expect(existsSync(folder)).toBe(false);
    },
  );
});

describe('the environment of a started program', () => {
  it('has neither proxies nor what an editor, a debugger or npm sets', () => {
    const env = {
      PATH: '/bin',
      HTTPS_PROXY: 'http://proxy',
      NO_PROXY: 'x',
      NODE_OPTIONS: '--inspect',
      ELECTRON_RUN_AS_NODE: '1',
      VSCODE_IPC_HOOK_CLI: 'x',
      npm_config_registry: 'x',
      AI_GOVERNANCE_CACHE: '/cache',
    };
    expect(plainEnvironment({ MORE: 'yes' }, env)).toEqual({
      PATH: '/bin',
      AI_GOVERNANCE_CACHE: '/cache',
      MORE: 'yes',
    });
  });
});
