/** Words of a text, in lower case, without marks: what two texts are compared by. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every run of so many words of a text, once. */
export function gramsOf(text: string, length: number): ReadonlySet<string> {
  const words = wordsOf(text);
  const grams = new Set<string>();
  for (let start = 0; start + length <= words.length; start++) {
    grams.add(words.slice(start, start + length).join(' '));
  }
  return grams;
}

/** Two texts that share something: their places in the list, and how many grams they have in common. */
export interface SharedGrams {
  readonly first: number;
  readonly second: number;
  readonly shared: number;
}

/** Pairs of a list that share a gram, in the order of the list. Pairs that share nothing cost nothing. */
export function sharedGrams(list: readonly ReadonlySet<string>[]): readonly SharedGrams[] {
  const holders = new Map<string, number[]>();
  const shares = new Map<number, number>();
  list.forEach((grams, second) => {
    for (const gram of grams) {
      const before = holders.get(gram);
      if (!before) {
        holders.set(gram, [second]);
        continue;
      }
      for (const first of before) {
        const pair = first * list.length + second;
        shares.set(pair, (shares.get(pair) ?? 0) + 1);
      }
      before.push(second);
    }
  });
  return [...shares]
    .sort(([a], [b]) => a - b)
    .map(([pair, shared]) => ({
      first: Math.floor(pair / list.length),
      second: pair % list.length,
      shared,
    }));
}
