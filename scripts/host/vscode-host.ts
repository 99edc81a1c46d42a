import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Say } from './cache';
import { ensureHost, type HostVersion, hostPackages } from './fetch-host';
import { plainEnvironment, startProcess } from './processes';

export interface HostOptions {
  readonly version: HostVersion;
  /** A trusted folder, or one in Restricted Mode. */
  readonly trusted: boolean;
  readonly folder: string;
  /** The folder of each extension to load from source. */
  readonly extensionPath?: string | readonly string[];
  /** The module whose `run()` the extension host calls. */
  readonly testsPath?: string;
  /** A file to show at once. */
  readonly openFile?: string;
  /** Else a free one. */
  readonly port?: number;
  /** Lets a page run tests and tell how they went; dialogs then answer themselves. Default: when there is a `testsPath`. */
  readonly smokeTest?: boolean;
  readonly say?: Say;
}

export interface Host {
  /** Address of the workbench with the folder and the extension. */
  readonly url: string;
  readonly origin: string;
  /** Folder of the VS Code server, and the commit it was built from (part of its addresses). */
  readonly serverFolder: string;
  readonly commit: string;
  /** What the server printed so far. */
  readonly log: () => string;
  /** Done when the server ends, by itself or not. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

const upWithinMs = 60_000;

/**
 * Starts VS Code as a server on 127.0.0.1 with data folders of its own, which are removed when it stops. It ends with
 * us, however we end. Throws, with what the server printed, when it is not up within a minute.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { extensionPath = [], testsPath, smokeTest = testsPath !== undefined } = options;
  const { folder: serverFolder, node } = await ensureHost(options.version, options.say);
  const port = options.port ?? (await freePort());
  const data = await mkdtemp(join(tmpdir(), 'aiga-host-'));
  await writeSettings(data);
  const extensions = typeof extensionPath === 'string' ? [extensionPath] : extensionPath;
  // The page takes an extension by its address for tests only; else it is installed, by a link to its folder.
  await installByLink(testsPath === undefined ? extensions : [], join(data, 'extensions'));
  const args = [
    'out/server-main.js',
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', join(data, 'server')],
    ...['--extensions-dir', join(data, 'extensions')],
    ...(options.trusted ? ['--disable-workspace-trust'] : []),
    ...(smokeTest ? ['--enable-smoke-test-driver'] : []),
  ];
  const env = await environment(data);
  const { child, output, ended, stop } = startProcess(node, args, { cwd: serverFolder, env, folder: data });
  const up = new Promise<boolean>((done) => {
    child.stdout?.on('data', () => {
      if (output().includes('Web UI available')) done(true);
    });
    void ended.then(() => done(false));
    setTimeout(() => done(false), upWithinMs).unref();
  });
  if (!(await up)) {
    await stop();
    throw new Error(
      `VS Code ${hostPackages[options.version].vscode} did not come up. It said:\n${output().trim()}`,
    );
  }
  const origin = `http://127.0.0.1:${port}`;
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const url = workbenchAddress(origin, options.folder, [
    ...(testsPath === undefined
      ? []
      : extensions.map((path) => ['extensionDevelopmentPath', remote(path)] as const)),
    ...(testsPath === undefined ? [] : [['extensionTestsPath', remote(testsPath)] as const]),
    ...(options.openFile === undefined ? [] : [['openFile', remote(options.openFile)] as const]),
  ]);
  return { url, origin, serverFolder, commit: await commitOf(serverFolder), log: output, ended, stop };
}

/** Address of the workbench at `origin` with a folder open, and what more the page is told. */
export function workbenchAddress(
  origin: string,
  folder: string,
  told: readonly (readonly [name: string, value: string])[],
): string {
  const payload = JSON.stringify([...told, ['skipWelcome', 'true']]);
  const query = new URLSearchParams({ folder: decodeURIComponent(pathToFileURL(folder).pathname), payload });
  return `${origin}/?${query.toString()}`;
}

/** Settings that keep a fresh window still: what would ask, greet, or look for news on the network. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

async function writeSettings(data: string): Promise<void> {
  const text = JSON.stringify(quietSettings, undefined, 2);
  for (const scope of ['User', 'Machine']) {
    const folder = join(data, 'server', 'data', scope);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'settings.json'), text);
  }
}

/** Sockets go to the data folder, so that none stay behind; elsewhere than on Linux their paths would be too long. */
async function environment(data: string): Promise<NodeJS.ProcessEnv> {
  if (process.platform !== 'linux') return plainEnvironment();
  const temporary = join(data, 'tmp');
  await mkdir(temporary);
  return plainEnvironment({ TMPDIR: temporary });
}

async function installByLink(extensionPaths: readonly string[], folder: string): Promise<void> {
  await mkdir(folder);
  for (const path of extensionPaths) {
    const { id, version } = await extensionManifest(path);
    await symlink(resolve(path), join(folder, `${id}-${version}`), 'junction');
  }
}

/** Who an extension is, by its package.json. Throws when that declares none. */
export async function extensionManifest(path: string): Promise<{ id: string; version: string }> {
  const { publisher, name, version } = await jsonFields(join(path, 'package.json'));
  if (typeof publisher === 'string' && typeof name === 'string' && typeof version === 'string') {
    return { id: `${publisher}.${name}`, version };
  }
  throw new Error(
    `${join(path, 'package.json')} declares no extension: it needs "publisher", "name" and "version".`,
  );
}

async function commitOf(serverFolder: string): Promise<string> {
  const file = join(serverFolder, 'product.json');
  const { commit } = await jsonFields(file);
  if (typeof commit === 'string') return commit;
  throw new Error(`${file} names no commit. Remove the folder of this VS Code and try again.`);
}

async function jsonFields(file: string): Promise<Record<string, unknown>> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) done(address.port);
        else fail(new Error('The system gave no free port on 127.0.0.1.'));
      });
    });
  });
}
