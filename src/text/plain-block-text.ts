const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** The text of a block scalar, before its last line break. */
export interface BlockText {
  readonly value: string;
  /** Where its last line with content ends. */
  readonly end: number;
  /** Where the line behind it begins. */
  readonly next: number;
}

/**
 * Reads the lines of a literal or folded text (YAML 1.2.2, section 8.1). Undefined where there are none, and where
 * spaces or tabs at the start of a line mean more than indentation.
 *
 * @param start where the first of its lines begins
 * @param to where to stop reading
 * @param column of the key or dash before it: its lines are indented more
 */
export function readBlockText(
  text: string,
  start: number,
  to: number,
  column: number,
  folded: boolean,
): BlockText | undefined {
  let indent = -1;
  let value = '';
  let emptyLines = 0;
  let end = 0;
  let line = start;
  while (line < to) {
    let at = line;
    while (at < to && text.charCodeAt(at) === SPACE) at++;
    const lineEnd = endOfLine(text, at, to);
    const textEnd = lineEnd > at && text.charCodeAt(lineEnd - 1) === CR ? lineEnd - 1 : lineEnd;
    if (at >= textEnd) {
      // With more spaces than the text has, it would be content.
      if (at - line > Math.max(indent, 0)) return undefined;
      emptyLines++;
    } else {
      if (at - line <= column) break;
      if (indent === -1) indent = at - line;
      const isDeeper = folded && at - line > indent;
      if (at - line < indent || isDeeper || text.charCodeAt(at) === TAB) return undefined;
      if (end === 0) value = '\n'.repeat(emptyLines);
      else if (!folded) value += '\n'.repeat(emptyLines + 1);
      else value += emptyLines === 0 ? ' ' : '\n'.repeat(emptyLines);
      const content = text.slice(line + indent, textEnd);
      // A lone CR ends a line for editors, but not for YAML.
      if (content.includes('\r')) return undefined;
      value += content;
      emptyLines = 0;
      end = textEnd;
    }
    line = text.charCodeAt(lineEnd) === LF && lineEnd < to ? lineEnd + 1 : to;
  }
  return indent === -1 ? undefined : { value, end, next: line };
}

function endOfLine(text: string, at: number, to: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 || end >= to ? to : end;
}
