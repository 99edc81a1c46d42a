import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isManifestPath } from '../../advise/roots';
import { skippedFolders } from '../../host/port';
import { Folder, type FolderContext, type RootState } from './folder';
import { type FolderFiles, noFiles } from './folder-files';
import { folderOf, nameOf, pathBelow, sameUri, schemeOf, uriBelow } from './uris';

/** A place in an open folder. */
export interface Home {
  readonly folder: Folder;
  /** Relative to the folder, with `/`. */
  readonly path: string;
}

/** A file of a manifest, with the newest analysis of its root. */
export interface AnalyzedFile extends Home {
  readonly root: RootState;
}

/** The languages that VS Code gives to manifests; other editors say `yaml` or `json`, and the name decides. */
const manifestLanguages = ['ai-usage', 'ai-usage-json'];

/**
 * The open folders, and a folder of its own for each manifest that is open outside of them. A file belongs to the
 * innermost folder around it.
 */
export class Workspace {
  private readonly workspaceFolders = new Map<string, Folder>();
  private readonly standalone = new Map<string, Folder>();
  private readonly documents = new Map<string, { document: TextDocument; home: Home }>();
  /** Open documents that are no manifests. */
  private readonly besides = new Map<string, TextDocument>();

  constructor(
    private readonly context: FolderContext,
    /** The files of a folder, by its URI as of `sameUri`. */
    private readonly filesIn: (folder: string) => FolderFiles,
  ) {}

  get folders(): readonly Folder[] {
    return [...this.workspaceFolders.values(), ...this.standalone.values()];
  }

  /** Opens and closes workspace folders; gives the folders that are no more. */
  changeFolders(added: readonly string[], removed: readonly string[]): readonly Folder[] {
    const open = [...this.documents.values()].map(({ document }) => document);
    const gone = open.flatMap((document) => this.closeDocument(document).gone);
    for (const uri of removed.map(sameUri)) {
      const folder = this.workspaceFolders.get(uri);
      if (folder !== undefined) gone.push(folder);
      this.workspaceFolders.delete(uri);
    }
    for (const uri of added.map(sameUri)) {
      if (!this.workspaceFolders.has(uri)) {
        this.workspaceFolders.set(uri, new Folder(uri, this.filesIn(uri), this.context));
      }
    }
    for (const folder of this.workspaceFolders.values()) {
      const inner = [...this.workspaceFolders.keys()].flatMap((uri) => pathBelow(folder.uri, uri) ?? []);
      folder.leaveTo(inner);
    }
    for (const document of open) this.changeDocument(document);
    for (const document of this.besides.values()) this.changeBeside(document);
    return gone.filter((folder) => !this.folders.includes(folder));
  }

  isOpen(document: TextDocument): boolean {
    return this.documents.has(sameUri(document.uri));
  }

  /** A document was opened or changed. Gives its place when it is a manifest. */
  changeDocument(document: TextDocument): Home | undefined {
    const key = sameUri(document.uri);
    const home = this.documents.get(key)?.home ?? this.homeFor(key, document.languageId);
    if (home === undefined) return undefined;
    this.documents.set(key, { document, home });
    home.folder.documentChanged(home.path, document);
    return home;
  }

  /** A document was closed: the file counts again. Gives its place, and the folder that went with it. */
  closeDocument(document: TextDocument): { home: Home | undefined; gone: Folder[] } {
    const key = sameUri(document.uri);
    const home = this.documents.get(key)?.home;
    this.documents.delete(key);
    if (home === undefined) return { home: undefined, gone: [] };
    const { folder, path } = home;
    folder.documentClosed(path);
    if (this.standalone.get(folder.uri) !== folder || folder.hasOpenDocuments) return { home, gone: [] };
    this.standalone.delete(folder.uri);
    return { home, gone: [folder] };
  }

  /** A document that is no manifest was opened or changed. Gives the folders of which a root reads it as an overlay. */
  changeBeside(document: TextDocument): readonly Folder[] {
    this.besides.set(sameUri(document.uri), document);
    return this.placesOf(document.uri).flatMap(({ folder, path }) =>
      folder.besideChanged(path, document) ? [folder] : [],
    );
  }

  closeBeside(document: TextDocument): readonly Folder[] {
    if (!this.besides.delete(sameUri(document.uri))) return [];
    return this.placesOf(document.uri).flatMap(({ folder, path }) =>
      folder.besideClosed(path) ? [folder] : [],
    );
  }

  /** Where a file is: in an open folder, or as a manifest that is open on its own. */
  find(uri: string): Home | undefined {
    const key = sameUri(uri);
    return this.documents.get(key)?.home ?? this.placeInFolders(key);
  }

  /** The newest analysis of the root that a file belongs to. */
  async analyzed(uri: string): Promise<AnalyzedFile | undefined> {
    const home = this.find(uri);
    if (home === undefined) return undefined;
    await home.folder.refresh();
    const root = home.folder.rootOf(home.path);
    return root === undefined ? undefined : { ...home, root };
  }

  /** The folders that a file on disk lies in, with its path there; not those that skip it. */
  placesOf(uri: string): readonly Home[] {
    const key = sameUri(uri);
    return this.folders.flatMap((folder) => {
      const path = pathBelow(folder.uri, key);
      return path === undefined || isSkipped(path) ? [] : [{ folder, path }];
    });
  }

  private homeFor(uri: string, languageId: string): Home | undefined {
    const isManifest = isManifestPath(nameOf(uri)) || manifestLanguages.includes(languageId);
    if (!isManifest) return undefined;
    if (schemeOf(uri) === 'untitled') {
      const folder = new Folder(uri, noFiles, this.context, true);
      this.standalone.set(uri, folder);
      return { folder, path: untitledPath(uri, languageId) };
    }
    const place = this.placeInFolders(uri);
    if (place !== undefined) return isSkipped(place.path) ? undefined : place;
    // Other schemes are views of a file, such as its state in the index of Git, and not a manifest of their own.
    if (schemeOf(uri) !== 'file') return undefined;
    const parent = folderOf(uri);
    const folder =
      this.standalone.get(parent) ?? new Folder(parent, this.filesIn(parent), this.context, true);
    this.standalone.set(parent, folder);
    return { folder, path: nameOf(uri) };
  }

  private placeInFolders(uri: string): Home | undefined {
    let innermost: Home | undefined;
    for (const folder of this.workspaceFolders.values()) {
      const path = pathBelow(folder.uri, uri);
      if (path !== undefined && (innermost === undefined || path.length < innermost.path.length)) {
        innermost = { folder, path };
      }
    }
    return innermost;
  }
}

/** The URI of a file of a folder, as the client spells it where it is open. */
export function uriOf(folder: Folder, path: string): string {
  return folder.openDocument(path)?.uri ?? uriBelow(folder.uri, path);
}

/** A name by which YAML and JSON can be told apart. */
function untitledPath(uri: string, languageId: string): string {
  const name = nameOf(uri);
  if (/\.(yaml|yml|json)$/.test(name)) return name;
  return languageId.endsWith('json') ? `${name}.json` : `${name}.yaml`;
}

function isSkipped(path: string): boolean {
  return path.split('/').some((step) => skippedFolders.has(step));
}
