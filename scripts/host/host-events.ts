/**
 * What the tests inside VS Code tell the process outside, one event a line of the log. Lines are the one way out that
 * desktop, served and web hosts share.
 */
export type HostEvent =
  | { readonly event: 'begin' }
  | { readonly event: 'start'; readonly name: string }
  | {
      readonly event: 'test';
      readonly name: string;
      readonly state: 'passed' | 'failed' | 'skipped';
      readonly ms: number;
      readonly error?: string;
    }
  /** The last event; `count` is how many tests were told, so that a lost line is noticed. */
  | { readonly event: 'end'; readonly count: number };

const opening = '@@host-event ';
// A host may write more on the line, before and after.
const closing = ' @@';

/** The line that tells an event. */
export function toLine(event: HostEvent): string {
  return opening + JSON.stringify(event) + closing;
}

/** The event that a line of the log tells, if it tells one. */
export function fromLine(line: string): HostEvent | undefined {
  const from = line.indexOf(opening);
  const to = line.lastIndexOf(closing);
  if (from < 0 || to < from) return undefined;
  try {
    const value: unknown = JSON.parse(line.slice(from + opening.length, to));
    return isHostEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value read from elsewhere is an event. */
export function isHostEvent(value: unknown): value is HostEvent {
  if (typeof value !== 'object' || value === null || !('event' in value)) return false;
  switch (value.event) {
    case 'begin':
      return true;
    case 'start':
      return 'name' in value && typeof value.name === 'string';
    case 'end':
      return 'count' in value && typeof value.count === 'number';
    case 'test':
      return (
        'name' in value &&
        typeof value.name === 'string' &&
        'state' in value &&
        ['passed', 'failed', 'skipped'].some((state) => state === value.state) &&
        'ms' in value &&
        typeof value.ms === 'number' &&
        (!('error' in value) || typeof value.error === 'string')
      );
    default:
      return false;
  }
}
