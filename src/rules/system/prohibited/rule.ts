import type { Class, Regime } from '../../../answer/schema';
import type { Draft, Rule, SystemContext } from '../../rule';
import { anchorOf } from '../../../manifest/document';

/** A practice that the law forbids: no control makes it lawful. */
export const prohibited: Rule = {
  id: 'system/prohibited',
  title: 'A prohibited practice',
  severity: 'error',
  messages: {
    now: '{title} is prohibited ({basis}) since {since}. Stop it, take it out of the market, or correct what this manifest says.',
    coming: '{title} will be prohibited ({basis}) from {since}. Stop it before that day, or correct what this manifest says.',
    undated: '{title} is prohibited ({basis}). Stop it, or correct what this manifest says.',
    fact: 'this fact decides',
  },
  *system(context) {
    for (const regime of context.regimes) {
      for (const found of regime.classes) {
        if (found.id === `${regime.id}.prohibited` && found.verdict === 'yes') yield draftOf(context, regime, found);
      }
    }
  },
};

function draftOf(context: SystemContext, regime: Regime, found: Class): Draft {
  const places = found.reasons.flatMap((because) => because.places);
  const [first] = places;
  const id = found.since === null ? 'undated' : found.since <= context.asOf ? 'now' : 'coming';
  const spot = context.spot(anchorOf(context.checked.piece.tree, context.checked.piece), first?.path ?? context.path);
  return {
    message: { id, params: { title: found.title, basis: `${regime.title}, ${found.basis}`, since: found.since ?? '' } },
    spot: first ? { ...spot, ...spanOf(context, first) } : spot,
    related: places.slice(1).map((place) => ({ place, message: { id: 'fact', params: {} } })),
  };
}

/** The deciding fact's own span, where it stands in the system's item; a default keeps the finding at the system. */
function spanOf(context: SystemContext, place: { file: string; range: { start: Position; end: Position } }) {
  if (place.file !== '') return {};
  const { lines } = context.checked.piece;
  return { span: { start: lines.offsetAt(place.range.start), end: lines.offsetAt(place.range.end) } };
}

interface Position {
  line: number;
  character: number;
}
