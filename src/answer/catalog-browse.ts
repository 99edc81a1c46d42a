import * as z from 'zod';

/** What `catalog list`, `search` and `stats` print as JSON. */

/** The kinds of entry, in the order in which people are told of them. */
export const browsedKinds = [
  'regimes',
  'conflicts',
  'comparisons',
  'background',
  'risks',
  'controls',
  'tools',
  'capabilities',
  'frameworks',
  'vocabularies',
] as const;

const listedEntrySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Of a regime. */
  jurisdiction: z.string().optional(),
  /** Of a risk or capability its family, of a control its kind, of a tool its category. */
  family: z.string().optional(),
});

export const catalogListSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** In the order of `browsedKinds`, entries by id; kinds without an entry that fits are left out. */
  kinds: z.array(z.strictObject({ kind: z.enum(browsedKinds), entries: z.array(listedEntrySchema).min(1) })),
});

export const catalogSearchSchema = z.strictObject({
  schemaVersion: z.literal(1),
  words: z.string(),
  /** How many were found; only the best are listed. */
  count: z.int(),
  /** The best first, then by kind and id. Duties are found beside the entries. */
  found: z.array(
    z.strictObject({
      kind: z.enum([...browsedKinds, 'duties']),
      id: z.string(),
      title: z.string(),
      /** What it says, in a sentence or two. */
      statement: z.string(),
    }),
  ),
});

const gradesSchema = z.strictObject({ high: z.int(), medium: z.int(), low: z.int() });

export const catalogStatsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  version: z.string(),
  knownUntil: z.string(),
  kinds: z.array(
    z.strictObject({
      kind: z.enum(browsedKinds),
      count: z.int(),
      /** Null where entries are definitions, which carry no facts. */
      grades: gradesSchema.nullable(),
      /** The newest and the oldest day on which an entry was last held against its sources; null where none was. */
      newestReview: z.string().nullable(),
      oldestReview: z.string().nullable(),
      /** Entries none of whose sources was read. */
      unread: z.int(),
    }),
  ),
  /** `binding` ones have force of law where they apply; the others are standards, guidance, proposals. */
  regimes: z.strictObject({ binding: z.int(), other: z.int(), jurisdictions: z.int(), duties: z.int() }),
  /** What tools can do: as a source that was read says, or by our judgment. */
  toolCapabilities: z.strictObject({ documented: z.int(), judged: z.int() }),
  /** Items that published lists have, and those that an entry points to. */
  frameworkItems: z.strictObject({ count: z.int(), inCatalog: z.int() }),
});

export type BrowsedKind = (typeof browsedKinds)[number];
export type CatalogList = z.infer<typeof catalogListSchema>;
export type CatalogSearch = z.infer<typeof catalogSearchSchema>;
export type CatalogStats = z.infer<typeof catalogStatsSchema>;
