import type { Text } from '../../../answer/schema';
import { textOf, waiverHolds } from '../../../assess/declarations';
import type { ObjectsFact } from '../../../manifest/fact';
import type { Draft, Rule, SystemContext } from '../../rule';

const required = ['reason', 'approvedBy', 'expires'] as const;

/** A waiver counts with all four of its fields and until the day it expires; else its control is asked again. */
export const waiverIncomplete: Rule = {
  id: 'waiver/incomplete',
  title: 'A waiver that does not hold',
  severity: 'warning',
  messages: {
    lacks:
      'This waiver does not count: it lacks {keys}. A waiver needs control or duty, reason, approvedBy and expires.',
    unreadable:
      'This waiver does not count: {keys} cannot be read. A waiver needs control or duty, reason, approvedBy and expires.',
    lapsed:
      'This waiver lapsed on {date}, and `{subject}` is {state}. Put it in place, or renew the waiver with a new reason and day.',
    over: 'This waiver lapsed on {date}, and `{subject}` is {state}: it is needed no more. Remove it.',
    unasked:
      'This waiver lapsed on {date}; nothing is known to ask for `{subject}`. Remove it, or renew it with a new reason and day.',
  },
  *system(context) {
    const waivers = context.facts.get('system.waivers');
    if (waivers.kind !== 'objects') return;
    for (const waiver of waivers.members) {
      const subject = textOf(waiver.get('control')) ?? textOf(waiver.get('duty'));
      if (subject !== undefined && waiverHolds(waiver, context.asOf)) continue;
      yield draftOf(context, waiver, subject);
    }
  },
};

type Waiver = ObjectsFact['members'][number];

function draftOf(context: SystemContext, waiver: Waiver, subject: string | undefined): Draft {
  const silent: string[] = required.filter((key) => textOf(waiver.get(key)) === undefined);
  const unreadable = silent.filter((key) => {
    const fact = waiver.get(key);
    return fact.kind === 'unknown' && fact.said;
  });
  const keys = silent.filter((key) => !unreadable.includes(key));
  if (subject === undefined) keys.unshift('control or duty');
  if (keys.length > 0) return { message: { id: 'lacks', params: { keys } }, spot: waiver.spot };
  if (unreadable.length > 0)
    return { message: { id: 'unreadable', params: { keys: unreadable } }, spot: waiver.spot };
  const expires = waiver.get('expires');
  const date = textOf(expires) ?? '';
  return {
    ...lapsedBy(context, subject ?? '', date),
    spot: expires.spots[0] ?? waiver.spot,
  };
}

/** What is missing now that the waiver is over. */
function lapsedBy(
  { controls, regimes }: SystemContext,
  subject: string,
  date: string,
): { message: Text; severity?: 'hint' } {
  const control = controls.find(({ id }) => id === subject);
  const duty = regimes.flatMap(({ duties }) => duties).find(({ id }) => id === subject);
  const found = control ?? duty;
  const isAsked = control?.asked === true || duty?.applies === 'yes';
  if (found && settled.has(found.state))
    return {
      message: { id: 'over', params: { date, subject, state: inWords(found.state) } },
      severity: 'hint',
    };
  if (!found || !isAsked) return { message: { id: 'unasked', params: { date, subject } } };
  return { message: { id: 'lapsed', params: { date, subject, state: inWords(found.state) } } };
}

const settled: ReadonlySet<string> = new Set(['met', 'not-applicable', 'waived']);

const stateWords: Readonly<Record<string, string>> = {
  met: 'in place',
  'not-applicable': 'set aside as not applicable',
  declared: 'only said to be done',
  partial: 'begun and not done',
  waived: 'waived by another one',
  unknown: 'not known to be met',
};

function inWords(state: string): string {
  return stateWords[state] ?? 'missing';
}
