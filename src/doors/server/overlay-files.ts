import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type OverlayTexts, overlayPaths, overlayText } from '../../advise/advisor';
import type { FileText } from '../../host/port';
import type { FolderFiles } from './folder-files';

/**
 * The files of overlay folders, read as far as roots name them: an open document goes before the file. Which files
 * there are is looked up once a listing, not at every key.
 */
export class OverlayFiles {
  /** Documents that are no manifests, by path: any of them may turn out to be an entry. */
  private readonly open = new Map<string, TextDocument>();
  private readonly texts = new Map<string, FileText | undefined>();
  /** By folders: what `overlayPaths` has found. */
  private readonly found = new Map<string, readonly string[]>();
  private listed: readonly string[] = [];

  constructor(private readonly files: FolderFiles) {}

  /** Takes up a new listing. */
  list(paths: readonly string[]): void {
    this.listed = paths;
    this.found.clear();
  }

  documentChanged(path: string, document: TextDocument): void {
    if (!this.open.has(path)) this.found.clear();
    this.open.set(path, document);
  }

  documentClosed(path: string): void {
    this.open.delete(path);
    this.texts.delete(path);
    this.found.clear();
  }

  fileChanged(path: string): void {
    this.texts.delete(path);
  }

  /** The next time everything is read anew. */
  forget(): void {
    this.texts.clear();
  }

  openDocument(path: string): TextDocument | undefined {
    return this.open.get(path);
  }

  /** The files of folders that count as entries. */
  pathsIn(folders: readonly string[]): readonly string[] {
    if (folders.length === 0) return [];
    const key = folders.join('\n');
    const found = this.found.get(key) ?? overlayPaths(folders, [...this.listed, ...this.open.keys()]);
    this.found.set(key, found);
    return found;
  }

  /** Files of folders that were not read yet. */
  missingIn(folders: readonly string[]): readonly string[] {
    return this.pathsIn(folders).filter((path) => !this.open.has(path) && !this.texts.has(path));
  }

  async read(paths: readonly string[]): Promise<void> {
    await Promise.all(
      paths.map(async (path) => {
        this.texts.set(path, undefined);
        const read = overlayText(await this.files.read(path));
        // It may have changed meanwhile; then it is read again.
        if (this.texts.has(path)) this.texts.set(path, read);
      }),
    );
  }

  /** The files of folders with their texts. */
  textsIn(folders: readonly string[]): OverlayTexts {
    return new Map(
      this.pathsIn(folders).flatMap((path) => {
        const document = this.open.get(path);
        const read = document ? overlayText({ text: document.getText() }) : this.texts.get(path);
        return read ? [[path, read] as const] : [];
      }),
    );
  }
}
