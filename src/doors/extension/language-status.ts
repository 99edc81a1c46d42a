import * as vscode from 'vscode';
import { lateness } from '../../render/words/known-until';
import type { AnalyzedRoot } from '../server/protocol';
import type { Advice } from './advice';
import { commandIds, manifestLanguages } from './ids';

/** Beside the language of an open manifest: whether it was read, by which catalog, and the law of which day. */
export function showLanguageStatus(advice: Advice): vscode.Disposable {
  const selector = manifestLanguages.map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem('aiGovernance', selector);
  item.name = 'AI Governance';
  item.text = 'AI Governance';
  item.busy = true;
  item.command = { command: commandIds.showAdvice, title: vscode.l10n.t('Show Advice') };

  const rootsByFile = new Map<string, AnalyzedRoot>();
  const showFor = (editor: vscode.TextEditor | undefined): void => {
    const root = editor && rootsByFile.get(editor.document.uri.toString());
    item.detail =
      root === undefined
        ? vscode.l10n.t('not read')
        : lateness(root) !== 'none'
          ? vscode.l10n.t(
              'law as of {0}, catalog known until {1}: later law is not included',
              root.asOf,
              root.knownUntil,
            )
          : vscode.l10n.t('law as of {0}, catalog known until {1}', root.asOf, root.knownUntil);
    item.severity =
      root !== undefined && lateness(root) === 'long'
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
  };
  const listening = [
    advice.onAnalyzed(({ roots, problem }) => {
      item.busy = false;
      for (const root of roots) for (const file of root.files) rootsByFile.set(file, root);
      showFor(vscode.window.activeTextEditor);
      if (problem === undefined) return;
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.detail = problem;
    }),
    vscode.window.onDidChangeActiveTextEditor(showFor),
  ];
  return vscode.Disposable.from(item, ...listening);
}
