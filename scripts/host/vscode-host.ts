import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Say } from './cache';
import { cached, cachedPath, cacheFolder, isCached, sayOnStderr } from './cache';
import { installDependencies, installPackage } from './npm-install';
import { plainEnvironment, startProcess } from './processes';

const upWithinMs = 60_000;

export interface HostOptions {
  readonly version: HostVersion;
  /** A trusted folder, or one in Restricted Mode. */
  readonly trusted: boolean;
  readonly folder: string;
  /** The folder of each extension to load from source. */
  readonly extensionPath?: string | readonly string[];
  /** The module whose `run()` the extension host calls. */
  readonly testsPath?: string;
  /** Else a free one. */
  readonly port?: number;
  /** Lets a page run `testsPath` and tell how it went. Default: when there is a `testsPath`. */
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
  log(): string;
  /** Done when the server ends by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts VS Code as a server on 127.0.0.1 with data folders of its own, which are removed when it stops. It ends with
 * us, however we end. Throws, with what the server printed, when it is not up within a minute.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { folder: serverDirectory, node: nodePath } = await ensureHost(options.version, options.say);
  const port = options.port ?? (await freePort());
  const data = await mkdtemp(join(tmpdir(), 'aiga-host-'));
  await writeSettings(data);
  const { extensionPath = [], testsPath } = options;
  const extensions = typeof extensionPath === 'string' ? [extensionPath] : extensionPath;
  // The page takes an extension by its address for tests only; else it is installed, by a link to its folder.
  if (testsPath === undefined) await installByLink(extensions, join(data, 'extensions'));
  const args = [
    'out/server-main.js',
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', join(data, 'server')],
    ...['--extensions-dir', join(data, 'extensions')],
    ...(options.trusted ? ['--disable-workspace-trust'] : []),
    ...((options.smokeTest ?? testsPath !== undefined) ? ['--enable-smoke-test-driver'] : []),
  ];
  const { child, stop } = startProcess(nodePath, args, { cwd: serverDirectory, env: await environment(data) });
  let log = '';
  const listen = (chunk: Buffer): void => {
    log += chunk.toString();
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const ended = new Promise<void>((done) => {
    child.once('error', () => done());
    child.once('close', () => done());
  });
  const stopAndClean = async (): Promise<void> => {
    await stop();
    await rm(data, { recursive: true, force: true, maxRetries: 3 });
  };
  const up = new Promise<boolean>((done) => {
    child.stdout?.on('data', () => {
      if (log.includes('Web UI available')) done(true);
    });
    void ended.then(() => done(false));
    setTimeout(() => done(false), upWithinMs).unref();
  });
  if (!(await up)) {
    await stopAndClean();
    throw new Error(`VS Code ${hostPackages[options.version].vscode} did not come up. It said:\n${log.trim()}`);
  }
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: workbenchAddress(origin, options.folder, testsPath === undefined ? undefined : { extensions, testsPath }),
    origin,
    serverFolder: serverDirectory,
    commit: await commitOf(serverDirectory),
    log: () => log,
    ended,
    stop: stopAndClean,
  };
}

function workbenchAddress(
  origin: string,
  folder: string,
  tests: { extensions: readonly string[]; testsPath: string } | undefined,
): string {
  const authority = new URL(origin).host;
  const remote = (path: string): string => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  const payload = [
    ...(tests?.extensions ?? []).map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(tests ? [['extensionTestsPath', remote(tests.testsPath)]] : []),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: uriPath(folder), payload: JSON.stringify(payload) });
  return `${origin}/?${query.toString()}`;
}

/** The path of a folder as the workbench's address has it. */
export function uriPath(folder: string): string {
  return decodeURIComponent(pathToFileURL(folder).pathname);
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
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
};

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
    const { publisher, name, version } = await extensionManifest(path);
    await symlink(resolve(path), join(folder, `${publisher}.${name}-${version}`), 'junction');
  }
}

/** Who an extension is, by its package.json. Throws when that declares none. */
export async function extensionManifest(
  path: string,
): Promise<{ publisher: string; name: string; version: string }> {
  const file = join(path, 'package.json');
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  const fields: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const { publisher, name, version } = fields;
  if (typeof publisher === 'string' && typeof name === 'string' && typeof version === 'string') {
    return { publisher, name, version };
  }
  throw new Error(`${file} declares no extension: it needs "publisher", "name" and "version".`);
}

async function writeSettings(data: string): Promise<void> {
  const text = JSON.stringify(quietSettings, undefined, 2);
  for (const scope of ['User', 'Machine']) {
    const folder = join(data, 'server', 'data', scope);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'settings.json'), text);
  }
}

async function commitOf(serverDirectory: string): Promise<string> {
  const product: unknown = JSON.parse(await readFile(join(serverDirectory, 'product.json'), 'utf8'));
  if (typeof product === 'object' && product !== null && 'commit' in product && typeof product.commit === 'string') {
    return product.commit;
  }
  throw new Error(`${join(serverDirectory, 'product.json')} names no commit. Remove ${cachedPath('')} and try again.`);
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
