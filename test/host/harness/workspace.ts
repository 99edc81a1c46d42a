import * as vscode from 'vscode';
import { given } from './check';

/** A file of the open folder, by its path there. */
export function workspaceFile(path: string): vscode.Uri {
  const [folder] = given(vscode.workspace.workspaceFolders, 'an open folder');
  return vscode.Uri.joinPath(given(folder, 'an open folder').uri, ...path.split('/'));
}

/** Writes a file of the open folder, with the folders that it needs. */
export async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  const file = workspaceFile(path);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}

/** The text of a file as it is on disk. */
export async function readFile(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

/** Replaces the whole text of a document, as typing would: unsaved. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, whole, text);
  await vscode.workspace.applyEdit(edit);
}

/** Where `|` stands in a text, and the text without it. */
export function withCursor(marked: string): { text: string; position: vscode.Position } {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  return {
    text: marked.replace('|', ''),
    position: new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0),
  };
}
