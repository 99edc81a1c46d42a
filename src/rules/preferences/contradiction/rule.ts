import { sharedFacts } from '../../../manifest/project';
import type { Rule } from '../../rule';

/** A tool that is in use and must not be recommended: one of the two is not so. */
export const contradiction: Rule = {
  id: 'preferences/contradiction',
  title: 'A tool that is both in use and excluded',
  severity: 'warning',
  messages: {
    both: '`{tool}` is in use and excluded, so it counts as excluded: it closes nothing. Remove it from `toolsInUse` or from `toolsExcluded`.',
    use: 'here it is in use',
  },
  *root({ project }) {
    const facts = sharedFacts(project);
    const inUse = facts.get('preferences.toolsInUse');
    const excluded = facts.get('preferences.toolsExcluded');
    if (inUse.kind !== 'list' || excluded.kind !== 'list') return;
    const used = new Map(inUse.members.map(({ value, spot }) => [value, spot]));
    for (const { value, spot } of excluded.members) {
      const place = used.get(value);
      if (!place || value === 'unknown') continue;
      yield {
        message: { id: 'both', params: { tool: String(value) } },
        spot,
        related: [{ place, message: { id: 'use', params: {} } }],
      };
    }
  },
};
