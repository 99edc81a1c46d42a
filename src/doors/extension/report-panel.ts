import * as vscode from 'vscode';
import type { FolderAnswer, RootInfo } from '../server/protocol';
import { type FromPage, readFromPage, readPageState, type ToPage } from '../webview/protocol';
import { pageShell } from '../webview/shell';
import type { Advice } from './advice';
import { commandIds, reportView } from './ids';
import { revealPlace } from './reveal';

/** How long a manifest must rest before the report is calculated anew, in ms; twice as long as that takes, if it is more. */
const restBeforeReport = 300;

/** Where the URI of the last shown root is kept for the window's next start. */
const lastRootKey = 'report.root';

/** The report: one panel a window, made when it is first asked for, that follows the manifest it shows. */
export class ReportPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  /** URI of the root that is shown. */
  private root: string | undefined;
  /** Where the page is to look first, once. */
  private system: string | undefined;
  /** What is shown, to find the files that the page speaks of. */
  private shown: FolderAnswer | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** How long the last answer took, in ms. */
  private took = 0;
  /** Counts snapshots that were asked for: an answer that was overtaken is not shown. */
  private asked = 0;
  private readonly listening: vscode.Disposable;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly memory: vscode.Memento,
    private readonly advice: Advice,
  ) {
    this.listening = advice.onAnalyzed(({ roots }) => {
      // A panel that was restored before any manifest was found takes the first that is.
      this.root ??= roots[0]?.uri;
      if (roots.some(({ uri }) => uri === this.root)) this.refreshSoon();
    });
  }

  /** Shows the report of a root, and in it a system if one is named, in the panel that is there or a new one. */
  async show(root: RootInfo, system?: string): Promise<void> {
    await this.setRoot(root.uri);
    this.system = system;
    if (this.panel !== undefined) {
      this.panel.reveal();
      await this.refresh();
      return;
    }
    const column =
      vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    const title = vscode.l10n.t('AI Governance Advice');
    this.adopt(vscode.window.createWebviewPanel(reportView, title, column, this.options()));
  }

  /** Takes over a panel that VS Code restored after a restart, of this version or an older one. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { root } = readPageState(state);
    const roots = await this.advice.allRoots();
    const last = this.memory.get<string>(lastRootKey);
    const candidates = roots.filter(({ path }) => path === root);
    const found = candidates.find(({ uri }) => uri === last) ?? candidates[0] ?? roots[0];
    if (found !== undefined) await this.setRoot(found.uri);
    this.panel?.dispose();
    this.adopt(panel);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.panel?.dispose();
  }

  private async setRoot(uri: string): Promise<void> {
    this.root = uri;
    await this.memory.update(lastRootKey, uri);
  }

  private get pageFolder(): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'dist', 'page');
  }

  private options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.pageFolder] };
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    const { webview } = panel;
    // A panel restored after an update still has the resource folder of the version before.
    webview.options = this.options();
    const inPage = (name: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.pageFolder, name)).toString();
    const listening = [
      webview.onDidReceiveMessage((value: unknown) => this.receive(value)),
      panel.onDidDispose(() => {
        for (const each of listening) each.dispose();
        if (this.panel === panel) this.panel = undefined;
      }),
    ];
    webview.html = pageShell({
      nonce: newNonce(),
      cspSource: webview.cspSource,
      scriptUri: inPage('report.js'),
      styleUri: inPage('report.css'),
      title: panel.title,
    });
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), Math.max(restBeforeReport, 2 * this.took));
  }

  /** Sends a fresh snapshot. A page that is hidden is gone, and asks for one when it is back. */
  private async refresh(): Promise<void> {
    if (this.panel?.visible !== true) return;
    const round = ++this.asked;
    this.post({ type: 'busy' });
    const began = performance.now();
    const found = this.root === undefined ? undefined : await this.answer(this.root);
    this.took = performance.now() - began;
    if (round === this.asked) this.post(found);
  }

  private async answer(root: string): Promise<ToPage> {
    let found: FolderAnswer | undefined;
    try {
      found = await this.advice.answerOf(root);
    } catch (error) {
      return { type: 'failure', message: vscode.l10n.t('The advice could not be had: {0}', String(error)) };
    }
    const path = found?.answer.roots[0]?.path;
    if (found === undefined || path === undefined) {
      const name = vscode.workspace.asRelativePath(vscode.Uri.parse(root));
      return {
        type: 'failure',
        message: vscode.l10n.t('{0} is not here any more. Open another manifest and show its advice.', name),
      };
    }
    this.shown = found;
    const target = this.system === undefined ? { root: path } : { root: path, system: this.system };
    this.system = undefined;
    return { type: 'snapshot', answer: found.answer, guided: [...found.guided], target };
  }

  private post(message: ToPage | undefined): void {
    const text = vscode.l10n.t('There is no manifest to give advice on. Begin one with New Manifest.');
    void this.panel?.webview.postMessage(message ?? ({ type: 'failure', message: text } satisfies ToPage));
  }

  private receive(value: unknown): void {
    const message = readFromPage(value);
    if (message !== undefined) void this.act(message);
  }

  private async act(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.refresh();
      case 'reveal':
        return this.reveal(message.place.file, message.place.range);
      case 'openEntry':
        return vscode.commands.executeCommand(commandIds.explainRule, message.id);
      case 'guidance':
        return this.sendGuidance(message.id);
      case 'newManifest':
        return vscode.commands.executeCommand(commandIds.newManifest);
      case 'focusEditor':
        if (this.root !== undefined) await this.open(vscode.Uri.parse(this.root));
    }
  }

  private async sendGuidance(id: string): Promise<void> {
    const markdown = await this.advice.guidance(id).catch(() => null);
    this.post({ type: 'guidance', id, markdown });
  }

  private async reveal(file: string, range: FromPageRange): Promise<void> {
    if (this.shown === undefined) return;
    const { uris, folder } = this.shown;
    const known = uris[file];
    const uri =
      known === undefined ? vscode.Uri.joinPath(vscode.Uri.parse(folder), file) : vscode.Uri.parse(known);
    await this.open(uri, range);
  }

  private async open(file: vscode.Uri, range?: FromPageRange): Promise<void> {
    try {
      await revealPlace(file, range, this.panel?.viewColumn ?? vscode.ViewColumn.One);
    } catch {
      const name = vscode.workspace.asRelativePath(file);
      void vscode.window.showWarningMessage(
        vscode.l10n.t('{0} could not be opened. Was it moved or deleted?', name),
      );
    }
  }
}

type FromPageRange = Extract<FromPage, { type: 'reveal' }>['place']['range'];

/** A fresh random word, from the system's source of randomness. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
