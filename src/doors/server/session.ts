import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Advisor, Analysis } from '../../advise/advisor';
import { isManifestPath } from '../../advise/roots';
import { analyzedRoots } from './answers';
import type { ClientAbilities } from './client-abilities';
import { DiagnosticsPublisher } from './diagnostics';
import type { Folder } from './folder';
import type { FolderFiles } from './folder-files';
import { type AnalyzedParams, analyzedNotification } from './protocol';
import { Timers } from './timers';
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

/** One client with its folders: what changes is put off a little, analyzed, and told. */
export class Session {
  readonly workspace: Workspace;
  private readonly publisher: DiagnosticsPublisher;
  private readonly told = new WeakSet<Analysis>();
  private loading: Promise<Advisor | undefined> | undefined;
  /** Why there is no advisor. */
  private problem = '';

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
      this.problem = `No advice can be given: ${error instanceof Error ? error.message : String(error)}`;
      this.log(this.problem);
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
    if (home === undefined) {
      for (const folder of this.workspace.changeBeside(document)) {
        this.findings.afterRest(folder, restBeforeFindings);
      }
      return;
    }
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
    for (const folder of this.workspace.closeBeside(document)) this.findings.afterRest(folder, 0);
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

  /** Where no client watches, nobody tells of files: a manifest that is opened or saved is the sign to look. */
  private lookAgain(folder: Folder): void {
    if (!this.client.watchesFiles || folder.onlyOpen) folder.forget();
  }

  private forget(folder: Folder): void {
    this.findings.cancel(folder);
    this.listings.cancel(folder);
    this.publisher.withdraw(folder);
  }

  private async publish(folder: Folder): Promise<void> {
    await folder.refresh();
    const advisor = await this.advisor();
    if (advisor === undefined) return this.tell({ roots: [], problem: this.problem });
    if (!this.workspace.folders.includes(folder)) return;
    this.publisher.publish(folder);
    const fresh = folder.states.filter(({ analysis }) => !this.told.has(analysis));
    if (fresh.length === 0) return;
    for (const { analysis } of fresh) this.told.add(analysis);
    await this.tell({ roots: analyzedRoots(folder, fresh, advisor.pack) });
  }

  private async tell(params: AnalyzedParams): Promise<void> {
    if (this.client.wantsAnalyzed) await this.connection.sendNotification(analyzedNotification, params);
  }
}
