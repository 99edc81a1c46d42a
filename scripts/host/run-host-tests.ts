import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import type { Launch } from '../../test/host/harness/launch';
import { root } from '../paths';
import { findChromium } from './chromium';
import { ensureHost, type HostVersion, hostPackages } from './fetch-host';
import { type HostEvent, isHostEvent } from './host-events';
import { type LaunchOrder, launchOrder } from './launch-order';
import { originalStack } from './original-stack';
import { bundleHostTests } from './test-bundle';
import { extensionManifest, quietSettings } from './vscode-host';

const runNames = ['newest', 'restricted', 'floor', 'web'] as const;
type RunName = (typeof runNames)[number];

interface Run {
  readonly version: HostVersion;
  readonly trusted: boolean;
  readonly web: boolean;
  readonly title: string;
}

const runs: Readonly<Record<RunName, Run>> = {
  newest: { version: 'newest', trusted: true, web: false, title: 'newest, trusted' },
  restricted: { version: 'newest', trusted: false, web: false, title: 'newest, Restricted Mode' },
  floor: { version: 'floor', trusted: true, web: false, title: 'oldest supported, trusted' },
  web: { version: 'newest', trusted: true, web: true, title: 'newest, web host' },
};

const beginWithinMs = 90_000;
const endWithinMs = 300_000;

interface HostTestResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: { readonly name: string; readonly error: string }[];
}

interface HostTestOptions {
  /** Default: all. */
  readonly only?: readonly RunName[];
  /** Folder of the extension under test. Default: this repository. */
  readonly extensionPath?: string;
  /** Folder of the tests. Default: test/host/suite. */
  readonly suite?: string;
  readonly say?: (line: string) => void;
}

/**
 * Runs tests inside real VS Codes, one after the other, and adds up. A host that cannot be had is a failure in CI and
 * a skip elsewhere; one that does not come up gets a second try. Prints as it goes; never throws.
 */
export async function runHostTests(options: HostTestOptions = {}): Promise<HostTestResult> {
  const { only = runNames, say = console.log } = options;
  const tests = {
    extensionPath: options.extensionPath ?? root,
    suite: options.suite ?? join(root, 'test', 'host', 'suite'),
  };
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] as HostTestResult['failures'] };
  for (const name of only) {
    const result = await runOnce(name, tests, say).catch((error: unknown) => outcomeOf(name, error, say));
    sum.passed += result.passed;
    sum.failed += result.failed;
    sum.skipped += result.skipped;
    sum.failures.push(...result.failures);
  }
  return sum;
}

/** A run that could not be made at all. */
function outcomeOf(name: RunName, error: unknown, say: (line: string) => void): HostTestResult {
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof HostMissing && !inCi()) {
    say(`Skipped, VS Code (${runs[name].title}): ${text}`);
    return { passed: 0, failed: 0, skipped: 1, failures: [] };
  }
  say(`Failed, VS Code (${runs[name].title}): ${text}`);
  return failure(`[${name}] VS Code runs the tests`, text);
}

function failure(name: string, error: string): HostTestResult {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ name, error }] };
}

class HostMissing extends Error {}

function inCi(): boolean {
  return !['', 'false', undefined].includes(process.env.CI);
}

async function runOnce(
  name: RunName,
  { extensionPath, suite }: { extensionPath: string; suite: string },
  say: (line: string) => void,
): Promise<HostTestResult> {
  const run = runs[name];
  const desktop = run.version === 'newest' && !run.web ? desktopHost() : undefined;
  if (desktop === undefined) await fetchServedHost(run.version, say);
  const what = desktop ? `desktop, ${desktop.executable}` : `served, ${hostPackages[run.version].vscode}`;
  say(`VS Code (${run.title}; ${what})`);
  const out = join(extensionPath, 'dist', 'test', 'host', name);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const launch: Launch = {
    trusted: run.trusted,
    web: run.web,
    extension: (await extensionManifest(extensionPath)).id,
    ...(desktop ? {} : { host: hostPackages[run.version].vscode }),
  };
  const testsPath = join(out, 'index.js');
  await bundleHostTests(suite, launch, testsPath);
  const order: LaunchOrder = {
    kind: run.web ? 'web' : desktop ? 'desktop' : 'served',
    version: run.version,
    trusted: run.trusted,
    events: join(out, 'events.jsonl'),
    log: join(out, 'log.txt'),
    serverLog: join(out, 'server-log.txt'),
    beginWithinMs,
    endWithinMs,
    ...desktop,
  };
  let code = await launchVscode(extensionPath, testsPath, order);
  if (code === launchOrder.hostFailedCode) {
    say('The host did not come up, so no test ran. Trying once more.');
    await writeFile(order.events, '');
    code = await launchVscode(extensionPath, testsPath, order);
  }
  return resultOf(name, code, order);
}

async function fetchServedHost(version: HostVersion, say: (line: string) => void): Promise<void> {
  try {
    await ensureHost(version, say);
    await findChromium(say);
  } catch (error) {
    throw new HostMissing(error instanceof Error ? error.message : String(error));
  }
}

