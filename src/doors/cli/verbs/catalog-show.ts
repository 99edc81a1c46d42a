import { entryIds, entryNamed } from '../../../advise/explain-entry';
import { nearestOf } from '../../../advise/nearest-of';
import { joined } from '../../../answer/format';
import { catalogAround } from '../catalog-around';
import { type ExitCode, UsageError, type World } from '../world';
import type { BrowseOptions } from './catalog-browse';
import { explain } from './explain';

/**
 * Shows an entry of the catalog: the page that `explain` prints, or the entry as data with its guidance.
 *
 * @throws UsageError when no entry has the id
 */
export async function catalogShow(world: World, id: string, options: BrowseOptions): Promise<ExitCode> {
  if (options.format === 'text')
    return explain(world, id, options.catalog === undefined ? {} : { catalog: options.catalog });
  const { pack, bodies } = await catalogAround(world, options.catalog);
  const found = entryNamed(pack, bodies, id);
  if (!found) {
    const near = nearestOf(id, [...new Set(entryIds(pack))]);
    const advice = near.length > 0 ? ` Did you mean ${joined([...near], 'or')}?` : '';
    throw new UsageError(`No entry of the catalog is called ${JSON.stringify(id)}.${advice}`);
  }
  world.out(`${JSON.stringify({ schemaVersion: 1, ...found }, null, 2)}\n`);
  return 0;
}
