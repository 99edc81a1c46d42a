import type { Lines } from './lines';
import type { Node, Span } from './tree';

export type Format = 'yaml' | 'json';

/** What can be wrong with a text as text. A closed list: each has a message of its own. */
export type ProblemCode =
  | 'syntax' // params: detail
  | 'duplicate-key' // params: key
  | 'tab-indent'
  | 'unresolved-alias' // params: name
  | 'alias-limit' // params: limit
  | 'too-deep' // params: limit
  | 'too-large' // params: limit (in words, of bytes or of lexemes), not read at all
  | 'several-documents'
  | 'key-not-text'; // a key that is no plain scalar

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * A stretch of whole lines of a document that was parsed on its own: the document without the items of its list, or
 * one item. Spans are offsets in `text`; a line of the piece is that line plus `line` in the document, characters
 * are the same in both.
 */
export interface Piece {
  readonly text: string;
  /** Zero-based line of the document on which the piece begins. */
  readonly line: number;
  readonly tree: Node | undefined;
  readonly problems: readonly Problem[];
  readonly lines: Lines;
}

/**
 * A document cut at the items of one top-level list. `head` is the document with that list empty; its `lines` already
 * give lines of the document, so its `line` is 0. An item that is no mapping is kept as it is: what it should be is
 * not for the text to say.
 */
export interface Cut {
  readonly format: Format;
  readonly text: string;
  readonly head: Piece;
  readonly items: readonly Piece[];
  /** Whether the list is there at all and is a list. */
  readonly list: 'absent' | 'list' | 'other';
}
