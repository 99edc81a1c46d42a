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

/** `newest`: the newest VS Code that can be had from the npm registry. `floor`: the oldest that we support. */
export type HostVersion = 'newest' | 'floor';

interface HostPackage {
  /** Version of the npm package code-server, which carries the whole VS Code server and workbench. */
  readonly codeServer: string;
  readonly vscode: string;
  /** Size on disk, measured on Linux x64. */
  readonly megabytes: number;
  /** Version lines of Node that it runs on; 1.103 hangs on Node 24. */
  readonly nodeMajors: readonly number[];
}

export const hostPackages: Readonly<Record<HostVersion, HostPackage>> = {
  newest: { codeServer: '4.139.1', vscode: '1.139.1', megabytes: 590, nodeMajors: [22, 24] },
  floor: { codeServer: '4.103.2', vscode: '1.103.2', megabytes: 300, nodeMajors: [22] },
};

/** The Node to fetch where the one at hand does not fit: this version is on the registry for all platforms. */
const node = { version: '22.23.2', megabytes: 121 };

const upWithinMs = 60_000;

/** What is still to be fetched before the host runs, in words, and how large it is on disk in MB. */
export async function missingForHost(version: HostVersion): Promise<{ what: string; megabytes: number }[]> {
  const host = hostPackages[version];
  const missing: { what: string; megabytes: number }[] = [];
  if (!ownNodeFits(version) && !(await isCached(nodeName()))) {
    missing.push({ what: `Node ${node.version}`, megabytes: node.megabytes });
  }
  if (!(await isCached(hostName(version)))) {
    missing.push({ what: `VS Code ${host.vscode} (code-server ${host.codeServer})`, megabytes: host.megabytes });
  }
  return missing;
}

/**
 * Fetches the host if it is not in the cache, saying first what and how large. Gives the folder of the VS Code server
 * (with `out/server-main.js`) and the Node to run it with. Throws when the registry cannot be reached.
 */
export async function ensureHost(
  version: HostVersion,
  say: Say = sayOnStderr,
): Promise<{ folder: string; node: string }> {
  const host = hostPackages[version];
  const missing = await missingForHost(version);
  for (const { what, megabytes } of missing) {
    say(`To fetch from the npm registry, once: ${what}, about ${megabytes} MB on disk in ${cacheFolder()}`);
  }
  const nodePath = await ensureNode(version, say);
  const root = await cached(
    hostName(version),
    async (folder) => {
      say(`Fetching VS Code ${host.vscode} (1 of 2: the server)`);
      await installPackage(folder, `code-server@${host.codeServer}`, say);
      say(`Fetching VS Code ${host.vscode} (2 of 2: what the server needs)`);
      await installDependencies(serverFolder(folder), `VS Code ${host.vscode}`, say);
      await addSearchProgram(folder, say);
    },
    say,
  );
  return { folder: serverFolder(root), node: nodePath };
}

/**
 * The floor's search program comes by a script that we do not run. Without it no file is found: no glob wakes an
 * extension, "Go to File" stays empty. The same program is a package of its own; the newest host brings it.
 */
async function addSearchProgram(folder: string, say: Say): Promise<void> {
  const place = join(serverFolder(folder), 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(place)) return;
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const temporary = join(folder, 'ripgrep');
  await mkdir(temporary);
  await installPackage(temporary, `${name}@1.18.0`, say);
  await rename(join(temporary, 'node_modules', name, 'bin'), join(place, 'bin'));
  await rm(temporary, { recursive: true });
}

/** The Node that runs the host: the one at hand where the host runs on it, else one kept in the cache. */
async function ensureNode(version: HostVersion, say: Say): Promise<string> {
  if (ownNodeFits(version)) return process.execPath;
  const folder = await cached(
    nodeName(),
    async (temporary) => {
      say(`Fetching Node ${node.version}`);
      await installPackage(temporary, `${nodePackage()}@${node.version}`, say);
      // Headers to compile against: half of its size, of no use here.
      await rm(join(temporary, 'node_modules', nodePackage(), 'include'), { recursive: true, force: true });
    },
    say,
  );
  return nodeBinary(folder);
}

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

function serverFolder(root: string): string {
  return join(root, 'node_modules', 'code-server', 'lib', 'vscode');
}

function hostName(version: HostVersion): string {
  return `vscode-${hostPackages[version].vscode}`;
}

function ownNodeFits(version: HostVersion): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const hasRequireOfModules = major > 22 || minor >= 15;
  return hostPackages[version].nodeMajors.includes(major) && hasRequireOfModules;
}

function nodeName(): string {
  return `node-${node.version}`;
}

function nodePackage(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

function nodeBinary(folder: string): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', nodePackage(), 'bin', name);
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
