import type { Pack } from '../catalog/pack';
import type { FrameworkEntry } from '../catalog/schema/framework';

type Item = FrameworkEntry['items'][number];

/**
 * An item as people may quote it: with its list and the year, since numbers of some lists were given anew between
 * editions (`OWASP LLM Top 10, 2026: LLM03`).
 */
export function itemReference({ shortTitle }: FrameworkEntry, { id }: Item): string {
  return `${shortTitle}: ${id}`;
}

/** The number of the same theme in the edition before, with that edition where the catalog has it. */
export function formerReference(pack: Pack, framework: FrameworkEntry, { was }: Item): string | undefined {
  if (was === undefined) return undefined;
  const before = editionBefore(pack, framework, was);
  return before ? `${before.shortTitle}: ${was}` : `${was} in the edition before`;
}

/** The newest earlier edition of a list, by its id without the year, that has such an item. */
function editionBefore(
  { frameworks }: Pack,
  { id, version }: FrameworkEntry,
  was: string,
): FrameworkEntry | undefined {
  const editions = frameworks.filter(
    (other) =>
      other.id !== id &&
      withoutYear(other.id) === withoutYear(id) &&
      other.version < version &&
      other.items.some((item) => item.id === was),
  );
  return editions.reduce<FrameworkEntry | undefined>(
    (latest, other) => (latest === undefined || other.version > latest.version ? other : latest),
    undefined,
  );
}

function withoutYear(id: string): string {
  return id.replace(/-\d{4}$/, '');
}
