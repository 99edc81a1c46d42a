import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Say } from './cache';
import { sayOnStderr } from './cache';

const tellEveryMs = 5_000;

/**
 * Installs one package of an exact version from the npm registry into an empty folder; no script of it runs.
 * Throws with npm's own words when it cannot.
 */
export async function installPackage(
  folder: string,
  packageAtVersion: string,
  say: Say = sayOnStderr,
): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(folder, ['install', packageAtVersion, '--save-exact'], packageAtVersion, say);
}

/** Installs what the package.json in `folder` asks for at run time; no script of it runs. */
export async function installDependencies(
  folder: string,
  name: string,
  say: Say = sayOnStderr,
): Promise<void> {
  await npm(folder, ['install'], name, say);
}

async function npm(cwd: string, args: string[], name: string, say: Say): Promise<void> {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--omit=dev', '--loglevel=error'];
  // The host's packages name the Node that runs them, not the one that installs them.
  const all = [...args, ...flags, '--engine-strict=false'];
  const npmScript = process.env.npm_execpath;
  const [command, ...before] = npmScript?.endsWith('.js') ? [process.execPath, npmScript] : ['npm'];
  const child = spawn(command, [...before, ...all], {
    cwd,
    env: outsideOfScripts(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const started = Date.now();
  const ticker = setInterval(() => {
    say(`  still fetching ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
  }, tellEveryMs);
  const stop = (): void => {
    child.kill();
  };
  process.once('exit', stop);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) {
      throw new Error(
        `npm could not install ${name} (exit code ${String(code)}). It said:\n${output.trim()}\n` +
          'Check that the npm registry can be reached, then run the command again.',
      );
    }
  } finally {
    clearInterval(ticker);
    process.off('exit', stop);
  }
}

/** The environment without what an outer `npm run` says of its own project; registry and proxy settings stay. */
function outsideOfScripts(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign =
    /^(npm_(package|lifecycle)_|npm_config_(local_prefix|prefix|workspaces?|omit|include|global)$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(env).filter(([key]) => !foreign.test(key)));
}
