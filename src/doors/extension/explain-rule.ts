import * as vscode from 'vscode';
import { diagnosticSource } from '../server/protocol';
import type { Advice } from './advice';
import { pageScheme } from './ids';

/** Shows the bundled page of a rule, catalog entry or field as a Markdown preview: offline, and in this version. */
export class ExplainRule implements vscode.Disposable {
  private readonly provider: vscode.Disposable;

  constructor(private readonly advice: Advice) {
    this.provider = vscode.workspace.registerTextDocumentContentProvider(pageScheme, {
      provideTextDocumentContent: ({ query }) => this.page(query),
    });
  }

  /** Without an id, a person picks one of the rules that have findings now. */
  async show(argument: unknown): Promise<void> {
    const id = typeof argument === 'string' ? argument : await pickedRule();
    if (id === undefined) return;
    const name = id.replace(/[^\w.-]+/g, '-');
    const uri = vscode.Uri.from({ scheme: pageScheme, path: `/${name}.md`, query: id });
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }

  dispose(): void {
    this.provider.dispose();
  }

  private async page(id: string): Promise<string> {
    const { markdown, nearest } = await this.advice.explain(id);
    if (markdown !== undefined) return markdown;
    const unknown = vscode.l10n.t('Nothing is known by the name {0}.', `\`${id.replaceAll('`', '')}\``);
    if (nearest.length === 0) return unknown;
    return `${unknown} ${vscode.l10n.t('Near to it:')}\n\n${nearest.map((other) => `- \`${other}\``).join('\n')}\n`;
  }
}

async function pickedRule(): Promise<string | undefined> {
  const rules = vscode.languages
    .getDiagnostics()
    .flatMap(([, diagnostics]) => diagnostics)
    .filter(({ source }) => source === diagnosticSource)
    .flatMap(({ code }) => (typeof code === 'object' ? String(code.value) : (code ?? [])))
    .map(String);
  if (rules.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There are no findings to explain. Open a manifest, or name a rule.'),
    );
    return undefined;
  }
  return vscode.window.showQuickPick([...new Set(rules)].sort(), {
    placeHolder: vscode.l10n.t('Explain which rule?'),
  });
}
