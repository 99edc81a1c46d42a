import { spawn } from 'node:child_process';
import { access, constants, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Say } from './cache';
import { announce, cached, sayOnStderr } from './cache';
import { installPackage } from './npm-install';
import { plainEnvironment } from './processes';

const browser = { version: '153.0.0', megabytes: 212 };

export interface Chromium {
  readonly executablePath: string;
  readonly args: string[];
  /** The environment to run it in: its own libraries and fonts where the system lacks them. */
  readonly env: Record<string, string>;
}

const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/**
 * A Chromium to drive: the one `CHROMIUM_PATH` names, else one installed where Chromium, Chrome or Edge usually is, else
 * one from the npm registry, kept in the cache (Linux x64). `AI_GOVERNANCE_BROWSER=package` takes the last at once.
 * Throws, with what to do, when there is none.
 */
export async function findChromium(
  say: Say = sayOnStderr,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Chromium> {
  if (env.AI_GOVERNANCE_BROWSER !== 'package') {
    const named = env.CHROMIUM_PATH;
    if (named) {
      if (await isExecutable(named)) return { executablePath: named, args, env: plain({}) };
      throw new Error(
        `CHROMIUM_PATH is ${named}, which is no program that can be run. Correct it, or unset it.`,
      );
    }
    for (const path of usualPlaces(env)) {
      if (await isExecutable(path)) return { executablePath: path, args, env: plain({}) };
    }
  }
  return fromPackage(say);
}

async function fromPackage(say: Say): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium, Chrome or Edge was found. Install one, or name one in CHROMIUM_PATH, and run the command again.',
    );
  }
  const name = `chromium-${browser.version}`;
  const folder = await cached(
    name,
    async (temporary) => {
      announce({ what: `Chromium ${browser.version}`, megabytes: browser.megabytes }, say);
      await installPackage(temporary, `@sparticuz/chromium@${browser.version}`, say);
      say(`  unpacking Chromium ${browser.version}`);
      await unpack(temporary);
      await rm(join(temporary, 'node_modules'), { recursive: true });
      await writeFile(join(temporary, 'fonts', 'fonts.conf'), fontSettings);
    },
    say,
  );
  const executablePath = join(folder, 'chromium');
  const env = plain({ FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') });
  if (await runs(executablePath, env)) return { executablePath, args, env };
  // A bare system lacks some libraries; the package carries them.
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  if (await runs(executablePath, withLibraries)) return { executablePath, args, env: withLibraries };
  throw new Error(
    `${executablePath} does not run on this system. Install Chromium or Chrome, or name one in CHROMIUM_PATH.`,
  );
}

/** The system's fonts if there are any, and the package's beside them. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function runs(path: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  return (await run(path, ['--version'], env)).code === 0;
}

/** Runs the package's own unpacking, which writes to the folder for temporary files. */
async function unpack(folder: string): Promise<void> {
  const entry = join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js');
  const program = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((m) => m.default.executablePath())`;
  // This variable makes the package unpack the libraries too that a bare system lacks.
  const env = plainEnvironment({ TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
  const { code, errors } = await run(process.execPath, ['--eval', program], env);
  if (code !== 0) throw new Error(`Chromium ${browser.version} could not be unpacked:\n${errors.trim()}`);
}

async function run(
  command: string,
  words: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; errors: string }> {
  const child = spawn(command, words, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, errors };
}

function plain(extra: Record<string, string>): Record<string, string> {
  const entries = Object.entries(plainEnvironment(extra));
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['', homedir()].flatMap((root) =>
      apps.map((app) => join(`${root}/Applications`, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    const programs = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return roots.flatMap((root) => (root ? programs.map((program) => join(root, ...program)) : []));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => [...new Set(folders)].map((folder) => join(folder, name)));
}
