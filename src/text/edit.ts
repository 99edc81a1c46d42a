import type { Format } from './piece';
import type { Entry, MappingNode, Node, ScalarNode, Span } from './tree';
import { type Quote, type Value, writeKey, writeScalar, writeValue } from './write';

/** A replacement in a text. Several of one answer do not overlap and are all meant for the same text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Another value in place of a scalar, in the same kind of quotes. */
export function replaceScalar(
  text: string,
  format: Format,
  node: ScalarNode,
  value: ScalarNode['value'],
): TextEdit[] {
  if (node.start === node.end) return fillEmpty(text, node.start, writeScalar(value, format));
  const written = writeScalar(value, format, quoteAt(text, node.start));
  return [{ span: spanOf(node), newText: written + headerComment(text, node) }];
}

/** Another name for a key, in the same kind of quotes. */
export function renameKey(text: string, format: Format, entry: Entry, key: string): TextEdit[] {
  return [
    { span: spanOf(entry.keySpan), newText: writeKey(key, format, quoteAt(text, entry.keySpan.start)) },
  ];
}

/** A single value becomes a list of one. A list stays as it is, and so does a value that is not there. */
export function wrapInList(text: string, format: Format, node: Node): TextEdit[] {
  if (node.kind === 'sequence' || node.start === node.end) return [];
  if (node.kind === 'mapping' && text[node.start] !== '{') return withDash(text, node);
  const source = text.slice(node.start, node.end);
  const isFlow = node.kind === 'mapping' || quoteAt(text, node.start) !== undefined;
  // What is written without quotes may need them in brackets; a number is still the number that was written.
  const inside = isFlow || typeof node.value !== 'string' ? source : writeScalar(node.value, format);
  return [{ span: spanOf(node), newText: `[${inside}]${headerComment(text, node)}` }];
}

/** Where a new key goes in a mapping. After a key that is not there means last. */
export type KeyPlace = 'first' | 'last' | { readonly after: string };

/** A key with a value in a mapping, in the mapping's own style. */
export function addKey(
  text: string,
  format: Format,
  mapping: MappingNode,
  key: string,
  value: Value,
  place: KeyPlace = 'first',
): TextEdit[] {
  const { entries } = mapping;
  const written = `${writeKey(key, format)}: ${writeValue(value, format)}`;
  const named = typeof place === 'object' ? entries.findLastIndex((entry) => entry.key === place.after) : -1;
  const index = place === 'first' ? 0 : named === -1 ? entries.length : named + 1;
  const previous = entries[index - 1];
  const next = entries[index];
  if (isInBraces(text, mapping)) {
    if (next) return insertBefore(text, next, written, ',');
    return previous ? insertInBraces(text, previous, written) : fillBraces(text, mapping, written);
  }
  if (!previous) return next ? insertBefore(text, next, written, '') : [];
  const at = endOfLine(text, endOfEntry(text, previous));
  return [insert(at, `${lineBreakOf(text)}${indentAt(text, previous.keySpan.start)}${written}`)];
}

