import * as z from 'zod';
import { momentSchema } from './control';
import { idSchema } from './facts';

/** What a tool can do: the joint between controls and tools. A definition, so it needs no source. */
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
});
export type CapabilityEntry = z.infer<typeof capabilitySchema> & { id: string };
