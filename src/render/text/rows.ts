import type { Row } from './layout';

/** Where the texts of a section begin: right of the jurisdictions, `Gaps`, `Next`. */
export const textColumn = 9;

const labelColumn = 2;

/** A heading by itself. */
export function headed(text: string): Row {
  return [{ column: 0, text: [{ role: 'heading', text }] }];
}

/** Rows under one label, which stands left of the first of them. */
export function labelled(label: string, rows: readonly Row[]): Row[] {
  return rows.map((row, index) => (index === 0 ? [{ column: labelColumn, text: [label] }, ...row] : row));
}
