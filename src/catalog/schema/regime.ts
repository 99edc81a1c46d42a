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

/**
 * Wording or condition that held only in a span of time. `until` is the first day on which it no longer holds. A text
 * is read from the day on which it was published, as the days of date groups are: what is published is what is about
 * to hold, even in the days before it enters into force. Entries of one id with spans that do not overlap are versions
 * of one thing, written in the order of time.
 */
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
  /** A claim is refused where this is true. Where it is not known, the claimant's word covers it. */
  refutedBy: conditionSchema.optional(),
  automatic: z.boolean(),
  /** Roles of which the law speaks as claimants. Whether others may claim it is a reading: a claim of theirs is noted. */
  claimants: z.array(idSchema).optional(),
  /** It makes what is owed lighter and takes nothing out, as for works of art in Art. 50(4) of the EU act. */
  narrows: z.literal(true).optional(),
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

/** What makes a duty lighter, and for whom. Without a condition it is open to everybody whom the duty binds. */
const reliefSchema = z.strictObject({
  article: z.string(),
  statement: z.string(),
  condition: conditionSchema.optional(),
});

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
  /** Every ground of the classes but these. */
  exceptBases: z.array(idSchema).min(1).optional(),
  /**
   * Owed where one of these exceptions took such a ground away, instead of where the ground holds: what stays with
   * whoever makes use of the exception, such as Art. 6(4) of the EU act.
   */
  whereLifted: z.array(idSchema).min(1).optional(),
  /** A permission under conditions: it binds only who makes use of it, which no manifest says. */
  permission: z.literal(true).optional(),
  condition: conditionSchema.optional(),
  exceptions: z.array(idSchema).default([]),
  /** A date rule, or `by-class`: the date of the ground on which the class holds. */
  date: z.union([z.literal('by-class'), dateRuleSchema]),
  themes: z.array(idSchema).min(1),
  /** What shows that the duty is met, in a few words each. */
  evidence: z.array(z.string()).default([]),
  /** Why no control fulfills it. */
  noControl: z.string().min(10).optional(),
  penalty: z.union([idSchema, z.array(idSchema).min(1)]).optional(),
  relief: z.union([z.string(), z.array(reliefSchema).min(1)]).optional(),
  ...spanShape,
  ...provenanceShape,
});
export type DutyEntry = z.infer<typeof dutySchema>;

/**
 * Who counts as having a role that they do not name, such as whoever puts a name on a high-risk system (Art. 25 of the
 * EU act): then the duties of that role bind them too, for the classes that are named. It works where the condition
 * is surely true; what is open is said by the duty that speaks of the change itself.
 */
export const deemedRoleSchema = z.strictObject({
  id: idSchema,
  article: z.string(),
  title: z.string(),
  statement: z.string(),
  role: idSchema,
  /** The roles that may turn into it. */
  heldAs: z.array(idSchema).min(1),
  /** Local class ids. */
  classes: z.array(idSchema).min(1),
  /** Only these grounds of the classes. */
  bases: z.array(idSchema).optional(),
  condition: conditionSchema,
  exceptions: z.array(idSchema).default([]),
  /** Duties of the role that stay with who had it first. */
  exceptDuties: z.array(idSchema).default([]),
  ...spanShape,
  ...provenanceShape,
});
export type DeemedRole = z.infer<typeof deemedRoleSchema>;

/** Something that takes a system out of the regime altogether. */
const exclusionSchema = exceptionSchema.safeExtend({
  /** Works only where none of these classes could hold, such as Art. 2(12) of the EU act. */
  unlessClasses: z.array(idSchema).optional(),
});

export type Exclusion = z.infer<typeof exclusionSchema>;

/**
 * What puts a day off for systems that were there before it, such as Art. 111(2) of the EU act. Where its condition
 * is true, its own date rule counts; a group without a day says that it is not known whether the duty will ever bind.
 * Where its condition is open, the day stands as it is.
 */
const transitionSchema = z.strictObject({
  id: idSchema,
  article: z.string(),
  title: z.string(),
  statement: z.string(),
  /** Groups whose day it puts off, for duties. */
  puts: z.array(idSchema).min(1),
  condition: conditionSchema,
  date: dateRuleSchema,
  ...spanShape,
  ...provenanceShape,
});
export type Transition = z.infer<typeof transitionSchema>;

const penaltySchema = z.strictObject({
  id: idSchema,
  article: z.string(),
  who: z.string(),
  max: z.string(),
  relief: z.string().optional(),
  since: daySchema,
  ...spanShape,
  ...provenanceShape,
});
export type Penalty = z.infer<typeof penaltySchema>;

/**
 * A clock that the regime sets: something must be done within a time from an event. `within` is a duration of
 * ISO 8601, or business days (`P10BD`), or `P0D` for at once.
 */
export const deadlineSchema = z.strictObject({
  what: z.string(),
  within: z.string().regex(/^P(?:\d+(?:D|BD|W|M|Y)|T\d+[HM])$/, {
    error: 'a time is written P15D, P10BD (business days), P2W, P1M, P1Y or PT72H',
  }),
  /** The event from which the time runs, in words: `awareness`, `an adverse outcome`. */
  from: z.string(),
  /** The duty that sets it, by id. */
  duty: idSchema.optional(),
  /** Whether something has gone wrong when it runs: an incident, a breach. */
  incident: z.boolean().default(false),
  ...provenanceShape,
});

/** The parts of a regime that a further file in its folder may add (`article-5.md`). */
export const regimePartSchema = z.strictObject({
  title: z.string().min(3),
  exceptions: z.array(exceptionSchema).default([]),
  classes: z.array(classBasisSchema).default([]),
  duties: z.array(dutySchema).default([]),
  deemedRoles: z.array(deemedRoleSchema).default([]),
});
export type RegimePart = z.infer<typeof regimePartSchema>;

export const regimeSchema = z.strictObject({
  ...entryShape,
  shortTitle: z.string().max(40),
  instrument: z.string(),
  kind: z.enum(['law', 'guideline', 'framework', 'standard', 'treaty', 'resolution', 'order', 'policy']),
  jurisdiction: z.string(),
  binding: z.boolean(),
  authority: z.string(),
  history: z.array(historySchema).min(1),
  scope: z.strictObject({
    statement: z.string(),
    condition: conditionSchema,
    /** Where it is not known whether the text applies: such a place keeps the scope open. */
    open: z
      .strictObject({ statement: z.string(), condition: conditionSchema, ...provenanceShape })
      .optional(),
  }),
  exclusions: z.array(exclusionSchema).default([]),
  dates: z.array(dateGroupSchema).min(1),
  transitions: z.array(transitionSchema).default([]),
  penalties: z.array(penaltySchema).default([]),
  deadlines: z.array(deadlineSchema).default([]),
  exceptions: z.array(exceptionSchema).default([]),
  classes: z.array(classBasisSchema).default([]),
  /** Classes that can be told graver or milder, gravest first. A class that stands beside them is not named. */
  ladder: z.array(idSchema).default([]),
  duties: z.array(dutySchema).default([]),
  deemedRoles: z.array(deemedRoleSchema).default([]),
  /** Months after which the entry should be read again. */
  reviewMonths: z.int().min(1).max(36),
});
export type RegimeEntry = z.infer<typeof regimeSchema> & { id: string };
