import * as z from 'zod';
import { conditionSchema } from '../../logic/condition';
import { crosswalkSchema, entryShape, sourceIdsSchema, sourceSchema } from './facts';

const shiftSchema = z.strictObject({ when: conditionSchema, by: z.int().min(1).max(4), why: z.string() });

/** A way in which a system can do harm. Severity is base + raises that hold - lowers that hold, kept within 1 to 5. */
export const riskSchema = z.strictObject({
  ...entryShape,
  /** What it rests on beside the frameworks of its crosswalk, which carry their own sources. */
  sources: z.array(sourceSchema).default([]),
  family: z.enum(['legal', 'social', 'technical']),
  statement: z.string(),
  example: z.string(),
  /** Where it happened or was measured: what, when (a year, or a day) and by which of the entry's own sources. */
  known: z
    .array(
      z.strictObject({
        what: z.string(),
        when: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
        sources: sourceIdsSchema,
      }),
    )
    .default([]),
  /** `organization`: judged once a manifest; the systems for which `when` holds contribute. */
  scope: z.enum(['system', 'organization']),
  when: conditionSchema,
  severity: z.strictObject({
    base: z.int().min(1).max(5),
    raises: z.array(shiftSchema).default([]),
    lowers: z.array(shiftSchema).default([]),
  }),
  crosswalk: crosswalkSchema.default({}),
});
export type RiskEntry = z.infer<typeof riskSchema> & { id: string };
