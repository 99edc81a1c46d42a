import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { emptyInTree, listTree, readTree, type Tree } from '../../host/web/tree';
import {
  type EmptyFilesParams,
  emptyFilesRequest,
  type ListFilesParams,
  listFilesRequest,
  type ReadCatalogParams,
  type ReadFileParams,
  readCatalogRequest,
  readFileRequest,
} from '../server/protocol';

/** Answers the server's requests for files that only VS Code can reach: of virtual workspaces, and in the browser. */
export function serveFiles(client: BaseLanguageClient, extensionUri: vscode.Uri): void {
  client.onRequest(listFilesRequest, ({ folder }: ListFilesParams) =>
    listTree(treeOf(vscode.Uri.parse(folder))),
  );
  client.onRequest(emptyFilesRequest, ({ folder, paths }: EmptyFilesParams) =>
    emptyInTree(treeOf(vscode.Uri.parse(folder)), paths),
  );
  client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readTree(treeOf(vscode.Uri.parse(uri)), ''));
  client.onRequest(readCatalogRequest, async ({ file }: ReadCatalogParams) => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', file));
    return new TextDecoder().decode(bytes);
  });
}

function treeOf(root: vscode.Uri): Tree {
  const { fs } = vscode.workspace;
  const at = (path: string) => (path === '' ? root : vscode.Uri.joinPath(root, path));
  return {
    entries: async (folder) =>
      (await fs.readDirectory(at(folder))).map(([name, type]) => ({ name, kind: kindOf(type) })),
    size: async (file) => (await fs.stat(at(file))).size,
    bytes: async (file) => fs.readFile(at(file)),
  };
}

/** A link is a set bit beside what it leads to; a linked folder is not entered, it may lead in a circle. */
function kindOf(type: vscode.FileType): 'file' | 'folder' | 'other' {
  if (type === vscode.FileType.Directory) return 'folder';
  return (type & vscode.FileType.File) !== 0 ? 'file' : 'other';
}
