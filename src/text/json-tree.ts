import { type JSONVisitor, visit } from 'jsonc-parser';
import { MAX_DEPTH, MAX_TEXT } from './limits';
import type { Problem } from './piece';
import { helpful, ProblemList, type SyntaxDetail } from './problems';
import type { Entry, MappingNode, Node, ScalarNode, SequenceNode } from './tree';
import { type Reading, tooLarge } from './yaml-tree';

/**
 * Reads JSON as RFC 8259 has it, and reads on over errors, so that half-typed text keeps what can be understood of
 * it. Comments and trailing commas are understood and told as problems: other readers of the file would stop there.
 */
export function readJson(text: string): Reading {
  const { tree, problems } = readJsonParts(text);
  return { tree, problems: helpful(problems, text) };
}

/** As `readJson`, with all problems, not only those that help. */
export function readJsonParts(text: string): Reading {
  if (text.length > MAX_TEXT) return tooLarge(text);
  const problems = new ProblemList(text);
  const tooDeep = depthBeyond(text, MAX_DEPTH);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  // A space in place of a byte order mark, so that offsets stay.
  const shallow = text.slice(start, tooDeep ?? text.length);
  const builder = new JsonBuilder(problems, start === 1 ? ` ${shallow}` : shallow);
  visit(builder.text, builder.visitor, { disallowComments: true, allowEmptyContent: true });
  if (tooDeep === undefined) return { tree: builder.root, problems: problems.all };
  // What is cut off there would only be said to be missing.
  const others = problems.all.filter(({ code }) => code !== 'syntax');
  const problem: Problem = {
    code: 'too-deep',
    span: { start: tooDeep, end: tooDeep + 1 },
    params: { limit: MAX_DEPTH },
  };
  return { tree: builder.root, problems: [...others, problem] };
}

/**
 * Offset of the bracket that opens one level too many, without reading the text as JSON. As for the reader, a string
 * ends with its line, and a bracket of the wrong kind closes nothing.
 */
function depthBeyond(text: string, limit: number): number | undefined {
  const closing: number[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at++;
      else if (code === DOUBLE_QUOTE || code === LF || code === CR) inString = false;
    } else if (code === DOUBLE_QUOTE) {
      inString = true;
    } else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      if (closing.length === limit) return at;
      // In ASCII both closing brackets come two after their opening ones.
      closing.push(code + 2);
    } else if (code === closing[closing.length - 1]) {
      closing.pop();
    }
  }
  return undefined;
}

const LF = 0x0a;
const CR = 0x0d;
const DOUBLE_QUOTE = 0x22;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;

/** By the reader's error codes; for those that are left out it depends on what stands there. */
const DETAILS: Readonly<Record<number, SyntaxDetail>> = {
  2: 'a number is not written correctly',
  3: 'a key must be in double quotes',
  4: 'a value is missing',
  6: 'a comma is missing',
  9: 'text follows the end of a value',
  10: 'a comment is not allowed here',
  12: 'a quote is not closed',
  13: 'a number is not written correctly',
  14: 'an escape in a quoted text is not known',
  15: 'an escape in a quoted text is not known',
  16: 'a character is not allowed here',
};

const INVALID_SYMBOL = 1;
const KEY_EXPECTED = 3;
const VALUE_EXPECTED = 4;
const COLON_EXPECTED = 5;
const CLOSE_BRACE_EXPECTED = 7;
const CLOSE_BRACKET_EXPECTED = 8;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface OpenMapping {
  readonly node: Mutable<MappingNode>;
  readonly entries: Mutable<Entry>[];
  readonly keys: Set<string>;
}

interface OpenSequence {
  readonly node: Mutable<SequenceNode>;
  readonly items: Node[];
}

class JsonBuilder {
  readonly text: string;
  root: Node | undefined;
  readonly #problems: ProblemList;
  readonly #open: (OpenMapping | OpenSequence)[] = [];
  #lastClosed: Node | undefined;
  #isUnclosed = false;
  /** End of the last token, where a collection that is not closed ends. */
  #end = 0;

  constructor(problems: ProblemList, text: string) {
    this.#problems = problems;
    this.text = text;
  }

