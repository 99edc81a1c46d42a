import * as z from 'zod';
import { conditionSchema } from '../../logic/condition';
import { crosswalkSchema, entryShape, idSchema, sourceSchema } from './facts';

export const momentSchema = z.enum(['design', 'data', 'develop', 'test', 'deploy', 'operate', 'retire']);

/** A measure that answers risks and fulfils duties. Without a capability it is a process, which no tool can do. */
export const controlSchema = z.strictObject({
  ...entryShape,
  /** What it rests on beside the frameworks of its crosswalk, which carry their own sources. */
  sources: z.array(sourceSchema).default([]),
  statement: z.string(),
  kind: z.enum(['process', 'technical', 'documentation', 'organizational']),
  /** When people act. */
  stages: z.array(momentSchema).min(1),
  /** What a tool must be able to do; each moment of each capability is one need. */
  capabilities: z.array(idSchema).default([]),
  /** The control makes sense only where this holds. */
  when: conditionSchema.optional(),
  mitigates: z
    .array(z.strictObject({ risk: idSchema, strength: z.enum(['primary', 'partial']) }))
    .default([]),
  /**
   * `primaryFor`: the duties this control mainly fulfils, by id, or by theme for duties that no control names by id.
   * `serves`: duties it only helps with; it is listed there, never asked for their sake.
   */
  primaryFor: z
    .strictObject({ duties: z.array(idSchema).default([]), themes: z.array(idSchema).default([]) })
    .prefault({}),
  serves: z
    .strictObject({ duties: z.array(idSchema).default([]), themes: z.array(idSchema).default([]) })
    .prefault({}),
  evidence: z.strictObject({
    /** Globs from the root's folder; a file is a sign, not a proof. */
    globs: z.array(z.string()).default([]),
    /** What people offer that does not count. */
    insufficient: z.string().optional(),
  }),
  /** For a small team: 1 an hour to a day, 2 days, 3 weeks, 4 months, 5 a programme. Editorial. */
  effort: z.int().min(1).max(5),
  crosswalk: crosswalkSchema.default({}),
});
export type ControlEntry = z.infer<typeof controlSchema> & { id: string };
