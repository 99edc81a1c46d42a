import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Advisor, Analysis, RootFiles } from '../../advise/advisor';
import { findRoots, isManifestPath, manifestRole } from '../../advise/roots';
import type { FolderFiles } from './folder-files';
import { OverlayFiles } from './overlay-files';
import { RepositoryFacts } from './repository-facts';

/** A manifest root of a folder with its newest analysis. */
export interface RootState {
  readonly files: RootFiles;
  readonly analysis: Analysis;
  /** The document versions that were read, by path, of files that were open. */
  readonly versions: ReadonlyMap<string, number>;
}

/** What a folder needs from around it. */
export interface FolderContext {
  /** Undefined when there is none to be had; then nothing is analyzed. */
  advisor(): Promise<Advisor | undefined>;
  /** ISO day. */
  today(): string;
  /** One line for the log. */
  log(line: string): void;
}

interface Root {
  files: RootFiles;
  /** The folders with overlays that it named when it was last looked at. */
  overlays: readonly string[];
  dirty: boolean;
  state: RootState | undefined;
}

/**
 * One folder that was asked for: its manifests, their texts (an open document goes before the file), the facts about its
 * files, and an analysis for each root. It is told of changes and catches up in `refresh`, reading only what changed.
 */
export class Folder {
  /** Documents of this folder that are open, by path. */
  private readonly open = new Map<string, TextDocument>();
  private readonly texts = new Map<string, string | undefined>();
  private readonly overlays: OverlayFiles;
  private readonly emptiness = new Map<string, boolean>();
  /** Lines that the log has, so that each new listing does not say the same again. */
  private readonly told = new Set<string>();
  private roots: Root[] = [];
  private paths: readonly string[] = [];
  private facts: RepositoryFacts = new RepositoryFacts([], this.emptiness);
  private listingIsStale = true;
  private groupingIsStale = true;
  private running: Promise<void> | undefined;
  /** Paths below this folder that other open folders have for themselves. */
  private elsewhere: readonly string[] = [];
  /** How long the last listing took, in ms: a slow one is not asked for often. */
  private listingTook = 0;

  constructor(
    /** As of `sameUri`. */
    readonly uri: string,
    private readonly files: FolderFiles,
    private readonly context: FolderContext,
    /** Only roots of which a file is open: for a folder that nobody opened, but a file in it. */
    readonly onlyOpen = false,
  ) {
    this.overlays = new OverlayFiles(files);
  }

  /** A manifest of this folder was opened, or its text changed. */
  documentChanged(path: string, document: TextDocument): void {
    if (!this.open.has(path)) this.groupingIsStale = true;
    this.open.set(path, document);
    this.textChanged(path);
  }

  documentClosed(path: string): void {
    this.open.delete(path);
    this.texts.delete(path);
    this.groupingIsStale = true;
    this.textChanged(path);
  }

  /** A document that is no manifest was opened, or its text changed. Says whether a root reads it as an overlay. */
  besideChanged(path: string, document: TextDocument): boolean {
    this.overlays.documentChanged(path, document);
    return this.overlayChanged(path);
  }

  besideClosed(path: string): boolean {
    this.overlays.documentClosed(path);
    return this.overlayChanged(path);
  }

  /** The content of a file changed on disk, or the file came or went. */
  fileChanged(path: string): void {
    this.overlays.fileChanged(path);
    this.overlayChanged(path);
    if (isManifestPath(path)) {
      this.texts.delete(path);
      if (!this.open.has(path)) this.textChanged(path);
    }
    this.emptiness.delete(path);
  }

  /** Files came or went: the next `refresh` lists anew. */
  filesCameOrWent(): void {
    this.listingIsStale = true;
  }

  /** For a client that cannot watch files: the next `refresh` reads everything anew. */
  forget(): void {
    this.texts.clear();
    this.overlays.forget();
    this.emptiness.clear();
    this.listingIsStale = true;
    for (const root of this.roots) root.dirty = true;
  }

  /** Leaves the paths to folders of their own. */
  leaveTo(paths: readonly string[]): void {
    this.elsewhere = paths;
    this.groupingIsStale = true;
  }

  /** How long to wait before a new listing, in ms: at most a fifth of the time is spent listing. */
  get listingPause(): number {
    return Math.max(300, this.listingTook * 4);
  }

  get hasOpenDocuments(): boolean {
    return this.open.size > 0;
  }

  openDocument(path: string): TextDocument | undefined {
    return this.open.get(path) ?? this.overlays.openDocument(path);
  }

  /** The analyzed roots, by path. */
  get states(): readonly RootState[] {
    return this.roots.flatMap((root) => root.state ?? []);
  }

  /** The root that reads a file: its own root, else, for a base, the first that may extend it. */
  rootOf(path: string): RootState | undefined {
    const { states } = this;
    const own = states.find(({ files }) => filesOf(files).includes(path));
    return own ?? (manifestRole(path) === 'base' ? states[0] : undefined);
  }

