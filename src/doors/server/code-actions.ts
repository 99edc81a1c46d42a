import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../../advise/advisor';
import type { Finding } from '../../answer/schema';
import type { ClientAbilities } from './client-abilities';
import { diagnosticOf, shownFindings } from './diagnostics';
import type { Folder } from './folder';
import { type AnalyzedFile, uriOf, type Workspace } from './workspace';

/** Applies every safe fix of a file. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.aiGovernance`;

/** The command that opens a rule's page. A client that has it, or the next one, says so. */
const explainCommand = 'aiGovernance.explainRule';

/** The command that opens the report of a file's root, at a system. */
const showAdviceCommand = 'aiGovernance.showAdvice';

/** The rule whose finding says how many gaps a system has, and leaves the rest to the report. */
const gapsRule = 'system/gaps';

/** Fixes for the findings in a range, a page about each rule, and all safe fixes of the file in one. */
export async function codeActionsAt(
  { textDocument, range, context }: CodeActionParams,
  workspace: Workspace,
  client: ClientAbilities,
): Promise<CodeAction[]> {
  // A client without literals takes commands only, and our fixes are edits.
  if (!client.codeActionLiterals) return [];
  const file = await workspace.analyzed(textDocument.uri);
  if (file === undefined) return [];
  const { only } = context;
  const actions: CodeAction[] = [];
  if (only === undefined || asks(only, CodeActionKind.QuickFix)) {
    const here = findingsIn(file).filter((finding) => overlaps(finding.place.range, range));
    actions.push(
      ...here.flatMap((finding) => fixesOf(finding, file, client)),
      ...here.flatMap((finding) => showGaps(finding, file, client)),
      ...explanations(here, client),
    );
  }
  // An action on the whole file, at every cursor, would be noise: it comes when it is asked for, as on saving.
  if (only !== undefined && asks(only, fixAllKind)) actions.push(...fixAll(file, client));
  return actions;
}

function fixesOf(finding: Finding, file: AnalyzedFile, client: ClientAbilities): CodeAction[] {
  const preferred = finding.fixes.find(({ safe }) => safe);
  return finding.fixes.flatMap((fix) => {
    const edits = file.root.analysis.fix(finding, fix.id);
    if (edits === undefined) return [];
    const action: CodeAction = {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, file.folder, client)],
      edit: workspaceEdit(edits, file.folder, client),
    };
    if (client.preferredActions && fix === preferred) action.isPreferred = true;
    return [action];
  });
}

function showGaps(finding: Finding, file: AnalyzedFile, client: ClientAbilities): CodeAction[] {
  if (finding.rule !== gapsRule || !client.commands.has(showAdviceCommand)) return [];
  const system = file.root.analysis
    .outline()
    .find(({ path }) => path === finding.place.path || finding.place.path.startsWith(`${path}.`));
  const title = 'Show gaps in the report';
  const words = [uriOf(file.folder, file.path), ...(system === undefined ? [] : [system.id])];
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, file.folder, client)],
      command: { title, command: showAdviceCommand, arguments: words },
    },
  ];
}

function explanations(findings: readonly Finding[], client: ClientAbilities): CodeAction[] {
  if (!client.commands.has(explainCommand)) return [];
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const title = `Explain ${rule}`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: explainCommand, arguments: [rule] },
    };
  });
}

/** One action with the safe fixes of all findings that stay in this file and do not touch each other. */
function fixAll(file: AnalyzedFile, client: ClientAbilities): CodeAction[] {
  const chosen: Edit[] = [];
  for (const finding of findingsIn(file)) {
    const safe = finding.fixes.find((fix) => fix.safe);
    const edits = safe === undefined ? undefined : file.root.analysis.fix(finding, safe.id);
    const fits = edits?.every(
      (edit) => edit.file === file.path && !chosen.some((other) => overlaps(edit.range, other.range)),
    );
    if (edits !== undefined && fits) chosen.push(...edits);
  }
  if (chosen.length === 0) return [];
  return [
    {
      title: 'Fix all that is safe to fix in this manifest',
      kind: fixAllKind,
      edit: workspaceEdit(chosen, file.folder, client),
    },
  ];
}

function findingsIn(file: AnalyzedFile): readonly Finding[] {
  return shownFindings(file.root.analysis.findings).filter(({ place }) => place.file === file.path);
}

function workspaceEdit(edits: readonly Edit[], folder: Folder, client: ClientAbilities): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const { file, range, newText } of edits) {
    byFile.set(file, [...(byFile.get(file) ?? []), { range, newText }]);
  }
  if (!client.documentChanges) {
    return { changes: Object.fromEntries([...byFile].map(([path, list]) => [uriOf(folder, path), list])) };
  }
  return {
    documentChanges: [...byFile].map(([path, list]) => {
      const version = folder.openDocument(path)?.version ?? null;
      return TextDocumentEdit.create({ uri: uriOf(folder, path), version }, list);
    }),
  };
}

/** Whether a kind, or one that holds it, is asked for: `source` holds `source.fixAll`, but not `sources`. */
function asks(only: readonly string[], kind: string): boolean {
  return only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

/** Whether two ranges share a character or touch: a cursor at the end of a word is at the word. */
function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
