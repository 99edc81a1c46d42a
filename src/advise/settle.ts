import type { Place, Range, Reason } from '../answer/schema';
import { FactReason } from '../assess/reasons';
import { Spot } from '../manifest/fact';

/** Where an item stands: its file, and the line on which it begins. */
export interface Stand {
  readonly file: string;
  readonly line: number;
}

/**
 * Makes the spots inside a value the places of the answer: those of an item itself get its file and its line in that
 * file (see `Spot`).
 */
export function settle<Value>(value: Value, stand: Stand): Value {
  // The walk keeps the shape, which the type system cannot see.
  return settled(value, stand) as Value;
}

function settled(value: unknown, stand: Stand): unknown {
  if (Array.isArray(value)) return value.map((item) => settled(item, stand));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Spot) return settlePlace(value, stand);
  if (value instanceof FactReason) return settledReason(value, stand);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, settled(inner, stand)]));
}

function settledReason({ text, places, entry }: FactReason, stand: Stand): Reason {
  return { text, places: places.map((place) => settlePlace(place, stand)), entry };
}

export function settlePlace({ path, file, range }: Place, stand: Stand): Place {
  return file === '' ? { path, file: stand.file, range: shift(range, stand.line) } : { path, file, range };
}

export function shift(range: Range, lines: number): Range {
  return {
    start: { line: range.start.line + lines, character: range.start.character },
    end: { line: range.end.line + lines, character: range.end.character },
  };
}
