import { textOf, waiverHolds } from '../../../assess/declarations';
import type { Rule } from '../../rule';

const required = ['reason', 'approvedBy', 'expires'] as const;

/** A waiver counts with all four of its fields and until the day it expires; else its control is asked again. */
export const waiverIncomplete: Rule = {
  id: 'waiver/incomplete',
  title: 'A waiver that does not hold',
  severity: 'warning',
  messages: {
    lacks:
      'This waiver does not count: it lacks {keys}. A waiver needs control or duty, reason, approvedBy and expires.',
    expired: 'This waiver lapsed on {date}. Renew it with a new reason and day, or put the control in place.',
  },
  *system({ facts, asOf }) {
    const waivers = facts.get('system.waivers');
    if (waivers.kind !== 'objects') return;
    for (const waiver of waivers.members) {
      if (waiverHolds(waiver, asOf) && subjectOf(waiver)) continue;
      const keys: string[] = required.filter((key) => textOf(waiver.get(key)) === undefined);
      if (!subjectOf(waiver)) keys.unshift('control or duty');
      const expires = textOf(waiver.get('expires'));
      yield keys.length > 0
        ? { message: { id: 'lacks', params: { keys } }, spot: waiver.spot }
        : {
            message: { id: 'expired', params: { date: expires ?? '' } },
            spot: waiver.get('expires').spots[0] ?? waiver.spot,
          };
    }
  },
};

function subjectOf(waiver: { get(key: string): Parameters<typeof textOf>[0] }): string | undefined {
  return textOf(waiver.get('control')) ?? textOf(waiver.get('duty'));
}
