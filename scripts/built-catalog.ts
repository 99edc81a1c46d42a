import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { iso31661, iso31662 } from 'iso-3166';
import { type BuiltCatalog, buildCatalog, type CatalogFile } from '../src/catalog/build';
import { placesOf, placesText } from '../src/catalog/places';
import { root } from './paths';
import { readRulePages } from './rule-pages';

/**
 * The catalog of this repository, built from its files, with the pages of the rules among its bodies: what every door
 * explains from. What is wrong with the catalog stands among the problems.
 */
export async function builtCatalog(): Promise<BuiltCatalog> {
  const built = buildFiles(await readFiles(join(root, 'catalog')));
  return { ...built, bodies: { ...built.bodies, ...(await readRulePages()) } };
}

/** All files of a catalog folder as text, with paths relative to it, but for the page about the catalog itself. */
export async function readFiles(folder: string): Promise<CatalogFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => name !== 'README.md');
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

/**
 * Builds the catalog and prints what is wrong with it, as `file:line:column severity code message`.
 *
 * @throws Error when an entry is wrong
 */
export async function checkedCatalog(): Promise<BuiltCatalog> {
  const built = await builtCatalog();
  const { pack, problems } = built;
  for (const { file, line, character, severity, code, message } of problems) {
    console.log(`catalog/${file}:${line + 1}:${character + 1} ${severity} ${code} ${message}`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  console.log(
    `catalog ${pack.version}: ${pack.regimes.length} regimes, ${pack.risks.length} risks, ` +
      `${pack.controls.length} controls, ${pack.capabilities.length} capabilities, ${pack.tools.length} tools; ` +
      `${errors} errors, ${problems.length - errors} warnings`,
  );
  if (errors > 0) throw new Error(`The catalog has ${errors} errors. Correct what is printed above.`);
  return built;
}

/**
 * Writes the catalog into a folder, as `catalog.json`, `bodies.json` and `places.txt`.
 *
 * @throws Error when an entry is wrong; then nothing is written
 */
export async function writeCatalog(folder: string): Promise<void> {
  const {
    pack: { places, ...data },
    bodies,
  } = await checkedCatalog();
  await mkdir(folder, { recursive: true });
  for (const [name, text] of [
    ['catalog.json', `${JSON.stringify(data)}\n`],
    ['bodies.json', `${JSON.stringify(bodies)}\n`],
    ['places.txt', placesText(places)],
  ] as const) {
    await writeFile(join(folder, name), text);
    console.log(`${name}: ${text.length} characters, ${gzipSync(text).length} bytes gzipped`);
  }
}
