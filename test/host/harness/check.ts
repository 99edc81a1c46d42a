/** Assertions that work in Node and in a Web Worker. Each throws an error that says what was wanted and what was there. */

/** Values are the same, or the same as JSON. */
export function equal(actual: unknown, wanted: unknown, what = 'value'): void {
  const there = text(actual);
  if (there !== text(wanted)) throw new Error(`${what}: wanted ${text(wanted)}, got ${there}`);
}

export function isTrue(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`not so: ${what}`);
}

/** The value, which must be there. */
export function given<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`missing: ${what}`);
  return value;
}

export function matches(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new Error(`wanted a match of ${pattern.source}, got ${text(actual)}`);
}

/** Asks `probe` until it gives something other than undefined or false, at most `withinMs`. */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | false | PromiseLike<T | undefined | false>,
  withinMs = 10_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > until) throw new Error(`did not happen within ${withinMs / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function text(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
