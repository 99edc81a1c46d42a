import type { Text } from './schema';

/**
 * Fills a message template, the same way for reasons, findings and labels of every language:
 *
 * - `{name}` gives the parameter: a text, a number, or a list as `a, b and c` (`none` when it is empty).
 * - `{name:or}` joins a list with `or`.
 * - `{name|one gap|{name} gaps}` gives the first form where the number, or the length of the list, is 1, else the
 *   second. A form may hold plain `{name}` placeholders.
 *
 * A parameter that is missing stays visible as `{name}`. Values are never read as templates themselves.
 */
export function format(template: string, params: Text['params']): string {
  return template.replace(
    placeholder,
    (whole, name: string, joint?: string, one?: string, other?: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined) return whole;
      if (one !== undefined && other !== undefined) return format(countOf(value) === 1 ? one : other, params);
      return Array.isArray(value) ? joined(value, joint === 'or' ? 'or' : 'and') : String(value);
    },
  );
}

/** `a`, `a and b`, `a, b and c`; `none` for an empty list. */
export function joined(items: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const [first, ...rest] = items;
  if (first === undefined) return 'none';
  const last = rest.pop();
  return last === undefined ? first : `${[first, ...rest].join(', ')} ${joint} ${last}`;
}

const form = String.raw`((?:[^{}|]|\{\w+\})*)`;
const placeholder = new RegExp(String.raw`\{(\w+)(?::(and|or))?(?:\|${form}\|${form})?\}`, 'g');

function countOf(value: string | number | string[]): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? Number(value) : value.length;
}
