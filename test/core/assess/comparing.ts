import { expect } from 'vitest';
import type { Conflict, Divergence, PositionOnTheme, Root } from '../../../src/answer/schema';
import { analyzeFiles } from '../real-catalog';

/** One system as plain values, compared by the catalog of the repository; the law is read on 2026-11-23 unless said. */

export type Plain = Readonly<Record<string, unknown>>;

export interface Compared {
  readonly root: Root;
  readonly divergence: Divergence;
  /** Ids of conflicts that concern the system where it is offered. */
  readonly conflicts: readonly Conflict[];
}

export function compared(
  system: Plain,
  {
    jurisdictions,
    organization,
    asOf = '2026-11-23',
  }: { jurisdictions?: readonly string[]; organization?: Plain; asOf?: string } = {},
): Compared {
  const manifest = {
    version: 1,
    ...(organization ? { organization } : {}),
    systems: [{ id: 's', ...system }],
  };
  const analysis = analyzeFiles({ 'ai-usage.json': JSON.stringify(manifest) }, { asOf });
  const refused = analysis.findings.filter(({ rule }) =>
    ['manifest/wrong-value', 'manifest/unknown-key'].includes(rule),
  );
  expect(refused.map(({ message }) => message.text)).toEqual([]);
  const root = analysis.answer({
    questions: false,
    portfolio: false,
    divergence: jurisdictions ? { jurisdictions } : {},
  });
  const divergence = root.systems[0]?.divergence;
  if (!divergence) throw new Error('The answer has no divergence.');
  return { root, divergence, conflicts: root.conflicts };
}

export function themeOf({ themes }: Divergence, id: string): Divergence['themes'][number] {
  const theme = themes.find((candidate) => candidate.id === id);
  if (!theme) throw new Error(`Nobody asks for ${id}.`);
  return theme;
}

export function cellOf(divergence: Divergence, theme: string, place: string): PositionOnTheme {
  const cell = themeOf(divergence, theme).cells.find(({ jurisdiction }) => jurisdiction === place);
  if (!cell) throw new Error(`There is no column ${place}.`);
  return cell;
}

/** `binding 2023-07-05`, `voluntary`, `none`; `under US` where only the law around the place binds. */
export function position({ force, since, around }: PositionOnTheme): string {
  const other = around.find((one) => one.force === 'binding');
  if (force !== 'binding' && other) return `under ${other.jurisdiction}`;
  return force === 'binding' ? `binding ${since}` : force;
}

/** A table by theme and place, in the words of `position`. */
export function positions(
  divergence: Divergence,
  wanted: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wanted).map(([theme, places]) => [
      theme,
      Object.fromEntries(
        Object.keys(places).map((place) => [place, position(cellOf(divergence, theme, place))]),
      ),
    ]),
  );
}
