import type { Piece } from './piece';

/**
 * For each text the earlier piece with the same text, if there is one. A change is mostly in one place, so pieces
 * are compared from both ends first; only what lies between is looked up.
 *
 * @param texts undefined where an earlier piece is not wanted
 */
export function matchPieces<T extends Piece>(
  texts: readonly (string | undefined)[],
  old: readonly T[],
): readonly (T | undefined)[] {
  const matched = new Array<T | undefined>(texts.length).fill(undefined);
  const shorter = Math.min(texts.length, old.length);
  let first = 0;
  while (first < shorter && texts[first] === old[first]?.text) matched[first] = old[first++];
  let last = 0;
  while (last < shorter - first && texts.at(-1 - last) === old.at(-1 - last)?.text) {
    matched[texts.length - 1 - last] = old.at(-1 - last);
    last++;
  }
  const between = old.slice(first, old.length - last);
  if (between.length === 0) return matched;
  const byText = new Map(between.map((piece) => [piece.text, piece]));
  for (let index = first; index < texts.length - last; index++) {
    const text = texts[index];
    if (text !== undefined) matched[index] = byText.get(text);
  }
  return matched;
}
