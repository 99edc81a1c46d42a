/**
 * ISO days compare as text. What is computed here is calendar arithmetic alone: no clock, no time zone.
 */

/** The day some months later; the last day of that month where it has fewer days. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  const last = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  return [pad(newYear, 4), pad(newMonth, 2), pad(Math.min(date, last), 2)].join('-');
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
