import type { Root } from '../../answer/schema';
import { daysBetween } from './days';

/**
 * After so many days beyond what the catalog knows, the answer says so before everything else: much may have happened,
 * since an entry of moving law is to be read again after three months. Of fewer days it is said in passing: the day
 * after a catalog was made is no alarm.
 */
const longAfter = 90;

/** Whether law is read as of a day that the catalog has not seen: not, by some days, or by so many that it stands first. */
export function lateness({ asOf, knownUntil }: Pick<Root, 'asOf' | 'knownUntil'>): 'none' | 'some' | 'long' {
  const days = daysBetween(knownUntil, asOf);
  if (days <= 0) return 'none';
  return days > longAfter ? 'long' : 'some';
}

/** What is said where law is read as of a later day than the catalog knows. */
export function knownUntilWords(knownUntil: string): string {
  return `The catalog knows the law until ${knownUntil}; what came later is not in this answer.`;
}
