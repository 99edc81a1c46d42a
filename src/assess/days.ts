/** Whether a text that holds in a span of days holds on this one; `until` is the first day on which it does not. */
export function holdsOn(
  span: { from?: string | undefined; until?: string | undefined },
  day: string,
): boolean {
  return (span.from === undefined || span.from <= day) && (span.until === undefined || day < span.until);
}
