import type { Lines, Range } from '../text/lines';
import type { Span } from '../text/tree';

/**
 * Where a fact stands. It is a place of the answer whose lines and characters are counted only when asked for. A spot
 * inside a system's own item has no file yet and counts lines from the item's first line, so that what was concluded
 * about an unchanged system holds wherever the item moves to; `settle` in `advise` gives it file and line.
 */
export class Spot {
  #range: Range | undefined;

  constructor(
    readonly path: string,
    readonly file: string,
    readonly lines: Lines,
    readonly span: Span,
  ) {}

  get range(): Range {
    this.#range ??= this.lines.rangeOf(this.span);
    return this.#range;
  }
}

/** Who says so: the system itself (or the organization), the defaults, or a derivation from other facts. */
export type Origin = 'given' | 'defaulted' | 'derived';

export type Scalar = string | number | boolean;

/**
 * One fact that decided a condition, or that keeps it open.
 *
 * - `is`, `is-not`: the fact is known and fits what was wanted, or does not.
 * - `unknown`: nothing is said. `open`: the list may hold more. `coarse`: what is said is a parent of what was wanted.
 * - `absent`: nothing is said, and for this field that is a fact.
 */
export interface Cause {
  readonly kind: 'is' | 'is-not' | 'unknown' | 'open' | 'coarse' | 'absent';
  readonly path: string;
  /** What the condition wanted, in words of the manifest: ids, numbers, `true`. */
  readonly wanted: readonly Scalar[];
  /** What the manifest says, where it says something. */
  readonly said: readonly Scalar[];
  readonly spots: readonly Spot[];
}

interface FactBase {
  readonly from: Origin;
  readonly spots: readonly Spot[];
  /** The field that says it, where that is another one than was asked for. */
  readonly saidBy?: string;
  /** For a derived fact: the facts it was derived from, or that keep it open. */
  readonly because?: readonly Cause[];
}

export interface ScalarFact extends FactBase {
  readonly kind: 'scalar';
  readonly value: Scalar;
}

/** A list of scalars. A list that is present is complete, unless it is `open`: it holds the member `unknown`. */
export interface ListFact extends FactBase {
  readonly kind: 'list';
  readonly members: readonly { readonly value: Scalar; readonly spot: Spot }[];
  readonly open: boolean;
}

/** A list of objects, such as tools: each member is asked by the name of its field. */
export interface ObjectsFact extends FactBase {
  readonly kind: 'objects';
  readonly members: readonly { readonly spot: Spot; readonly get: (field: string) => Fact }[];
  readonly open: boolean;
}

/** Not one value but several that are still possible, as a derived kind of system may be. */
export interface PossibleFact extends FactBase {
  readonly kind: 'possible';
  readonly values: readonly Scalar[];
}

/** Nothing is said, `unknown` is said, or what is said cannot be read. Never a no. */
export interface UnknownFact extends FactBase {
  readonly kind: 'unknown';
  /** Whether the field is written at all, as `unknown` or with a value that cannot be read. */
  readonly said: boolean;
}

/** Nothing is said about a field whose absence is itself a fact, such as `owner`. */
export interface AbsentFact extends FactBase {
  readonly kind: 'absent';
}

export type Fact = ScalarFact | ListFact | ObjectsFact | PossibleFact | UnknownFact | AbsentFact;

/** Everything known about one system and its organization, by path: `system.areas`, `organization.size`, `derived.…`. */
export interface Facts {
  get(path: string): Fact;
}
