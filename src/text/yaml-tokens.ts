import { CST, Lexer, Parser } from 'yaml';
import { MAX_DEPTH } from './limits';

/** The syntax of a YAML text as the library's tokens, with offsets in the text. */
export interface TokenStream {
  /** Directives, the first document, and errors between; the rest of the text is not read. */
  readonly tokens: readonly CST.Token[];
  /** Where a second document begins, if there is one. */
  readonly second: number | undefined;
  /** Where lists and mappings lie too deep in one another; nothing is read from there on. */
  readonly tooDeep: number | undefined;
}

/**
 * Ends every scalar and bracket. The library takes a quote that is nowhere closed as reaching to the end of the text;
 * with this, it ends where the indentation of its value ends, as one that is closed further down does.
 */
const GUARD = '\n...\n"\'';

/** A collection inside another takes one place of the parser's stack; document and scalar take one each. */
const MAX_STACK = MAX_DEPTH + 2;

const NEWLINE = 10;

/**
 * Splits a text into tokens. Runs of empty lines and whole-line comments are taken for one line break: they carry no
 * value, and the library's time for them grows with the square of their number.
 *
 * @param before text that is read first, to give `text` its place; its tokens have negative offsets
 */
export function tokenize(text: string, before = ''): TokenStream {
  const parser = new Parser();
  parser.offset = -before.length;
  const tokens: CST.Token[] = [];
  let documents = 0;
  let second: number | undefined;
  let tooDeep: number | undefined;
  // Lexemes of spaces at the start of a line, kept until it is known whether the line is empty.
  const indentation: string[] = [];
  let atLineStart = true;
  let inScalar = false;

  const feed = (lexeme: string): void => {
    for (const token of parser.next(lexeme)) tokens.push(token);
  };
  for (const lexeme of new Lexer().lex(before + text + GUARD)) {
    if (parser.offset + lengthOf(indentation) >= text.length && lexeme !== CST.DOCUMENT) break;
    if (inScalar) {
      feed(lexeme);
      inScalar = false;
      // The source of a block text holds its last line break.
      atLineStart = lexeme.charCodeAt(lexeme.length - 1) === NEWLINE;
      continue;
    }
    if (atLineStart) {
      const first = lexeme[0];
      if (first === ' ' || first === '\t') {
        indentation.push(lexeme);
        continue;
      }
      if (first === '#' || lexeme === '\n' || lexeme === '\r\n') {
        parser.offset += lengthOf(indentation) + lexeme.length;
        indentation.length = 0;
        continue;
      }
      for (const spaces of indentation) feed(spaces);
      indentation.length = 0;
    }
    if (lexeme === CST.DOCUMENT || lexeme === '---') {
      if (documents > 0 && !(lexeme === '---' && isBareStart(parser))) {
        second = parser.offset;
        break;
      }
      documents = 1;
    }
    feed(lexeme);
    if (parser.stack.length > MAX_STACK) {
      tooDeep = parser.offset - lexeme.length;
      break;
    }
    inScalar = lexeme === CST.SCALAR;
    atLineStart = lexeme === '\n' || lexeme === '\r\n';
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, second, tooDeep };
}

function lengthOf(lexemes: readonly string[]): number {
  let length = 0;
  for (const lexeme of lexemes) length += lexeme.length;
  return length;
}

/** Whether a document has just begun and has neither value nor `---` yet. */
function isBareStart(parser: Parser): boolean {
  const [document] = parser.stack;
  return (
    parser.stack.length === 1 &&
    document?.type === 'document' &&
    !document.value &&
    !document.start.some((token) => token.type === 'doc-start')
  );
}
