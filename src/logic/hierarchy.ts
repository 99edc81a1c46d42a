/** The ancestors of a value, nearest first: `DE` has `EU`, `EEA`; `employment.terms` has `employment.management`, `employment`. */
export type Hierarchy = (id: string) => readonly string[];

/**
 * Whether a value lies within what is wanted: it does when it is that, or a descendant of it; a value that contains
 * what is wanted is too coarse to tell. `family.*` wants any member of a family, and the bare family says as much.
 */
export function within(
  value: string,
  wanted: string,
  hierarchy: Hierarchy | undefined,
): 'is' | 'coarse' | 'is-not' {
  const target = wanted.endsWith('.*') ? wanted.slice(0, -2) : wanted;
  if (value === target) return 'is';
  if (!hierarchy) return 'is-not';
  if (hierarchy(value).includes(target)) return 'is';
  return hierarchy(target).includes(value) ? 'coarse' : 'is-not';
}
