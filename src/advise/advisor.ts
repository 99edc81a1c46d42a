import type { Finding, Range, Root } from '../answer/schema';
import type { Bodies, Pack } from '../catalog/pack';
import type { RootFiles } from '../manifest/roots';
import type { AskedPreferences } from './asked-preferences';
import type { AskDivergence } from './divergence';
import type { SystemOutline } from './outline';

export { overlayPaths, overlayText } from './overlays';
export type { RootFiles, SystemOutline };

/** One manifest file as text. Paths are relative to the folder that was asked for, with `/`. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Facts about files in the repository, one listing a change. */
export interface FileFacts {
  /** Files that a glob matches from a folder below the asked one; their paths are relative to the asked one. */
  match(glob: string, folder?: string): readonly { readonly path: string; readonly empty: boolean }[];
}

/** What of an answer is computed only when somebody asks for it. */
export interface Ask {
  readonly questions: boolean;
  readonly portfolio: boolean;
  /** Themes by jurisdictions for every system. */
  readonly divergence?: AskDivergence;
  /** Before the manifest's preferences, for this portfolio alone. */
  readonly preferences?: AskedPreferences;
  /** A plan for a trial of the portfolio's tools. */
  readonly trial?: boolean;
}

export interface AnalyzeInput {
  readonly files: RootFiles;
  /** Text of the root, its parts and every base it may extend, by path. A file that cannot be read is left out. */
  readonly texts: ReadonlyMap<string, string>;
  /** The day on which the law is read, unless the manifest's policy says another. ISO day. */
  readonly today: string;
  /** Overrides the manifest's policy. ISO day. */
  readonly asOf?: string;
  readonly repository: FileFacts;
  /** The files of the folders that `Advisor.overlayFolders` names; what is not there is told as missing. */
  readonly overlays?: OverlayTexts;
}

/** Files of overlay folders, by path: the text, or in a few words why it cannot be had. */
export type OverlayTexts = ReadonlyMap<string, { readonly text: string } | { readonly problem: string }>;

/** A replacement in one manifest file. */
export interface Edit {
  readonly file: string;
  readonly range: Range;
  readonly newText: string;
}

/** What is shown at the cursor: Markdown, and the range it speaks of. */
export interface HoverText {
  readonly markdown: string;
  readonly range: Range;
}

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | 'value';
  /** Few words beside the label. */
  readonly detail: string;
  readonly documentation: string;
  /** Text that replaces `range`; with `snippet` it holds `$1`, `$0` stops. */
  readonly insertText: string;
  readonly snippet: boolean;
  readonly range: Range;
  readonly sortText: string;
}

/** A state of one manifest root, reusable for the next: what did not change is not computed again. */
export interface Analysis {
  readonly input: AnalyzeInput;
  readonly asOf: string;
  /** From which severity the manifest's policy makes a run fail; undefined when it does not say. */
  readonly failOn: 'error' | 'warning' | 'never' | undefined;
  readonly findings: readonly Finding[];
  /** The catalog that it was read against: with the overlays that its policy names. */
  readonly catalog: { readonly pack: Pack; readonly bodies: Bodies };
  /** The systems in the order of the manifest, without conclusions: cheap, for what asks at every key. */
  outline(): readonly SystemOutline[];
  /** The root's answer; questions and portfolio are null where they are not asked for. */
  answer(ask: Ask): Root;
  /** The edits of a finding's fix, or undefined when the fix is not known. */
  fix(finding: Finding, fixId: string): readonly Edit[] | undefined;
}

/** The face of the core. Everything is a value in, a value out; the pack and earlier analyses are the only state. */
export interface Advisor {
  readonly pack: Pack;
  /** The guidance of its entries. */
  readonly bodies: Bodies;
  analyze(input: AnalyzeInput, previous?: Analysis): Analysis;
  /**
   * The folders with overlays that a root, or its base, names: their files (see `overlayPaths`) belong into the input.
   * Of use are texts that the input will have too: what is read of them is not read again.
   */
  overlayFolders(
    files: RootFiles,
    texts: ReadonlyMap<string, string>,
    previous?: Analysis,
  ): readonly string[];
  /** What can be written at a place, also in half-typed text, with the catalog of an analysis. Most useful first. */
  complete(source: SourceText, position: Range['start'], analysis?: Analysis): readonly CompletionItem[];
  hover(analysis: Analysis, file: string, position: Range['start']): HoverText | undefined;
  /**
   * A page in Markdown about a rule, catalog entry, field or enum value, with the catalog of an analysis where one is
   * given; the nearest ids when it is unknown.
   */
  explain(
    id: string,
    analysis?: Analysis,
  ): { readonly markdown: string } | { readonly nearest: readonly string[] };
}
