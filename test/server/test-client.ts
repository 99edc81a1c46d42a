import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ClientCapabilities,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../src/doors/server/protocol';

/** Everything that a modern editor can do. */
const ableClient: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** The protocol still wants this of every client. */
const noRoot = { rootUri: null };

/** A language client for tests: it remembers what it was told, and can wait for it. */
export class TestClient {
  /** The last findings of each file, by URI as it was sent. */
  readonly diagnostics = new Map<string, PublishDiagnosticsParams>();
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  private readonly versions = new Map<string, number>();

  constructor(readonly connection: MessageConnection) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.diagnostics.set(params.uri, params);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    connection.listen();
  }

  async initialize(
    folders: readonly string[],
    {
      capabilities = ableClient,
      options,
      ...rest
    }: {
      capabilities?: ClientCapabilities;
      options?: InitializationOptions;
    } & Partial<InitializeParams> = {},
  ): Promise<InitializeResult> {
    const params: InitializeParams = {
      processId: null,
      ...noRoot,
      capabilities,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      initializationOptions: options,
      ...rest,
    };
    const result: InitializeResult = await this.connection.sendRequest('initialize', params);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'yaml'): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces the whole text, or what stands in a range. Gives the new version. */
  async change(uri: string, text: string, range?: Diagnostic['range']): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range === undefined ? { text } : { range, text }],
    });
    return version;
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async watched(...changes: readonly { uri: string; type: 1 | 2 | 3 }[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** The rules that a file has findings of, once they are `expected`; fails with what is there after a while. */
  async rules(uri: string, expected: readonly string[], ms = 5_000): Promise<readonly Diagnostic[]> {
    const found = () => this.diagnostics.get(uri)?.diagnostics;
    await eventually(
      () =>
        JSON.stringify(
          found()
            ?.map(({ code }) => code)
            .sort(),
        ) === JSON.stringify([...expected].sort()),
      () => `${uri}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found())}`,
      ms,
    );
    return found() ?? [];
  }
}

/** Waits until something holds; fails with what `why` says. */
export async function eventually(holds: () => boolean, why: () => string, ms = 5_000): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(why());
    await sleep(10);
  }
}
