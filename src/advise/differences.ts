/** How plain data differs: what `catalog diff` asks of entries and answers. */

/** By id; of several with one id (versions of one thing in time) the last. */
export function byId<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Whether two values of JSON say the same; the order of keys says nothing, and a key without a value neither. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((member, index) => equal(member, b[index]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => equal(a[key], b[key]));
}

/** Keys that say where something was read and when to read it again: they change with every review. */
const provenance: readonly string[] = ['sources', 'note', 'reviewMonths'];

/** The keys under which two values differ, without those of provenance and those that are told otherwise; sorted. */
export function changedKeys(before: object, after: object, told: readonly string[] = []): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => !told.includes(key) && !provenance.includes(key) && !equal(old.get(key), now.get(key)))
    .sort();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
