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
 * - `unsourced`: a risk or control that names neither a source nor an item of a framework.
 * - `status-unseen`: a tool without the newest sign of life that was seen.
 * - `status`: a status that the kind of text, its history or its days contradict.
 * - `provenance`: a binding duty without an article, or a fact called sure of which nobody read a source.
 * - `twin`: two entries that are one, or bodies that are one text written many times.
 * - `words`: a body that is too short or too long.
 * - `template`: a template that its control does not take for evidence, or that nothing fills.
 * - `unused`, `no-tool`, `no-control`, `no-process`, `bare-duty`: a hole that is no mistake by itself.
 * - `gap`: a reason that is given for a hole, where there is none.
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
  | 'unsourced'
  | 'status-unseen'
  | 'status'
  | 'provenance'
  | 'twin'
  | 'words'
  | 'template'
  | 'unused'
  | 'no-tool'
  | 'no-control'
  | 'no-process'
  | 'bare-duty'
  | 'gap';

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
