import * as z from 'zod';
import { entryShape, idSchema } from './facts';

/**
 * How the regimes of one theme stand to each other; the entry's id is the theme's. An editorial judgment, so it says
 * why, and what it rests on.
 */
export const comparisonSchema = z.strictObject({
  ...entryShape,
  /** Regimes with a duty of this theme, the strictest first. One that is not listed is not ranked. */
  strictest: z.array(idSchema).min(1),
  /** Whether who meets the first of them meets the others too. */
  meets: z.enum(['yes', 'mostly', 'partly', 'no']),
  /** Why, in a sentence. */
  because: z.string(),
});
export type ComparisonEntry = z.infer<typeof comparisonSchema> & { id: string };
