import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { iso31661, iso31662 } from 'iso-3166';
import { type BuiltCatalog, type CatalogFile, buildCatalog } from '../src/catalog/build';
import { placesOf } from '../src/catalog/places';

/** All files of a catalog folder as text, with paths relative to it. */
export async function readCatalog(folder: string): Promise<CatalogFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return Promise.all(
    names.map(async (name) => ({
      path: name.split(path.sep).join('/'),
      text: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
}

/** Builds the files of a catalog with the places of ISO 3166. */
export function buildFiles(files: readonly CatalogFile[]): BuiltCatalog {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  return buildCatalog(files, { places: placesOf(iso31661, iso31662), sha256 });
}
