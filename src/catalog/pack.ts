import type { BackgroundEntry } from './schema/background';
import type { CapabilityEntry } from './schema/capability';
import type { ComparisonEntry } from './schema/comparison';
import type { ConflictEntry } from './schema/conflict';
import type { ControlEntry } from './schema/control';
import type { FrameworkEntry } from './schema/framework';
import type { RegimeEntry } from './schema/regime';
import type { RiskEntry } from './schema/risk';
import type { TemplateEntry } from './schema/template';
import type { ToolEntry } from './schema/tool';
import type { VocabularyEntry } from './schema/vocabulary';

/** A place with its parents, nearest first: `US-NY-NYC` has `US-NY`, `US`. */
export interface PlaceTerm {
  readonly id: string;
  readonly name: string;
  readonly parents: readonly string[];
}

/**
 * What a build writes of a pack as `catalog.json`: all but the places, which come with ISO 3166 and are the same for
 * every catalog. They are `places.txt`.
 */
export type PackData = Omit<Pack, 'places' | 'overlays'>;

/** The catalog as one value of data, as built. Every list is sorted by id; bodies come apart from it. */
export interface Pack {
  readonly schemaVersion: 1;
  readonly version: string;
  /** Last day whose events the catalog has seen. ISO day. */
  readonly knownUntil: string;
  /** SHA-256 of the data without the places, in hex. */
  readonly hash: string;
  readonly regimes: readonly RegimeEntry[];
  readonly conflicts: readonly ConflictEntry[];
  /** By theme. */
  readonly comparisons: readonly ComparisonEntry[];
  readonly background: readonly BackgroundEntry[];
  /** What risks and controls point into. */
  readonly frameworks: readonly FrameworkEntry[];
  readonly risks: readonly RiskEntry[];
  readonly controls: readonly ControlEntry[];
  /** Documents to fill in, by the control that they are the evidence of; their text is among the bodies. */
  readonly templates: readonly TemplateEntry[];
  readonly capabilities: readonly CapabilityEntry[];
  readonly tools: readonly ToolEntry[];
  readonly vocabularies: readonly VocabularyEntry[];
  readonly places: readonly PlaceTerm[];
  /** What overlay folders have made of it; missing where there are none. */
  readonly overlays?: PackOverlays;
}

/** The overlay folders that were laid over a catalog, in their order, and what each of their entries did to it. */
export interface PackOverlays {
  readonly folders: readonly string[];
  /** By kind, then by id. */
  readonly changes: readonly OverlayChange[];
}

/** One entry of an overlay that counts. */
export interface OverlayChange {
  readonly kind: EntryKind;
  readonly id: string;
  readonly how: 'added' | 'replaced' | 'withdrawn';
  /** The file that says so. */
  readonly file: string;
  /** Why it is withdrawn. */
  readonly reason?: string;
}

/** The folders of a catalog, one a kind of entry. */
export const entryKinds = ['capabilities', 'controls', 'regimes', 'risks', 'tools', 'vocabularies'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Guidance in Markdown, by kind and id: `regimes/eu-ai-act`, `tools/presidio`. */
export type Bodies = Readonly<Record<string, string>>;
