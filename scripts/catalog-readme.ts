import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtCatalog } from './built-catalog';
import { catalogPage } from './catalog-page';
import { root } from './paths';

/**
 * `npm run catalog:readme`: writes `catalog/README.md` anew. With `--check` it writes nothing, and ends with 1 when the
 * page is not what the catalog says today.
 */
const path = join(root, 'catalog', 'README.md');

async function main(isChecking: boolean): Promise<void> {
  const { pack, problems } = await builtCatalog();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    throw new Error(`The catalog has ${errors} errors. Run "npm run catalog" and correct them first.`);
  const wanted = catalogPage(pack);
  const current = await readFile(path, 'utf8').catch(() => undefined);
  if (current === wanted) console.log('catalog/README.md is current.');
  else if (isChecking) throw new Error('catalog/README.md is not current. Run "npm run catalog:readme".');
  else {
    await writeFile(path, wanted);
    console.log('Wrote catalog/README.md.');
  }
}

main(process.argv.includes('--check')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
