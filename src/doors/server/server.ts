import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Advisor } from '../../advise/advisor';
import { answersAsked, rootsAsked } from './answers';
import { clientAbilities } from './client-abilities';
import { codeActionsAt, fixAllKind } from './code-actions';
import { completionsAt, completionTriggers } from './completion';
import { explanationOf } from './explain';
import { guidanceOn } from './guidance';
import { hoverAt } from './hover';
import { newManifest } from './new-manifest';
import { overlaidIn } from './overlaid';
import {
  type AnswerParams,
  answerRequest,
  type ExplainParams,
  explainRequest,
  type GuidanceParams,
  guidanceRequest,
  type NewManifestParams,
  newManifestRequest,
  type RootsParams,
  rootsRequest,
} from './protocol';
import { type ServerHost, Session } from './session';
import { symbolsIn } from './symbols';
import { sameUri, uriOfPath } from './uris';

/** Serves one client over a connection until it says shutdown. Calls `listen` itself. */
export function serve(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  const log = (line: string): void => {
    try {
      connection.console.error(line.replace(/\s*\n\s*/g, ' '));
    } catch {
      // The client is gone, and with it who would read this.
    }
  };
  let session: Session | undefined;

  connection.onInitialize((params): InitializeResult => {
    const client = clientAbilities(params);
    session = new Session(connection, host, client, log);
    session.workspace.changeFolders(foldersIn(params), []);
    return {
      serverInfo: { name: 'AI Governance Advisor', version: host.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: completionTriggers },
        documentSymbolProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(
    () => void session?.begin().catch((error: unknown) => log(`begin: ${String(error)}`)),
  );

  /** Answers with `fallback` where a request fails, and says so in the log: a broken feature must not break others. */
  const guarded =
    <P, R>(
      name: string,
      fallback: R,
      run: (params: P, session: Session, advisor: Advisor) => Promise<R> | R,
    ) =>
    async (params: P): Promise<R> => {
      try {
        const advisor = await session?.advisor();
        return session === undefined || advisor === undefined
          ? fallback
          : await run(params, session, advisor);
      } catch (error) {
        // What the client asked wrongly, it is told.
        if (error instanceof ResponseError) throw error;
        log(`${name}: ${String(error)}`);
        return fallback;
      }
    };

  connection.onHover(
    guarded('hover', null, (params, { workspace, client }, advisor) =>
      hoverAt(params, workspace, advisor, client),
    ),
  );
  connection.onCompletion(
    guarded('completion', [], (params, { workspace, client }, advisor) =>
      completionsAt(params, workspace, advisor, client),
    ),
  );
  connection.onDocumentSymbol(
    guarded('symbols', [], ({ textDocument }, { workspace, client }) =>
      symbolsIn(textDocument.uri, workspace, client),
    ),
  );
  connection.onCodeAction(
    guarded('code actions', [], (params, { workspace, client }) => codeActionsAt(params, workspace, client)),
  );
  connection.onRequest(
    rootsRequest,
    guarded('roots', [], (params: RootsParams | undefined, { workspace }) =>
      rootsAsked(params ?? {}, workspace),
    ),
  );
  connection.onRequest(
    answerRequest,
    guarded('answer', [], (params: AnswerParams, { workspace }) => answersAsked(params, workspace)),
  );
  connection.onRequest(
    explainRequest,
    guarded('explain', { nearest: [] }, (params: ExplainParams, { workspace }, advisor) =>
      explanationOf(params, advisor, workspace),
    ),
  );
  connection.onRequest(
    guidanceRequest,
    guarded('guidance', null, (params: GuidanceParams, { workspace }, advisor) =>
      guidanceOn(params, [...overlaidIn(workspace).map(({ catalog }) => catalog), advisor]),
    ),
  );
  connection.onRequest(
    newManifestRequest,
    guarded('new manifest', null, ({ folder }: NewManifestParams, { client }) =>
      newManifest(folder, host.files(sameUri(folder), client)),
    ),
  );

  documents.onDidChangeContent(({ document }) => session?.documentChanged(document));
  documents.onDidSave(({ document }) => session?.documentSaved(document));
  documents.onDidClose(({ document }) => session?.documentClosed(document));
  connection.onDidChangeWatchedFiles(({ changes }) => session?.filesChanged(changes));
  connection.onShutdown(() => session?.end());

  documents.listen(connection);
  connection.listen();
}

/** The folders that a client opens with; older clients know one root only, and some none. */
function foldersIn({ workspaceFolders, ...older }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  const { rootUri, rootPath }: { rootUri?: string | null; rootPath?: string | null } = older;
  if (rootUri) return [rootUri];
  return rootPath ? [uriOfPath(rootPath)] : [];
}
