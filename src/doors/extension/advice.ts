import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type AnalyzedParams,
  type AnswerParams,
  analyzedNotification,
  answerRequest,
  type ExplainParams,
  type Explanation,
  explainRequest,
  type FolderAnswer,
  type GuidanceParams,
  guidanceRequest,
  type NewManifest,
  type NewManifestParams,
  newManifestRequest,
  type RootInfo,
  type RootsParams,
  rootsRequest,
} from '../server/protocol';

/** What the server can be asked, typed, and what it tells by itself. */
export class Advice implements vscode.Disposable {
  private readonly analyzed = new vscode.EventEmitter<AnalyzedParams>();
  /** Fires when manifest roots were read anew. */
  readonly onAnalyzed = this.analyzed.event;

  constructor(private readonly client: BaseLanguageClient) {
    client.onNotification(analyzedNotification, (params: AnalyzedParams) => this.analyzed.fire(params));
  }

  /** The root that a file belongs to, if it belongs to one. */
  async rootOf(file: vscode.Uri): Promise<RootInfo | undefined> {
    return (await this.roots({ uri: file.toString() }))[0];
  }

  allRoots(): Promise<RootInfo[]> {
    return this.roots({});
  }

  /** Everything about one root, with questions and portfolio; undefined when it is no more. */
  async answerOf(root: string): Promise<FolderAnswer | undefined> {
    const params: AnswerParams = { uri: root, questions: true, portfolio: true };
    return (await this.client.sendRequest<FolderAnswer[]>(answerRequest, params))[0];
  }

  explain(id: string): Promise<Explanation> {
    return this.client.sendRequest<Explanation>(explainRequest, { id } satisfies ExplainParams);
  }

  /** Guidance on a tool or control, in Markdown; null where there is none. */
  guidance(id: string): Promise<string | null> {
    return this.client.sendRequest<string | null>(guidanceRequest, { id } satisfies GuidanceParams);
  }

  /** What to write in a folder; null where that cannot be told. */
  newManifest(folder: vscode.Uri): Promise<NewManifest | null> {
    const params: NewManifestParams = { folder: folder.toString() };
    return this.client.sendRequest<NewManifest | null>(newManifestRequest, params);
  }

  dispose(): void {
    this.analyzed.dispose();
  }

  private roots(params: RootsParams): Promise<RootInfo[]> {
    return this.client.sendRequest<RootInfo[]>(rootsRequest, params);
  }
}
