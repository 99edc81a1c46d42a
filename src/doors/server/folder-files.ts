import type { FilePort, FileText, Listing } from '../../host/port';

/**
 * What a folder can tell about its files, wherever they are: as `FilePort`, but whether files are empty may take a
 * while too. Paths are relative to the folder, with `/`. Nothing here throws or rejects.
 */
export interface FolderFiles {
  list(): Promise<Listing>;
  read(path: string): Promise<FileText>;
  /** Those of the paths that are empty files. */
  empty(paths: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The files of a document that is nowhere yet. */
export const noFiles: FolderFiles = {
  list: () => Promise.resolve({ paths: [], complete: true, problems: [] }),
  read: () => Promise.resolve({ problem: 'it is not saved yet' }),
  empty: () => Promise.resolve(new Set()),
};

/** A folder's files through a port of this machine. */
export function portFiles(port: FilePort): FolderFiles {
  return {
    list: () => port.list(),
    read: (path) => port.read(path),
    empty: (paths) => Promise.resolve(new Set(paths.filter((path) => port.isEmpty(path)))),
  };
}
