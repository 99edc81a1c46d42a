import type { CST } from 'yaml';
import { MAX_DEPTH, MAX_LEXEMES_IN_WORDS, MAX_TEXT, MAX_TEXT_IN_WORDS } from './limits';
import type { Problem } from './piece';
import { readPlainYaml } from './plain-yaml';
import { helpful, ProblemList } from './problems';
import type { Node } from './tree';
import { YamlComposer } from './yaml-compose';
import { type TokenStream, tokenize } from './yaml-tokens';

/** A text as a tree, with what is wrong with it. No tree: the text is empty, or too large. */
export interface Reading {
  readonly tree: Node | undefined;
  readonly problems: readonly Problem[];
}

/** A reading of YAML that also says what ties it to other parts of a document. */
export interface YamlReading extends Reading {
  readonly anchors: boolean;
  readonly aliases: boolean;
}

const NOTHING: readonly Problem[] = [];

/**
 * Reads one document of YAML 1.2 with the core schema. Never fails: what cannot be understood is left out of the
 * tree and told as a problem with its place.
 *
 * - Merge keys are of YAML 1.1: `<<` is a key like any other.
 * - A date is text; `.inf` and `.nan` are text; tags other than those of the core schema are a problem.
 * - A line that is indented by a tab is left out, with one problem at the tab.
 * - Only the first of several documents is read.
 */
export function readYaml(text: string): Reading {
  const { tree, problems } = readYamlParts(text);
  return { tree, problems: helpful(problems, text) };
}

