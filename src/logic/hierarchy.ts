/**
 * The ancestors of a value, nearest first: `DE` has `EU`, `EEA`; `employment.terms` has `employment.management`,
 * `employment`. Undefined for a value that nobody knows.
 */
export type Hierarchy = (id: string) => readonly string[] | undefined;

/**
 * Whether a value lies within what is wanted: it does when it is that, or a descendant of it; a value that contains
 * what is wanted is too coarse to tell, and so is one that nobody knows. `family.*` wants any member of a family, and the bare family says as much.
 */
export function within(
  value: string,
  wanted: string,
  hierarchy: Hierarchy | undefined,
): 'is' | 'coarse' | 'is-not' {
  const target = wanted.endsWith('.*') ? wanted.slice(0, -2) : wanted;
  if (value === target) return 'is';
  if (!hierarchy) return 'is-not';
  const ancestors = hierarchy(value);
  if (!ancestors) return 'coarse';
  if (ancestors.includes(target)) return 'is';
  return hierarchy(target)?.includes(value) ? 'coarse' : 'is-not';
}
