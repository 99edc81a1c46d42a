import * as vscode from 'vscode';
import type { RootInfo } from '../server/protocol';
import type { Advice } from './advice';
import { commandIds } from './ids';

/**
 * Opens the report: for the manifest that was clicked or is edited, else for the only one, else for the one that a
 * person picks. Without any manifest it says what to do.
 */
export async function showAdvice(
  file: unknown,
  advice: Advice,
  show: (root: RootInfo) => Promise<void>,
): Promise<void> {
  const asked = uriIn(file) ?? vscode.window.activeTextEditor?.document.uri;
  const root = (asked && (await advice.rootOf(asked))) ?? (await chosenRoot(await advice.allRoots()));
  if (root !== undefined) await show(root);
}

async function chosenRoot(roots: readonly RootInfo[]): Promise<RootInfo | undefined> {
  if (roots.length === 0) {
    await offerNewManifest();
    return undefined;
  }
  if (roots.length === 1) return roots[0];
  const items = roots.map((root) => ({
    label: root.path,
    description: vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(root.uri))?.name ?? '',
    root,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Advice for which manifest?'),
    matchOnDescription: true,
  });
  return picked?.root;
}

async function offerNewManifest(): Promise<void> {
  const create = vscode.l10n.t('New Manifest');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'There is no AI usage manifest here yet. Advice needs one: a file ai-usage.yaml that says which AI systems are in this repository.',
    ),
    create,
  );
  if (answer === create) await vscode.commands.executeCommand(commandIds.newManifest);
}

/** Menus give a URI, code actions its text. */
function uriIn(file: unknown): vscode.Uri | undefined {
  if (file instanceof vscode.Uri) return file;
  return typeof file === 'string' ? vscode.Uri.parse(file) : undefined;
}
