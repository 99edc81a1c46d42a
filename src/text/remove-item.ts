import {
  blockTextAtEnd,
  commentsIn,
  endOfLine,
  endOfValue,
  indentAt,
  lineBreakOf,
  startOfLine,
  type TextEdit,
} from './edit';
import type { Node, SequenceNode, Span } from './tree';

/**
 * Takes an item out of a list that has others. Its comments stay. No edits where more hangs on it than its own text:
 * an anchor, a tag, an alias, a list in its list, or a block text before it.
 */
export function removeItem(text: string, list: SequenceNode, item: Node): TextEdit[] {
  const index = list.items.indexOf(item);
  const previous = list.items[index - 1];
  const next = list.items[index + 1];
  const begin = previous?.end ?? list.start;
  if (index < 0 || (!previous && !next) || item.start < begin || item.end > list.end) return [];
  if (text[list.start] === '[') return removeFromBrackets(text, list, item, previous, next);
  const lineStart = startOfLine(text, item.start);
  const isPlain = /^\uFEFF? *- +$/.test(text.slice(lineStart, item.start));
  if (!isPlain || (previous && blockTextAtEnd(text, previous) !== '')) return [];
  const end = endOfLine(text, endOfValue(text, item));
  const indent = indentAt(text, item.start - text.slice(lineStart, item.start).replace(/^.*-/, '-').length);
  const comments = commentsIn(text, { start: lineStart, end }, item);
  const lineBreak = lineBreakOf(text);
  // With the line break before it, or the one behind it where it is the first line of the text.
  if (lineStart > 0) {
    const start = text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : lineStart - 1;
    return [{ span: { start, end }, newText: written(comments, `${lineBreak}${indent}`, '') }];
  }
  const span: Span = { start: 0, end: next ? startOfLine(text, next.start) : end };
  return [{ span, newText: written(comments, indent, lineBreak) }];
}

function removeFromBrackets(
  text: string,
  list: SequenceNode,
  item: Node,
  previous: Node | undefined,
  next: Node | undefined,
): TextEdit[] {
  const gap = text.slice(previous?.end ?? list.start + 1, item.start).replace(/#[^\r\n]*/g, '');
  if (/[^\s,]/.test(gap)) return [];
  const comma = /^\s*,/.exec(text.slice(item.end, list.end));
  // The last one goes with the comma behind it where there is one, else with the one before it.
  const span = next
    ? { start: item.start, end: next.start }
    : comma
      ? { start: item.start, end: item.end + comma[0].length }
      : { start: previous?.end ?? item.start, end: item.end };
  const after = text.slice(item.end, span.end).replace(/#[^\r\n]*/g, '');
  if (/[^\s,]/.test(after)) return [];
  const comments = commentsIn(text, span, item);
  const newLine = `${lineBreakOf(text)}${indentAt(text, item.start)}`;
  return [{ span, newText: next ? written(comments, '', newLine) : written(comments, ' ', newLine) }];
}

function written(comments: readonly string[], before: string, after: string): string {
  return comments.map((comment) => `${before}${comment}${after}`).join('');
}
