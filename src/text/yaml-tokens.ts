import { CST, Lexer, Parser } from 'yaml';
import { MAX_DEPTH, MAX_LEXEMES } from './limits';
import { isClosedQuote } from './yaml-scalar';

/** The syntax of a YAML text as the library's tokens, with offsets in the text. */
export interface TokenStream {
  /** Directives, the first document, and errors between them. */
  readonly tokens: readonly CST.Token[];
  /** Where a second document begins, if there is one; nothing is read from there on. */
  readonly second: number | undefined;
  /** Where lists and mappings lie too deep in one another; nothing is read from there on. */
  readonly tooDeep: number | undefined;
  /** Whether reading was given up because there are too many lexemes. */
  readonly tooMany: boolean;
  /** Where brackets close that were never opened. They are left out: the library would read nothing after them. */
  readonly stray: readonly number[];
}

/**
 * Splits a text into tokens.
 *
 * @param before text that is read first, to give `text` its place; its tokens have negative offsets
 */
export function tokenize(text: string, before = ''): TokenStream {
  return new Tokenizer(text, before).read();
}

/**
 * Ends every scalar and bracket. The library takes a quote that is nowhere closed as reaching to the end of the text;
 * with this, it ends where the indentation of its value ends, as one that is closed further down does.
 */
const GUARD = '...\n"\'';

/** The document takes a place of the parser's stack too. */
const MAX_STACK = MAX_DEPTH + 1;

/** Drives the library's lexer and parser, and steps in where they go astray or take too long. */
class Tokenizer {
  readonly #length: number;
  readonly #source: string;
  /** Offset of the text in the source. */
  readonly #shift: number;
  readonly #parser = new Parser();
  #lexemes: Generator<string, void>;
  readonly #tokens: CST.Token[] = [];
  readonly #stray: number[] = [];
  /** Spaces at the start of a line, kept until it is known whether the line is empty. */
  #indentation: string[] = [];
  #indented = 0;
  #atLineStart = true;
  /** Whether nothing but spaces and dashes stands on the line so far. */
  #atFirstWord = true;
  #inScalar = false;
  /** How many brackets are open. */
  #brackets = 0;

  constructor(text: string, before: string) {
    this.#length = text.length;
    this.#shift = before.length;
    this.#parser.offset = 0 - before.length;
    this.#source = before + text + (text === '' || text.endsWith('\n') ? GUARD : `\n${GUARD}`);
    this.#lexemes = new Lexer().lex(this.#source);
  }

