import type { Position } from '../text/lines';

/**
 * What can be wrong with a catalog. A closed list: tests and people refer to a code.
 *
 * - `file`: the file is no entry: wrong folder, wrong name, no front matter.
 * - `syntax`: the front matter is no YAML.
 * - `unknown-key`, `schema`: the schema of the entry rejects it.
 * - `duplicate-id`: two things have the same id, or a list names one twice.
 * - `unknown-id`: an id that points nowhere.
 * - `unknown-path`, `wrong-value`, `wrong-operator`: a condition that the manifest can never answer.
 * - `date`: no such day, or days out of order.
 * - `crowded-duty`: more than three controls claim to be the primary fulfillment of a duty.
 * - `status-unseen`: a tool without the newest sign of life that was seen.
 * - `unused`, `no-tool`, `no-control`: a hole that is no mistake by itself; these only warn.
 */
export type CatalogProblemCode =
  | 'file'
  | 'syntax'
  | 'unknown-key'
  | 'schema'
  | 'duplicate-id'
  | 'unknown-id'
  | 'unknown-path'
  | 'wrong-value'
  | 'wrong-operator'
  | 'date'
  | 'crowded-duty'
  | 'status-unseen'
  | 'unused'
  | 'no-tool'
  | 'no-control';

/** One thing that is wrong in one file of a catalog. Lines and characters are zero-based, as in LSP; `end` is exclusive. */
export interface CatalogProblem {
  readonly file: string;
  readonly line: number;
  readonly character: number;
  readonly end: Position;
  readonly code: CatalogProblemCode;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Steps from the top of a front matter to a value: keys and indexes. */
export type Steps = readonly (string | number)[];

/** Orders problems by file, then place, then code. */
export function inOrder(problems: readonly CatalogProblem[]): readonly CatalogProblem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.character - b.character ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

/** Compares texts by code units: the same order on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
