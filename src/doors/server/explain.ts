import type { Advisor } from '../../advise/advisor';
import { overlaidIn } from './overlaid';
import type { ExplainParams, Explanation } from './protocol';
import type { Workspace } from './workspace';

/** The page about an id, or the ids that come nearest to it. */
export async function explanationOf(
  { id, uri }: ExplainParams,
  advisor: Advisor,
  workspace: Workspace,
): Promise<Explanation> {
  const asked = uri === undefined ? undefined : await workspace.analyzed(uri);
  const changed = overlaidIn(workspace).find(({ catalog }) =>
    catalog.pack.overlays?.changes.some((change) => id === change.id || id.startsWith(`${change.id}.`)),
  );
  const found = advisor.explain(id, asked?.root.analysis ?? changed);
  return 'markdown' in found ? { markdown: found.markdown, nearest: [] } : { nearest: found.nearest };
}
