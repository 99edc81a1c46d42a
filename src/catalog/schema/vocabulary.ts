import * as z from 'zod';
import { idSchema } from './facts';

/** A closed list of terms, such as the themes of duties. Definitions, so no sources. */
export const vocabularySchema = z.strictObject({
  title: z.string().min(3),
  terms: z.array(z.strictObject({ id: idSchema, title: z.string(), meaning: z.string().optional() })).min(1),
});
export type VocabularyEntry = z.infer<typeof vocabularySchema> & { id: string };
