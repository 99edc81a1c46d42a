interface Span {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * Ids in use, by what they name: a duty and a class basis may share one, as Art. 50(1) of the EU act does. Entries of
 * one kind may share one where their spans do not overlap: then they are versions of one thing, the older first.
 */
export class Versions {
  readonly #ends = new Map<string, string>();

  /** Takes an id for a span of days; says what is wrong where somebody has it in that span already. */
  take(noun: string, id: string, { from, until }: Span): string | undefined {
    const key = `${noun} ${id}`;
    const end = this.#ends.get(key);
    this.#ends.set(key, latest(end, until ?? never));
    if (end === undefined || (from !== undefined && end <= from)) return undefined;
    return from === undefined && end === never
      ? `There is another ${noun} with the id ${id}. Choose another id.`
      : `This version of ${id} overlaps an earlier one. Write the older first, with until, and let the newer begin from that day.`;
  }
}

/** Comes after every day, as text. */
const never = 'never';

function latest(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b;
}