  readonly visitor: JSONVisitor = {
    onObjectBegin: (start, length) => {
      const entries: Mutable<Entry>[] = [];
      const node: Mutable<MappingNode> = { kind: 'mapping', entries, start, end: start + length };
      this.#value(node);
      this.#open.push({ node, entries, keys: new Set() });
      this.#end = node.end;
    },
    onObjectProperty: (key, start, length) => {
      const mapping = this.#open.at(-1);
      if (!mapping || !('entries' in mapping)) return;
      const end = start + length;
      if (mapping.keys.has(key)) this.#problems.add('duplicate-key', start, end, { key });
      mapping.keys.add(key);
      mapping.entries.push({ key, keySpan: { start, end }, value: nullAt(end) });
      this.#end = end;
    },
    onObjectEnd: (start, length) => this.#close(start, length),
    onArrayBegin: (start, length) => {
      const items: Node[] = [];
      const node: Mutable<SequenceNode> = { kind: 'sequence', items, start, end: start + length };
      this.#value(node);
      this.#open.push({ node, items });
      this.#end = node.end;
    },
    onArrayEnd: (start, length) => this.#close(start, length),
    onLiteralValue: (value: unknown, start, length) => {
      const end = start + length;
      this.#value({ kind: 'scalar', value: this.#scalar(value, start, end), start, end });
      this.#end = end;
    },
    onSeparator: (character, start) => {
      this.#end = start + 1;
      const mapping = this.#open.at(-1);
      const entry = mapping && 'entries' in mapping ? mapping.entries.at(-1) : undefined;
      if (character === ':' && entry) entry.value = nullAt(start + 1);
    },
    onError: (code: number, start, length) => this.#error(code, start, start + Math.max(length, 1)),
  };

  #error(code: number, start: number, end: number): void {
    const last = this.text.charAt(this.#end - 1);
    const next = this.text.charAt(start);
    if (code === CLOSE_BRACE_EXPECTED || code === CLOSE_BRACKET_EXPECTED) {
      // The innermost tells where to look; those around it are open only because it is.
      if (!this.#isUnclosed)
        this.#problems.syntax('a bracket is not closed', this.#lastClosed?.start ?? start);
      this.#isUnclosed = true;
    } else if (code === INVALID_SYMBOL) {
      const isWord = /^['\p{L}_$]/u.test(next);
      this.#problems.syntax(
        isWord ? 'a text needs double quotes' : 'a character is not allowed here',
        start,
        end,
      );
    } else if ((code === KEY_EXPECTED || code === VALUE_EXPECTED) && last === ',' && ']}'.includes(next)) {
      this.#problems.syntax('a comma has nothing after it', this.#end - 1);
    } else if (code === COLON_EXPECTED) {
      const mapping = this.#open.at(-1);
      const key = mapping && 'entries' in mapping ? mapping.entries.at(-1)?.keySpan : undefined;
      this.#problems.syntax('a colon is missing after a key', key?.start ?? start, key?.end ?? end);
    } else if (code === VALUE_EXPECTED && last === ':') {
      this.#problems.syntax('a value is missing', this.#end - 1);
    } else {
      this.#problems.syntax(DETAILS[code] ?? 'a character is not allowed here', start, end);
    }
  }

  /** A number beyond those of JavaScript stays text, as in YAML. */
  #scalar(value: unknown, start: number, end: number): ScalarNode['value'] {
    if (typeof value === 'number') return Number.isFinite(value) ? value : this.text.slice(start, end);
    return typeof value === 'string' || typeof value === 'boolean' ? value : null;
  }

  #value(node: Node): void {
    const parent = this.#open.at(-1);
    if (!parent) {
      this.root ??= node;
    } else if ('items' in parent) {
      parent.items.push(node);
    } else {
      const entry = parent.entries.at(-1);
      if (entry) entry.value = node;
    }
  }

  #close(start: number, length: number): void {
    const node = this.#open.pop()?.node;
    if (!node) return;
    const isClosed = length > 0 && start < this.text.length;
    node.end = isClosed ? start + length : this.#end;
    this.#lastClosed = node;
    this.#end = node.end;
  }
}

function nullAt(at: number): ScalarNode {
  return { kind: 'scalar', value: null, start: at, end: at };
}