/** Desktop VS Code, when one is named and there is something to show it on. */
function desktopHost(
  env: NodeJS.ProcessEnv = process.env,
): Pick<Required<LaunchOrder>, 'executable' | 'display'> | undefined {
  const executable = env.VSCODE_EXECUTABLE;
  if (!executable) return undefined;
  if (process.platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY)
    return { executable, display: 'own' };
  const hasVirtual = (env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'xvfb-run')));
  return hasVirtual ? { executable, display: 'virtual' } : undefined;
}

/** Starts VS Code through the launcher and gives its exit code. */
async function launchVscode(extensionPath: string, testsPath: string, order: LaunchOrder): Promise<number> {
  const temporary = await mkdtemp(join(tmpdir(), 'aiga-run-'));
  try {
    const folder = join(temporary, 'workspace');
    await cp(join(root, 'test', 'fixtures', 'host', 'workspace'), folder, { recursive: true });
    const userData = join(temporary, 'user-data');
    await mkdir(join(userData, 'User'), { recursive: true });
    await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(quietSettings));
    return await runTests({
      vscodeExecutablePath: await writeLauncher(temporary),
      extensionDevelopmentPath: extensionPath,
      extensionTestsPath: testsPath,
      launchArgs: [
        folder,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(temporary, 'extensions')}`,
      ],
      extensionTestsEnv: launchOrder.write(order),
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The launcher as one executable, which is what the runner of the tests takes for VS Code. */
async function writeLauncher(folder: string): Promise<string> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = join(root, 'scripts', 'host', 'launch-as-vscode.ts');
  const command = `"${process.execPath}" --import "${loader}" "${program}"`;
  if (process.platform === 'win32') {
    const path = join(folder, 'launch.cmd');
    await writeFile(path, `@${command} %*\r\n`);
    return path;
  }
  const path = join(folder, 'launch');
  await writeFile(path, `#!/bin/sh\nexec ${command} "$@"\n`);
  await chmod(path, 0o755);
  return path;
}

/** Adds up the events of a run; whatever does not add up is a failure too. */
async function resultOf(name: RunName, code: number, order: LaunchOrder): Promise<HostTestResult> {
  const events = await readEvents(order.events);
  const tests = events.flatMap((event) => (event.event === 'test' ? [event] : []));
  const failed = tests.filter((test) => test.state === 'failed');
  const map = failed.length === 0 ? undefined : await sourceMapOf(order);
  const failures = failed.map((test) => {
    const { error = 'no reason was given' } = test;
    // The web host puts two lines before what it loads.
    const folder = dirname(order.log);
    const shown = map ? originalStack(error, map, folder, order.kind === 'web' ? 2 : 0) : error;
    return { name: `[${name}] ${test.name}`, error: shown };
  });
  const problem = problemOf(code, events, failures.length);
  if (problem !== undefined) {
    const error = `${problem}\nEnd of ${order.log}:\n${await endOf(order.log)}`;
    failures.push({ name: `[${name}] VS Code runs the tests`, error });
  }
  return {
    passed: tests.filter((test) => test.state === 'passed').length,
    failed: failures.length,
    skipped: tests.filter((test) => test.state === 'skipped').length,
    failures,
  };
}

async function sourceMapOf(order: LaunchOrder): Promise<SourceMapPayload> {
  return JSON.parse(await readFile(join(dirname(order.log), 'index.js.map'), 'utf8')) as SourceMapPayload;
}

/** What a host without compiled modules, without a network and without an account says anyway. */
const usual =
  /spdlog|native-watchdog|sqlite3|open-vsx|\[Agent|No signed-in session|Could not locate the bindings|^\s*at .*node:internal/;

/** The last lines of a log, without the usual ones and without repetitions. */
async function endOf(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !usual.test(line));
  return [...new Set(lines)].slice(-30).join('\n');
}

function problemOf(code: number, events: readonly HostEvent[], failed: number): string | undefined {
  if (code === launchOrder.hostFailedCode) return 'The host did not come up, twice.';
  const count = events.filter(({ event }) => event === 'test').length;
  const end = events.find((event) => event.event === 'end');
  if (end === undefined) {
    const last = events.findLast((event) => event.event === 'start');
    return `The tests ended before their end${last ? `, in "${last.name}"` : ''}.`;
  }
  if (end.count !== count) return `${end.count} tests ran, but ${count} were told.`;
  if (count === 0) return 'No test ran.';
  if (code !== 0 && failed === 0) return `No test failed, but VS Code ended with exit code ${code}.`;
  return undefined;
}

async function readEvents(path: string): Promise<HostEvent[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const value: unknown = line === '' ? undefined : JSON.parse(line);
    return isHostEvent(value) ? [value] : [];
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const asked = values.only ?? [...runNames];
  const only = runNames.filter((name) => asked.includes(name));
  if (only.length !== new Set(asked).size) {
    console.error(`--only takes ${runNames.join(', ')}; got ${asked.join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const { passed, failed, skipped, failures } = await runHostTests({ only });
  for (const { name, error } of failures) console.log(`\nFAILED ${name}\n${error}`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 || (inCi() && skipped > 0) ? 1 : 0;
}

if (argv[1] !== undefined && pathToFileURL(argv[1]).href === import.meta.url) void main();
