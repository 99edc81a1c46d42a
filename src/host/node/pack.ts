import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bodies, Pack, PackData } from '../../catalog/pack';
import { readBodiesText, readPackText } from '../../catalog/pack-file';
import { placesFrom } from '../../catalog/places';
import { systemProblem } from './problem';

/**
 * Reads the catalog that the build put beside the program: `catalog.json`, `bodies.json` and `places.txt`.
 *
 * @throws Error with a sentence for people when a file is missing or of another version
 */
export async function readPack(distFolder: string): Promise<{ pack: Pack; bodies: Bodies }> {
  const [pack, bodies, places] = await Promise.all([
    readJson(join(distFolder, 'catalog.json')),
    readJson(join(distFolder, 'bodies.json')),
    readBuilt(join(distFolder, 'places.txt')),
  ]);
  if (!isPack(pack) || !isBodies(bodies))
    throw new Error('the catalog beside this program is of another version; build both');
  return { pack: { ...pack, places: placesFrom(places) }, bodies };
}

/** Twenty times the catalog of today: what is larger is no catalog, and would fill the memory. */
const largestFile = 32 * 1024 * 1024;

/**
 * Reads a catalog that somebody names: a pack file, or a folder that holds `catalog.json`. Its guidance is the
 * `bodies.json` beside it, or none. It is untrusted, and checked as such; `problem` is a sentence for people.
 */
export async function readPackFile(
  path: string,
): Promise<{ readonly pack: PackData; readonly bodies: Bodies } | { readonly problem: string }> {
  try {
    const file = (await stat(path)).isDirectory() ? join(path, 'catalog.json') : path;
    const read = readPackText(await textOf(file));
    if ('problem' in read) return read;
    const bodies = await bodiesBeside(file);
    return 'problem' in bodies ? bodies : { pack: read.pack, bodies: bodies.bodies };
  } catch (error) {
    const what = systemProblem(error);
    return { problem: `${what.charAt(0).toUpperCase()}${what.slice(1)}.` };
  }
}

async function bodiesBeside(file: string): Promise<ReturnType<typeof readBodiesText>> {
  const path = join(dirname(file), 'bodies.json');
  const text = await textOf(path).catch((error: unknown) => {
    if (isMissing(error)) return '{}';
    throw error;
  });
  const read = readBodiesText(text);
  return 'problem' in read ? { problem: `Of bodies.json beside it: ${read.problem}` } : read;
}

async function textOf(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > largestFile) throw new Error('it is larger than any catalog');
  return readFile(path, 'utf8');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readBuilt(path));
}

async function readBuilt(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`cannot read the catalog ${path}: ${systemProblem(error)}. Run the build`);
  }
}

// The build checked every entry against its schema; checking again would cost more than the whole analysis.
function isPack(value: unknown): value is PackData {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value && value.schemaVersion === 1;
}

function isBodies(value: unknown): value is Bodies {
  return typeof value === 'object' && value !== null;
}
