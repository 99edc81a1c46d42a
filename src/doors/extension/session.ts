import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Advice } from './advice';
import { ExplainRule } from './explain-rule';
import { showLanguageStatus } from './language-status';
import { newManifest } from './new-manifest';
import type { ReportPanel } from './report-panel';
import { serveFiles } from './served-files';
import { showAdvice } from './show-advice';

/** A running language client with what is shown of its answers. There is at most one in a window. */
export class Session {
  private report: Promise<ReportPanel> | undefined;

  private constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly client: BaseLanguageClient,
    private readonly advice: Advice,
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
    context.subscriptions.push(advice, status, explanations);
    return new Session(context, client, advice, explanations);
  }

  /** `file`, a URI, and `system`, an id, say where to look; without them the active manifest is meant. */
  showAdvice(file: unknown, system: unknown): Promise<void> {
    const target = typeof system === 'string' ? system : undefined;
    return showAdvice(file, this.advice, async (root) => (await this.reportPanel()).show(root, target));
  }

  newManifest(folder: unknown): Promise<void> {
    return newManifest(folder, this.advice);
  }

  explainRule(id: unknown): Promise<void> {
    return this.explanations.show(id);
  }

  async restoreReport(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    await (await this.reportPanel()).restore(panel, state);
  }

  /** Ends the server. Never rejects: nobody is left to be told. */
  async end(): Promise<void> {
    await this.client.dispose().catch(() => undefined);
  }

  /** The report's code is a bundle of its own, for it brings the schema of all messages: read when first shown. */
  private reportPanel(): Promise<ReportPanel> {
    this.report ??= import('./report-panel').then(({ ReportPanel }) => {
      const { extensionUri, workspaceState, subscriptions } = this.context;
      const report = new ReportPanel(extensionUri, workspaceState, this.advice);
      subscriptions.push(report);
      return report;
    });
    return this.report;
  }
}
