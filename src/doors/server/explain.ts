import type { Advisor } from '../../advise/advisor';
import type { ExplainParams, Explanation } from './protocol';

/** The page about an id, or the ids that come nearest to it. */
export function explanationOf({ id }: ExplainParams, advisor: Advisor): Explanation {
  const found = advisor.explain(id);
  return 'markdown' in found ? { markdown: found.markdown, nearest: [] } : { nearest: found.nearest };
}
