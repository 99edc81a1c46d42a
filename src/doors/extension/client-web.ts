import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions } from './client-options';
import { Session } from './session';

/** Starts the language server as a web worker. */
export function beginSession(context: vscode.ExtensionContext): Promise<Session> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-worker.js').toString(true);
  const worker = new Worker(script);
  return Session.begin(
    context,
    new LanguageClient(clientId, clientName, worker, clientOptions({ servesCatalog: true })),
  );
}
