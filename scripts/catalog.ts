import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtCatalog } from './built-catalog';
import { root } from './paths';

/**
 * `npm run catalog`: builds `catalog/` into `dist/catalog.json` and `dist/bodies.json`. What is wrong is printed as
 * `file:line:column severity code message`; with an error nothing is written and the exit code is 1. `--check` only
 * looks.
 */

/**
 * Writes the catalog into a folder.
 *
 * @throws Error when an entry is wrong; what and where has been printed
 */
export async function writeCatalog(folder: string): Promise<void> {
  const { pack, bodies } = await checkedCatalog();
  await mkdir(folder, { recursive: true });
  for (const [name, value] of [
    ['catalog.json', pack],
    ['bodies.json', bodies],
  ] as const) {
    const text = `${JSON.stringify(value)}\n`;
    await writeFile(join(folder, name), text);
    console.log(`${name}: ${text.length} characters, ${gzipSync(text).length} bytes gzipped`);
  }
}

async function checkedCatalog() {
  const { pack, bodies, problems } = await builtCatalog();
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
  return { pack, bodies };
}

if (basename(process.argv[1] ?? '', '.ts') === 'catalog') {
  const work = process.argv.includes('--check') ? checkedCatalog() : writeCatalog(join(root, 'dist'));
  work.catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
