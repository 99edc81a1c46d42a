import type * as vscode from 'vscode';
import { activateShell } from './shell';

let end: (() => Promise<void>) | undefined;

/** Entry of the desktop and of remote hosts. `./client` is a bundle of its own that is read on first need. */
export function activate(context: vscode.ExtensionContext): void {
  end = activateShell(context, async (given) => (await import('./client')).beginSession(given));
}

export function deactivate(): Promise<void> | undefined {
  return end?.();
}
