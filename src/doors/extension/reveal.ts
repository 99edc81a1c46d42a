import * as vscode from 'vscode';
import type { Range } from '../../answer/schema';

/**
 * Shows a place in the editor that has the file open already, in whichever group that is; else beside `besides`, so that
 * the report stays in view.
 */
export async function revealPlace(
  file: vscode.Uri,
  range: Range | undefined,
  besides: vscode.ViewColumn,
): Promise<void> {
  const options: vscode.TextDocumentShowOptions = { viewColumn: columnOf(file) ?? otherColumn(besides) };
  if (range !== undefined) {
    const { start, end } = range;
    options.selection = new vscode.Range(start.line, start.character, end.line, end.character);
  }
  await vscode.window.showTextDocument(file, options);
}

function columnOf(file: vscode.Uri): vscode.ViewColumn | undefined {
  const key = file.toString();
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
  if (visible?.viewColumn !== undefined) return visible.viewColumn;
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key),
  )?.viewColumn;
}

function otherColumn(column: vscode.ViewColumn): vscode.ViewColumn {
  return column === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}
