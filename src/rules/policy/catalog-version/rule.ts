import { inRange } from '../../../catalog/version-range';
import { sharedFacts } from '../../../manifest/project';
import type { Rule } from '../../rule';

/** The catalog that the policy asks for, against the one that is read. */
export const catalogVersion: Rule = {
  id: 'policy/catalog-version',
  title: 'A catalog other than the policy asks for',
  severity: 'error',
  messages: {
    other:
      'This is read against the catalog {version}, and the policy asks for `{range}`. What it says may differ from what others on this commit see. Install another version of the extension or the npm package, name another one with --catalog on the command line, or change the range.',
    unreadable:
      '`{range}` is no range of catalog versions, so nothing is asked for. Write >=, >, <=, < or = and YYYY.MM.DD, YYYY.MM or YYYY, in quotes; separate several by a space: ">=2026.11 <2028".',
  },
  *root({ project, model }) {
    const fact = sharedFacts(project).get('policy.requires.catalog');
    const [spot] = fact.spots;
    if (fact.kind !== 'scalar' || typeof fact.value !== 'string' || !spot) return;
    const { version } = model.pack;
    const fits = inRange(version, fact.value);
    if (fits === true) return;
    const range = fact.value.slice(0, 60);
    yield {
      message:
        fits === undefined
          ? { id: 'unreadable', params: { range } }
          : { id: 'other', params: { version, range } },
      spot,
    };
  },
};
