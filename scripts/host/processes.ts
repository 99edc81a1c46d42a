import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';

export interface Started {
  readonly child: ChildProcess;
  /** Ends the process and all that it started. Done when it is gone. Safe to call twice. */
  stop(): Promise<void>;
}

const patienceMs = 5_000;
const running = new Set<ChildProcess>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Starts a process that never outlives us: it, and all that it starts, end when we stop it, exit, or are
 * interrupted. Its output comes through `child.stdout` and `child.stderr`.
 */
export function startProcess(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv },
): Started {
  const windows = process.platform === 'win32';
  const child = spawn(command, [...args], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: so one signal reaches the children of the child too.
    detached: !windows,
    windowsHide: true,
  });
  if (running.size === 0) listen();
  running.add(child);
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  }).then(() => {
    running.delete(child);
    if (running.size === 0) unlisten();
  });
  return {
    child,
    async stop() {
      end(child, 'SIGTERM');
      const hard = setTimeout(() => end(child, 'SIGKILL'), patienceMs);
      await gone;
      clearTimeout(hard);
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

function endAll(): void {
  for (const child of running) end(child, 'SIGKILL');
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

/**
 * The environment for a program that must not inherit our settings: no proxies, no debugger or loader options, no
 * Electron or npm variables, nothing of an editor we may run in. Variables of our own (`AI_GOVERNANCE_…`) go through.
 */
export function plainEnvironment(
  extra: NodeJS.ProcessEnv = {},
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const kept =
    /^(PATH|PATHEXT|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|SYSTEMDRIVE|COMSPEC|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMFILES(\(X86\))?|PROGRAMDATA|AI_GOVERNANCE_\w+)$/i;
  return { ...Object.fromEntries(Object.entries(env).filter(([key]) => kept.test(key))), ...extra };
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
