import { readJson } from './json-tree';
import type { Format } from './piece';
import type { MappingNode, Node, Span } from './tree';
import { readYaml } from './yaml-tree';

/** What is being typed at a place of a text that may be half typed. */
export interface CursorContext {
  /** Keys and indexes to the value being typed, or to the mapping whose key is being typed. */
  readonly path: readonly (string | number)[];
  readonly in: 'key' | 'value';
  /** What is typed of the word so far, up to the cursor. */
  readonly typed: string;
  /** What a completion replaces: the whole word around the cursor, quotes included. */
  readonly span: Span;
  /** For a key: the other keys of its mapping. For a member of a list: the other members, where they are text. */
  readonly siblings: readonly string[];
  /** Whether the value is a member of a list, or the mapping of the key is one. */
  readonly inList: boolean;
}

/** Stands for the word at the cursor: no manifest has it, and both formats read it as text. */
const placeholder = 'cursor_5f3a9c';

const wordBefore = /[\w$.+@/-]*$/;
const wordAfter = /^[\w$.+@/-]*/;

/**
 * Finds out what is being typed: the word at the cursor is replaced by a placeholder, once as a value and once as a
 * key, and the place where the parser finds it is the answer. Undefined in a comment, and where neither can be read.
 */
export function cursorContext(text: string, format: Format, offset: number): CursorContext | undefined {
  const before = text.slice(0, offset);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const line = before.slice(lineStart);
  if (format === 'yaml' && /(^|\s)#/.test(withoutQuotes(line))) return undefined;
  const typed = wordBefore.exec(line)?.[0] ?? '';
  const rest = wordAfter.exec(text.slice(offset))?.[0] ?? '';
  const word = { start: offset - typed.length, end: offset + rest.length };
  const span = withQuotes(text, word);
  const attempts = format === 'json' ? jsonAttempts(text, span) : yamlAttempts(text, span, line, typed);
  for (const attempt of attempts) {
    const filled = text.slice(0, span.start) + attempt + text.slice(span.end);
    const { tree } = format === 'json' ? readJson(filled) : readYaml(filled);
    const found = tree && find(tree, []);
    if (found) return { ...found, typed, span };
  }
  return undefined;
}

function withoutQuotes(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
}

/** Quotes that open right before the word belong to it, and so does the one that closes it. */
function withQuotes(text: string, { start, end }: Span): Span {
  const quote = text[start - 1];
  if (quote !== '"' && quote !== "'") return { start, end };
  return { start: start - 1, end: text[end] === quote ? end + 1 : end };
}

/** A key first where the line holds nothing else; a value first behind a colon, a dash in flow, or a comma. */
function yamlAttempts(text: string, span: Span, line: string, typed: string): readonly string[] {
  const lead = line.slice(0, line.length - typed.length).replace(/["']$/, '');
  const hasColon = /^\s*:(\s|$)/.test(text.slice(span.end));
  const asKey = hasColon ? placeholder : `${placeholder}: `;
  const standsAlone = /^\s*(-\s+)*$/.test(lead);
  // Right behind a colon or a dash, a space is still missing; the completion will bring none, but the text can be read.
  const asValue = /[:-]$/.test(lead) ? ` ${placeholder}` : placeholder;
  return standsAlone ? [asKey, asValue] : [asValue, asKey];
}

function jsonAttempts(text: string, span: Span): readonly string[] {
  const quoted = `"${placeholder}"`;
  const hasColon = /^\s*:/.test(text.slice(span.end));
  const needsComma = /^\s*["{[\w-]/.test(text.slice(span.end)) ? ',' : '';
  return hasColon ? [quoted] : [`${quoted}: 0${needsComma}`, `${quoted}${needsComma}`];
}

type Found = Pick<CursorContext, 'path' | 'in' | 'siblings' | 'inList'>;

function find(node: Node, path: readonly (string | number)[]): Found | undefined {
  const inList = typeof path.at(-1) === 'number';
  if (node.kind === 'scalar') {
    return node.value === placeholder ? { path, in: 'value', siblings: [], inList } : undefined;
  }
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      const found = find(item, [...path, index]);
      if (!found) continue;
      const isMember = found.in === 'value' && found.path.length === path.length + 1;
      return isMember ? { ...found, siblings: textsOf(node.items) } : found;
    }
    return undefined;
  }
  return findInMapping(node, path, inList);
}

function findInMapping(
  node: MappingNode,
  path: readonly (string | number)[],
  inList: boolean,
): Found | undefined {
  const keys = node.entries.map(({ key }) => key);
  if (keys.includes(placeholder)) {
    return { path, in: 'key', siblings: keys.filter((key) => key !== placeholder), inList };
  }
  for (const { key, value } of node.entries) {
    const found = find(value, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

function textsOf(items: readonly Node[]): string[] {
  return items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' && item.value !== placeholder
      ? [item.value]
      : [],
  );
}
