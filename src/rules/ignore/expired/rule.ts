import { isOfNoUse, removing } from '../../ignore-edits';
import type { Rule } from '../../rule';

/** An ignore that has lapsed covers nothing: what it hid shows again. */
export const ignoreExpired: Rule = {
  id: 'ignore/expired',
  title: 'An ignore that has lapsed',
  severity: 'warning',
  messages: {
    shows:
      'This ignore of `{rule}` {where} lapsed on {date}, so what it covered counts again. Put that right, or give the ignore a new reason and day.',
    idle: 'This ignore of `{rule}` {where} lapsed on {date}, and there is nothing left to ignore. Remove it.',
    finding: 'counts again: {text}',
  },
  *ignores(context) {
    for (const ignore of context.ignores) {
      const { rule, path, until, hasLapsed, isShared, covered, source, member } = ignore;
      if (!hasLapsed || until === undefined) continue;
      const counting = covered.filter(({ ignored }) => ignored === undefined);
      const where = path === undefined ? 'everywhere' : `at \`${path}\``;
      // What a shared base covers differs from manifest to manifest; that it has lapsed is the same for all.
      const isIdle = isOfNoUse(ignore);
      yield {
        message: { id: isIdle ? 'idle' : 'shows', params: { rule, where, date: until } },
        spot: member.get('until').spots[0] ?? member.spot,
        ...(source ? { source } : {}),
        related: isShared
          ? []
          : counting.slice(0, mostShown).map(({ place, message }) => ({
              place,
              message: { id: 'finding', params: { text: message.text } },
            })),
        fixes: isIdle ? removing(context, ignore) : [],
      };
    }
  },
};

/** Findings that are shown beside a lapsed ignore; all of them show by themselves. */
const mostShown = 3;
