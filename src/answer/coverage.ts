import * as z from 'zod';

/**
 * What of published lists (OWASP, NIST, ISO, …) manifests touch, meet and miss: what `coverage --format json` prints.
 * Which risk or control belongs to which item is a reading of ours, and no certification by whoever publishes the list.
 */

/**
 * - `open`: something behind the item is sure, and not answered.
 * - `may-be-open`: nothing sure is left open, but something that the manifest leaves open would be.
 * - `met`: all that counts is answered: the primary controls of each risk, or the controls themselves, are shown.
 * - `not-touched`: nothing behind it concerns the manifest.
 * - `not-in-catalog`: the catalog has nothing that points to it, so nothing is said about it.
 */
export const itemStates = ['open', 'may-be-open', 'met', 'not-touched', 'not-in-catalog'] as const;

const controlShownSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** As in the answer. */
  state: z.enum(['met', 'declared', 'partial', 'missing', 'waived', 'not-applicable']),
});

/** One risk or control behind an item, in one system. */
export const groundSchema = z.strictObject({
  kind: z.enum(['risk', 'control']),
  id: z.string(),
  title: z.string(),
  /** Id of the system, or `*` for the organization as a whole. */
  system: z.string(),
  /** Whether the risk holds or may hold; whether the control is asked (or done unasked), or may be asked. */
  holds: z.enum(['yes', 'unknown']),
  /** Of a risk, as in the answer. */
  severity: z.int().min(1).max(5).optional(),
  met: z.boolean(),
  /** Of a risk: its primary controls that make sense here, by id. Of a control: itself. */
  controls: z.array(controlShownSchema),
});

const itemSchema = z.strictObject({
  /** As the publisher writes it. */
  id: z.string(),
  title: z.string(),
  /** With the list and its year where the numbers were given anew between editions: `OWASP LLM Top 10, 2026: LLM03`. */
  reference: z.string(),
  /** The same theme under its number in the edition before, with that edition where the catalog has it. */
  was: z.string().optional(),
  /** The item above it, in a list of two levels. An item above others is read with all of them. */
  parent: z.string().optional(),
  state: z.enum(itemStates),
  /** Sure before open, not met before met, gravest first, then by system and id. */
  grounds: z.array(groundSchema),
});

const countsSchema = z.strictObject({
  open: z.int(),
  'may-be-open': z.int(),
  met: z.int(),
  'not-touched': z.int(),
  'not-in-catalog': z.int(),
});

const frameworkSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  version: z.string(),
  publisher: z.string(),
  lists: z.enum(['risks', 'controls', 'clauses']),
  note: z.string().optional(),
});

const frameworkCoverageSchema = z.strictObject({
  framework: frameworkSchema,
  /** How many items are in each state; they add up to all items. */
  counts: countsSchema,
  /** In the order of the list; null where only the counts were asked for. */
  items: z.array(itemSchema).nullable(),
});

export const coverageSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** `editorial`: the crosswalk is a reading of ours. */
  crosswalk: z.literal('editorial'),
  roots: z.array(
    z.strictObject({
      path: z.string(),
      asOf: z.string(),
      knownUntil: z.string(),
      /** Systems that were read, in the order of the manifest. */
      systems: z.array(z.string()),
      /** The one that was asked for, or all, by id. */
      frameworks: z.array(frameworkCoverageSchema),
    }),
  ),
});

export type Coverage = z.infer<typeof coverageSchema>;
export type RootCoverage = Coverage['roots'][number];
export type FrameworkCoverage = z.infer<typeof frameworkCoverageSchema>;
export type CoverageItem = z.infer<typeof itemSchema>;
export type Ground = z.infer<typeof groundSchema>;
export type ItemState = CoverageItem['state'];
