import { format } from '../../answer/format';
import type { Reason, Text } from '../../answer/schema';
import { controlWords } from './controls';
import { closerReasonWords, derivedFactWords, reasonWords } from './reasons';
import { toolWords } from './tools';

const tables: readonly Readonly<Record<string, string>>[] = [reasonWords, controlWords, toolWords];

/** More members of a list than this are counted, not named. */
const namedMembers = 4;

/**
 * A text of the answer as an English clause, without capital and full stop: `areas is employment.recruitment`.
 * An id without words is shown as it is, with its parameters: a newer core still says something.
 */
export function sentence(text: Text): string {
  const template = templateOf(text);
  return template === undefined ? bare(text) : format(template, shortened(text.params));
}

/** Reasons as one clause: `areas is employment.recruitment and influence is main-factor`. Empty without reasons. */
export function because(reasons: readonly Reason[]): string {
  const clauses = [...new Set(reasons.map(({ text }) => sentence(text)))];
  return clauses.length > 2 ? clauses.join('; ') : clauses.join(' and ');
}

function templateOf(text: Text): string | undefined {
  const { path, value, wanted } = text.params;
  switch (text.id) {
    case 'fact.is':
      if (isNone(value)) return closerReasonWords['fact.is'].noValue;
      if (derivedWords(text) !== undefined) return derivedWords(text);
      // The kind alone may be several at once: those that are still possible, each of which would do.
      if (path === 'kind') return closerReasonWords['fact.is'].stillPossible;
      break;
    case 'fact.is-not':
      if (isNone(wanted)) return closerReasonWords['fact.is-not'].noWanted;
      if (derivedWords(text) !== undefined) return derivedWords(text);
      break;
    case 'fact.unknown':
      if (!isNone(value)) return closerReasonWords['fact.unknown'].value;
      break;
    case 'fact.open':
      if (isNone(value)) return closerReasonWords['fact.open'].noValue;
      break;
  }
  return tables.find((words) => Object.hasOwn(words, text.id))?.[text.id];
}

function derivedWords({ params: { path, value } }: Text): string | undefined {
  const said = Array.isArray(value) ? value.join() : value;
  if (typeof path !== 'string' || !Object.hasOwn(derivedFactWords, path)) return undefined;
  return said === 'true' || said === 'false' ? derivedFactWords[path]?.[said] : undefined;
}

function isNone(value: Text['params'][string] | undefined): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function shortened(params: Text['params']): Text['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? few(value) : value]),
  );
}

function few(members: readonly string[]): string[] {
  if (members.length <= namedMembers) return [...members];
  const named = members.slice(0, namedMembers - 1);
  return [...named, `${members.length - named.length} more`];
}

function bare({ id, params }: Text): string {
  const said = Object.entries(params).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : value}`,
  );
  return said.length === 0 ? id : `${id} (${said.join('; ')})`;
}
