import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol';

/** What the client can do, as far as features ask. All false for a client that says nothing. */
export interface ClientAbilities {
  readonly snippets: boolean;
  readonly markdownInCompletion: boolean;
  readonly markdownInHover: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly versionedDiagnostics: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  /** Edits with the version of the document that they are for. */
  readonly documentChanges: boolean;
  readonly nestedSymbols: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly commands: ReadonlySet<string>;
  readonly servesFiles: boolean;
  readonly servesCatalog: boolean;
  readonly wantsAnalyzed: boolean;
}

export function clientAbilities({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { textDocument, workspace } = capabilities;
  const options = initializationOptionsIn(initializationOptions);
  const completionItem = textDocument?.completion?.completionItem;
  const diagnostics = textDocument?.publishDiagnostics;
  return {
    snippets: completionItem?.snippetSupport ?? false,
    markdownInCompletion: completionItem?.documentationFormat?.includes('markdown') ?? false,
    markdownInHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    relatedInformation: diagnostics?.relatedInformation ?? false,
    codeDescription: diagnostics?.codeDescriptionSupport ?? false,
    versionedDiagnostics: diagnostics?.versionSupport ?? false,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    commands: new Set(options.commands),
    servesFiles: options.servesFiles ?? false,
    servesCatalog: options.servesCatalog ?? false,
    wantsAnalyzed: options.wantsAnalyzed ?? false,
  };
}

/** What comes over the wire may be anything; what is not as it should be counts as not said. */
function initializationOptionsIn(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const said = new Map<string, unknown>(Object.entries(value));
  const commands = said.get('commands');
  return {
    servesFiles: said.get('servesFiles') === true,
    servesCatalog: said.get('servesCatalog') === true,
    wantsAnalyzed: said.get('wantsAnalyzed') === true,
    commands: Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [],
  };
}
