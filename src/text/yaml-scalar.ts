import { CST } from 'yaml';
import { plainValue } from './plain-scalar';
import type { ProblemList } from './problems';
import type { ScalarNode } from './tree';

/** Characters that may not begin a plain scalar, where the library begins one nevertheless. */
const BAD_STARTS = ',%|>@`\t';

const CORE_TAG = /^(?:!!|!<tag:yaml\.org,2002:)([a-z]+)>?$/;

/** The text of a plain or quoted scalar, with escapes and line breaks resolved; its quote is closed if it is not. */
export function flowText(token: CST.FlowScalar, problems: ProblemList): string {
  const { type, offset, indent, source } = token;
  if (type === 'scalar') {
    if (source !== '' && BAD_STARTS.includes(source.charAt(0))) {
      problems.syntax('a value begins with a character that needs quotes', offset);
    }
    if (!source.includes('\n')) return source;
    return CST.resolveAsScalar({ type, offset, indent, source }, true, () => {}).value;
  }
  const closed = isClosedQuote(source);
  if (!closed) problems.syntax('a quote is not closed', offset, offset + source.length);
  const whole = closed ? source : source.trimEnd() + source.charAt(0);
  const { value } = CST.resolveAsScalar({ type, offset, indent, source: whole }, true, (at, code) => {
    if (code === 'BAD_DQ_ESCAPE') problems.syntax('an escape in a quoted text is not known', at, at + 2);
  });
  return value;
}

/** Whether a quoted scalar ends with a quote of its own, not with an escaped one. */
export function isClosedQuote(source: string): boolean {
  if (source.startsWith("'")) return source.split("'").length % 2 === 1;
  if (source.length < 2 || !source.endsWith('"')) return false;
  let backslashes = 0;
  while (source[source.length - 2 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 0;
}

/** The text of a block scalar, and where its last line with content ends. */
export function blockText(
  token: CST.BlockScalar,
  isRoot: boolean,
  problems: ProblemList,
): { readonly text: string; readonly end: number } {
  const { value } = CST.resolveAsScalar(token, true, (at, code) => {
    // At the root it need not be indented.
    if (isRoot && code === 'BAD_INDENT') return;
    const isHeader = code === 'UNEXPECTED_TOKEN';
    problems.syntax(
      isHeader
        ? 'the first line of a block text is not written correctly'
        : 'a block text is indented wrongly',
      at,
    );
  });
  const last = lengthWithoutSpaces(token.source);
  let start = token.offset;
  let headerEnd = start;
  for (const prop of token.props) {
    start += sourceOf(prop).length;
    if (prop.type === 'block-scalar-header' || prop.type === 'comment') headerEnd = start;
  }
  if (last === 0) return { text: value, end: headerEnd };
  const lineEnd = token.source.slice(last).search(/[\r\n]|$/);
  return { text: value, end: start + last + lineEnd };
}

/** The value of a scalar by its text, whether it is quoted, and its tag. */
export function taggedValue(
  text: string,
  quoted: boolean,
  tag: CST.SourceToken | undefined,
  problems: ProblemList,
): ScalarNode['value'] {
  if (!tag) return quoted ? text : plainValue(text);
  if (tag.source === '!') return text;
  const value = plainValue(text);
  switch (coreName(tag)) {
    case 'str':
      return text;
    case 'int':
    case 'float':
      if (typeof value === 'number') return value;
      break;
    case 'bool':
      if (typeof value === 'boolean') return value;
      break;
    case 'null':
      if (value === null) return null;
      break;
    default:
  }
  refuse(tag, problems);
  return text;
}

/** Tells of a tag on a list or mapping that says it were something else. */
export function checkCollectionTag(
  tag: CST.SourceToken | undefined,
  kind: 'map' | 'seq',
  problems: ProblemList,
): void {
  if (tag && tag.source !== '!' && coreName(tag) !== kind) refuse(tag, problems);
}

function coreName({ source }: CST.SourceToken): string | undefined {
  return CORE_TAG.exec(source)?.[1];
}

function refuse(tag: CST.SourceToken, problems: ProblemList): void {
  const isCore = /^(?:map|seq|str|int|float|bool|null)$/.test(coreName(tag) ?? '');
  const detail = isCore ? 'a tag does not fit its value' : 'a tag is not known here';
  problems.syntax(detail, tag.offset, tag.offset + tag.source.length);
}

function sourceOf(token: CST.Token): string {
  return 'source' in token ? token.source : '';
}

/** How long a text is without spaces and line breaks at its end. */
export function lengthWithoutSpaces(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return end;
}
