import * as vscode from 'vscode';
import { commandIds, manifestGlob, manifestLanguages, reportView } from './ids';
import type { Session } from './session';

/** Loads what works: the language client, the report and the commands. Called on first need. */
export type BeginSession = (context: vscode.ExtensionContext) => Promise<Session>;

/**
 * Registers what VS Code may call and returns at once. The session begins with the first command, the first report to
 * restore, or the first manifest: this file and what it imports is all that a window without manifests ever loads.
 */
export function activateShell(
  context: vscode.ExtensionContext,
  beginSession: BeginSession,
): () => Promise<void> {
  let session: Promise<Session> | undefined;

  const begin = (): Promise<Session> => {
    session ??= beginSession(context).catch((error: unknown) => {
      session = undefined;
      throw error;
    });
    return session;
  };

  const tellFailure = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('AI Governance could not start: {0} Reload the window to try again.', reason),
    );
  };

  const command = (id: string, run: (session: Session, words: readonly unknown[]) => Promise<void>) =>
    vscode.commands.registerCommand(id, async (...words: readonly unknown[]) => {
      let begun: Session;
      try {
        begun = await begin();
      } catch (error) {
        tellFailure(error);
        return;
      }
      await run(begun, words);
    });

  const beginFor = ({ languageId }: vscode.TextDocument): void => {
    if (manifestLanguages.includes(languageId)) begin().catch(tellFailure);
  };

  /** A folder with a manifest gets its findings before anything is opened. */
  const beginForFolders = async (): Promise<void> => {
    if (session === undefined && (await vscode.workspace.findFiles(manifestGlob, undefined, 1)).length > 0) {
      begin().catch(tellFailure);
    }
  };

  context.subscriptions.push(
    command(commandIds.showAdvice, (begun, [file, system]) => begun.showAdvice(file, system)),
    command(commandIds.newManifest, (begun, [folder]) => begun.newManifest(folder)),
    command(commandIds.explainRule, (begun, [id]) => begun.explainRule(id)),
    vscode.window.registerWebviewPanelSerializer(reportView, {
      deserializeWebviewPanel: async (panel: vscode.WebviewPanel, state: unknown) => {
        const begun = await begin();
        await begun.restoreReport(panel, state);
      },
    }),
    vscode.workspace.onDidOpenTextDocument(beginFor),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void beginForFolders()),
  );
  vscode.workspace.textDocuments.forEach(beginFor);
  void beginForFolders();

  return async () => {
    const begun = await session?.catch(() => undefined);
    await begun?.end();
  };
}
