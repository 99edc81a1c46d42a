import type { Connection } from 'vscode-languageserver';
import type { FileText, Listing } from '../../host/port';
import type { FolderFiles } from './folder-files';
import {
  type EmptyFilesParams,
  emptyFilesRequest,
  type ListFilesParams,
  listFilesRequest,
  type ReadFileParams,
  readFileRequest,
} from './protocol';
import { uriBelow } from './uris';

/** A folder's files as the client serves them: in the browser, and for file systems that only the editor knows. */
export function servedFiles(connection: Connection, folder: string): FolderFiles {
  return {
    list: () =>
      connection.sendRequest<Listing>(listFilesRequest, { folder } satisfies ListFilesParams).catch(
        (error: unknown): Listing => ({
          paths: [],
          complete: false,
          problems: [`Cannot list ${folder}: ${String(error)}. Its files are not seen.`],
        }),
      ),
    read: (path) =>
      connection
        .sendRequest<FileText>(readFileRequest, { uri: uriBelow(folder, path) } satisfies ReadFileParams)
        .catch((error: unknown): FileText => ({ problem: String(error) })),
    empty: async (paths) => {
      try {
        const params: EmptyFilesParams = { folder, paths };
        return new Set(await connection.sendRequest<readonly string[]>(emptyFilesRequest, params));
      } catch {
        // Not known to be empty; a listing that fails is what the log tells about.
        return new Set();
      }
    },
  };
}
