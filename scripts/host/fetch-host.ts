import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Say } from './cache';
import { announce, cached, isCached, sayOnStderr } from './cache';
import { installDependencies, installPackage } from './npm-install';

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
const node = { version: '22.23.2', what: 'Node 22.23.2', megabytes: 121 };

interface Part {
  readonly what: string;
  readonly megabytes: number;
}

/** What is still to be fetched before the host runs, in words, and how large it is on disk in MB. */
export async function missingForHost(version: HostVersion): Promise<Part[]> {
  const missing: Part[] = [];
  if (!ownNodeFits(version) && !(await isCached(nodeName()))) missing.push(node);
  if (!(await isCached(hostName(version)))) missing.push(hostPart(version));
  return missing;
}

function hostPart(version: HostVersion): Part {
  const { vscode, codeServer, megabytes } = hostPackages[version];
  return { what: `VS Code ${vscode} (code-server ${codeServer})`, megabytes };
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
  const nodePath = await ensureNode(version, say);
  const root = await cached(
    hostName(version),
    async (folder) => {
      announce(hostPart(version), say);
      say('  1 of 2: the server');
      await installPackage(folder, `code-server@${host.codeServer}`, say);
      say('  2 of 2: what the server needs');
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
      announce(node, say);
      await installPackage(temporary, `${nodePackage()}@${node.version}`, say);
      // Headers to compile against: half of its size, of no use here.
      await rm(join(temporary, 'node_modules', nodePackage(), 'include'), { recursive: true, force: true });
    },
    say,
  );
  return nodeBinary(folder);
}

function serverFolder(root: string): string {
  return join(root, 'node_modules', 'code-server', 'lib', 'vscode');
}

function hostName(version: HostVersion): string {
  return `vscode-${hostPackages[version].vscode}-${process.platform}-${process.arch}`;
}

function ownNodeFits(version: HostVersion): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const hasRequireOfModules = major > 22 || minor >= 15;
  return hostPackages[version].nodeMajors.includes(major) && hasRequireOfModules;
}

function nodeName(): string {
  return `node-${node.version}-${process.platform}-${process.arch}`;
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
