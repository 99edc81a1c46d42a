import * as z from 'zod';
import { conditionSchema } from '../../logic/condition';
import { daySchema, entryShape, idSchema, provenanceShape } from './facts';

/** Status of a text at a moment, as its history tells (ANSWER.md, Regime.status). */
export const regimeStatusSchema = z.enum([
  'proposed',
  'adopted',
  'in-force',
  'superseded',
  'repealed',
  'contested',
  'voluntary-in-use',
]);

const historySchema = z.strictObject({
  date: daySchema,
  status: regimeStatusSchema,
  what: z.string(),
  ...provenanceShape,
});

/**
 * A day on which something begins to apply, and how that day moved. Each step says from which day on the law read
 * so (`from`, the day of publication) and by which instrument; `day: null` means that no day is set.
 */
export const dateGroupSchema = z.strictObject({
  id: idSchema,
  what: z.string(),
  article: z.string().optional(),
  history: z.array(z.strictObject({ from: daySchema, day: daySchema.nullable(), by: z.string() })).min(1),
  ...provenanceShape,
});
export type DateGroup = z.infer<typeof dateGroupSchema>;

/** Which date group counts: one id, or the first rule whose `when` holds (the last rule has none). */
const dateRuleSchema = z.union([
  idSchema,
  z.array(z.strictObject({ when: conditionSchema.optional(), date: idSchema })).min(1),
]);
export type DateRule = z.infer<typeof dateRuleSchema>;

/** Wording or condition that held only in a span of time. `until` is the first day on which it no longer holds. */
const spanShape = { from: daySchema.optional(), until: daySchema.optional() };

/**
 * What takes a system out of a class (or out of a regime). An automatic one works whenever its condition is true;
 * any other must be claimed in the manifest and is then checked against its condition. Without a condition a claim
 * stands on the claimant's word, and the answer says so.
 */
export const exceptionSchema = z.strictObject({
  id: idSchema,
  article: z.string(),
  title: z.string(),
  statement: z.string(),
  condition: conditionSchema.optional(),
  automatic: z.boolean(),
  ...spanShape,
  ...provenanceShape,
});
export type Exception = z.infer<typeof exceptionSchema>;

/**
 * One ground on which a class holds, such as Annex III 4(a). Its answer is a Class object with id
 * `<regime>.<class>` and this basis. `otherwise: true` marks the class that holds when no other does.
 */
export const classBasisSchema = z
  .strictObject({
    id: idSchema,
    class: idSchema,
    basis: z.string(),
    title: z.string(),
    statement: z.string(),
    condition: conditionSchema.optional(),
    otherwise: z.literal(true).optional(),
    /** Ids of exceptions, defined in the same regime. */
    exceptions: z.array(idSchema).default([]),
    /** Date group from which this ground has effect. */
    date: idSchema,
    ...spanShape,
    ...provenanceShape,
  })
  .refine((basis) => (basis.condition === undefined) === (basis.otherwise === true), {
    error: 'a class basis has either a condition or otherwise: true',
  });
export type ClassBasis = z.infer<typeof classBasisSchema>;

/**
 * One obligation. It applies where the regime applies, one of its classes holds (none named: wherever the regime
 * applies), its own condition holds and one of its roles is held.
 */
export const dutySchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  article: z.string(),
  statement: z.string(),
  roles: z.array(idSchema).min(1),
  /** Local class ids, such as `high-risk`. */
  classes: z.array(idSchema).default([]),
  /** Only these grounds of the classes, such as `eu-ai-act.annex-iii-5-b`. */
  bases: z.array(idSchema).optional(),
  condition: conditionSchema.optional(),
  exceptions: z.array(idSchema).default([]),
  /** A date rule, or `by-class`: the date of the ground on which the class holds. */
  date: z.union([z.literal('by-class'), dateRuleSchema]),
  themes: z.array(idSchema).min(1),
  /** What shows that the duty is met, in a few words each. */
  evidence: z.array(z.string()).default([]),
  penalty: idSchema.optional(),
  relief: z.string().optional(),
  ...spanShape,
  ...provenanceShape,
});
export type DutyEntry = z.infer<typeof dutySchema>;

/** Something that takes a system out of the regime altogether. */
const exclusionSchema = exceptionSchema.safeExtend({
  /** Works only where none of these classes could hold, such as Art. 2(12) of the EU act. */
  unlessClasses: z.array(idSchema).optional(),
});

export type Exclusion = z.infer<typeof exclusionSchema>;

const penaltySchema = z.strictObject({
  id: idSchema,
  article: z.string(),
  who: z.string(),
  max: z.string(),
  relief: z.string().optional(),
  since: daySchema,
  ...provenanceShape,
});

/** The parts of a regime that a further file in its folder may add (`article-5.md`). */
export const regimePartSchema = z.strictObject({
  title: z.string().min(3),
  exceptions: z.array(exceptionSchema).default([]),
  classes: z.array(classBasisSchema).default([]),
  duties: z.array(dutySchema).default([]),
});
export type RegimePart = z.infer<typeof regimePartSchema>;

export const regimeSchema = z.strictObject({
  ...entryShape,
  shortTitle: z.string().max(40),
  instrument: z.string(),
  kind: z.enum(['law', 'guideline', 'framework', 'standard', 'treaty', 'resolution', 'order']),
  jurisdiction: z.string(),
  binding: z.boolean(),
  authority: z.string(),
  history: z.array(historySchema).min(1),
  scope: z.strictObject({ statement: z.string(), condition: conditionSchema }),
  exclusions: z.array(exclusionSchema).default([]),
  dates: z.array(dateGroupSchema).min(1),
  penalties: z.array(penaltySchema).default([]),
  exceptions: z.array(exceptionSchema).default([]),
  classes: z.array(classBasisSchema).default([]),
  duties: z.array(dutySchema).default([]),
  /** Months after which the entry should be read again. */
  reviewMonths: z.int().min(1).max(36),
});
export type RegimeEntry = z.infer<typeof regimeSchema> & { id: string };
