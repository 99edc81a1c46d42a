import type { Class, Place, Regime } from '../../../answer/schema';
import { anchorOf } from '../../../manifest/document';
import type { Span } from '../../../text/tree';
import { factMessages, factPlaces } from '../../facts-behind';
import type { Draft, Rule, SystemContext } from '../../rule';

/** A practice that the law forbids: no control makes it lawful. */
export const prohibited: Rule = {
  id: 'system/prohibited',
  title: 'A prohibited practice',
  severity: 'error',
  messages: {
    now: '{title} is prohibited ({basis}) since {since}. Stop it, take it out of the market, or correct what this manifest says.',
    coming:
      '{title} will be prohibited ({basis}) from {since}. Stop it before that day, or correct what this manifest says.',
    undated: '{title} is prohibited ({basis}). Stop it, or correct what this manifest says.',
    ...factMessages,
  },
  *system(context) {
    for (const regime of context.regimes) {
      for (const found of regime.classes) {
        if (found.id === `${regime.id}.prohibited` && found.verdict === 'yes')
          yield draftOf(context, regime, found);
      }
    }
  },
};

function draftOf(context: SystemContext, regime: Regime, found: Class): Draft {
  const [first] = found.reasons.flatMap((because) => because.places);
  const id = found.since === null ? 'undated' : found.since <= context.asOf ? 'now' : 'coming';
  const basis = `${regime.title}, ${found.basis}`;
  return {
    message: { id, params: { title: found.title, basis, since: found.since ?? '' } },
    spot: context.spot(spanOf(context, first), first?.file === '' ? first.path : context.path),
    related: factPlaces(found.reasons).filter(({ place }) => place !== first),
  };
}

/** The deciding fact, where it stands in the system's own item; a default leaves the finding at the system. */
function spanOf({ checked }: SystemContext, place: Place | undefined): Span {
  const { lines, tree } = checked.piece;
  if (place?.file !== '') return anchorOf(tree, checked.piece);
  return { start: lines.offsetAt(place.range.start), end: lines.offsetAt(place.range.end) };
}
