import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cached, cacheFolder, isCached } from '../../../scripts/host/cache';
import { root } from '../../../scripts/paths';

let cache = '';
let journal = '';
const silent = (): void => undefined;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aiga-cache-test-'));
  cache = join(folder, 'cache');
  journal = join(folder, 'journal.txt');
  await writeFile(journal, '');
  vi.stubEnv('AI_GOVERNANCE_CACHE', cache);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(join(cache, '..'), { recursive: true, force: true });
});

function fillInProcess(milliseconds: number): ChildProcess {
  const program = join(root, 'test', 'fixtures', 'host', 'programs', 'fill.ts');
  return spawn(process.execPath, ['--import', 'tsx', program, journal, String(milliseconds)], { cwd: root });
}

const ended = (child: ChildProcess) => new Promise((done) => child.once('close', done));
const journalLines = async (start: string) =>
  (await readFile(journal, 'utf8')).split('\n').filter((line) => line.startsWith(start));

describe('the cache', () => {
  it('fills a part once, and then finds it', async () => {
    let fills = 0;
    const fill = async (folder: string): Promise<void> => {
      fills += 1;
      await writeFile(join(folder, 'content'), 'whole');
    };
    const folder = await cached('part', fill, silent);
    expect(await cached('part', fill, silent)).toBe(folder);
    expect(await readFile(join(folder, 'content'), 'utf8')).toBe('whole');
    expect(fills).toBe(1);
  });

  it('keeps nothing of a fill that failed, and fills afresh', async () => {
    const broken = async (folder: string): Promise<void> => {
      await writeFile(join(folder, 'content'), 'half');
      throw new Error('no network');
    };
    await expect(cached('part', broken, silent)).rejects.toThrow('no network');
    expect(await readdir(cache)).toEqual([]);
    const folder = await cached('part', (path) => writeFile(join(path, 'other'), ''), silent);
    expect(existsSync(join(folder, 'content'))).toBe(false);
  });

  it('takes nothing for whole that a killed process left, and clears it away', async () => {
    const first = fillInProcess(60_000);
    await vi.waitFor(async () => expect(await journalLines('filling')).toHaveLength(1), 20_000);
    first.kill('SIGKILL');
    await ended(first);
    expect(await isCached('slow')).toBe(false);
    expect(await readdir(cache)).not.toEqual([]);
    await ended(fillInProcess(0));
    expect(await isCached('slow')).toBe(true);
    expect(await readdir(cache)).toEqual(['slow']);
    expect(await readFile(join(cache, 'slow', 'rest'), 'utf8')).toBe('second');
  });

  it('lets one of two processes fill and gives both the same folder', async () => {
    await Promise.all([ended(fillInProcess(1_500)), ended(fillInProcess(1_500))]);
    expect(await journalLines('filling')).toHaveLength(1);
    expect(await journalLines('got')).toEqual([`got ${join(cache, 'slow')}`, `got ${join(cache, 'slow')}`]);
  });
});

describe('the folder of the cache', () => {
  it('is the one that is named', () => {
    expect(cacheFolder({ AI_GOVERNANCE_CACHE: '/named', XDG_CACHE_HOME: '/xdg' }, 'linux')).toBe('/named');
  });

  it('is else where the system keeps caches', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' }, 'linux')).toBe(join('/xdg', 'ai-governance-advisor'));
    expect(cacheFolder({}, 'linux')).toMatch(/[\\/]\.cache[\\/]ai-governance-advisor$/);
    expect(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'ai-governance-advisor'));
  });
});
