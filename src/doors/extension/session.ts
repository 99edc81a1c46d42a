import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Advice } from './advice';
import { ExplainRule } from './explain-rule';
import { showLanguageStatus } from './language-status';
import { newManifest } from './new-manifest';
import { ReportPanel } from './report-panel';
import { serveFiles } from './served-files';
import { showAdvice } from './show-advice';

/** A running language client with what is shown of its answers. There is at most one in a window. */
export class Session {
  private constructor(
    private readonly client: BaseLanguageClient,
    private readonly advice: Advice,
    private readonly report: ReportPanel,
    private readonly explanations: ExplainRule,
  ) {}

  /** Starts the client; rejects with a sentence for people when it does not start. */
  static async begin(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<Session> {
    serveFiles(client, context.extensionUri);
    const advice = new Advice(client);
    const status = showLanguageStatus(advice);
    try {
      await client.start();
    } catch (error) {
      status.dispose();
      throw error;
    }
    const explanations = new ExplainRule(advice);
    const report = new ReportPanel(context.extensionUri, context.workspaceState, advice);
    context.subscriptions.push(advice, status, explanations, report);
    return new Session(client, advice, report, explanations);
  }

  showAdvice(argument: unknown): Promise<void> {
    return showAdvice(argument, this.advice, this.report);
  }

  newManifest(argument: unknown): Promise<void> {
    return newManifest(argument, this.advice);
  }

  explainRule(argument: unknown): Promise<void> {
    return this.explanations.show(argument);
  }

  restoreReport(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    return this.report.restore(panel, state);
  }

  /** Ends the server. Never rejects: nobody is left to be told. */
  async end(): Promise<void> {
    await this.client.dispose().catch(() => undefined);
  }
}
