import { z } from 'zod';
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
}

/** Turns what zod found wrong with a value into problems at exact places. */
export function schemaProblems(schema: Schema, value: unknown, issues: readonly Issue[]): SchemaProblem[] {
  return issues.flatMap((issue) => fromIssue(schema, value, issue, []));
}

function fromIssue(schema: Schema, value: unknown, issue: Issue, base: Steps): SchemaProblem[] {
  const steps = [...base, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(steps, key, keysAt(schema, steps)));
  }
  if (issue.code === 'invalid_union') {
    // Of the shapes that were possible, the one whose own keys fit is what was meant.
    const meant = issue.errors.filter(
      (errors) => errors.length > 0 && errors.every((error) => isBelow(error, value, steps)),
    );
    const [closest] = meant.sort((a, b) => a.length - b.length);
    if (closest) return closest.flatMap((error) => fromIssue(schema, value, error, steps));
    const known = keysAt(schema, steps);
    const here = valueAt(value, steps);
    const strangers = isRecord(here) ? Object.keys(here).filter((key) => !known.includes(key)) : [];
    if (known.length > 0 && strangers.length > 0)
      return strangers.map((key) => unknownKey(steps, key, known));
  }
  const name = steps.findLast((step) => typeof step === 'string');
  if (valueAt(value, steps) === undefined) {
    return [{ steps, on: 'value', code: 'schema', message: `The key ${name ?? ''} is missing. Write it.` }];
  }
  return [
    {
      steps,
      on: 'value',
      code: 'schema',
      message: `${name ?? 'The entry'} is not as it must be: ${inWords(issue)}.`,
    },
  ];
}

/** Whether an issue of one shape of a union stands below the value itself, so that the shape as such fits. */
function isBelow(issue: Issue, value: unknown, steps: Steps): boolean {
  const relative = issue.path.filter((step) => typeof step !== 'symbol');
  return relative.length > 0 && valueAt(value, [...steps, ...relative]) !== undefined;
}

function unknownKey(steps: Steps, key: string, known: readonly string[]): SchemaProblem {
  const meant = nearest(key, known);
  const advice = meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return {
    steps: [...steps, key],
    on: 'key',
    code: 'unknown-key',
    message: `The key ${key} is not known here. ${advice}`,
  };
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
      // Object.entries would do, but the shape may be large and one key is wanted.
      const member: Schema | undefined = shape.shape[step];
      return member ? shapesOf(member) : [];
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
