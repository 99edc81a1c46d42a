import { distance } from 'fastest-levenshtein';

/** Longer words are not looked up: nobody mistypes them, and comparing them costs. */
const longest = 80;

/**
 * The candidate that a mistyped word most probably means: the one with the fewest changed characters, at most a third
 * of the word, and never more than three; of equal ones the first in the order of the alphabet. Undefined where none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const wanted = word.toLowerCase();
  const most = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > most) continue;
    const found = distance(wanted, candidate.toLowerCase());
    if (found < bestDistance || (found === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}
