import type { Span } from './tree';

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns offsets of one text into lines and characters and back. Lines end at LF, CRLF or a lone CR. */
export interface Lines {
  readonly count: number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
}

/**
 * The lines of a text. What lies outside is clamped: an offset to the text, a character to the end of its line
 * (before the line break), a line to the first or the last. Nothing is computed before the first question.
 */
export function indexLines(text: string): Lines {
  return new TextLines(text);
}

/**
 * The lines of a text that lacks some whole lines of its document: offsets are of the short text, positions are of
 * the document. A position in the missing lines is the place where they were.
 *
 * @param text the short text
 * @param from zero-based line of the document at which lines are missing
 * @param missing how many
 */
export function linesWithGap(text: string, from: number, missing: number): Lines {
  return new GappedLines(text, from, missing);
}

const LF = 0x0a;
const CR = 0x0d;

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Offsets at which lines start. */
function lineStarts(text: string): number[] {
  const starts = [0];
  // Searching beats looking at each character by far; texts without CR, the usual ones, are searched for LF only.
  const hasReturn = text.includes('\r');
  if (!hasReturn) {
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    return starts;
  }
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === LF || (code === CR && text.charCodeAt(offset + 1) !== LF)) starts.push(offset + 1);
  }
  return starts;
}

class TextLines implements Lines {
  readonly #text: string;
  #built: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get #starts(): number[] {
    this.#built ??= lineStarts(this.#text);
    return this.#built;
  }

  get count(): number {
    return this.#starts.length;
  }

  positionAt(offset: number): Position {
    const at = clamp(offset, 0, this.#text.length);
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (starts[low] ?? 0) };
  }

  offsetAt(position: Position): number {
    const starts = this.#starts;
    if (position.line < 0) return 0;
    const start = starts[position.line];
    if (start === undefined) return this.#text.length;
    let end = starts[position.line + 1] ?? this.#text.length;
    if (position.line + 1 < starts.length) {
      end--;
      if (this.#text.charCodeAt(end) === LF && end > start && this.#text.charCodeAt(end - 1) === CR) end--;
    }
    return clamp(start + position.character, start, end);
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }
}

class GappedLines implements Lines {
  readonly #lines: Lines;
  readonly #from: number;
  readonly #missing: number;

  constructor(text: string, from: number, missing: number) {
    this.#lines = indexLines(text);
    this.#from = from;
    this.#missing = missing;
  }

  get count(): number {
    return this.#lines.count + this.#missing;
  }

  positionAt(offset: number): Position {
    const { line, character } = this.#lines.positionAt(offset);
    return { line: line < this.#from ? line : line + this.#missing, character };
  }

  offsetAt(position: Position): number {
    const { line, character } = position;
    if (line < this.#from) return this.#lines.offsetAt(position);
    if (line < this.#from + this.#missing) return this.#lines.offsetAt({ line: this.#from, character: 0 });
    return this.#lines.offsetAt({ line: line - this.#missing, character });
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }
}
