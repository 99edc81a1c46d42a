import type * as vscode from 'vscode';
import { activateShell } from './shell';

let end: (() => Promise<void>) | undefined;

/** Entry of the browser. A web host reads one file only, so the client is in it, but is evaluated on first need. */
export function activate(context: vscode.ExtensionContext): void {
  end = activateShell(context, async (given) => (await import('./client-web')).beginSession(given));
}

export function deactivate(): Promise<void> | undefined {
  return end?.();
}