  /** Brings every analysis up to the newest texts and listing. Never rejects. */
  refresh(): Promise<void> {
    this.running ??= this.catchUp().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async catchUp(): Promise<void> {
    const advisor = await this.context.advisor();
    if (advisor === undefined) return;
    while (this.isBehind) {
      if (this.listingIsStale) await this.list();
      if (this.groupingIsStale) this.group();
      const whole = await this.readTexts();
      if (!whole || this.listingIsStale || this.groupingIsStale) continue;
      const texts = this.newestTexts();
      const dirty = this.roots.filter((root) => root.dirty);
      for (const root of dirty) {
        root.overlays = advisor.overlayFolders(root.files, texts, root.state?.analysis);
      }
      const missing = dirty.flatMap((root) => this.overlays.missingIn(root.overlays));
      if (missing.length > 0) {
        await this.overlays.read([...new Set(missing)]);
        continue;
      }
      // From the texts to the end of the round nothing waits: texts, versions and results belong together.
      for (const root of dirty) this.analyze(advisor, root, texts);
      await this.lookIntoMatches();
    }
  }

  private get isBehind(): boolean {
    return (
      this.listingIsStale ||
      this.groupingIsStale ||
      this.roots.some((root) => root.dirty) ||
      this.facts.notLookedInto().length > 0
    );
  }

  private async list(): Promise<void> {
    this.listingIsStale = false;
    const began = performance.now();
    const { paths, problems } = await this.files.list();
    this.listingTook = performance.now() - began;
    for (const problem of problems) this.tell(problem);
    if (sameList(paths, this.paths)) return;
    this.paths = paths;
    const before = this.roots.map((root) => this.overlays.pathsIn(root.overlays));
    this.overlays.list(paths);
    for (const [index, root] of this.roots.entries()) {
      if (!sameList(this.overlays.pathsIn(root.overlays), before[index] ?? [])) root.dirty = true;
    }
    this.groupingIsStale = true;
    this.factsChanged({ always: true });
  }

  /**
   * Takes up what is known of files now. Facts that answer as before stay the same object, unless `always`: the core
   * assesses nothing anew while it is given the same one.
   */
  private factsChanged({ always }: { always: boolean }): void {
    const facts = new RepositoryFacts(this.paths, this.emptiness, this.facts);
    const same = facts.answersAs(this.facts);
    if (!same) for (const root of this.roots) root.dirty = true;
    if (always || !same) this.facts = facts;
  }

  private group(): void {
    this.groupingIsStale = false;
    const manifests = [...this.paths, ...this.open.keys()].filter(
      (path) => isManifestPath(path) && !this.elsewhere.some((folder) => path.startsWith(`${folder}/`)),
    );
    const found = [...findRoots(manifests)];
    // A document that is a manifest by its language but not by its name stands alone.
    for (const path of this.open.keys()) {
      if (!isManifestPath(path)) found.push({ root: path, parts: [], shadowed: [], lonePart: false });
    }
    const kept = this.onlyOpen
      ? found.filter((files) => filesOf(files).some((path) => this.open.has(path)))
      : found;
    const former = new Map(this.roots.map((root) => [root.files.root, root]));
    this.roots = kept.map((files) => {
      const root = former.get(files.root);
      if (root === undefined) return { files, overlays: [], dirty: true, state: undefined };
      if (JSON.stringify(root.files) !== JSON.stringify(files)) {
        root.files = files;
        root.dirty = true;
      }
      return root;
    });
  }

  /** Reads the texts that are missing. False when a file changed meanwhile, so that it is to be read again. */
  private async readTexts(): Promise<boolean> {
    const bases = this.paths.filter((path) => manifestRole(path) === 'base');
    const wanted = new Set([...bases, ...this.roots.flatMap(({ files }) => filesOf(files))]);
    const missing = [...wanted].filter((path) => !this.open.has(path) && !this.texts.has(path));
    await Promise.all(
      missing.map(async (path) => {
        this.texts.set(path, undefined);
        const read = await this.files.read(path);
        if (!this.texts.has(path)) return;
        this.texts.set(path, 'text' in read ? read.text : undefined);
        if ('problem' in read) this.tell(`${path} cannot be read: ${read.problem}`);
      }),
    );
    return missing.every((path) => this.open.has(path) || this.texts.has(path));
  }

  private newestTexts(): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (const path of [...this.texts.keys(), ...this.open.keys()]) {
      const text = this.open.get(path)?.getText() ?? this.texts.get(path);
      if (text !== undefined) texts.set(path, text);
    }
    return texts;
  }

  private analyze(advisor: Advisor, root: Root, texts: ReadonlyMap<string, string>): void {
    root.dirty = false;
    const overlays = this.overlays.textsIn(root.overlays);
    const versions = new Map<string, number>();
    for (const path of [...this.open.keys(), ...overlays.keys()]) {
      const version = this.openDocument(path)?.version;
      if (version !== undefined) versions.set(path, version);
    }
    const input = { files: root.files, texts, overlays, today: this.context.today(), repository: this.facts };
    try {
      root.state = { files: root.files, versions, analysis: advisor.analyze(input, root.state?.analysis) };
    } catch (error) {
      this.context.log(`${root.files.root} could not be analyzed: ${String(error)}`);
    }
  }

  /** Looks whether matched files are empty; where one is, the roots are to be analyzed again. */
  private async lookIntoMatches(): Promise<void> {
    const paths = this.facts.notLookedInto();
    if (paths.length === 0) return;
    const empty = await this.files.empty(paths);
    for (const path of paths) this.emptiness.set(path, empty.has(path));
    this.factsChanged({ always: false });
  }

  private tell(line: string): void {
    if (!this.told.has(line)) this.context.log(line);
    this.told.add(line);
  }

  private overlayChanged(path: string): boolean {
    const readers = this.roots.filter(({ overlays }) =>
      overlays.some((folder) => path.startsWith(`${folder}/`)),
    );
    for (const root of readers) root.dirty = true;
    return readers.length > 0;
  }

  private textChanged(path: string): void {
    const isBase = manifestRole(path) === 'base';
    for (const root of this.roots) {
      if (isBase || filesOf(root.files).includes(path)) root.dirty = true;
    }
  }
}

function filesOf({ root, parts, shadowed }: RootFiles): readonly string[] {
  return [root, ...parts, ...shadowed];
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
