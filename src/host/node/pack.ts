import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bodies, Pack } from '../../catalog/pack';
import { systemProblem } from './problem';

/**
 * Reads the catalog that the build put beside the program: `catalog.json` and `bodies.json`.
 *
 * @throws Error with a sentence for people when a file is missing or of another version
 */
export async function readPack(distFolder: string): Promise<{ pack: Pack; bodies: Bodies }> {
  const [pack, bodies] = await Promise.all([
    readJson<Pack>(join(distFolder, 'catalog.json')),
    readJson<Bodies>(join(distFolder, 'bodies.json')),
  ]);
  if (pack.schemaVersion !== 1)
    throw new Error('the catalog beside this program is of another version; build both');
  return { pack, bodies };
}

// The build checked every entry against its schema; checking again would cost more than the whole analysis.
async function readJson<T>(path: string): Promise<T> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(`cannot read the catalog ${path}: ${systemProblem(error)}. Run the build`);
  }
}