  read(): TokenStream {
    let second: number | undefined;
    let tooDeep: number | undefined;
    let count = 0;
    for (let next = this.#lexemes.next(); !next.done; next = this.#lexemes.next()) {
      const rest = this.#length - this.#parser.offset - this.#indented;
      // A CR at the very end makes a line break with that of the guard.
      if (rest <= 0 || (rest === 1 && next.value === '\r\n')) break;
      if (++count > MAX_LEXEMES) return this.#result({ second, tooDeep, tooMany: true });
      const at = this.#parser.offset;
      // A block text would take the line break of the guard along.
      const lexeme = next.value.length > rest ? next.value.slice(0, rest) : next.value;
      if (this.#inScalar) this.#takeScalar(lexeme);
      else if (!this.#skip(lexeme)) this.#take(lexeme);
      if (this.#parser.stack.length > MAX_STACK && CST.isCollection(this.#parser.stack.at(-1))) {
        tooDeep = at;
        break;
      }
      if ((lexeme === CST.DOCUMENT || lexeme === '---') && this.#startsSecond()) {
        second = at;
        break;
      }
    }
    for (const token of this.#parser.end()) this.#tokens.push(token);
    return this.#result({ second, tooDeep, tooMany: false });
  }

  #result(ends: Pick<TokenStream, 'second' | 'tooDeep' | 'tooMany'>): TokenStream {
    return { tokens: ends.tooMany ? [] : this.#tokens, stray: this.#stray, ...ends };
  }

  #startsSecond(): boolean {
    return this.#parser.stack[0]?.type === 'document' && this.#tokens.some(({ type }) => type === 'document');
  }

  #feed(lexeme: string): void {
    for (const token of this.#parser.next(lexeme)) this.#tokens.push(token);
  }

  /** The text of a plain scalar or a block text, which may look like anything. */
  #takeScalar(lexeme: string): void {
    // A block text holds its last line break; if it is empty, that of its first line was the last.
    this.#atLineStart = this.#parser.stack.at(-1)?.type === 'block-scalar';
    this.#atFirstWord = this.#atLineStart;
    this.#inScalar = false;
    this.#feed(lexeme);
  }

  /**
   * Leaves out a byte order mark, and lines that are empty or only a comment: they carry no value, and the library's
   * time for them grows with the square of their number. Says whether the lexeme is dealt with.
   */
  #skip(lexeme: string): boolean {
    if (!this.#atLineStart) return false;
    const first = lexeme[0];
    if (first === ' ' || first === '\t') {
      this.#indentation.push(lexeme);
      this.#indented += lexeme.length;
      return true;
    }
    const isStray = this.#isStray(lexeme);
    if (isStray) this.#stray.push(this.#parser.offset + this.#indented);
    // After a byte order mark, the library takes a dash for no indentation.
    const isMark = lexeme === CST.BOM;
    const isEmpty = isStray || isMark || first === '#' || lexeme === '\n' || lexeme === '\r\n';
    if (isEmpty) this.#parser.offset += this.#indented + lexeme.length;
    // Where a bracket that is not closed ends, the library forgets the indentation of the line.
    else if (lexeme === CST.FLOW_END) this.#restart(this.#parser.offset);
    else for (const spaces of this.#indentation) this.#feed(spaces);
    this.#indentation = [];
    this.#indented = 0;
    return isEmpty;
  }

  #isStray(lexeme: string): boolean {
    return this.#brackets === 0 && (lexeme === ']' || lexeme === '}');
  }

  #take(lexeme: string): void {
    const first = lexeme[0];
    const isBreak = lexeme === '\n' || lexeme === '\r\n';
    if (this.#isStray(lexeme)) {
      this.#stray.push(this.#parser.offset++);
      return;
    }
    if (lexeme === ']' || lexeme === '}') {
      this.#brackets--;
    } else if (lexeme === '[' || lexeme === '{') {
      this.#brackets++;
    } else if (lexeme === CST.FLOW_END) {
      this.#brackets = 0;
    } else if (this.#atFirstWord && (first === '"' || first === "'") && this.#takeOpenKey(lexeme)) {
      return;
    }
    this.#feed(lexeme);
    // A mark of the lexer's, no part of the line.
    if (lexeme === CST.DOCUMENT) return;
    this.#inScalar = lexeme === CST.SCALAR;
    this.#atLineStart = isBreak || lexeme === CST.FLOW_END;
    this.#atFirstWord = this.#atLineStart || (this.#atFirstWord && (first === ' ' || lexeme === '-'));
  }

  /** A quote that opens at the start of a line and is not closed is a key being typed: it ends with its line. */
  #takeOpenKey(lexeme: string): boolean {
    const end = lexeme.indexOf('\n');
    if (end === -1 || this.#brackets > 0 || isClosedQuote(lexeme)) return false;
    const key = lexeme.slice(0, lexeme[end - 1] === '\r' ? end - 1 : end);
    this.#feed(key);
    // A colon that is not there, without a place of its own.
    this.#parser.offset--;
    this.#feed(':');
    this.#feed(lexeme.slice(key.length, end + 1));
    this.#restart(this.#parser.offset);
    this.#atLineStart = true;
    this.#atFirstWord = true;
    return true;
  }

  /** Goes on with a new lexer at an offset, the start of a line inside a block mapping. */
  #restart(offset: number): void {
    const lexer = new Lexer();
    const before = lexer.lex('x:\n', true);
    while (!before.next().done);
    this.#lexemes = lexer.lex(this.#source.slice(offset + this.#shift));
  }
}
