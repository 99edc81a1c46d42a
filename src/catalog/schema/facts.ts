import * as z from 'zod';

/** A calendar day, `YYYY-MM-DD`. Days compare as text. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'a day is written YYYY-MM-DD' });

/** An id: kebab-case words, joined by dots where they form a family. */
export const idSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/, {
  error: 'an id is kebab-case, dotted in families',
});

/** How sure a fact is. A conclusion shows the weakest grade that it rests on. */
export const gradeSchema = z.enum(['high', 'medium', 'low']);

/**
 * Where a fact was read. `kind` says what was open on the desk: the primary text, a public copy of it, somebody
 * else's account of it, or nothing (memory). A fact that rests on memory alone is reported, never concluded from.
 */
export const sourceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^S\d+$/, { error: 'a source id is S1, S2, …' })
    .optional(),
  title: z.string().min(3),
  url: z.url({ protocol: /^https$/ }).optional(),
  /** Day on which the source was last read; null when it was not read at all. */
  read: daySchema.nullable(),
  kind: z.enum(['primary', 'primary-copy', 'secondary', 'memory']),
  note: z.string().optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Local source ids (`S1`) that a single fact inside an entry rests on. */
export const sourceIdsSchema = z.array(z.string().regex(/^S\d+$/)).min(1);

/** What every single fact inside a regime carries. */
export const provenanceShape = {
  sources: sourceIdsSchema,
  confidence: gradeSchema,
  note: z.string().optional(),
};

/** What every factual entry (tool, control, risk, regime) carries. */
export const entryShape = {
  title: z.string().min(3).max(90),
  sources: z.array(sourceSchema).min(1),
  confidence: gradeSchema,
  /** Months after which it should be read again, where its kind's own interval (`catalog/review`) does not fit. */
  reviewMonths: z.int().min(1).max(36).optional(),
};

/** Ids of other frameworks, by framework: `owasp-llm-2025: [LLM01]`. */
export const crosswalkSchema = z.record(idSchema, z.array(z.string()).min(1));
