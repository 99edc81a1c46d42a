import * as z from 'zod';
import { conditionSchema } from '../../logic/condition';
import { entryShape, idSchema } from './facts';

/** One side of a conflict: law that pulls the same way, and what it asks. */
const sideSchema = z
  .strictObject({
    /** Who stands there, in a few words: `New York City and Illinois`. */
    name: z.string(),
    /** Stand here wherever they apply: what matters is the text as a whole, or a policy without duties. */
    regimes: z.array(idSchema).default([]),
    /** Their regimes stand here where one of these duties applies: most laws ask many other things too. */
    duties: z.array(idSchema).default([]),
    asks: z.string(),
  })
  .refine(({ regimes, duties }) => regimes.length + duties.length > 0, {
    error: 'a side names regimes or duties',
  });

/**
 * Two or more laws that cannot both be met by the same act, or one that discourages or contests what another asks
 * elsewhere. It concerns a system when at least two of its sides stand for it, not all of them law of one place, and
 * its own condition holds where it has one.
 */
export const conflictSchema = z.strictObject({
  ...entryShape,
  /** What clashes, in a sentence or two. */
  statement: z.string(),
  sides: z.array(sideSchema).min(2),
  when: conditionSchema.optional(),
  themes: z.array(idSchema).min(1),
  /** What to do about it. */
  advice: z.string(),
});
export type ConflictEntry = z.infer<typeof conflictSchema> & { id: string };
