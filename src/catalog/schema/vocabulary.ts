import * as z from 'zod';
import { idSchema } from './facts';

const termSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  meaning: z.string().optional(),
  /** Of a theme: why no control fulfills its duties, where a single duty has none either. */
  noControl: z.string().min(10).optional(),
});

/** A closed list of terms, such as the themes of duties. Definitions, so no sources. */
export const vocabularySchema = z.strictObject({
  title: z.string().min(3),
  terms: z.array(termSchema).min(1),
});
export type VocabularyEntry = z.infer<typeof vocabularySchema> & { id: string };
