import type { AskedPreferences } from '../../advise/asked-preferences';
import type { Answer, Range } from '../../answer/schema';

/**
 * What the server and the VS Code shell say to each other beyond the Language Server Protocol. Method names and types
 * only: the shell's small entry imports this too. Folders and files are URIs, positions are UTF-16, as in the protocol.
 */

/** The name that stands behind each finding in an editor. */
export const diagnosticSource = 'AI Governance';

/** What a client may tell at `initialize`; a plain LSP client tells nothing. */
export interface InitializationOptions {
  /** The client answers the `aiGovernance/listFiles` family, for files that the server cannot reach itself. */
  readonly servesFiles?: boolean;
  /** The client answers `aiGovernance/readCatalog`. */
  readonly servesCatalog?: boolean;
  /** Commands of the client that code actions and completions may name. */
  readonly commands?: readonly string[];
  /** The client wants `aiGovernance/analyzed`. */
  readonly wantsAnalyzed?: boolean;
}

/** Client to server: the roots of all open folders, or the one that the file `uri` belongs to. */
export const rootsRequest = 'aiGovernance/roots';
export interface RootsParams {
  readonly uri?: string;
}
export interface RootInfo {
  readonly uri: string;
  readonly parts: readonly string[];
  /** The folder to which paths in an answer are relative. */
  readonly folder: string;
  /** What to call it in a list: its path in the folder. */
  readonly path: string;
}

/** Client to server: everything concluded about the root that `uri` belongs to, or about all roots, one item a folder. */
export const answerRequest = 'aiGovernance/answer';
export interface AnswerParams {
  readonly uri?: string;
  readonly questions: boolean;
  readonly portfolio: boolean;
  /** Before the manifest's, for this answer alone; one that cannot be is an error of the request, with the nearest that can. */
  readonly preferences?: AskedPreferences;
  /** A plan for a trial of the portfolio's tools. */
  readonly trial?: boolean;
}
export interface FolderAnswer {
  readonly folder: string;
  readonly answer: Answer;
  /** The URIs of the manifest files that the answer speaks of, by path. */
  readonly uris: Readonly<Record<string, string>>;
  /** The tools and controls that the catalog has guidance on, as `aiGovernance/guidance` names them. */
  readonly guided: readonly string[];
}

/** Client to server: a page in Markdown about a rule, catalog entry, field or value. */
export const explainRequest = 'aiGovernance/explain';
export interface ExplainParams {
  readonly id: string;
  /** A manifest whose catalog is meant; where none is said, an overlay of any manifest goes before the bundled one. */
  readonly uri?: string;
}
export interface Explanation {
  /** Missing when nothing is known by that id. */
  readonly markdown?: string;
  /** The nearest ids that are known, when this one is not. */
  readonly nearest: readonly string[];
}

/** Client to server: guidance on a tool or control, in Markdown; null where the catalog has none. */
export const guidanceRequest = 'aiGovernance/guidance';
export interface GuidanceParams {
  /** Kind and id: `tools/fairlearn`, `controls/audit-log`. */
  readonly id: string;
}

/** Client to server: what to write to begin a manifest in a folder. Nothing is written by the server. */
export const newManifestRequest = 'aiGovernance/newManifest';
export interface NewManifestParams {
  readonly folder: string;
}
export interface NewManifest {
  /** The manifest that is there already; then `uri` is where it is, and it is not to be overwritten. */
  readonly exists: boolean;
  readonly uri: string;
  readonly text: string;
  /** What a person fills in first. */
  readonly select: Range;
}

/** Server to client, a notification: these roots were read anew. */
export const analyzedNotification = 'aiGovernance/analyzed';
export interface AnalyzedParams {
  readonly roots: readonly AnalyzedRoot[];
  /** Why nothing can be analyzed at all, in a sentence for people. */
  readonly problem?: string;
}
export interface AnalyzedRoot {
  readonly uri: string;
  readonly files: readonly string[];
  readonly asOf: string;
  readonly knownUntil: string;
  readonly catalogVersion: string;
}

/** Server to client: the files below a folder; the answer is a `Listing`. */
export const listFilesRequest = 'aiGovernance/listFiles';
export interface ListFilesParams {
  readonly folder: string;
}

/** Server to client: which of these files are empty; the answer is a list of paths. Paths as in the listing. */
export const emptyFilesRequest = 'aiGovernance/emptyFiles';
export interface EmptyFilesParams {
  readonly folder: string;
  readonly paths: readonly string[];
}

/** Server to client: the text of a file; the answer is a `FileText`. */
export const readFileRequest = 'aiGovernance/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** Server to client: a file of the catalog; the answer is its text. */
export const readCatalogRequest = 'aiGovernance/readCatalog';
export interface ReadCatalogParams {
  readonly file: 'catalog.json' | 'bodies.json' | 'places.txt';
}
