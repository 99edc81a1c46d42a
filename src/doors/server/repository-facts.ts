import type { FileFacts } from '../../advise/advisor';
import { fileFacts } from '../../host/file-facts';

type Matches = readonly { readonly path: string; readonly empty: boolean }[];

interface Asked {
  readonly glob: string;
  readonly folder: string;
  readonly matches: Matches;
}

/** More files than this are not looked into for one question: what a glob of thousands matches is no single evidence. */
const lookInto = 200;

/** Half-typed globs pile up in a long session; the oldest are forgotten. */
const remembered = 300;

/**
 * File facts over a listing of names alone. Whether a file is empty costs a look at it, so that is looked up only for
 * what was matched; until it is known, a file counts as not empty. It remembers what was asked, to tell whether a new
 * listing would answer otherwise.
 */
export class RepositoryFacts implements FileFacts {
  private readonly asked = new Map<string, Asked>();

  private readonly listing: FileFacts;

  /**
   * @param paths as in a `Listing`
   * @param emptiness whether a file is empty, as far as it is known
   * @param former what was asked of it is asked again
   */
  constructor(
    paths: readonly string[],
    private readonly emptiness: ReadonlyMap<string, boolean>,
    former?: RepositoryFacts,
  ) {
    this.listing = fileFacts(paths, (path) => emptiness.get(path) ?? false);
    for (const { glob, folder } of former?.asked.values() ?? []) this.match(glob, folder);
  }

  match(glob: string, folder = ''): Matches {
    const matches = this.listing.match(glob, folder);
    const key = keyOf(glob, folder);
    this.asked.delete(key);
    this.asked.set(key, { glob, folder, matches });
    for (const oldest of this.asked.keys()) {
      if (this.asked.size <= remembered) break;
      this.asked.delete(oldest);
    }
    return matches;
  }

  /** Matched files of which it is not known yet whether they are empty. */
  notLookedInto(): readonly string[] {
    const paths = new Set<string>();
    for (const { matches } of this.asked.values()) {
      for (const { path } of matches.slice(0, lookInto)) {
        if (!this.emptiness.has(path)) paths.add(path);
      }
    }
    return [...paths].sort();
  }

  /** Whether all that `former` was asked has the same answer here. */
  answersAs(former: RepositoryFacts): boolean {
    for (const [key, before] of former.asked) {
      if (fingerprint(this.asked.get(key)?.matches ?? []) !== fingerprint(before.matches)) return false;
    }
    return true;
  }
}

function keyOf(glob: string, folder: string): string {
  return `${folder}\u0000${glob}`;
}

function fingerprint(matches: Matches): string {
  return matches.map(({ path, empty }) => `${path}\0${empty}`).join('\n');
}
