import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Advisor, Analysis } from '../../advise/advisor';
import { isManifestPath } from '../../advise/roots';
import { analyzedParams, answersAsked, rootsAsked } from './answers';
import { type ClientAbilities, clientAbilities } from './client-abilities';
import { codeActionsAt, fixAllKind } from './code-actions';
import { completionsAt, completionTriggers } from './completion';
import { DiagnosticsPublisher } from './diagnostics';
import { explanationOf } from './explain';
import type { Folder } from './folder';
import type { FolderFiles } from './folder-files';
import { hoverAt } from './hover';
import { newManifest } from './new-manifest';
import {
  type AnswerParams,
  analyzedNotification,
  answerRequest,
  type ExplainParams,
  explainRequest,
  type NewManifestParams,
  newManifestRequest,
  type RootsParams,
  rootsRequest,
} from './protocol';
import { symbolsIn } from './symbols';
import { Timers } from './timers';
import { sameUri, uriOfPath } from './uris';
import { Workspace } from './workspace';

/** What differs between a process and a worker. */
export interface ServerHost {
  readonly version: string;
  /** Today as an ISO day. */
  today(): string;
  /** The files of a folder, by its URI. */
  files(folder: string, client: ClientAbilities): FolderFiles;
  /** Loads the catalog. May reject, with a sentence for people. */
  advisor(client: ClientAbilities): Promise<Advisor>;
}

/** How long typing must rest before findings are sent, in ms. */
const restBeforeFindings = 150;

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
        documentSymbolProvider: { label: 'AI Governance' },
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
    guarded('explain', { nearest: [] }, (params: ExplainParams, _, advisor) =>
      explanationOf(params, advisor),
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

/** One client with its folders: what changes is put off a little, analyzed, and told. */
class Session {
  readonly workspace: Workspace;
  private readonly publisher: DiagnosticsPublisher;
  private readonly told = new WeakSet<Analysis>();
  private loading: Promise<Advisor | undefined> | undefined;

  /** Findings of a folder, put off until typing rests. */
  private readonly findings = new Timers<Folder>((folder) => {
    this.publish(folder).catch((error: unknown) => this.log(`findings: ${String(error)}`));
  });

  /** New listings of a folder, put off so that a build that writes thousands of files costs few. */
  private readonly listings = new Timers<Folder>((folder) => {
    folder.filesCameOrWent();
    this.findings.afterRest(folder, 0);
  });

  constructor(
    private readonly connection: Connection,
    private readonly host: ServerHost,
    readonly client: ClientAbilities,
    private readonly log: (line: string) => void,
  ) {
    const context = { advisor: () => this.advisor(), today: () => host.today(), log };
    this.workspace = new Workspace(context, (folder) => host.files(folder, client));
    this.publisher = new DiagnosticsPublisher(client, (params) => {
      connection.sendDiagnostics(params).catch((error: unknown) => log(`findings: ${String(error)}`));
    });
  }

  /** The core with its catalog, loaded on first need; undefined, and said once in the log, when it cannot be had. */
  advisor(): Promise<Advisor | undefined> {
    this.loading ??= this.host.advisor(this.client).catch((error: unknown) => {
      this.log(`No advice can be given: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    });
    return this.loading;
  }

  async begin(): Promise<void> {
    for (const folder of this.workspace.folders) this.findings.afterRest(folder, 0);
    if (this.client.workspaceFolders) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        this.foldersChanged(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        ),
      );
    }
    if (this.client.watchesFiles) {
      // Evidence may be any file.
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*' }],
      });
    }
  }

  documentChanged(document: TextDocument): void {
    const wasOpen = this.workspace.isOpen(document);
    const home = this.workspace.changeDocument(document);
    if (home === undefined) return;
    if (!wasOpen) this.lookAgain(home.folder);
    this.findings.afterRest(home.folder, wasOpen ? restBeforeFindings : 0);
  }

  documentSaved(document: TextDocument): void {
    const home = this.workspace.find(document.uri);
    if (home === undefined) return;
    this.lookAgain(home.folder);
    this.findings.afterRest(home.folder, 0);
  }

  documentClosed(document: TextDocument): void {
    const { home, gone } = this.workspace.closeDocument(document);
    for (const folder of gone) this.forget(folder);
    if (home !== undefined && !gone.includes(home.folder)) this.findings.afterRest(home.folder, 0);
  }

  filesChanged(changes: readonly FileEvent[]): void {
    for (const { uri, type } of changes) {
      for (const { folder, path } of this.workspace.placesOf(uri)) {
        folder.fileChanged(path);
        if (type === FileChangeType.Changed) {
          this.findings.afterRest(folder, restBeforeFindings);
        } else if (isManifestPath(path)) {
          folder.filesCameOrWent();
          this.findings.afterRest(folder, restBeforeFindings);
        } else {
          this.listings.within(folder, folder.listingPause);
        }
      }
    }
  }

  end(): void {
    this.findings.cancelAll();
    this.listings.cancelAll();
  }

  private foldersChanged(added: readonly string[], removed: readonly string[]): void {
    for (const folder of this.workspace.changeFolders(added, removed)) this.forget(folder);
    for (const folder of this.workspace.folders) this.findings.afterRest(folder, 0);
  }

  /** A client that does not watch files tells of none: then a manifest that is opened or saved is the sign to look. */
  private lookAgain(folder: Folder): void {
    if (!this.client.watchesFiles) folder.forget();
  }

  private forget(folder: Folder): void {
    this.findings.cancel(folder);
    this.listings.cancel(folder);
    this.publisher.withdraw(folder);
  }

  private async publish(folder: Folder): Promise<void> {
    await folder.refresh();
    const advisor = await this.advisor();
    if (advisor === undefined || !this.workspace.folders.includes(folder)) return;
    this.publisher.publish(folder);
    if (!this.client.wantsAnalyzed) return;
    const fresh = folder.states.filter(({ analysis }) => !this.told.has(analysis));
    if (fresh.length === 0) return;
    for (const { analysis } of fresh) this.told.add(analysis);
    await this.connection.sendNotification(analyzedNotification, analyzedParams(folder, fresh, advisor.pack));
  }
}

/** The folders that a client opens with; older clients know one root only, and some none. */
function foldersIn({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [uriOfPath(rootPath)] : [];
}
