import type { Analysis } from '../../advise/advisor';
import type { Workspace } from './workspace';

/** The newest analyses that see overlays over the catalog, by folder and path. Of roots that see the same, the first. */
export function overlaidIn({ folders }: Workspace): readonly Analysis[] {
  const analyses = folders
    .toSorted((a, b) => (a.uri < b.uri ? -1 : 1))
    .flatMap(({ states }) => states.map(({ analysis }) => analysis))
    .filter(({ catalog }) => catalog.pack.overlays !== undefined);
  return [
    ...new Map(analyses.toReversed().map((analysis) => [analysis.catalog.pack, analysis])).values(),
  ].reverse();
}
