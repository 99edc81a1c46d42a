import type { CompletionItem, SourceText } from '../../../src/advise/advisor';
import type { Range } from '../../../src/answer/schema';

export interface Marked {
  readonly source: SourceText;
  readonly position: Range['start'];
}

/** A text with the cursor as `|`. */
export function marked(text: string, path = 'ai-usage.yaml'): Marked {
  const offset = text.indexOf('|');
  if (offset < 0) throw new Error('The text has no cursor.');
  const before = text.slice(0, offset).split('\n');
  return {
    source: { path, text: text.slice(0, offset) + text.slice(offset + 1) },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/**
 * The text after an item was accepted, as an editor does it: further lines are indented like the first, stops vanish
 * and examples stay. The place of `$0` is shown as `|`.
 */
export function accepted({ source: { text } }: Marked, item: CompletionItem): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']) =>
    lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0) + character;
  const indent = /^[ ]*/.exec(lines[item.range.start.line] ?? '')?.[0] ?? '';
  const written = item.snippet ? withoutStops(item.insertText) : item.insertText;
  return (
    text.slice(0, offset(item.range.start)) +
    written.replaceAll('\n', `\n${indent}`) +
    text.slice(offset(item.range.end))
  );
}

function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$0/g, '|')
    .replace(/\\([\\$}])/g, '$1');
}
