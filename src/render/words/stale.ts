import { joined } from '../../answer/format';
import type { Root, StaleEntry } from '../../answer/schema';
import { firstFew } from './force';
import { counted } from './labels';

/** Of the entries that are past their review day, so many are named in a line. */
const namedEntries = 3;

/**
 * One line about what the advice rests on and was to be read again by now; undefined where there is nothing to say.
 * Roots that rest on the same entry say it once.
 */
export function staleWords(roots: readonly Pick<Root, 'catalog'>[], most = namedEntries): string | undefined {
  const entries = new Map(
    roots.flatMap(({ catalog }) =>
      (catalog.stale ?? []).map((entry) => [`${entry.kind}/${entry.id}`, entry]),
    ),
  );
  if (entries.size === 0) return undefined;
  const names = [...entries.values()].map((entry) => `${entry.title} (${dueWords(entry)})`);
  const [be, their] = entries.size === 1 ? ['is', 'its'] : ['are', 'their'];
  return `${counted(entries.size, 'entry', 'entries')} behind this advice ${be} past ${their} review day: ${joined(firstFew(names, most))}.`;
}

/** The day on which it was to be read again, or that its sources never were. */
function dueWords({ due }: StaleEntry): string {
  return due ?? 'never read at a source';
}
