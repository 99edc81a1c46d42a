import type { CapabilityEntry } from './schema/capability';
import type { ControlEntry } from './schema/control';
import type { RegimeEntry } from './schema/regime';
import type { RiskEntry } from './schema/risk';
import type { ToolEntry } from './schema/tool';
import type { VocabularyEntry } from './schema/vocabulary';

/** A place with its parents, nearest first: `US-NY-NYC` has `US-NY`, `US`. */
export interface PlaceTerm {
  readonly id: string;
  readonly name: string;
  readonly parents: readonly string[];
}

/** The catalog as one value of data, as built. Every list is sorted by id; bodies come apart from it. */
export interface Pack {
  readonly schemaVersion: 1;
  readonly version: string;
  /** Last day whose events the catalog has seen. ISO day. */
  readonly knownUntil: string;
  /** SHA-256 of the data, in hex. */
  readonly hash: string;
  readonly regimes: readonly RegimeEntry[];
  readonly risks: readonly RiskEntry[];
  readonly controls: readonly ControlEntry[];
  readonly capabilities: readonly CapabilityEntry[];
  readonly tools: readonly ToolEntry[];
  readonly vocabularies: readonly VocabularyEntry[];
  readonly places: readonly PlaceTerm[];
}

/** Guidance in Markdown, by kind and id: `regimes/eu-ai-act`, `tools/presidio`. */
export type Bodies = Readonly<Record<string, string>>;
