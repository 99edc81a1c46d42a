import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { iso31661, iso31662 } from 'iso-3166';
import { type BuiltCatalog, type CatalogFile, buildCatalog } from '../src/catalog/build';
import { placesOf } from '../src/catalog/places';
import { root } from './paths';

/** The catalog of this repository, built from its files; what is wrong with it stands among the problems. */
export async function builtCatalog(): Promise<BuiltCatalog> {
  return buildFiles(await readFiles(join(root, 'catalog')));
}

/** All files of a catalog folder as text, with paths relative to it. */
export async function readFiles(folder: string): Promise<CatalogFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return Promise.all(
    names.map(async (name) => ({
      path: name.split(sep).join('/'),
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

/** Builds the files of a catalog with the places of ISO 3166. */
export function buildFiles(files: readonly CatalogFile[]): BuiltCatalog {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  return buildCatalog(files, { places: placesOf(iso31661, iso31662), sha256 });
}
