import { resolve } from 'node:path';
import type { Bodies, Pack } from '../../catalog/pack';
import { UsageError, type World } from './world';

/**
 * The catalog that a command reads: the one that is named, or the one that comes with the program.
 *
 * @throws UsageError when the named one cannot be read or is none
 */
export async function catalogFor(
  world: World,
  name: string | undefined,
): Promise<{ readonly pack: Pack; readonly bodies: Bodies }> {
  if (name === undefined) return world.readPack();
  const { pack, bodies } = await catalogNamed(world, name);
  // The pages of the rules come with the rules, whatever the catalog is.
  const own = Object.entries((await world.readPack()).bodies).filter(([key]) => key.startsWith('rules/'));
  return { pack, bodies: { ...bodies, ...Object.fromEntries(own) } };
}

/**
 * The catalog in a file, or in a folder that holds `catalog.json`.
 *
 * @throws UsageError when it cannot be read or is none
 */
export async function catalogNamed(
  world: World,
  name: string,
): Promise<{ readonly pack: Pack; readonly bodies: Bodies }> {
  const read = await world.readPackFile(resolve(world.folder, name));
  // Places come with the program: those of ISO 3166 are the same for every catalog.
  if (!('problem' in read)) {
    const { places } = (await world.readPack()).pack;
    return { pack: { ...read.pack, places }, bodies: read.bodies };
  }
  throw new UsageError(
    `Cannot use the catalog ${name}. ${read.problem} Name a catalog.json as a release of this program has it, or the folder that holds it.`,
  );
}
