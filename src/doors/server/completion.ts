import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import type { Advisor, CompletionItem as Proposal } from '../../advise/advisor';
import type { ClientAbilities } from './client-abilities';
import type { Workspace } from './workspace';

/** After these characters a client asks by itself: a key ends, a value or a list begins, a quoted text opens. */
export const completionTriggers = [':', ' ', '[', ',', '"'];

/** What can be written at the cursor. */
export function completionsAt(
  { textDocument, position }: CompletionParams,
  workspace: Workspace,
  advisor: Advisor,
  client: ClientAbilities,
): CompletionItem[] {
  const home = workspace.find(textDocument.uri);
  const document = home?.folder.openDocument(home.path);
  if (home === undefined || document === undefined) return [];
  const analysis = home.folder.rootOf(home.path)?.analysis;
  const proposals = advisor.complete({ path: home.path, text: document.getText() }, position, analysis);
  return proposals.map((proposal) => {
    const written = document.getText(proposal.range);
    return itemOf(proposal, written, client);
  });
}

/** The command that asks again: after a key, its values come by themselves. */
const suggestCommand = 'editor.action.triggerSuggest';

function itemOf(proposal: Proposal, written: string, client: ClientAbilities): CompletionItem {
  const asSnippet = proposal.snippet && client.snippets;
  const newText =
    proposal.snippet && !client.snippets ? withoutStops(proposal.insertText) : proposal.insertText;
  // Clients filter by what stands in the range, and there a quote may stand first.
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const asksAgain = proposal.kind === 'key' && client.commands.has(suggestCommand);
  return {
    label: proposal.label,
    kind: proposal.kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    detail: proposal.detail,
    documentation: {
      kind: client.markdownInCompletion ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: proposal.documentation,
    },
    filterText: `${quote}${proposal.label}`,
    sortText: proposal.sortText,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: proposal.range, newText },
    ...(asksAgain ? { command: { title: 'Suggest values', command: suggestCommand } } : {}),
  };
}

/** A snippet as plain text: stops vanish, placeholders and the first of several choices stay. */
function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([\\$}|,])/g, '$1');
}
