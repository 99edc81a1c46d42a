import { readJson } from './json-tree';
import type { Format } from './piece';
import type { Node, Span } from './tree';
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

const wordCharacter = /[\w$.+@/-]/;

/** No key or value that can be completed is longer. */
const longestWord = 200;

/**
 * Finds out what is being typed: the word at the cursor is replaced by a placeholder, once as a value and once as a
 * key, and the place where the parser finds it is the answer. Undefined in a comment, and where neither can be read.
 */
export function cursorContext(text: string, format: Format, offset: number): CursorContext | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = text.slice(lineStart, offset);
  if (format === 'yaml' && endsInComment(line)) return undefined;
  const word = wordAround(text, offset);
  const typed = text.slice(word.start, offset);
  const span = withQuotes(text, word);
  const attempts = format === 'json' ? jsonAttempts(text, span) : yamlAttempts(text, span, line, typed);
  for (const attempt of attempts) {
    const filled = text.slice(0, span.start) + attempt + text.slice(span.end);
    const { tree } = format === 'json' ? readJson(filled) : readYaml(filled);
    const found = tree && find(tree, [], filled);
    if (found) return { ...found, typed, span };
  }
  return undefined;
}

function wordAround(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < longestWord && wordCharacter.test(text.charAt(start - 1))) start--;
  while (end - offset < longestWord && wordCharacter.test(text.charAt(end))) end++;
  return { start, end };
}

/** Whether a line of YAML, up to the cursor, has begun a comment. A # inside quotes begins none. */
function endsInComment(line: string): boolean {
  let before = ' ';
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '#' && /\s/.test(before)) return true;
    if ((character === '"' || character === "'") && /[\s[{,]/.test(before)) {
      at = endOfQuoted(line, at);
      if (at === -1) return false;
    }
    before = character;
  }
  return false;
}

/** Where the quote closes that opens at an offset; -1 if it does not on this line. */
function endOfQuoted(line: string, start: number): number {
  const quote = line.charAt(start);
  for (let at = start + 1; at < line.length; at++) {
    const isEscape = quote === '"' ? line[at] === '\\' : line.startsWith("''", at);
    if (isEscape) at++;
    else if (line[at] === quote) return at;
  }
  return -1;
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
  const hasColon = /^[ \t]*:(?:\s|$)/.test(text.slice(span.end));
  const asKey = hasColon ? placeholder : `${placeholder}: `;
  const standsAlone = /^\uFEFF?[ \t]*(?:-[ \t]+)*$/.test(lead);
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

function find(node: Node, path: readonly (string | number)[], text: string): Found | undefined {
  const inList = typeof path.at(-1) === 'number';
  if (node.kind === 'scalar') {
    return node.value === placeholder ? { path, in: 'value', siblings: [], inList } : undefined;
  }
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      const here = [...path, index];
      // In brackets, a word with a colon is a mapping too; what is typed there is a member first of all.
      if (item.kind === 'mapping' && text.startsWith(placeholder, item.start) && text[node.start] === '[') {
        return { path: here, in: 'value', siblings: textsOf(node.items), inList: true };
      }
      const found = find(item, here, text);
      if (!found) continue;
      const isMember = found.in === 'value' && found.path.length === here.length;
      return isMember ? { ...found, siblings: textsOf(node.items) } : found;
    }
    return undefined;
  }
  const keys = node.entries.map(({ key }) => key);
  if (keys.includes(placeholder)) {
    return { path, in: 'key', siblings: keys.filter((key) => key !== placeholder), inList };
  }
  for (const { key, value } of node.entries) {
    const found = find(value, [...path, key], text);
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
