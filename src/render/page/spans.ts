import { daysBetween } from '../words/days';
import { counted } from '../words/labels';

/**
 * How far a day lies from another in words: `in 9 days`, `today`, `3 months ago`. Days up to two months, then months
 * up to two years, then years, each rounded. Arithmetic on ISO days alone, without a clock or a time zone.
 */
export function spanWords(from: string, to: string): string {
  const days = daysBetween(from, to);
  if (days === 0) return 'today';
  const length = lengthWords(Math.abs(days));
  return days > 0 ? `in ${length}` : `${length} ago`;
}

function lengthWords(days: number): string {
  if (days <= 60) return counted(days, 'day');
  const months = Math.round((days * 12) / daysInYear);
  if (months <= 24) return counted(months, 'month');
  return counted(Math.round(days / daysInYear), 'year');
}

/** Mean length of a year in the Gregorian calendar. */
const daysInYear = 365.2425;
