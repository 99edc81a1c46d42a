import { MAX_DEPTH } from './limits';
import { readBlockText } from './plain-block-text';
import { plainValue } from './plain-scalar';
import type { Entry, Node } from './tree';

/**
 * Reads the YAML that people mostly write: block mappings and lists, one-line plain and quoted scalars, block texts,
 * and flow collections, with comments. Returns undefined as soon as it meets anything else, be it an
 * error or a rarer form: then the YAML library reads the text. What it does return is exactly what the library
 * gives, at a small part of its cost; a property test holds that.
 *
 * @param from, to the stretch of `text` to read, whole lines; spans in the result are relative to `from`
 */
export function readPlainYaml(text: string, from = 0, to = text.length): Node | undefined {
  return new PlainReader(text, from, to).read();
}

// Here and not in a file of their own: a constant of the module itself costs nothing where modules are not bundled.
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const SINGLE_QUOTE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const COLON = 0x3a;
const GREATER = 0x3e;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const BAR = 0x7c;
const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;

/** Above this many keys a mapping is left to the library, which looks for duplicates in a set. */
const MAX_KEYS = 64;

/** Escapes that mean the same in JSON; YAML has more. */
const JSON_ESCAPE = /^\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/;

/** ASCII characters by class: 1 may begin a key or plain scalar, 2 may continue a key, 4 may begin a plain scalar. */
const CLASSES = new Uint8Array(128);
for (let code = 0x21; code < 0x7f; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_$]/.test(character)) CLASSES[code] = 1 | 2 | 4;
  else if (/[0-9]/.test(character)) CLASSES[code] = 2 | 4;
  else if (/[./]/.test(character)) CLASSES[code] = 2 | 4;
  else if (character === '-') CLASSES[code] = 2;
  else if (/[+~()<;=^\\]/.test(character)) CLASSES[code] = 4;
}

function beginsKey(code: number): boolean {
  return code < 128 && ((CLASSES[code] ?? 0) & 1) !== 0;
}

function continuesKey(code: number): boolean {
  return code < 128 && ((CLASSES[code] ?? 0) & 2) !== 0;
}

/** NaN, the code beyond the end of a text, begins nothing. */
function beginsPlain(code: number): boolean {
  return code < 128 ? ((CLASSES[code] ?? 0) & 4) !== 0 : code >= 0xa1 && code !== BYTE_ORDER_MARK;
}

function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === OPEN_BRACE ||
    code === CLOSE_BRACE
  );
}

class PlainReader {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  #at: number;
  /** Where the current line begins: columns count from here. */
  #lineStart: number;
  /** Spaces before the next line with content; -1 at the end of the text. */
  #indent = -1;
  #depth = 0;
  /** How many brackets are open, and the column of the key or dash before them. */
  #brackets = 0;
  #flowColumn = 0;

  constructor(text: string, from: number, to: number) {
    this.#text = text;
    this.#from = from;
    this.#to = to;
    this.#at = text.charCodeAt(from) === BYTE_ORDER_MARK ? from + 1 : from;
    this.#lineStart = this.#at;
  }

  read(): Node | undefined {
    if (!this.#nextLine() || this.#indent < 0) return undefined;
    const node = this.#block(this.#indent);
    return this.#indent < 0 ? node : undefined;
  }

  #code(at: number): number {
    return at < this.#to ? this.#text.charCodeAt(at) : Number.NaN;
  }

  #endsWord(at: number): boolean {
    if (at >= this.#to) return true;
    const code = this.#text.charCodeAt(at);
    return code === SPACE || code === LF || code === CR;
  }

