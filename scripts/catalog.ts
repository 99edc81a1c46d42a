import { join } from 'node:path';
import { checkedCatalog, writeCatalog } from './built-catalog';
import { root } from './paths';

/**
 * `npm run catalog`: builds `catalog/` into `dist/catalog.json`, `dist/bodies.json` and `dist/places.txt`; with `--check` it only looks.
 * With an error nothing is written and the exit code is 1.
 */
const work = process.argv.includes('--check') ? checkedCatalog() : writeCatalog(join(root, 'dist'));
work.catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
