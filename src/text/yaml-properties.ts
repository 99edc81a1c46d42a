import type { CST } from 'yaml';
import type { ProblemList } from './problems';

/** What stands before a value or key: its indicator (`?`, `:`, `-`, `---`), comma, anchor and tag. */
export interface Properties {
  readonly found: CST.SourceToken | undefined;
  readonly comma: CST.SourceToken | undefined;
  readonly anchor: CST.SourceToken | undefined;
  readonly tag: CST.SourceToken | undefined;
  readonly hasNewline: boolean;
  /** Whether a line ends between an anchor or tag and what it belongs to. */
  readonly newlineAfter: boolean;
  /** Where the last of them ends. */
  readonly end: number;
}

export interface PropertiesContext {
  readonly flow?: true;
  readonly indicator: CST.SourceToken['type'];
  /** The token that follows. */
  readonly next: CST.Token | null | undefined;
  /** Where they end if there are none. */
  readonly offset: number;
  readonly parentIndent: number;
  readonly onNewLine: boolean;
}

/** Reads the tokens before a value or key, and tells what is wrong with them. */
export function readProperties(
  tokens: readonly CST.SourceToken[],
  problems: ProblemList,
  { flow, indicator, next, offset, parentIndent, onNewLine }: PropertiesContext,
): Properties {
  let atNewline = onNewLine;
  let hasSpace = onNewLine;
  let needsSpace = false;
  let hasNewline = false;
  let newlineAfter = false;
  let tab: CST.SourceToken | undefined;
  let found: CST.SourceToken | undefined;
  let comma: CST.SourceToken | undefined;
  let anchor: CST.SourceToken | undefined;
  let tag: CST.SourceToken | undefined;
  for (const token of tokens) {
    const { type } = token;
    if (needsSpace) {
      if (!separates(token)) problems.syntax('a space is missing after an anchor or tag', token.offset);
      needsSpace = false;
    }
    if (tab) {
      if (atNewline && type !== 'comment' && type !== 'newline') reportTab(tab, problems);
      tab = undefined;
    }
    if (type === 'space') {
      // At the start of a document, a tab before a bracket is space, not indentation.
      const maySpace = flow || (indicator === 'doc-start' && next?.type === 'flow-collection');
      if (!maySpace && token.source.includes('\t')) tab = token;
      hasSpace = true;
    } else if (type === 'comment') {
      if (!hasSpace) problems.syntax('a space is missing before a comment', token.offset);
      atNewline = false;
    } else if (type === 'newline') {
      atNewline = true;
      hasNewline = true;
      hasSpace = true;
      if (anchor || tag) newlineAfter = true;
    } else if (type === 'anchor' || type === 'tag') {
      if (type === 'anchor' ? anchor : tag)
        problems.syntax('an anchor or tag is in the wrong place', token.offset);
      if (type === 'anchor') anchor = token;
      else tag = token;
      atNewline = false;
      hasSpace = false;
      needsSpace = true;
    } else if (type === indicator) {
      if (anchor || tag) problems.syntax('an anchor or tag is in the wrong place', token.offset);
      if (found) problems.syntax('a character is not allowed here', token.offset);
      found = token;
      atNewline = indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
      hasSpace = false;
    } else {
      if (type !== 'comma' || !flow) problems.syntax('a character is not allowed here', token.offset);
      else if (comma) problems.syntax('a comma stands where a value belongs', token.offset);
      if (type === 'comma') comma = token;
      atNewline = false;
      hasSpace = false;
    }
  }
  if (needsSpace && next && !separates(next)) {
    problems.syntax('a space is missing after an anchor or tag', next.offset);
  }
  const beginsBlock = next?.type === 'block-map' || next?.type === 'block-seq';
  if (tab && ((atNewline && tab.indent <= parentIndent) || beginsBlock)) reportTab(tab, problems);
  const last = tokens.findLast(({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment');
  const end = last ? last.offset + last.source.length : offset;
  return { found, comma, anchor, tag, hasNewline, newlineAfter, end };
}

/** Reads the tokens after a value, where only spaces, line breaks and comments may be. */
export function readEnd(
  tokens: readonly CST.SourceToken[] | undefined,
  problems: ProblemList,
  needsSpace: boolean,
): void {
  let hasSpace = false;
  for (const { type, offset, source } of tokens ?? []) {
    if (type === 'space' || type === 'newline') {
      hasSpace = true;
    } else if (type !== 'comment') {
      const isClose = type === 'flow-map-end' || type === 'flow-seq-end';
      problems.syntax(
        isClose ? 'a closing bracket has no opening one' : 'text follows the end of a value',
        offset,
        offset + Math.max(source.length, 1),
      );
    } else if (needsSpace && !hasSpace) {
      problems.syntax('a space is missing before a comment', offset);
    }
  }
}

function reportTab(token: CST.SourceToken, problems: ProblemList): void {
  problems.add('tab-indent', token.offset, token.offset + token.source.length);
}

function separates(token: CST.Token): boolean {
  if (token.type === 'scalar') return token.source === '';
  return token.type === 'space' || token.type === 'newline' || token.type === 'comma';
}
