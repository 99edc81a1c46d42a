import * as vscode from 'vscode';
import type { Advice } from './advice';
import { commandIds, manifestLanguages } from './ids';

/** Beside the language of an open manifest: whether it was read, by which catalog, and the law of which day. */
export function showLanguageStatus(advice: Advice): vscode.Disposable {
  const selector = manifestLanguages.map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem('aiGovernance', selector);
  item.name = 'AI Governance';
  item.text = 'AI Governance';
  item.detail = vscode.l10n.t('reading the manifest');
  item.busy = true;
  item.command = { command: commandIds.showAdvice, title: vscode.l10n.t('Show Advice') };
  const listening = advice.onAnalyzed(({ roots }) => {
    const root = roots[0];
    if (root === undefined) return;
    item.busy = false;
    item.detail = vscode.l10n.t('law as of {0}, catalog known until {1}', root.asOf, root.knownUntil);
  });
  return vscode.Disposable.from(item, listening);
}
