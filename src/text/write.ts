import type { Format } from './piece';
import { plainValue } from './plain-scalar';
import type { ScalarNode } from './tree';

/** A value as data. */
export type Value = ScalarNode['value'] | readonly Value[] | { readonly [key: string]: Value };

/** The quotes that a text had and is to keep where it can. */
export type Quote = '"' | "'" | undefined;

/**
 * Text that needs no quotes anywhere in YAML: letters, digits, and marks that begin and end nothing, with single
 * spaces between words. A colon only inside, as in a URL.
 */
const BARE = /^[\p{L}\p{N}_$./](?:[\p{L}\p{N}_$./()+@*~=-]|:(?=[\p{L}\p{N}/])| (?=[\p{L}\p{N}_$./(@-]))*$/u;

/** What readers of YAML 1.1 take for a boolean or a special number. */
const ELSEWHERE_NO_TEXT = /^(?:y|n|yes|no|on|off|\.nan|\.inf)$/i;

/** A line break or another character that can only be written as an escape. */
const NEEDS_ESCAPE = /[\p{Cc}\u2028\u2029\uFEFF]/u;

/** A value on one line: lists in brackets, mappings in braces. */
export function writeValue(value: Value, format: Format): string {
  if (value === null || typeof value !== 'object') return writeScalar(value, format);
  if (isList(value)) return `[${value.map((item) => writeValue(item, format)).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([key, inner]) => `${writeKey(key, format)}: ${writeValue(inner, format)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function isList(value: readonly Value[] | { readonly [key: string]: Value }): value is readonly Value[] {
  return Array.isArray(value);
}

/** A scalar, in quotes only where it must be, or where it had them. A number beyond all numbers becomes text. */
export function writeScalar(value: ScalarNode['value'], format: Format, quote?: Quote): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return JSON.stringify(String(value));
  if (typeof value !== 'string') return String(value);
  if (format === 'json' || NEEDS_ESCAPE.test(value)) return JSON.stringify(value);
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  return quote === undefined && isBare(value) ? value : JSON.stringify(value);
}

/** A key, in quotes only where it must be, or where it had them. A key may look like a number. */
export function writeKey(key: string, format: Format, quote?: Quote): string {
  if (format === 'yaml' && quote === undefined && /^[A-Za-z0-9_$][\w$.-]*$/.test(key)) return key;
  return writeScalar(key, format, quote);
}

/** Whether a text can stand in YAML without quotes, in block and in brackets, for every reader. */
function isBare(text: string): boolean {
  return BARE.test(text) && plainValue(text) === text && !ELSEWHERE_NO_TEXT.test(text);
}
