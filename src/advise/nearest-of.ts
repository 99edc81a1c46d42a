import { nearest } from '../text/nearest';

/** Of ids that hold what was written, so many are offered. */
const most = 3;

/** What was probably meant by an id that nothing has: ids that hold it, the shortest first, else the nearest one. */
export function nearestOf(written: string, ids: readonly string[]): readonly string[] {
  const wanted = written.toLowerCase();
  const holding = wanted.length < 3 ? [] : ids.filter((id) => id.toLowerCase().includes(wanted));
  if (holding.length > 0) {
    return holding.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, most);
  }
  const near = nearest(written, ids);
  return near === undefined ? [] : [near];
}
