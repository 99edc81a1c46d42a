import { MAX_PROBLEMS, MAX_SYNTAX_PROBLEMS } from './limits';
import type { Problem, ProblemCode } from './piece';

/**
 * What is wrong with the syntax, in plain short words: the `detail` of a `syntax` problem. A closed list, so that
 * each can be translated and explained.
 */
export const SYNTAX_DETAILS = [
  'a block text is indented wrongly',
  'a bracket is not closed',
  'a closing bracket has no opening one',
  'a colon is missing after a key',
  'a comma has nothing after it',
  'a comma is missing',
  'a comma stands where a value belongs',
  'a comment is not allowed here',
  'a key must be in double quotes',
  'a key spans several lines',
  'a line is indented differently from its neighbors',
  'a list begins on the line of its key',
  'a line of --- is missing after a line with %',
  'a line that begins with % is not known',
  'a list item has no dash',
  'a list item stands where a key belongs',
  'a list or mapping is indented inside brackets',
  'a number is not written correctly',
  'a quote is not closed',
  'a second colon on the line: the value needs quotes',
  'a space is missing after a colon',
  'a space is missing after an anchor or tag',
  'a space is missing before a comment',
  'a tag does not fit its value',
  'a tag is not known here',
  'a text needs double quotes',
  'a value begins with a character that needs quotes',
  'a value is missing',
  'an anchor or tag is in the wrong place',
  'an escape in a quoted text is not known',
  'a character is not allowed here',
  'the first line of a block text is not written correctly',
  'text follows the end of a value',
] as const;

export type SyntaxDetail = (typeof SYNTAX_DETAILS)[number];

/** Keeps a runaway of errors from filling memory; far above what `kept` lets through. */
const MAX_COLLECTED = 2_000;

/** Gathers problems of one text while it is read. */
export class ProblemList {
  readonly #all: Problem[] = [];
  readonly #text: string;
  /** Where the last problem of syntax begins, and its line ends. */
  #syntaxStart = 0;
  #syntaxLineEnd = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Adds a problem. Its span is kept inside the text and on its first line: more would only underline more. Of
   * problems of syntax, those after another one on the same line are left out.
   */
  add(code: ProblemCode, start: number, end: number, params: Problem['params'] = {}): void {
    if (this.#all.length >= MAX_COLLECTED) return;
    const from = Math.min(Math.max(start, 0), this.#text.length);
    const isSyntax = code === 'syntax';
    if (isSyntax && from >= this.#syntaxStart && from <= this.#syntaxLineEnd) return;
    let lineEnd = this.#text.indexOf('\n', from);
    if (lineEnd === -1) lineEnd = this.#text.length;
    if (isSyntax) {
      this.#syntaxStart = from;
      this.#syntaxLineEnd = lineEnd;
    }
    if (lineEnd > from && this.#text[lineEnd - 1] === '\r') lineEnd--;
    this.#all.push({ code, span: { start: from, end: Math.min(Math.max(end, from), lineEnd) }, params });
  }

  syntax(detail: SyntaxDetail, start: number, end = start + 1): void {
    this.add('syntax', start, end, { detail });
  }

  get all(): readonly Problem[] {
    return this.#all;
  }
}

const NONE: readonly Problem[] = [];

/**
 * The problems that help, in order of place: of a cascade on one line only the first, and a tab before anything else
 * on its line; at most 20 of those and 100 of each other kind.
 */
export function helpful(problems: readonly Problem[], text: string): readonly Problem[] {
  if (problems.length === 0) return NONE;
  const ordered = [...problems].sort((a, b) => a.span.start - b.span.start);
  const kept: Problem[] = [];
  const counts = new Map<ProblemCode, number>();
  let lineEnd = -1;
  let last = -1;
  for (const problem of ordered) {
    const cascade = problem.code === 'syntax' || problem.code === 'tab-indent';
    if (cascade && problem.span.start <= lineEnd) {
      if (problem.code === 'tab-indent' && kept[last]?.code === 'syntax') kept[last] = problem;
      continue;
    }
    const kind = cascade ? 'syntax' : problem.code;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count > (cascade ? MAX_SYNTAX_PROBLEMS : MAX_PROBLEMS)) continue;
    if (cascade) {
      last = kept.length;
      const end = text.indexOf('\n', problem.span.start);
      lineEnd = end === -1 ? text.length : end;
    }
    kept.push(problem);
  }
  return kept;
}
