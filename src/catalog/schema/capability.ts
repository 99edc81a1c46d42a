import * as z from 'zod';
import { momentSchema } from './control';
import { idSchema } from './facts';

/** What a tool can do: the joint between controls and tools. A definition, so it needs no source. */
/** How a trial measures whether a tool does it. A mark is a proposal of ours, to be set by who tries. */
export const capabilityMeasureSchema = z
  .strictObject({
    /** What is counted, as a clause: `planted injections that it stops`. */
    criterion: z.string().min(10).max(140),
    /** Of a share the mark lies between 0 and 1; a time is kept or not in each repeat. */
    unit: z.enum(['share', 'milliseconds', 'seconds', 'minutes']),
    atLeast: z.number().min(0).optional(),
    atMost: z.number().min(0).optional(),
    /** Cases or repeats to try. */
    sample: z.int().min(20).max(1000),
  })
  .refine(({ atLeast, atMost }) => (atLeast === undefined) !== (atMost === undefined), {
    error: 'Say atLeast or atMost, one of them.',
  })
  .refine(
    ({ unit, atLeast, atMost }) => (unit === 'share' ? (atLeast ?? atMost ?? 0) <= 1 : atMost !== undefined),
    {
      error: 'A share is between 0 and 1, and a time has atMost.',
    },
  );
export type CapabilityMeasure = z.infer<typeof capabilityMeasureSchema>;

export const capabilitySchema = z.strictObject({
  title: z.string().min(3).max(90),
  meaning: z.string(),
  /** When it does its work; a tool's own lifecycle only narrows them. */
  moments: z.array(momentSchema).min(1),
  family: z.enum([
    'guardrail',
    'testing',
    'monitoring',
    'transparency',
    'governance',
    'data',
    'supply-chain',
    'security',
    'identity',
  ]),
  /** Fed by live traffic, in its path or reading it as it flows. */
  runtime: z.boolean(),
  /** What is often taken for it, and how that differs. */
  near: z.array(z.strictObject({ id: idSchema, differs: z.string() })).default([]),
  /** Moments at which no living tool does it, and why that is so. */
  gaps: z.array(z.strictObject({ moment: momentSchema, why: z.string().min(10) })).optional(),
  /** Measures of a trial where those of its family are not precise enough (select/trial-measures.ts). */
  trial: z.array(capabilityMeasureSchema).min(1).optional(),
});
export type CapabilityEntry = z.infer<typeof capabilitySchema> & { id: string };
