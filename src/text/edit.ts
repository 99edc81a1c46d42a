import type { Format } from './piece';
import type { Entry, MappingNode, Node, ScalarNode, Span } from './tree';

/** A replacement in a text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A text that YAML reads as itself without quotes, and never as a number, a boolean or nothing. */
const plainText = /^[A-Za-z](?:[\w.@/+-]*[\w@/+])?$/;
const plainButOther = /^(?:true|false|null|yes|no|on|off)$/i;

function written(value: string | number | boolean, format: Format, quote: string | undefined): string {
  if (format === 'json') return JSON.stringify(value);
  if (typeof value !== 'string') return String(value);
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  if (quote === '"') return JSON.stringify(value);
  return plainText.test(value) && !plainButOther.test(value) ? value : JSON.stringify(value);
}

function quoteAt(text: string, { start }: Span): string | undefined {
  const first = text[start];
  return first === '"' || first === "'" ? first : undefined;
}

/** Another value in place of a scalar, in the same kind of quotes. */
export function replaceScalar(
  text: string,
  format: Format,
  node: ScalarNode,
  value: string | number | boolean,
): TextEdit[] {
  return [{ span: spanOf(node), newText: written(value, format, quoteAt(text, node)) }];
}

/** Another name for a key, in the same kind of quotes. */
export function renameKey(text: string, format: Format, entry: Entry, key: string): TextEdit[] {
  return [{ span: entry.keySpan, newText: written(key, format, quoteAt(text, entry.keySpan)) }];
}

/** A single value becomes a list of one. */
export function wrapInList(text: string, _format: Format, node: Node): TextEdit[] {
  const span = spanOf(node);
  return [{ span, newText: `[${text.slice(span.start, span.end)}]` }];
}

/** A key with a scalar value as the first of a mapping, in the mapping's own style. */
export function addKey(
  text: string,
  format: Format,
  mapping: MappingNode,
  key: string,
  value: string | number | boolean,
): TextEdit[] {
  const [first] = mapping.entries;
  const at = first ? first.keySpan.start : mapping.start;
  const span = { start: at, end: at };
  const entry = `${written(key, format, undefined)}: ${written(value, format, undefined)}`;
  const isFlow = text[mapping.start] === '{';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (isFlow && !first) return [{ span: { start: at + 1, end: at + 1 }, newText: entry }];
  if (isFlow && format === 'yaml') return [{ span, newText: `${entry}, ` }];
  const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replace(/\S/g, ' ');
  return [{ span, newText: `${entry}${isFlow ? ',' : ''}${lineEnd}${indent}` }];
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
