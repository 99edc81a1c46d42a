/** What the core's doors need of the world's files. Paths are relative to one folder, with `/`. */
export interface FilePort {
  /** Every file below the folder, without the skipped folders. Never throws: what went wrong is in `problems`. */
  list(): Promise<Listing>;
  /** The text of a file, as UTF-8; a byte order mark stays. Never throws. */
  read(path: string): Promise<FileText>;
  /** Whether a listed file shows nothing: it has no bytes, or is a template that nobody has filled in. */
  isEmpty(path: string): boolean;
}

export interface Listing {
  /** Sorted by code unit. */
  readonly paths: readonly string[];
  /** False when the listing stopped at `listingLimit`; then `problems` says so. */
  readonly complete: boolean;
  readonly problems: readonly string[];
}

/** A file's text, or in a sentence why it could not be had. */
export type FileText = { readonly text: string } | { readonly problem: string };

/** Files and folders that one listing looks at before it stops. */
export const listingLimit = 200_000;

/** Bytes of the largest file that is read. */
export const readLimit = 10 * 1024 * 1024;

/** Folders that hold what people do not write: version control, installed packages, caches. */
export const skippedFolders: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'bower_components',
  '.venv',
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.gradle',
  '.terraform',
  '.next',
  '.nuxt',
  '.cache',
]);
