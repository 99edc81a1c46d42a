import { sharedFacts } from '../../../manifest/project';
import type { Rule } from '../../rule';

/** A tool in use of whose own distribution a security event is known: whoever runs it should look at the version. */
export const toolAdvisory: Rule = {
  id: 'preferences/tool-advisory',
  title: 'A security event of a tool in use',
  severity: 'warning',
  messages: {
    event:
      '{name}, {date}: {what}. Check your version and lock file, then ignore this with what you found. Source: {source}',
  },
  *root({ project, model }) {
    const inUse = sharedFacts(project).get('preferences.toolsInUse');
    if (inUse.kind !== 'list') return;
    for (const { value, spot } of inUse.members) {
      const tool = model.pack.tools.find(({ id }) => id === value);
      const [newest] = tool?.advisories.toSorted((a, b) => (a.date < b.date ? 1 : -1)) ?? [];
      if (!tool || !newest) continue;
      const { date, what, source } = newest;
      yield {
        message: { id: 'event', params: { name: tool.title, date, what: what.replace(/\.$/, ''), source } },
        spot,
      };
    }
  },
};
