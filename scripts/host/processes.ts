import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

export interface Started {
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** Done when it has ended, by itself or not. */
  readonly ended: Promise<void>;
  /** Ends the process and all that it started, and removes its folder. Done when both are gone. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

const patienceMs = 5_000;
const running = new Map<ChildProcess, { folder: string | undefined }>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Starts a process that never outlives us: it, and all that it starts, end when we stop it, exit, or are interrupted.
 * `folder` is what it keeps its data in; it is removed with it.
 */
export function startProcess(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv; folder?: string },
): Started {
  const windows = process.platform === 'win32';
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: so one signal reaches the children of the child too.
    detached: !windows,
    windowsHide: true,
  });
  let output = '';
  const listener = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', listener);
  child.stderr.on('data', listener);
  if (running.size === 0) listen();
  running.set(child, { folder: options.folder });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
  const forget = (): void => {
    if (running.delete(child) && running.size === 0) unlisten();
  };
  return {
    child,
    output: () => output,
    ended,
    stop: async () => {
      end(child, 'SIGTERM');
      const hard = setTimeout(() => end(child, 'SIGKILL'), patienceMs);
      await ended;
      clearTimeout(hard);
      if (options.folder !== undefined) remove(options.folder);
      forget();
    },
  };
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function endAll(): void {
  for (const [child, { folder }] of running) {
    end(child, 'SIGKILL');
    if (folder !== undefined) remove(folder);
  }
  running.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  endAll();
  unlisten();
  // Without our listener the signal does what it does by default, unless someone else handles it.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function listen(): void {
  process.on('exit', endAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function unlisten(): void {
  process.off('exit', endAll);
  for (const signal of signals) process.off(signal, onSignal);
}

const kept = new RegExp(
  [
    '^(PATH|PATHEXT|HOME|USER|LOGNAME|SHELL|LANG|LC_\\w+|TZ|TMPDIR|TEMP|TMP|XDG_CACHE_HOME',
    'SYSTEMROOT|WINDIR|SYSTEMDRIVE|COMSPEC|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMFILES(\\(X86\\))?|PROGRAMDATA',
    'AI_GOVERNANCE_\\w+)$',
  ].join('|'),
  'i',
);

/**
 * The environment for a program that must not inherit our settings: no proxies, no debugger or loader options, no
 * Electron or npm variables, nothing of an editor we may run in. Variables of our own (`AI_GOVERNANCE_…`) go through.
 */
export function plainEnvironment(
  extra: NodeJS.ProcessEnv = {},
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name))), ...extra };
}

/** Whether a process of this machine with that id runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
