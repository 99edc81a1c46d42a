import { readFileSync } from 'node:fs';
import type { Advisor } from '../../../advise/advisor';
import { createAdvisor } from '../../../advise/create';
import { joined } from '../../../answer/format';
import { analyzeManifests, type ReadingOptions } from '../advice';
import { catalogFor } from '../catalog-file';
import { manifestAbove } from '../manifest-above';
import { type ExitCode, UsageError, type World } from '../world';

export type ExplainOptions = Pick<ReadingOptions, 'catalog'>;

/**
 * Prints the page about a rule, an entry of the catalog, a field or a value, in Markdown: with the overlays of the
 * manifest in the folder where it is called, or in the nearest folder above that has one.
 */
export async function explain(world: World, id: string, options: ExplainOptions): Promise<ExitCode> {
  const explained = await explainedIn(world, id, options);
  if ('markdown' in explained) {
    world.out(`${explained.markdown.trimEnd()}\n`);
    return 0;
  }
  const nearest =
    explained.nearest.length > 0 ? ` Did you mean ${joined([...explained.nearest], 'or')}?` : '';
  throw new UsageError(
    `Nothing is called ${JSON.stringify(id)}: no rule, field, value or entry of the catalog.${nearest}`,
  );
}

async function explainedIn(
  world: World,
  id: string,
  options: ExplainOptions,
): Promise<ReturnType<Advisor['explain']>> {
  const overlaid = await withOverlays(world, options);
  if (overlaid) return overlaid.advisor.explain(id, overlaid.analyses[0]);
  const { pack, bodies } = await catalogFor(world, options.catalog);
  return createAdvisor(pack, bodies).explain(id);
}

/** The manifest around where the command is called, where it may have overlays; undefined where it has none. */
export async function withOverlays(
  world: World,
  options: ExplainOptions,
): Promise<Awaited<ReturnType<typeof analyzeManifests>> | undefined> {
  const manifest = manifestAbove(world.folder);
  if (manifest === undefined || !mayHaveOverlays(manifest)) return undefined;
  try {
    return await analyzeManifests(world, [manifest], options);
  } catch (error) {
    // The catalog by itself can be explained whatever is wrong with the manifests around.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** A glance, so that a page costs no look at the whole repository where it would change nothing. */
function mayHaveOverlays(manifest: string): boolean {
  try {
    return /catalogs|extends|\\[uxU]/.test(readFileSync(manifest, 'utf8'));
  } catch {
    return false;
  }
}
