import type { Place, Range } from '../answer/schema';

/** Where an item stands: its file, and the line on which it begins. */
export interface Stand {
  readonly file: string;
  readonly line: number;
}

/**
 * Gives every place inside a value that was concluded about an item alone its file and its line in that file. Such
 * places have an empty file (see `Spot`); all others are settled already and stay as they are.
 */
export function settle<Value>(value: Value, stand: Stand): Value {
  // The walk keeps the shape, which the type system cannot see.
  return settled(value, stand) as Value;
}

function settled(value: unknown, stand: Stand): unknown {
  if (Array.isArray(value)) return value.map((item) => settled(item, stand));
  if (typeof value !== 'object' || value === null) return value;
  if (isUnsettled(value)) return settlePlace(value, stand);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, settled(inner, stand)]));
}

function isUnsettled(value: object): value is Place {
  return 'file' in value && value.file === '' && 'range' in value && 'path' in value;
}

export function settlePlace(place: Place, stand: Stand): Place {
  return place.file === '' ? { ...place, file: stand.file, range: shift(place.range, stand.line) } : place;
}

export function shift(range: Range, lines: number): Range {
  return {
    start: { line: range.start.line + lines, character: range.start.character },
    end: { line: range.end.line + lines, character: range.end.character },
  };
}
