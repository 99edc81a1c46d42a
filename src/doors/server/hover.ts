import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Advisor } from '../../advise/advisor';
import type { ClientAbilities } from './client-abilities';
import type { Workspace } from './workspace';

/** What the word under the cursor means, and what was concluded from it. */
export async function hoverAt(
  { textDocument, position }: HoverParams,
  workspace: Workspace,
  advisor: Advisor,
  client: ClientAbilities,
): Promise<Hover | null> {
  const file = await workspace.analyzed(textDocument.uri);
  if (file === undefined) return null;
  const hover = advisor.hover(file.root.analysis, file.path, position);
  if (hover === undefined) return null;
  const kind = client.markdownInHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: hover.markdown }, range: hover.range };
}