  /** Goes from the start of a line to the first character of the next line with content. False: not for us. */
  #nextLine(): boolean {
    const text = this.#text;
    let start = this.#at;
    for (;;) {
      let at = start;
      while (this.#code(at) === SPACE) at++;
      const code = this.#code(at);
      if (code === LF) {
        start = at + 1;
      } else if (code === CR) {
        if (this.#code(at + 1) !== LF) return false;
        start = at + 2;
      } else if (code === HASH) {
        const end = text.indexOf('\n', at);
        start = end === -1 || end >= this.#to ? this.#to : end + 1;
      } else if (at >= this.#to) {
        this.#indent = -1;
        this.#at = at;
        return true;
      } else {
        this.#indent = at - start;
        this.#lineStart = start;
        this.#at = at;
        return code !== TAB;
      }
    }
  }

  /** From after a value to the start of the next line; only spaces and a comment may be left on this one. */
  #finishLine(): boolean {
    let at = this.#at;
    while (this.#code(at) === SPACE) at++;
    if (at >= this.#to) {
      this.#at = at;
      return true;
    }
    const code = this.#text.charCodeAt(at);
    if (code === LF) {
      this.#at = at + 1;
      return true;
    }
    if (code === CR && this.#code(at + 1) === LF) {
      this.#at = at + 2;
      return true;
    }
    if (code !== HASH || at === this.#at) return false;
    const end = this.#text.indexOf('\n', at);
    this.#at = end === -1 || end >= this.#to ? this.#to : end + 1;
    return true;
  }

  #isDash(): boolean {
    return this.#code(this.#at) === DASH && this.#endsWord(this.#at + 1);
  }

  #block(column: number): Node | undefined {
    if (++this.#depth > MAX_DEPTH) return undefined;
    const node = this.#isDash() ? this.#sequence(column) : this.#mapping(column);
    this.#depth--;
    return node;
  }

  #sequence(column: number): Node | undefined {
    const start = this.#at - this.#from;
    const items: Node[] = [];
    let item: Node | undefined;
    do {
      const dashEnd = ++this.#at;
      while (this.#code(this.#at) === SPACE) this.#at++;
      const code = this.#code(this.#at);
      if (this.#isDash() || this.#keyEnd() !== -1) {
        item = this.#block(this.#at - this.#lineStart);
      } else if (this.#at >= this.#to || code === LF || code === CR || code === HASH) {
        item = this.#below(dashEnd, column, false);
      } else {
        item = this.#inline(column);
      }
      if (!item) return undefined;
      items.push(item);
    } while (this.#indent === column && this.#isDash());
    if (this.#indent > column) return undefined;
    return { kind: 'sequence', items, start, end: item.end };
  }

  #mapping(column: number): Node | undefined {
    const start = this.#at - this.#from;
    const entries: Entry[] = [];
    let value: Node | undefined;
    do {
      const keyEnd = this.#keyEnd();
      if (keyEnd === -1) return undefined;
      const keyStart = this.#at;
      const key = this.#text.slice(keyStart, keyEnd);
      if (hasKey(entries, key) || entries.length === MAX_KEYS) return undefined;
      this.#at = keyEnd + 1;
      while (this.#code(this.#at) === SPACE) this.#at++;
      const code = this.#code(this.#at);
      if (this.#at >= this.#to || code === LF || code === CR || code === HASH) {
        value = this.#below(keyEnd + 1, column, true);
      } else {
        value = this.#inline(column);
      }
      if (!value) return undefined;
      entries.push({ key, keySpan: { start: keyStart - this.#from, end: keyEnd - this.#from }, value });
    } while (this.#indent === column);
    if (this.#indent > column) return undefined;
    return { kind: 'mapping', entries, start, end: value.end };
  }

  /** Where the plain key at the cursor ends, at its colon; -1 if there is none. */
  #keyEnd(): number {
    let at = this.#at;
    if (!beginsKey(this.#code(at))) return -1;
    do at++;
    while (continuesKey(this.#code(at)));
    return this.#code(at) === COLON && this.#endsWord(at + 1) ? at : -1;
  }

  /** The value of a key or dash that has nothing else on its line: what is indented below, or null. */
  #below(after: number, column: number, ofKey: boolean): Node | undefined {
    this.#at = after;
    if (!this.#finishLine() || !this.#nextLine()) return undefined;
    if (this.#indent > column) return this.#block(this.#indent);
    if (ofKey && this.#indent === column && this.#isDash()) return this.#block(column);
    return { kind: 'scalar', value: null, start: after - this.#from, end: after - this.#from };
  }

  /** A value on the line of its key or dash, with the step to the next line. */
  #inline(column: number): Node | undefined {
    const code = this.#code(this.#at);
    let node: Node | undefined;
    if (code === BAR || code === GREATER) {
      node = this.#blockText(column);
    } else {
      this.#flowColumn = column;
      if (code === OPEN_BRACKET || code === OPEN_BRACE) node = this.#flow();
      else if (code === DOUBLE_QUOTE) node = this.#doubleQuoted();
      else if (code === SINGLE_QUOTE) node = this.#singleQuoted();
      else node = this.#plain(false);
      if (!node || !this.#finishLine()) return undefined;
    }
    // A deeper line would continue the value: that is left to whoever reads on.
    return node && this.#nextLine() ? node : undefined;
  }

  #plain(inFlow: boolean): Node | undefined {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    let code = this.#code(at);
    if (!beginsPlain(code)) {
      // A number may be negative; any other dash is left to the library.
      const next = this.#code(at + 1);
      if (code !== DASH || !(next >= 0x30 && next <= 0x39)) return undefined;
    }
    let end = at;
    while (at < this.#to) {
      code = text.charCodeAt(at);
      if (code === LF) break;
      if (code === SPACE) {
        at++;
        if (this.#code(at) === HASH) break;
        continue;
      }
      if (code === COLON) {
        const next = this.#code(at + 1);
        if (this.#endsWord(at + 1) || next === TAB || (inFlow && isFlowIndicator(next))) return undefined;
      } else if (code === TAB) {
        return undefined;
      } else if (code === CR) {
        if (this.#code(at + 1) === LF) break;
        return undefined;
      } else if (inFlow && isFlowIndicator(code)) {
        break;
      }
      end = ++at;
    }
    this.#at = end;
    const value = plainValue(text.slice(start, end));
    return { kind: 'scalar', value, start: start - this.#from, end: end - this.#from };
  }

  #doubleQuoted(): Node | undefined {
    const start = this.#at;
    let at = start + 1;
    let escapes = false;
    for (; ; at++) {
      const code = this.#code(at);
      if (code === DOUBLE_QUOTE) break;
      if (at >= this.#to || code < SPACE) return undefined;
      if (code === BACKSLASH) {
        if (!JSON_ESCAPE.test(this.#text.slice(at, at + 6))) return undefined;
        escapes = true;
        at++;
      }
    }
    this.#at = at + 1;
    const raw = this.#text.slice(start, this.#at);
    const value = escapes ? String(JSON.parse(raw)) : raw.slice(1, -1);
    return { kind: 'scalar', value, start: start - this.#from, end: this.#at - this.#from };
  }

  #singleQuoted(): Node | undefined {
    const start = this.#at;
    let at = start + 1;
    let escapes = false;
    for (; ; at++) {
      const code = this.#code(at);
      if (code === SINGLE_QUOTE) {
        if (this.#code(at + 1) !== SINGLE_QUOTE) break;
        escapes = true;
        at++;
      } else if (at >= this.#to || code === LF || code === CR) {
        return undefined;
      }
    }
    this.#at = at + 1;
    const raw = this.#text.slice(start + 1, at);
    const value = escapes ? raw.replaceAll("''", "'") : raw;
    return { kind: 'scalar', value, start: start - this.#from, end: this.#at - this.#from };
  }

  #flow(): Node | undefined {
    if (++this.#depth > MAX_DEPTH) return undefined;
    this.#brackets++;
    const node = this.#code(this.#at) === OPEN_BRACKET ? this.#flowSequence() : this.#flowMapping();
    this.#brackets--;
    this.#depth--;
    return node;
  }

  /** Over spaces, line breaks and comments inside brackets. False: not for us. */
  #skipSpaces(): boolean {
    for (;;) {
      const from = this.#at;
      while (this.#code(this.#at) === SPACE) this.#at++;
      const code = this.#code(this.#at);
      if (code !== LF && code !== CR && code !== HASH) return true;
      if (code === HASH && this.#at === from) return false;
      if (!this.#finishLine() || !this.#nextLine()) return false;
      // Less deep than what they belong to, only the last closing bracket may stand.
      const isLast =
        this.#brackets === 1 && this.#indent === this.#flowColumn && isCloser(this.#code(this.#at));
      if (this.#indent <= this.#flowColumn && !isLast) return false;
    }
  }

  #flowSequence(): Node | undefined {
    const start = this.#at++;
    const items: Node[] = [];
    if (!this.#skipSpaces()) return undefined;
    while (this.#code(this.#at) !== CLOSE_BRACKET) {
      const item = this.#flowValue();
      if (!item || !this.#comma(CLOSE_BRACKET)) return undefined;
      items.push(item);
    }
    this.#at++;
    return { kind: 'sequence', items, start: start - this.#from, end: this.#at - this.#from };
  }

  #flowMapping(): Node | undefined {
    const start = this.#at++;
    const entries: Entry[] = [];
    if (!this.#skipSpaces()) return undefined;
    while (this.#code(this.#at) !== CLOSE_BRACE) {
      const keyEnd = this.#keyEnd();
      if (keyEnd === -1) return undefined;
      const keyStart = this.#at;
      const key = this.#text.slice(keyStart, keyEnd);
      if (hasKey(entries, key) || entries.length === MAX_KEYS) return undefined;
      this.#at = keyEnd + 1;
      if (!this.#skipSpaces()) return undefined;
      const value = this.#flowValue();
      if (!value || !this.#comma(CLOSE_BRACE)) return undefined;
      entries.push({ key, keySpan: { start: keyStart - this.#from, end: keyEnd - this.#from }, value });
    }
    this.#at++;
    return { kind: 'mapping', entries, start: start - this.#from, end: this.#at - this.#from };
  }

  #flowValue(): Node | undefined {
    const code = this.#code(this.#at);
    if (code === OPEN_BRACKET || code === OPEN_BRACE) return this.#flow();
    if (code === DOUBLE_QUOTE) return this.#doubleQuoted();
    if (code === SINGLE_QUOTE) return this.#singleQuoted();
    return this.#plain(true);
  }

  /** Past a comma, or to the closing bracket. */
  #comma(close: number): boolean {
    if (!this.#skipSpaces()) return false;
    const code = this.#code(this.#at);
    if (code === close) return true;
    if (code !== COMMA) return false;
    this.#at++;
    return this.#skipSpaces();
  }

  /** A literal (`|`) or folded (`>`) text, without indentation digits, which ends with one line break or none. */
  #blockText(column: number): Node | undefined {
    const start = this.#at++;
    const strip = this.#code(this.#at) === DASH;
    if (strip) this.#at++;
    if (!this.#finishLine()) return undefined;
    const folded = this.#text.charCodeAt(start) === GREATER;
    const read = readBlockText(this.#text, this.#at, this.#to, column, folded);
    if (!read) return undefined;
    this.#at = read.next;
    const value = strip ? read.value : `${read.value}\n`;
    return { kind: 'scalar', value, start: start - this.#from, end: read.end - this.#from };
  }
}

function isCloser(code: number): boolean {
  return code === CLOSE_BRACKET || code === CLOSE_BRACE;
}

function hasKey(entries: readonly Entry[], key: string): boolean {
  for (const entry of entries) if (entry.key === key) return true;
  return false;
}
