import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtCatalog } from '../../scripts/built-catalog';
import { catalogPage } from '../../scripts/catalog-page';
import { root } from '../../scripts/paths';

it('the page about the catalog is what npm run catalog:readme would write', async () => {
  const { pack } = await builtCatalog();
  expect(readFileSync(join(root, 'catalog', 'README.md'), 'utf8')).toBe(catalogPage(pack));
});

it('the page about the catalog is no entry', async () => {
  const { problems } = await builtCatalog();
  expect(problems.filter(({ file }) => file === 'README.md')).toEqual([]);
});