/** Takes an entry out of a mapping. Its comments stay. */
export function removeEntry(text: string, mapping: MappingNode, entry: Entry): TextEdit[] {
  const index = mapping.entries.indexOf(entry);
  const next = mapping.entries[index + 1];
  const previous = mapping.entries[index - 1];
  const { start } = entry.keySpan;
  const end = endOfEntry(text, entry);
  const newLine = `${lineBreakOf(text)}${indentAt(text, start)}`;
  const replace = (span: Span, before: string, after: string): TextEdit[] => {
    const comments = commentsIn(text, span, mapping);
    return [{ span, newText: comments.map((comment) => `${before}${comment}${after}`).join('') }];
  };
  if (isInBraces(text, mapping)) {
    if (next) return replace({ start, end: next.keySpan.start }, '', newLine);
    return replace({ start: previous ? endOfEntry(text, previous) : start, end }, ' ', newLine);
  }
  if (!beginsBlockEntry(text, start)) return [];
  // Empty lines and comments behind it would come to belong to a block text before it.
  const isAfterText = previous !== undefined && blockTextAtEnd(text, previous.value) !== '';
  const lineEnd = isAfterText
    ? past(/(?:[ \t]*\r?\n[ \t]*(?:#[^\r\n]*)?(?=\r?\n))*/y, text, end)
    : endOfLine(text, end);
  const lineStart = startOfLine(text, start);
  if (!previous && !next) {
    const [edit] = replace({ start, end: lineEnd }, ' ', '');
    return [{ span: { start, end: lineEnd }, newText: `{}${edit?.newText ?? ''}` }];
  }
  const isFirstOnLine = text.slice(lineStart, start).trim() === '';
  if (!isFirstOnLine) return next ? replace({ start, end: next.keySpan.start }, '', newLine) : [];
  // A text that keeps its empty lines keeps the line break before the end of the file too.
  if (isAfterText && lineEnd === text.length) {
    return replace({ start: lineStart, end: lineEnd }, indentAt(text, start), lineBreakOf(text));
  }
  // With the line break before it, or the one behind it where it is the first line of the file.
  const before = text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : lineStart - 1;
  if (lineStart > 0) return replace({ start: before, end: lineEnd }, newLine, '');
  return replace({ start, end: next?.keySpan.start ?? lineEnd }, '', newLine);
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function quoteAt(text: string, at: number): Quote {
  const first = text[at];
  return first === '"' || first === "'" ? first : undefined;
}

function isInBraces(text: string, mapping: MappingNode): boolean {
  return text[mapping.start] === '{';
}

/** Where the line of an offset begins. */
export function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** The line break that a text has. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Spaces as wide as what stands before an offset on its line: a dash indents too. */
export function indentAt(text: string, at: number): string {
  return text.slice(startOfLine(text, at), at).replace('\uFEFF', '').replace(/\S/g, ' ');
}

/** Whether only spaces and dashes stand before a key: a `?`, an anchor or a tag would belong to it. */
function beginsBlockEntry(text: string, at: number): boolean {
  return /^\uFEFF? *(?:- +)*$/.test(text.slice(startOfLine(text, at), at));
}

/** Where the source of an entry ends. The node of an alias stands elsewhere. */
function endOfEntry(text: string, { keySpan, value }: Entry): number {
  if (value.start >= keySpan.end) return endOfValue(text, value);
  const alias = /\s*:\s+\*[^\s,[\]{}]*/y;
  alias.lastIndex = keySpan.end;
  return alias.test(text) ? alias.lastIndex : keySpan.end;
}

/** Where a value ends, with the empty lines that belong to it if it is, or ends with, a text that keeps them. */
export function endOfValue(text: string, value: Node): number {
  const keepsLines = /^[|>]\d?\+/.test(blockTextAtEnd(text, value));
  return keepsLines ? past(/(?:[ \t]*\r?\n[ \t]*(?=\r?\n))*/y, text, value.end) : value.end;
}

/** The block text that a value is or ends with; empty if there is none. */
export function blockTextAtEnd(text: string, value: Node): string {
  let last: Node | undefined = value;
  while (last && last.kind !== 'scalar') {
    last = last.kind === 'mapping' ? last.entries.at(-1)?.value : last.items.at(-1);
  }
  const source = last?.end === value.end ? text.slice(last.start, last.end) : '';
  return /^[|>]/.test(source) ? source : '';
}

/** The end of a line, and of the lines below it that fit a pattern. */
function past(lines: RegExp, text: string, at: number): number {
  lines.lastIndex = endOfLine(text, at);
  lines.test(text);
  return lines.lastIndex;
}

/** A value where there is none: after a colon or dash, or after a key whose colon is missing too. */
function fillEmpty(text: string, at: number, written: string): TextEdit[] {
  // Only an anchor or tag may stand there; the value would have to go behind it.
  if (/^[ \t]*[&!]/.test(text.slice(at, at + 100))) return [];
  return [insert(at, /[:-]/.test(text.charAt(at - 1)) ? ` ${written}` : `: ${written}`)];
}

/** The comment behind the `|` or `>` of a block text, which is lost if something else takes its place. */
function headerComment(text: string, { kind, start }: Node): string {
  if (kind !== 'scalar' || !/[|>]/.test(text.charAt(start))) return '';
  return /\s#.*/.exec(text.slice(start, endOfLine(text, start)))?.[0] ?? '';
}

/** A block mapping becomes the one item of a list: a dash before its first line, its other lines indented as much. */
function withDash(text: string, mapping: MappingNode): TextEdit[] {
  if (!beginsBlockEntry(text, mapping.start)) return [];
  const edits = [insert(mapping.start, '- ')];
  for (let at = mapping.start; ; ) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0 || at >= mapping.end) return edits;
    if (!/^[ \t\r]*$/.test(text.slice(at, endOfLine(text, at)))) edits.push(insert(at, '  '));
  }
}

function insertBefore(text: string, { keySpan }: Entry, written: string, comma: '' | ','): TextEdit[] {
  const before = text.slice(startOfLine(text, keySpan.start), keySpan.start);
  const inLine = comma === ',' && before.trim() !== '';
  if (comma === '' ? !beginsBlockEntry(text, keySpan.start) : before.trimEnd().endsWith('?')) return [];
  const gap = inLine ? ' ' : `${lineBreakOf(text)}${indentAt(text, keySpan.start)}`;
  return [insert(keySpan.start, `${written}${comma}${gap}`)];
}

function insertInBraces(text: string, previous: Entry, written: string): TextEdit[] {
  const { start } = previous.keySpan;
  const before = text.slice(startOfLine(text, start), start);
  const gap = before.trim() === '' ? `${lineBreakOf(text)}${indentAt(text, start)}` : ' ';
  return [insert(endOfEntry(text, previous), `,${gap}${written}`)];
}

function fillBraces(text: string, { start, end }: MappingNode, written: string): TextEdit[] {
  const inside = text.slice(start + 1, end - 1);
  if (/\S/.test(inside)) return [insert(start + 1, ` ${written}`)];
  return [{ span: { start: start + 1, end: end - 1 }, newText: ` ${written} ` }];
}

/** The comments in a stretch of a mapping or list, each without the space around it. */
export function commentsIn(text: string, { start, end }: Span, within: Node): string[] {
  const comments: string[] = [];
  let from = start;
  const search = (to: number) => {
    if (to > from) comments.push(...(text.slice(from, Math.min(to, end)).match(/(?<=\s|^)#[^\r\n]*/g) ?? []));
  };
  for (const leaf of leavesOf(within)) {
    if (leaf.start < from || leaf.start >= end) continue;
    search(leaf.start);
    const header = headerComment(text, { kind: 'scalar', value: null, ...leaf }).trim();
    if (header !== '') comments.push(header);
    from = leaf.end;
  }
  search(end);
  return comments.map((comment) => comment.trimEnd());
}

/** Keys and scalars in the order of the text. */
function* leavesOf(node: Node): Iterable<Span> {
  if (node.kind === 'scalar') {
    yield spanOf(node);
  } else if (node.kind === 'sequence') {
    for (const item of node.items) yield* leavesOf(item);
  } else {
    for (const { keySpan, value } of node.entries) {
      yield keySpan;
      yield* leavesOf(value);
    }
  }
}
