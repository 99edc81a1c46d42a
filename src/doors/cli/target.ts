import { existsSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { RootFiles } from '../../advise/advisor';
import { manifestRole } from '../../advise/roots';
import { systemProblem } from '../../host/node/problem';
import { UsageError } from './world';

/** What was asked for: a folder whose files are looked at, and which of its manifest roots are wanted. */
export interface Target {
  /** Absolute; paths of the answer are relative to it. */
  readonly folder: string;
  wants(root: RootFiles): boolean;
}

/**
 * One folder is taken as it is, with every root in it. Otherwise the repository around all paths is looked at (the
 * nearest folder with `.git`, else the nearest that holds them all), so that evidence and bases are found wherever the
 * command is called; wanted are the roots in the folders, and those that the files belong to.
 *
 * @throws UsageError for a path that does not exist or is no manifest by its name
 */
export function targetOf(paths: readonly string[], from: string): Target {
  const asked = paths.map((path) => look(path, from));
  const [only] = asked;
  if (asked.length === 1 && only?.isFolder) return { folder: only.path, wants: () => true };
  const around = asked.map(({ path, isFolder }) => (isFolder ? path : dirname(path))).reduce(commonFolder);
  const folder = repositoryAround(around) ?? around;
  const wanted = asked.map(({ path, isFolder }) => ({ path: below(folder, path), isFolder }));
  return {
    folder,
    wants: ({ root, parts, shadowed }) =>
      wanted.some(({ path, isFolder }) =>
        isFolder
          ? path === '' || root.startsWith(`${path}/`)
          : root === path || parts.includes(path) || shadowed.includes(path),
      ),
  };
}

/** A path below a folder with `/`; empty for the folder itself. */
function below(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

function look(path: string, from: string): { path: string; isFolder: boolean } {
  const absolute = resolve(from, path);
  const stats = statsOf(path, absolute);
  if (stats.isDirectory()) return { path: absolute, isFolder: true };
  const role = manifestRole(absolute.split(sep).join('/'));
  if (role === 'base')
    throw new UsageError(
      `${path} is a base that manifests extend. Name a manifest that extends it, or its folder.`,
    );
  if (role === undefined)
    throw new UsageError(
      `${path} is no manifest by its name. Manifests are called ai-usage.yaml, .yml or .json, their parts *.ai-usage.yaml.`,
    );
  return { path: absolute, isFolder: false };
}

function statsOf(path: string, absolute: string): Stats {
  try {
    return statSync(absolute);
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${systemProblem(error)}. Name a folder or a manifest file.`);
  }
}

function commonFolder(one: string, other: string): string {
  let folder = one;
  while (folder !== other && !other.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    const above = dirname(folder);
    if (above === folder) throw new UsageError('The paths are on different drives. Check them one by one.');
    folder = above;
  }
  return folder;
}

function repositoryAround(folder: string): string | undefined {
  let current = folder;
  for (;;) {
    if (existsSync(join(current, '.git'))) return current;
    const above = dirname(current);
    if (above === current) return undefined;
    current = above;
  }
}
