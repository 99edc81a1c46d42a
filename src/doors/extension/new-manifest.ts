import * as vscode from 'vscode';
import type { Advice } from './advice';

/** Writes a first manifest into the folder that was clicked or is chosen, and opens it at its first field. */
export async function newManifest(argument: unknown, advice: Advice): Promise<void> {
  const folder = await folderFor(argument);
  if (folder === undefined) return;
  const manifest = await advice.newManifest(folder);
  if (manifest === null) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('No manifest could be made. The output "AI Governance" says why.'),
    );
    return;
  }
  const uri = vscode.Uri.parse(manifest.uri);
  if (manifest.exists) {
    await vscode.window.showTextDocument(uri);
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This folder has a manifest already: {0}. Nothing was changed.',
        uri.path.split('/').pop() ?? '',
      ),
    );
    return;
  }
  // An edit that creates, unlike a write, never replaces a file that came meanwhile.
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, {
    overwrite: false,
    ignoreIfExists: false,
    contents: new TextEncoder().encode(manifest.text),
  });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be written. Is the folder read-only?', uri.path.split('/').pop() ?? ''),
    );
    return;
  }
  const { start, end } = manifest.select;
  await vscode.window.showTextDocument(uri, {
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  });
}

/** A folder that was given, the only open one, or the one that a person picks. */
async function folderFor(argument: unknown): Promise<vscode.Uri | undefined> {
  if (argument instanceof vscode.Uri) {
    const stat = await vscode.workspace.fs.stat(argument).then(
      (found) => found,
      () => undefined,
    );
    const isFolder = stat !== undefined && (stat.type & vscode.FileType.Directory) !== 0;
    return isFolder ? argument : vscode.Uri.joinPath(argument, '..');
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const open = vscode.l10n.t('Open Folder');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('A manifest belongs to a repository. Open the folder of one first.'),
      open,
    );
    if (answer === open) await vscode.commands.executeCommand('vscode.openFolder');
    return undefined;
  }
  if (folders.length === 1) return folders[0]?.uri;
  const placeHolder = vscode.l10n.t('Which folder is the manifest for?');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}
