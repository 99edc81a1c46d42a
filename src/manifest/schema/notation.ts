import * as z from 'zod';
import type { Terms } from '../enums/terms';

// Before the first object schema is built: a strict content security policy refuses compiled ones.
z.config({ jitless: true });

/**
 * What a scalar of the manifest is. `area` is an `enum` whose ids stand in families, `id` names an entry of the
 * catalog or a rule, `path` a place in the manifest, `glob` files.
 */
export type ScalarType =
  | 'text'
  | 'enum'
  | 'area'
  | 'boolean'
  | 'number'
  | 'day'
  | 'place'
  | 'id'
  | 'path'
  | 'glob';

/** Whose ids a field holds. */
export type Referent = 'control' | 'duty' | 'exemption' | 'regime' | 'class' | 'tool' | 'rule';

/** What zod has no word for, kept beside each schema. */
export interface Traits {
  readonly type?: ScalarType;
  readonly terms?: Terms;
  /** Other words than the terms are welcome. */
  readonly open?: boolean;
  /** The order of the terms counts: a later one is more. */
  readonly ordered?: boolean;
  readonly refersTo?: Referent;
  /** Leaving the field out says that there is none, where elsewhere it says nothing. */
  readonly absenceIsFact?: boolean;
  /** One of these keys must be there. */
  readonly oneOfKeys?: readonly string[];
  /** Whose ids the keys of a record are. */
  readonly keysReferTo?: Referent;
}

export const traits = z.registry<Traits>();

/** The word for "we looked and do not know"; it may stand for every value and as a member of every list. */
export const UNKNOWN = 'unknown';
const unknown = z.literal(UNKNOWN);

function scalar<S extends z.ZodType>(schema: S, said: Traits): S {
  traits.add(schema, said);
  return schema;
}

/** Text in which something is written. */
export const text = (said: Omit<Traits, 'type'> = {}) =>
  scalar(z.string().regex(/\S/), { type: 'text', ...said });

/** Three letters of ISO 4217. */
export const currency = () => scalar(z.union([z.string().regex(/^[A-Z]{3}$/), unknown]), { type: 'text' });

/** Text in which some words have a meaning of their own, and others are welcome. */
export const openChoice = (terms: Terms) => text({ terms, open: true });

/** Id of an entry of the catalog or of a rule; whether there is one is checked where the catalog is known. */
export const idOf = (refersTo: Referent) => scalar(z.string().regex(/\S/), { type: 'id', refersTo });

/** Dotted path in the manifest, such as `systems.cv-ranker.tools`. */
export const manifestPath = () => scalar(z.string().regex(/\S/), { type: 'path' });

/** Path or glob in the repository. */
export const glob = () => scalar(z.string().regex(/\S/), { type: 'glob' });

/** One of a closed list. */
export const choice = (terms: Terms, said: Pick<Traits, 'type' | 'ordered'> = {}) =>
  scalar(z.enum([...Object.keys(terms), UNKNOWN]), { type: 'enum', terms, ...said });

export const flag = () => scalar(z.union([z.boolean(), unknown]), { type: 'boolean' });

export const amount = (least: number, most?: number) =>
  scalar(z.union([most === undefined ? z.number().min(least) : z.number().min(least).max(most), unknown]), {
    type: 'number',
  });

export const count = () => scalar(z.union([z.int().min(0), unknown]), { type: 'number' });

const daySchema = z.iso.date().meta({ id: 'day' });

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = () => scalar(z.union([daySchema, unknown]), { type: 'day' });

const placeSchema = z
  .string()
  .regex(/^(?:EEA|[A-Z]{2}(?:-[A-Z0-9]{1,3}(?:-[A-Z0-9]{2,4})?)?)$/)
  .meta({ id: 'place' });

/** ISO 3166-1 or 3166-2, `EU`, `EEA`, or a city below a region (`US-NY-NYC`). Only the form is checked here. */
export const place = () => scalar(z.union([placeSchema, unknown]), { type: 'place' });

/** Several scalars; a member that is unknown says that there may be more. */
export const list = <S extends z.ZodType>(member: S) => z.union([z.array(member), unknown]);

/** Several entries of one shape. */
export const entries = <S extends z.ZodObject>(member: S) =>
  z.union([z.array(z.union([member, unknown])), unknown]);

/** One object inside another. */
export const group = <S extends z.ZodObject>(shape: S) => z.union([shape, unknown]);

/** Keys of the writer's choice, all with the same kind of value. */
export function recordOf<S extends z.ZodType>(keysReferTo: Referent, value: S) {
  const schema = z.record(z.string(), value);
  traits.add(schema, { keysReferTo });
  return z.union([schema, unknown]);
}

/** A field that must be there, with what it is and why it is asked. */
export function required<S extends z.ZodType>(description: string, schema: S): S {
  return schema.meta({ description });
}

/** A field that may be left out: then it is unknown. */
export function optional<S extends z.ZodType>(description: string, schema: S) {
  return schema.meta({ description }).optional();
}

/** A field that may be left out, which then says that there is none. */
export function optionalFact<S extends z.ZodType>(description: string, schema: S) {
  const described = schema.meta({ description });
  traits.add(described, { absenceIsFact: true });
  return described.optional();
}
