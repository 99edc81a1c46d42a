import { format } from '../answer/format';
import type { Reason } from '../answer/schema';
import type { Draft } from './rule';

/** How a fact that decided is told beside a finding; rules that show facts have these among their messages. */
export const factMessages = {
  'fact.is': '`{path}` is {value}',
  'fact.is-not': '`{path}` is {value}',
  'fact.absent': 'there is no `{path}`',
  'fact.unknown': '`{path}` is not said',
  'fact.open': '`{path}` is not said in full',
  'fact.coarse': '`{path}` says no more than {value}',
  'fact.derived': 'this fact decides',
} as const;

type FactId = keyof typeof factMessages;

/** More facts than this are not told in a sentence. */
const mostInWords = 3;

/** The facts among reasons in words, for a sentence. Facts that nobody writes are left out. */
export function factWords(reasons: readonly Reason[]): string[] {
  const words = reasons.flatMap(({ text }) => {
    const id = idOf(text.id, text.params['path']);
    return id === undefined || id === 'fact.derived' ? [] : [format(factMessages[id], text.params)];
  });
  return [...new Set(words)].slice(0, mostInWords);
}

const openKinds: ReadonlySet<string> = new Set(['fact.unknown', 'fact.open', 'fact.coarse']);

/** The reasons that say which facts keep something open. */
export function openFacts(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(({ text }) => openKinds.has(text.id));
}

/** Where the facts among reasons stand, each place once. */
export function factPlaces(reasons: readonly Reason[]): NonNullable<Draft['related']> {
  const found = reasons.flatMap(({ text, places }) => {
    const id = idOf(text.id, text.params['path']);
    return id === undefined ? [] : places.map((place) => ({ place, message: { id, params: text.params } }));
  });
  const seen = new Set<string>();
  return found.filter(({ place: { file, path, range }, message }) => {
    const key = [file, path, range.start.line, range.start.character, message.id].join('\u0000');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** A fact that follows from others is told by no path: nobody could find it in the manifest. */
function idOf(id: string, path: Reason['text']['params'][string] | undefined): FactId | undefined {
  if (!isFactId(id)) return undefined;
  return String(path).startsWith('derived.') ? 'fact.derived' : id;
}

function isFactId(id: string): id is FactId {
  return Object.hasOwn(factMessages, id);
}
