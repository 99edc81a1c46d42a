import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, clientOptions } from './client-options';
import { Session } from './session';

/** Starts the language server as a process of its own. */
export function beginSession(context: vscode.ExtensionContext): Promise<Session> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return Session.begin(
    context,
    new LanguageClient(clientId, clientName, { run: server, debug }, clientOptions({ servesCatalog: false })),
  );
}
