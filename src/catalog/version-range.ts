/** One comparison of a range, such as `>=2026.11`. */
interface Comparison {
  readonly sign: string;
  /** Year, month, day, as far as they are written. */
  readonly parts: readonly number[];
}

const longest = 100;
const comparison = /^(>=|<=|>|<|=) *(\d{4})(?:\.(\d{1,2})(?:\.(\d{1,2}))?)?(?: +|$)/;

/**
 * Whether a version of the catalog, written YYYY.MM.DD, is in a range: one or more of `>=`, `>`, `<=`, `<`, `=`, each
 * with a version, separated by spaces; all of them must hold. A version may leave out its day, or month and day: then
 * only what is written is compared, so that `<=2026.11` holds for all of November. Undefined for a range that cannot
 * be read. (A library of semantic versions refuses the zero in `2026.01`.)
 */
export function inRange(version: string, range: string): boolean | undefined {
  const comparisons = readRange(range);
  const parts = version.split('.').map(Number);
  return comparisons?.every((wanted) => holds(parts, wanted));
}

function readRange(range: string): readonly Comparison[] | undefined {
  let rest = range.trim();
  if (rest === '' || rest.length > longest) return undefined;
  const comparisons: Comparison[] = [];
  while (rest !== '') {
    const [whole, sign = '', ...written]: readonly (string | undefined)[] = comparison.exec(rest) ?? [];
    if (whole === undefined) return undefined;
    const parts = written.filter((part) => part !== undefined).map(Number);
    const [, month = 1, day = 1] = parts;
    if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
    comparisons.push({ sign, parts });
    rest = rest.slice(whole.length);
  }
  return comparisons;
}

function holds(version: readonly number[], { sign, parts }: Comparison): boolean {
  const at = parts.findIndex((part, index) => part !== version[index]);
  const order = at < 0 ? 0 : Math.sign((version[at] ?? 0) - (parts[at] ?? 0));
  if (order === 0) return sign.includes('=');
  return order > 0 ? sign.startsWith('>') : sign.startsWith('<');
}
