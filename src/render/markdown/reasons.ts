import type { Reason } from '../../answer/schema';
import { placeWords } from '../words/places';
import { sentence } from '../words/sentence';
import { code, md } from './escape';

/** Reasons as one clause, each with the place in the manifest where it is said. */
export function reasonWords(reasons: readonly Reason[]): string {
  const told = reasons.map(({ text, places: [place] }) =>
    place ? `${md(sentence(text))} (${code(placeWords(place))})` : md(sentence(text)),
  );
  return [...new Set(told)].join('; ');
}
