import type { Bodies, Pack } from '../../catalog/pack';
import { catalogFor } from './catalog-file';
import { withOverlays } from './verbs/explain';
import type { World } from './world';

/**
 * The catalog that somebody looks into: with the overlays of the manifest around, as `explain` has them.
 *
 * @throws UsageError when the catalog that is named cannot be used
 */
export async function catalogAround(
  world: World,
  name: string | undefined,
): Promise<{ readonly pack: Pack; readonly bodies: Bodies }> {
  const overlaid = await withOverlays(world, name === undefined ? {} : { catalog: name });
  return overlaid?.analyses[0]?.catalog ?? catalogFor(world, name);
}
