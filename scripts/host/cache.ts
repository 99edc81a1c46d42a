import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './processes';

/** One line of progress for the person who waits. */
export type Say = (line: string) => void;

export const sayOnStderr: Say = (line) => {
  process.stderr.write(`${line}\n`);
};

const marker = '.whole';
const heartbeatMs = 2_000;
const silentMs = 15_000;

/**
 * The folder that holds what tests and `npm start` fetch: outside the tree, shared by all checkouts.
 * `AI_GOVERNANCE_CACHE` names it; else it is the place where the system keeps caches.
 */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.AI_GOVERNANCE_CACHE) return env.AI_GOVERNANCE_CACHE;
  const home = homedir();
  const base =
    platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'))
      : env.XDG_CACHE_HOME || join(home, '.cache');
  return join(base, 'ai-governance-advisor');
}

/** Where the part `name` is, or would be, in the cache. */
function cachedPath(name: string): string {
  return join(cacheFolder(), name);
}

/** Says, before a part is fetched, what it is and how much room it takes. */
export function announce({ what, megabytes }: { what: string; megabytes: number }, say: Say): void {
  say(`Fetching ${what} from the npm registry, once: about ${megabytes} MB on disk in ${cacheFolder()}`);
}

/** Whether the part `name` is there, and whole. */
export async function isCached(name: string): Promise<boolean> {
  return exists(join(cachedPath(name), marker));
}

/**
 * Gives the folder of the part `name`, filling it first if it is not there. `fill` gets an empty folder beside the
 * final one, which is renamed when it is whole: a kill at any time leaves nothing half-made, and the next call starts
 * afresh. Of two processes one fills, the other waits; if both fill, the first to rename wins and both get its folder.
 */
export async function cached(
  name: string,
  fill: (folder: string) => Promise<void>,
  say: Say = sayOnStderr,
): Promise<string> {
  const final = cachedPath(name);
  if (await isCached(name)) return final;
  await mkdir(cacheFolder(), { recursive: true });
  const release = await lock(name, say);
  const temporary = `${final}.filling-${process.pid}-${Date.now().toString(36)}`;
  try {
    if (await isCached(name)) return final;
    await sweep(name);
    await mkdir(temporary);
    await fill(temporary);
    await writeFile(join(temporary, marker), `${new Date().toISOString()}\n`);
    try {
      await rename(temporary, final);
    } catch (error) {
      if (!(await isCached(name))) throw error;
    }
    return final;
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await release();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Removes what a killed process left behind, and a final folder that lacks its marker. Called with the lock held. */
async function sweep(name: string): Promise<void> {
  const filling = `${name}.filling-`;
  for (const entry of await readdir(cacheFolder())) {
    const abandoned =
      entry.startsWith(filling) && !isRunning(Number.parseInt(entry.slice(filling.length), 10));
    if (entry === name || abandoned) await rm(cachedPath(entry), { recursive: true, force: true });
  }
}

/** Takes the lock of the part, waiting while its holder lives. Gives what releases it. */
async function lock(name: string, say: Say): Promise<() => Promise<void>> {
  const path = `${cachedPath(name)}.lock`;
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  let told = false;
  for (;;) {
    try {
      await writeFile(path, mine, { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (await isAbandoned(path)) {
      await rm(path, { force: true });
      continue;
    }
    if (!told) say(`Another process is fetching ${name}; waiting for it.`);
    told = true;
    await sleep(200);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, heartbeatMs);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    await rm(path, { force: true });
  };
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    if (Date.now() - mtimeMs > silentMs) return true;
    const holder: unknown = text === '' ? undefined : JSON.parse(text);
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('host' in holder))
      return false;
    return holder.host === hostname() && typeof holder.pid === 'number' && !isRunning(holder.pid);
  } catch {
    // The holder released it while we looked.
    return false;
  }
}
