import * as z from 'zod';
import { nearest } from '../text/nearest';
import type { CatalogProblemCode, Steps } from './problem';

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** What a schema rejects, with the steps to the place, in words. */
export interface SchemaProblem {
  readonly steps: Steps;
  readonly on: 'key' | 'value';
  readonly code: CatalogProblemCode;
  readonly message: string;
  /** The key is not there at all. */
  readonly missing?: true;
  /** Of an unknown key: the steps to the key that was meant, as JSON. */
  readonly means?: string;
}

/** Turns what zod found wrong with a value into problems at exact places. */
export function schemaProblems(schema: Schema, value: unknown, issues: readonly Issue[]): SchemaProblem[] {
  const problems = issues.flatMap((issue) => fromIssue(schema, value, issue, []));
  // A key that is only misspelled is not missing as well.
  const meant = new Set(problems.flatMap(({ means }) => means ?? []));
  return problems.filter(({ steps, missing }) => !missing || !meant.has(JSON.stringify(steps)));
}

function fromIssue(schema: Schema, value: unknown, issue: Issue, base: Steps): SchemaProblem[] {
  const steps = [...base, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(steps, key, keysAt(schema, steps)));
  }
  if (issue.code === 'invalid_union') {
    const meant = shapeMeant(issue.errors, value, steps);
    if (meant) return meant.flatMap((error) => fromIssue(schema, value, error, steps));
    const known = keysAt(schema, steps);
    const here = valueAt(value, steps);
    const strangers = isRecord(here) ? Object.keys(here).filter((key) => !known.includes(key)) : [];
    if (known.length > 0 && strangers.length > 0)
      return strangers.map((key) => unknownKey(steps, key, known));
  }
  const name = steps.findLast((step) => typeof step === 'string');
  if (valueAt(value, steps) === undefined) {
    const message = `The key ${name ?? ''} is missing. Write it.`;
    return [{ steps, on: 'value', code: 'schema', message, missing: true }];
  }
  const message = `${name ?? 'The entry'} is not as it must be: ${inWords(issue)}.`;
  return [{ steps, on: 'value', code: 'schema', message }];
}

/**
 * What is wrong with the one shape of a union that was meant: the shape whose own keys all fit and whose values are
 * wrong only further down, else the only one that lacks nothing but keys. Undefined where several could be meant.
 */
function shapeMeant(
  shapes: readonly (readonly Issue[])[],
  value: unknown,
  steps: Steps,
): readonly Issue[] | undefined {
  const deeper: (readonly Issue[])[] = [];
  const lacking: (readonly Issue[])[] = [];
  for (const issues of shapes) {
    const kinds = issues.map((issue) => kindOf(issue, value, steps));
    if (kinds.includes('other')) continue;
    (kinds.includes('lacks') ? lacking : deeper).push(issues);
  }
  const [closest] = deeper.sort((a, b) => a.length - b.length);
  return closest ?? (lacking.length === 1 ? lacking[0] : undefined);
}

/** Whether an issue says that another shape was meant, that this one lacks a key, or stands below its keys. */
function kindOf(issue: Issue, value: unknown, steps: Steps): 'other' | 'lacks' | 'below' {
  const below = issue.path.filter((step) => typeof step !== 'symbol');
  if (below.length === 0) return 'other';
  if (valueAt(value, [...steps, ...below]) === undefined) return below.length === 1 ? 'lacks' : 'below';
  // A literal that differs is what tells shapes apart.
  return issue.code === 'invalid_value' && issue.values.length === 1 && below.length === 1
    ? 'other'
    : 'below';
}

function unknownKey(steps: Steps, key: string, known: readonly string[]): SchemaProblem {
  const meant = nearest(key, known);
  const advice = meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean ${meant}?`;
  const message = `The key ${key} is not known here. ${advice}`;
  const means = meant === undefined ? {} : { means: JSON.stringify([...steps, meant]) };
  return { steps: [...steps, key], on: 'key', code: 'unknown-key', message, ...means };
}

function inWords(issue: Issue): string {
  const text = issue.message.replace(/^Invalid (input|option|string): /, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Keys that an object may have at a place of a schema; none where there is no object. */
function keysAt(schema: Schema, steps: Steps): readonly string[] {
  let current: readonly Schema[] = shapesOf(schema);
  for (const step of steps) {
    current = current.flatMap((shape) => {
      if (shape instanceof z.ZodArray) return typeof step === 'number' ? shapesOf(shape.element) : [];
      if (shape instanceof z.ZodRecord) return shapesOf(shape.valueType);
      if (!(shape instanceof z.ZodObject) || typeof step !== 'string') return [];
      const member: unknown = shape.shape[step];
      return member instanceof z.ZodType ? shapesOf(member) : [];
    });
  }
  const keys = current.flatMap((shape) => (shape instanceof z.ZodObject ? Object.keys(shape.shape) : []));
  return [...new Set(keys)];
}

/** A schema without what wraps it; of a union, each of its options. */
function shapesOf(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return shapesOf(schema.unwrap());
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return shapesOf(schema.unwrap());
  if (schema instanceof z.ZodLazy) return shapesOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(shapesOf);
  return [schema];
}

function valueAt(value: unknown, steps: Steps): unknown {
  let current = value;
  for (const step of steps) {
    if (Array.isArray(current) && typeof step === 'number') current = current[step];
    else if (isRecord(current)) current = current[step];
    else return undefined;
  }
  return current;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
