import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { cacheFolder } from './host/cache';
import { hostPackages, missingForHost } from './host/fetch-host';
import { serveProject } from './host/serve-project';
import { planStart } from './host/start-plan';
import { root } from './paths';

/**
 * `npm start [-- path/to/project] [-- --print]`: builds, prints the advice for a project, then opens VS Code with the
 * extension on it: the one on the PATH, else the real workbench served to a browser. With `--print`, without a terminal
 * and in CI it says what it would open, and ends. Exit codes: 0, 2 for a wrong use, else that of the step that failed.
 */
async function main(args: readonly string[]): Promise<number> {
  const plan = planStart({
    args,
    from: process.env.INIT_CWD ?? process.cwd(),
    sample: join(root, 'test', 'projects', 'cv-ranker'),
    interactive: process.stdout.isTTY && ['', 'false', undefined].includes(process.env.CI),
    code: findCode(process.env),
    repository: root,
    kindOf,
    resolve,
  });
  if (plan.do === 'refuse') {
    console.error(plan.why);
    return 2;
  }
  const built = await build();
  if (built !== 0) return built;
  const cli = [join(root, 'dist', 'cli.js'), 'check', plan.project, '--format', 'text', '--fail-on', 'never'];
  const advised = await run(process.execPath, cli);
  if (advised !== 0) return advised;
  if (plan.with !== 'served') {
    const line = [plan.with.command, ...plan.with.args].join(' ');
    console.log(`\n${plan.open ? 'Opening' : 'Would open'} VS Code: ${line}`);
    return plan.open ? run(plan.with.command, plan.with.args) : 0;
  }
  console.log(`\n${await describeServed(plan.open)}`);
  if (!plan.open) return 0;
  return serveProject({ project: plan.project, extensionPath: root, say: console.log }, interruption());
}

async function describeServed(open: boolean): Promise<string> {
  const missing = await missingForHost('newest');
  const megabytes = missing.reduce((sum, part) => sum + part.megabytes, 0);
  const what = missing.map((part) => part.what).join(' and ');
  const fetched =
    missing.length === 0
      ? ''
      : `\n${open ? 'First fetching' : 'It would first fetch'} ${what} from the npm registry: about ${megabytes} MB, kept in ${cacheFolder()}`;
  const served = `VS Code ${hostPackages.newest.vscode}, served to a browser on 127.0.0.1 (there is no "code" on the PATH)`;
  return `${open ? 'Opening' : 'Would open'} ${served}${fetched}`;
}

/** Builds without a word when all is well. */
async function build(): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'build.ts')], {
    cwd: root,
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await ending(child);
  if (code !== 0) process.stderr.write(Buffer.concat(said));
  return code;
}

/** Ctrl-C, or being asked to end by the system. */
function interruption(): Promise<void> {
  return new Promise((done) => {
    // Kept, so that the signal does not end us before the server is gone.
    process.on('SIGINT', () => done());
    process.on('SIGTERM', () => done());
  });
}

/** Runs a program with its output passed on. */
function run(command: string, args: readonly string[]): Promise<number> {
  const shell = process.platform === 'win32' && command.endsWith('.cmd');
  return ending(spawn(command, args, { cwd: root, stdio: 'inherit', shell }));
}

function ending(child: ChildProcess): Promise<number> {
  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(`${child.spawnfile} could not be started: ${error.message}`);
      done(1);
    });
    child.once('close', (code) => done(code ?? 1));
  });
}

function findCode(env: NodeJS.ProcessEnv): string | undefined {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const places = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((path) => kindOf(path) === 'file');
}

function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  return found.isDirectory() ? 'folder' : 'file';
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
