import type { Class, Duty } from '../../answer/schema';

/** `since 2025-02-02` or `from 2027-12-02 (moved from 2026-08-02)`; `with no date set` where there is none. */
export function sinceWords({ since, sinceMoved }: Pick<Class, 'since' | 'sinceMoved'>, asOf: string): string {
  if (since === null) return 'with no date set';
  const moved = sinceMoved ? ` (moved from ${sinceMoved.from})` : '';
  return `${since <= asOf ? 'since' : 'from'} ${since}${moved}`;
}

/** `due since 2025-02-02` or `due 2027-12-02`; `no date` where there is none. */
export function dueWords(due: Duty['due'], asOf: string): string {
  if (due === null) return 'no date';
  return due <= asOf ? `due since ${due}` : `due ${due}`;
}

/** Days from one ISO day to another; negative where the other is earlier. No clock, no time zone. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, date) / 86_400_000);
}
