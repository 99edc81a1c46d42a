import type { FileFacts } from '../advise/advisor';
import { compileGlob, type Glob } from './glob';

/**
 * Facts about files from one listing, the same in every host. A glob without a wildcard names one file, or a folder
 * and so every file below it. A glob that is refused matches nothing; `globProblem` says why.
 *
 * @param paths sorted by code unit, as in a `Listing`
 * @param isEmpty asked only for files that match
 */
export function fileFacts(paths: readonly string[], isEmpty: (path: string) => boolean): FileFacts {
  const folders = new Map<string, readonly string[]>();
  const known = new Map<string, ReturnType<FileFacts['match']>>();
  /** Paths below a folder as they are called from it; still sorted. */
  const pathsFrom = (prefix: string): readonly string[] => {
    const earlier = folders.get(prefix);
    if (earlier) return earlier;
    const found = below(paths, prefix).map((path) => path.slice(prefix.length));
    folders.set(prefix, found);
    return found;
  };
  return {
    match(glob, folder = '') {
      const prefix = folder === '' ? '' : `${folder}/`;
      const key = `${prefix}\u0000${glob}`;
      const earlier = known.get(key);
      if (earlier) return earlier;
      const compiled = compileGlob(glob);
      const matching = 'problem' in compiled ? [] : matchingPaths(pathsFrom(prefix), compiled);
      const found = matching.map((path) => ({ path: prefix + path, empty: isEmpty(prefix + path) }));
      known.set(key, found);
      return found;
    },
  };
}

/** In a few words why a glob is refused, such as `leaves the folder`; undefined when it can be used. */
export function globProblem(glob: string): string | undefined {
  const compiled = compileGlob(glob);
  return 'problem' in compiled ? compiled.problem : undefined;
}

function matchingPaths(paths: readonly string[], glob: Glob): readonly string[] {
  if (glob.literal === undefined) return below(paths, glob.folder).filter((path) => glob.matches(path));
  const at = firstNotBefore(paths, glob.literal);
  return paths[at] === glob.literal ? [glob.literal] : below(paths, `${glob.literal}/`);
}

/** Every path that begins with `folder`, which ends in `/` or is empty. */
function below(paths: readonly string[], folder: string): readonly string[] {
  if (folder === '') return paths;
  // `0` is the character after `/`, so whatever is in the folder sorts before it.
  return paths.slice(firstNotBefore(paths, folder), firstNotBefore(paths, `${folder.slice(0, -1)}0`));
}

/** Index of the first path that does not sort before `bound`. */
function firstNotBefore(paths: readonly string[], bound: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paths[middle] ?? '') < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
