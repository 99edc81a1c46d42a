/** Where the items of a block list begin and end in a document, always at the start of a line. */
export interface ItemLines {
  /** Offset of the list's key; -1 if there is none. */
  readonly key: number;
  /** Offset of the first line of each item, the one with its dash. */
  readonly starts: readonly number[];
  /** Zero-based line of each of these. */
  readonly lines: readonly number[];
  /** Offset of the first line after the list. */
  readonly end: number;
  readonly endLine: number;
  /** Column of the dashes. */
  readonly indent: number;
}

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;
const DASH = 0x2d;

const KEY = /([A-Za-z_$][\w$.-]*):(?=[ \r\n]|$)/y;
/** A key or word that is being typed. */
const WORD = /[A-Za-z_$](?:[\w$.:/-]*[\w$])?[ ]*\r?(?=\n|$)/y;
const BLANK_OR_COMMENT = /[ ]*(?:#[^\n]*|\r?(?=\n|$))/y;
const DOCUMENT_START = /---[ ]*\r?(?=\n|$)/y;

/**
 * Finds the items of the block list at the top-level key `listKey` by looking at the first characters of each line.
 * No items: the key is not there. Undefined: a line stands where it may mean something else than it seems to (text
 * at the left margin that is no key, a line between the margin and the dashes, a second list), or the list is no
 * block list.
 */
export function findItems(text: string, listKey: string): ItemLines | undefined {
  // A lone CR ends a line for editors, but not for YAML.
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined;
  return new ItemFinder(text, listKey).find();
}

type TopLine = 'other' | 'list' | 'unsure' | 'end';
type ListLine = 'inside' | 'dash' | 'unsure' | 'end';

class ItemFinder {
  readonly #text: string;
  readonly #listKey: string;
  #at: number;
  #line = 0;
  #key = -1;
  #sawKey = false;
  #sawStart = false;
  #afterWord = false;

  constructor(text: string, listKey: string) {
    this.#text = text;
    this.#listKey = listKey;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  find(): ItemLines | undefined {
    const before = this.#skipToList();
    if (before === 'end') {
      return { key: -1, starts: [], lines: [], end: this.#text.length, endLine: this.#line, indent: 0 };
    }
    if (before !== 'list') return undefined;
    const key = this.#key;
    const indent = this.#firstDash();
    if (indent === undefined) return undefined;
    const starts: number[] = [];
    const lines: number[] = [];
    let line: ListLine = 'dash';
    while (line === 'dash' || line === 'inside') {
      if (line === 'dash') {
        starts.push(this.#at);
        lines.push(this.#line);
      }
      this.#nextLine();
      line = this.#listLine(indent);
    }
    if (line === 'unsure') return undefined;
    const end = this.#at;
    const endLine = this.#line;
    return this.#skipToList() === 'end' ? { key, starts, lines, end, endLine, indent } : undefined;
  }

  #nextLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    if (end === -1) {
      this.#at = this.#text.length;
    } else {
      this.#at = end + 1;
      this.#line++;
    }
  }

  /** Goes over lines of other keys to the line of the list's key, which it passes, or to the end. */
  #skipToList(): TopLine {
    for (;;) {
      const line = this.#topLine();
      if (line === 'end' || line === 'unsure') return line;
      this.#nextLine();
      if (line === 'list') return line;
    }
  }

  /** What a line outside the list is. */
  #topLine(): TopLine {
    const text = this.#text;
    if (this.#at >= text.length) return 'end';
    const code = text.charCodeAt(this.#at);
    if (code === LF || code === CR || code === HASH || code === TAB) return 'other';
    // Before the first key a deeper line is the root itself, after a word it goes on with it.
    const isOpen = this.#sawKey && !this.#afterWord;
    if (code === SPACE) return isOpen || matches(BLANK_OR_COMMENT, text, this.#at) ? 'other' : 'unsure';
    if (code === DASH) {
      if (isOpen) return isSpace(text.charCodeAt(this.#at + 1)) ? 'other' : 'unsure';
      if (this.#sawKey || this.#afterWord || this.#sawStart || !matches(DOCUMENT_START, text, this.#at))
        return 'unsure';
      this.#sawStart = true;
      return 'other';
    }
    KEY.lastIndex = this.#at;
    const key = KEY.exec(text);
    this.#afterWord = !key;
    if (!key) return matches(WORD, text, this.#at) ? 'other' : 'unsure';
    this.#sawKey = true;
    if (key[1] !== this.#listKey) return 'other';
    this.#key = this.#at;
    return matches(BLANK_OR_COMMENT, text, KEY.lastIndex) ? 'list' : 'unsure';
  }

  /** Goes to the first line with content below the list's key; its column, if it begins with a dash. */
  #firstDash(): number | undefined {
    const text = this.#text;
    while (this.#at < text.length && matches(BLANK_OR_COMMENT, text, this.#at)) this.#nextLine();
    let at = this.#at;
    while (text.charCodeAt(at) === SPACE) at++;
    const isDash = text.charCodeAt(at) === DASH && isSpace(text.charCodeAt(at + 1));
    return isDash ? at - this.#at : undefined;
  }

  /** What a line below the first dash is. Only as many characters are looked at as it takes. */
  #listLine(indent: number): ListLine {
    const text = this.#text;
    if (this.#at >= text.length) return 'end';
    let at = this.#at;
    const limit = at + indent;
    let code = text.charCodeAt(at);
    while (code === SPACE && at <= limit) code = text.charCodeAt(++at);
    if (at > limit || code === LF || code === CR || code === HASH || code === TAB || at >= text.length) {
      return 'inside';
    }
    if (at === limit && code === DASH && isSpace(text.charCodeAt(at + 1))) return 'dash';
    return at === this.#at ? 'end' : 'unsure';
  }
}

/** NaN, the code beyond the end, ends a word too. */
function isSpace(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB || Number.isNaN(code);
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