/** As `readYaml`, with all problems, not only those that help, and with what ties the text to other parts. */
export function readYamlParts(text: string): YamlReading {
  if (text.length > MAX_TEXT) return { ...tooLarge(text), anchors: false, aliases: false };
  const plain = readPlainYaml(text);
  if (plain) return { tree: plain, problems: NOTHING, anchors: false, aliases: false };
  const inBlock = !/^\uFEFF?\s*["'[{|>]/.test(text);
  return readWithoutTabs(text, inBlock, (lines) => readTokens(lines, tokenize(lines)));
}

/** Reads one item of a block list alone, whole lines from its dash, if it is of the forms that people mostly write. */
export function readPlainItem(text: string): YamlReading | undefined {
  const list = readPlainYaml(text);
  const item = list?.kind === 'sequence' && list.items.length === 1 ? list.items[0] : undefined;
  return item && { tree: item, problems: NOTHING, anchors: false, aliases: false };
}

/**
 * Reads one item of a block list alone, with all that YAML has: whole lines from its dash, which stands at column
 * `indent`. Undefined if the item does not stand alone, that is if something in it reaches into the item that may
 * follow.
 */
export function readItem(text: string, indent: number): YamlReading | undefined {
  // Spaces at the end of a document are nothing, at the end of a line of a block text they may count.
  const item = text.endsWith('\n') ? text : text.replace(/(?<=\n) +$/, '');
  if (item !== text && /[|>]/.test(text)) return undefined;
  // Between its key and another item it is read as it is in the document; the other item must come out untouched.
  const next = `${item.endsWith('\n') ? '' : '\n'}${' '.repeat(indent)}-`;
  const reading = readWithoutTabs(item, true, (lines) =>
    readTokens(lines + next, tokenize(lines + next, 'x:\n')),
  );
  const list = reading.tree?.kind === 'mapping' ? reading.tree.entries[0]?.value : undefined;
  if (list?.kind !== 'sequence' || list.items.length !== 2) return undefined;
  const [tree, other] = list.items;
  const end = item.length + next.length;
  if (!tree || other?.kind !== 'scalar' || other.value !== null || other.start !== end) return undefined;
  if (reading.problems.some(({ span }) => span.start >= item.length)) return undefined;
  return { ...reading, tree };
}

/** The reading of a text that is too large to be read. */
export function tooLarge(text: string, limit = MAX_TEXT_IN_WORDS): Reading {
  const line = text.indexOf('\n');
  const end = Math.min(line === -1 ? text.length : line, 80);
  const problem: Problem = {
    code: 'too-large',
    span: { start: 0, end },
    params: { limit },
  };
  return { tree: undefined, problems: [problem] };
}

function readTokens(text: string, { tokens, second, tooDeep, tooMany, stray }: TokenStream): YamlReading {
  if (tooMany) return { ...tooLarge(text, MAX_LEXEMES_IN_WORDS), anchors: false, aliases: false };
  const problems = new ProblemList(text);
  const composer = new YamlComposer(text, problems);
  let tree: Node | undefined;
  let directive: CST.Directive | undefined;
  let isRead = false;
  for (const token of tokens) {
    if (token.type === 'document' && !isRead) {
      isRead = true;
      if (directive && !token.start.some(({ type }) => type === 'doc-start')) {
        const { offset, source } = directive;
        problems.syntax('a line of --- is missing after a line with %', offset, offset + source.length);
      }
      tree = composer.document(token);
    } else if (token.type === 'directive') {
      directive = token;
      if (!/^%YAML[ \t]+1\.\d+[ \t]*$/.test(token.source)) {
        problems.syntax(
          'a line that begins with % is not known',
          token.offset,
          token.offset + token.source.length,
        );
      }
    } else if (token.type === 'error') {
      problems.syntax('a character is not allowed here', token.offset);
    } else if (token.type === 'doc-end') {
      for (const { type, offset, source } of token.end ?? []) {
        if (type === 'space' || type === 'newline' || type === 'comment') continue;
        problems.syntax('text follows the end of a value', offset, offset + source.length);
      }
    }
  }
  for (const at of stray) problems.syntax('a closing bracket has no opening one', at);
  if (second !== undefined) problems.add('several-documents', second, second + 3);
  if (tooDeep !== undefined) problems.add('too-deep', tooDeep, tooDeep + 1, { limit: MAX_DEPTH });
  return { tree, problems: problems.all, anchors: composer.anchors, aliases: composer.aliases };
}

/**
 * Reads a text without its lines that are indented by tabs, for each of which there is one problem.
 *
 * @param inBlock whether a tab at the start of a line can be nothing but indentation
 */
function readWithoutTabs(text: string, inBlock: boolean, read: (text: string) => YamlReading): YamlReading {
  const found = new ProblemList(text);
  const lines = inBlock && /(?:^|\n)\t/.test(text) ? withoutTabLines(text, found) : text;
  let reading = read(lines);
  // Elsewhere in a line only the library knows which tabs are indentation.
  const tabs = reading.problems.filter(({ code }) => code === 'tab-indent');
  if (tabs.length > 0) reading = read(withoutLinesOf(tabs, lines, found));
  return found.all.length === 0 ? reading : { ...reading, problems: [...found.all, ...reading.problems] };
}

function withoutLinesOf(tabs: readonly Problem[], text: string, found: ProblemList): string {
  let last = 0;
  let rest = '';
  for (const { span } of tabs) {
    const start = text.lastIndexOf('\n', span.start) + 1;
    if (start < last) continue;
    const newline = text.indexOf('\n', span.start);
    const end = newline === -1 ? text.length : newline;
    rest += text.slice(last, start) + blank(text.slice(start, end));
    last = end;
    found.add('tab-indent', span.start, span.end);
  }
  return rest + text.slice(last);
}

function withoutTabLines(text: string, found: ProblemList): string {
  return text.replace(/(^|\n)(\t[^\n]*)/g, (_, before: string, line: string, at: number) => {
    const start = at + before.length;
    const content = line.search(/[^ \t\r]/);
    if (content !== -1) found.add('tab-indent', start, start + content);
    return before + blank(line);
  });
}

function blank(line: string): string {
  return line.endsWith('\r') ? `${' '.repeat(line.length - 1)}\r` : ' '.repeat(line.length);
}
