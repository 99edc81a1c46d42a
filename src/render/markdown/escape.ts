import { plain } from '../words/plain';

/**
 * Text of a manifest or catalog as Markdown that shows exactly that text: no emphasis, link, image, HTML, table cell,
 * heading, list or autolink comes of it. On one line, also at the start of a line (CommonMark and GFM).
 */
export function md(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>|~#!&$]/g, '\\$&')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/@/g, '\\@');
}

/** Text as a code span. */
export function code(text: string): string {
  const inner = plain(text);
  if (inner === '') return '';
  const longest = Math.max(0, ...(inner.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(inner) ? ' ' : '';
  return fence + space + inner + space + fence;
}

/** A link to an https address; any other address leaves the text alone. */
export function link(text: string, address: string): string {
  if (!/^https:\/\/[^\s<>"]+$/.test(address)) return md(text);
  return `[${md(text)}](<${address.replaceAll('|', '%7C').replaceAll('\\', '%5C')}>)`;
}

/** A table whose cells are Markdown already, but for `|` in code; nothing without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cellOf(text: string): string {
  return text === '' ? ' ' : text.replace(/(?<!\\)\|/g, '\\|');
}

/** A list whose items are Markdown already. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Blocks with an empty line between them; empty ones are left out. */
export function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
