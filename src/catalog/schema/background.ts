import * as z from 'zod';
import { daySchema, entryShape, provenanceShape } from './facts';

/** What stands behind the law and binds nobody: dated events, each with its source. */
export const backgroundSchema = z.strictObject({
  ...entryShape,
  summary: z.string(),
  events: z.array(z.strictObject({ date: daySchema, what: z.string(), ...provenanceShape })).min(1),
});
export type BackgroundEntry = z.infer<typeof backgroundSchema> & { id: string };
