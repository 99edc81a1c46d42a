import { createContext } from 'preact';
import type { Place, Root } from '../../answer/schema';
import type { Names } from '../words/names';

/** What a reader can do beyond reading. Without it (the HTML file) places are text and nothing is a button. */
export interface PageActions {
  reveal(place: Place): void;
  openEntry(id: string): void;
  newManifest(): void;
}

/** Which parts are open where the page lives; in the HTML file, which has no script, each is as it begins. */
export interface Folds {
  isOpen(id: string, begins: boolean): boolean;
  onToggle(id: string, open: boolean): void;
}

/** Guidance of the catalog: its text in Markdown, or how far it is. */
export type Guidance = { readonly markdown: string } | 'waiting' | 'failed';

/** Where the page has guidance from. `id` is kind and id of an entry: `tools/fairlearn`, `controls/audit-log`. */
export interface GuidanceSource {
  /** Undefined where the catalog has none. */
  find(id: string): Guidance | undefined;
  /** A reader opened it. Missing where all texts are there from the beginning. */
  want?(id: string): void;
}

/** The root at hand, and the names of what it speaks of. */
export interface Reading {
  readonly root: Root;
  readonly names: Names;
  /** Begins every anchor of this root, so that two roots on one page do not share one. */
  readonly anchor: string;
}

export const ActionsContext = createContext<PageActions | undefined>(undefined);
export const FoldsContext = createContext<Folds | undefined>(undefined);
export const GuidanceContext = createContext<GuidanceSource | undefined>(undefined);
export const ReadingContext = createContext<Reading | undefined>(undefined);
/** Level of the next heading, 1 to 6. */
export const LevelContext = createContext(1);
