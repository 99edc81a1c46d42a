import * as z from 'zod';
import { entryShape } from './facts';

/**
 * A published list that risks and controls point into, such as the OWASP Top 10 for LLM applications of one year: its
 * official ids with short titles, and where they were read. It is what sources every crosswalk into it.
 */
export const frameworkSchema = z.strictObject({
  ...entryShape,
  /** What people call it, with its year where numbers changed between years. */
  shortTitle: z.string().min(3).max(40),
  version: z.string(),
  publisher: z.string(),
  /** Whether its items are risks, measures against them, or clauses of a text that has both. */
  lists: z.enum(['risks', 'controls', 'clauses']),
  note: z.string().optional(),
  items: z
    .array(
      z.strictObject({
        /** As the publisher writes it: `LLM01`, `AML.T0051`, `GOVERN 1.6`. */
        id: z.string().min(1),
        title: z.string(),
        /** The item above it, in a framework of two levels. */
        parent: z.string().optional(),
        /** The same theme under its number in the edition before. */
        was: z.string().optional(),
      }),
    )
    .min(1),
});
export type FrameworkEntry = z.infer<typeof frameworkSchema> & { id: string };
