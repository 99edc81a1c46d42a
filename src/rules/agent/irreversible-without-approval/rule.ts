import { textOf } from '../../../assess/declarations';
import type { Rule } from '../../rule';

const acting = new Set(['write', 'execute-code', 'send', 'pay', 'browse', 'control-device']);

/** What cannot be undone should not happen without a person: the cheapest control there is. */
export const irreversibleWithoutApproval: Rule = {
  id: 'agent/irreversible-without-approval',
  title: 'A tool that acts for good without approval',
  severity: 'warning',
  messages: {
    tool: '`{tool}` can {access} what cannot be undone, and nobody approves it. Ask for approval (`each` or `above-threshold`), or make it reversible.',
    fact: '`{key}` is {value}',
  },
  *system({ facts }) {
    const tools = facts.get('system.tools');
    if (tools.kind !== 'objects') return;
    for (const tool of tools.members) {
      const reversible = tool.get('reversible');
      const access = textOf(tool.get('access'));
      const approval = tool.get('approval');
      const forGood = reversible.kind === 'scalar' && reversible.value === false;
      if (!forGood || access === undefined || !acting.has(access) || textOf(approval) !== 'none') continue;
      const name = textOf(tool.get('name')) ?? 'This tool';
      const clashing = [
        ...tool.get('access').spots.map((place) => ({ place, params: { key: 'access', value: access } })),
        ...reversible.spots.map((place) => ({ place, params: { key: 'reversible', value: 'false' } })),
      ];
      yield {
        message: { id: 'tool', params: { tool: name, access } },
        spot: approval.spots[0] ?? tool.spot,
        related: clashing.map(({ place, params }) => ({ place, message: { id: 'fact', params } })),
      };
    }
  },
};
