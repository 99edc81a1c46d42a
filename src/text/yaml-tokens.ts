import { CST, Lexer, Parser } from 'yaml';
import { MAX_DEPTH, MAX_LEXEMES } from './limits';

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
 * Ends every scalar and bracket. The library takes a quote that is nowhere closed as reaching to the end of the text;
 * with this, it ends where the indentation of its value ends, as one that is closed further down does.
 */
const GUARD = '...\n"\'';

/** The document takes a place of the parser's stack too. */
const MAX_STACK = MAX_DEPTH + 1;

/**
 * Splits a text into tokens. Runs of empty lines and whole-line comments are taken for one line break: they carry no
 * value, and the library's time for them grows with the square of their number.
 *
 * @param before text that is read first, to give `text` its place; its tokens have negative offsets
 */
export function tokenize(text: string, before = ''): TokenStream {
  const parser = new Parser();
  parser.offset = 0 - before.length;
  const tokens: CST.Token[] = [];
  // Spaces at the start of a line, kept until it is known whether the line is empty.
  const indentation: string[] = [];
  let skipped = 0;
  let atLineStart = true;
  let inScalar = false;
  let second: number | undefined;
  let tooDeep: number | undefined;
  const source = before + text + (text === '' || text.endsWith('\n') ? GUARD : `\n${GUARD}`);
  let lexemes = new Lexer().lex(source);
  let count = 0;
  let brackets = 0;
  const stray: number[] = [];
  for (let next = lexemes.next(); !next.done; next = lexemes.next()) {
    if (++count > MAX_LEXEMES) return { tokens: [], second, tooDeep, tooMany: true, stray };
    const rest = text.length - parser.offset - skipped;
    if (rest <= 0) break;
    // A block text would take the line break of the guard along.
    const lexeme = next.value.length > rest ? next.value.slice(0, rest) : next.value;
    const isBreak = !inScalar && (lexeme === '\n' || lexeme === '\r\n');
    if (atLineStart && !inScalar) {
      if (lexeme[0] === ' ' || lexeme[0] === '\t') {
        indentation.push(lexeme);
        skipped += lexeme.length;
        continue;
      }
      if (isBreak || lexeme[0] === '#') {
        parser.offset += skipped + lexeme.length;
        indentation.length = 0;
        skipped = 0;
        continue;
      }
      // Where a bracket that is not closed ends, the library forgets the indentation of the line.
      if (lexeme === CST.FLOW_END) lexemes = lexFromLine(source.slice(parser.offset + before.length));
      else for (const spaces of indentation) for (const token of parser.next(spaces)) tokens.push(token);
      indentation.length = 0;
      skipped = 0;
    }
    const at = parser.offset;
    if (!inScalar) {
      if (lexeme === '[' || lexeme === '{') brackets++;
      else if (lexeme === CST.FLOW_END) brackets = 0;
      else if (lexeme === ']' || lexeme === '}') {
        if (brackets === 0) {
          stray.push(at);
          parser.offset++;
          atLineStart = false;
          continue;
        }
        brackets--;
      }
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_STACK && CST.isCollection(parser.stack.at(-1))) {
      tooDeep = at;
      break;
    }
    if (!inScalar && (lexeme === CST.DOCUMENT || lexeme === '---') && tokens.some(isDocument)) {
      second = at;
      break;
    }
    // The source of a block text holds its last line break.
    atLineStart = isBreak || lexeme === CST.FLOW_END || (inScalar && lexeme.endsWith('\n'));
    inScalar = lexeme === CST.SCALAR;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, second, tooDeep, tooMany: false, stray };
}

/** Lexemes of a text that begins with a line inside a block mapping. */
function lexFromLine(text: string): Generator<string, void> {
  const lexer = new Lexer();
  const before = lexer.lex('x:\n', true);
  while (!before.next().done);
  return lexer.lex(text);
}

function isDocument(token: CST.Token): boolean {
  return token.type === 'document';
}
