import * as z from 'zod';
import { browsedKinds } from './catalog-browse';
import { textSchema } from './schema';

/**
 * What a newer catalog changes: entry by entry, or for manifests that were read against both. Texts are ids with
 * parameters, as everywhere in the answer; the English words are in `render/words/catalog-diff`. Days are ISO days.
 */

const packIdentitySchema = z.strictObject({ version: z.string(), knownUntil: z.string(), hash: z.string() });

/** The lists of a catalog, in the order in which people are told of them. */
export const diffedKinds = [...browsedKinds, 'templates', 'places'] as const;

const entryNameSchema = z.strictObject({ id: z.string(), title: z.string() });

/** Changes in one kind of entry; each list by id. */
export const kindDiffSchema = z.strictObject({
  kind: z.enum(diffedKinds),
  added: z.array(entryNameSchema),
  removed: z.array(entryNameSchema),
  changed: z.array(entryNameSchema.extend({ changes: z.array(textSchema).min(1) })),
  /** Entries that say the same as before, and were held against their sources again. */
  reread: z.array(z.string()),
});

/** What a manifest root is told otherwise; systems in the order of the manifest, those without a change left out. */
export const rootChangesSchema = z.strictObject({
  path: z.string(),
  asOf: z.string(),
  systems: z.array(
    z.strictObject({ id: z.string(), name: z.string().nullable(), changes: z.array(textSchema).min(1) }),
  ),
  /** What is concluded once for the whole root: its own risks and controls, conflicts, tools and errors. */
  changes: z.array(textSchema),
});

/** What `catalog diff --format json` prints. Null means not asked for. */
export const catalogDiffSchema = z.strictObject({
  schemaVersion: z.literal(1),
  from: packIdentitySchema,
  to: packIdentitySchema,
  /** Kinds with a change, in the order of `diffedKinds`. */
  entries: z.array(kindDiffSchema).nullable(),
  roots: z.array(rootChangesSchema).nullable(),
});

export type CatalogDiff = z.infer<typeof catalogDiffSchema>;
export type KindDiff = z.infer<typeof kindDiffSchema>;
export type RootChanges = z.infer<typeof rootChangesSchema>;
export type DiffedKind = KindDiff['kind'];
