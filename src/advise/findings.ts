import { format } from '../answer/format';
import type { Finding, Place, Text } from '../answer/schema';
import type { Draft, Rule } from '../rules/rule';
import type { Piece } from '../text/piece';
import type { Policy } from './policy';
import { type Stand, settlePlace, shift } from './settle';

/** A finding with what its fixes need: the draft it came from and the text it stands in. */
export interface Found {
  readonly finding: Finding;
  readonly draft: Draft;
  readonly piece: Piece;
  readonly stand: Stand;
}

/** A draft whose rule and piece are known, before policy and place are settled. */
export interface Drafted {
  readonly rule: Rule;
  readonly draft: Draft;
  readonly piece: Piece;
}

/** Gives a draft its words, its place and the severity that the policy wants; undefined where the policy turns it off. */
export function finish({ rule, draft, piece }: Drafted, stand: Stand, policy: Policy): Found | undefined {
  const severity = policy.severity(rule.id) ?? draft.severity ?? rule.severity;
  if (severity === 'off') return undefined;
  const place = settlePlace(draft.spot, stand);
  const ignored = policy.ignoring(rule.id, place.path);
  const finding: Finding = {
    rule: rule.id,
    severity,
    message: { ...draft.message, text: wordsOf(rule, draft.message) },
    place,
    related: (draft.related ?? []).map((related) => ({
      place: settlePlace(related.place, stand),
      message: wordsOf(rule, related.message),
    })),
    fixes: (draft.fixes ?? []).map(({ id, title, safe }) => ({ id, title, safe })),
    ...(ignored ? { ignored } : {}),
  };
  return { finding, draft, piece, stand };
}

function wordsOf(rule: Rule, message: Text): string {
  return format(rule.messages[message.id] ?? message.id, message.params);
}

/** The edits of a finding's fix as ranges of its file; undefined when it has no such fix. */
export function editsOf({ draft, piece, stand, finding }: Found, fixId: string) {
  const fix = draft.fixes?.find(({ id }) => id === fixId);
  // A head already counts in lines of its file; an item's piece begins on its stand's line.
  const line = draft.spot.file === '' ? stand.line : 0;
  return fix?.edits.map(({ span, newText }) => ({
    file: finding.place.file,
    range: shift(piece.lines.rangeOf(span), line),
    newText,
  }));
}

/** By file, then by place, then by rule: the order of findings in the answer. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.place.file, b.place.file) ||
    comparePlaces(a.place, b.place) ||
    compare(a.rule, b.rule) ||
    compare(a.message.text, b.message.text)
  );
}

function comparePlaces(a: Place, b: Place): number {
  const { start, end } = a.range;
  const other = b.range;
  return (
    start.line - other.start.line ||
    start.character - other.start.character ||
    end.line - other.end.line ||
    end.character - other.end.character
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
