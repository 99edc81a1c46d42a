import type { Edit } from '../../src/advise/advisor';
import { indexLines } from '../../src/text/lines';

/** A text with edits applied, last first, as an editor does it. */
export function edited(text: string, edits: readonly Edit[]): string {
  const lines = indexLines(text);
  const ordered = edits
    .map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start);
  return ordered.reduce(
    (result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end),
    text,
  );
}
