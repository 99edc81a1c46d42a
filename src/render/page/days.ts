/**
 * How far a day lies from another, in the largest unit that says it well: days up to two months, then months, then
 * years. Calendar arithmetic on ISO days alone, without a clock or a time zone.
 */
export type Distance = { readonly unit: 'day' | 'month' | 'year'; readonly count: number };

export function distance(from: string, to: string): Distance {
  const days = Math.round(Math.abs(dayNumber(to) - dayNumber(from)));
  if (days <= 60) return { unit: 'day', count: days };
  const months = Math.round(days / 30.44);
  if (months <= 24) return { unit: 'month', count: months };
  return { unit: 'year', count: Math.round(days / 365.25) };
}

function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / 86_400_000;
}
