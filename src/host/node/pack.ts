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
    readJson(join(distFolder, 'catalog.json')),
    readJson(join(distFolder, 'bodies.json')),
  ]);
  if (!isPack(pack) || !isBodies(bodies))
    throw new Error('the catalog beside this program is of another version; build both');
  return { pack, bodies };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(`cannot read the catalog ${path}: ${systemProblem(error)}. Run the build`);
  }
}

// The build checked every entry against its schema; checking again would cost more than the whole analysis.
function isPack(value: unknown): value is Pack {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value && value.schemaVersion === 1;
}

function isBodies(value: unknown): value is Bodies {
  return typeof value === 'object' && value !== null;
}
