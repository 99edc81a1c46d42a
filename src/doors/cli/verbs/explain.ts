import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Advisor } from '../../../advise/advisor';
import { createAdvisor } from '../../../advise/create';
import { joined } from '../../../answer/format';
import { analyzeManifests } from '../advice';
import { type ExitCode, UsageError, type World } from '../world';

/**
 * Prints the page about a rule, an entry of the catalog, a field or a value, in Markdown: with the overlays of the
 * manifest in the folder where it is called, or in the nearest folder above that has one.
 */
export async function explain(world: World, id: string): Promise<ExitCode> {
  const explained = await explainedIn(world, id);
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

async function explainedIn(world: World, id: string): Promise<ReturnType<Advisor['explain']>> {
  const overlaid = await withOverlays(world);
  if (overlaid) return overlaid.advisor.explain(id, overlaid.analyses[0]);
  const { pack, bodies } = await world.readPack();
  return createAdvisor(pack, bodies).explain(id);
}

async function withOverlays(world: World): Promise<Awaited<ReturnType<typeof analyzeManifests>> | undefined> {
  const manifest = manifestAbove(world.folder);
  if (manifest === undefined || !mayHaveOverlays(manifest)) return undefined;
  try {
    return await analyzeManifests(world, [manifest], undefined);
  } catch (error) {
    // The catalog that is bundled can be explained whatever is wrong with the manifests around.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

const names = ['ai-usage.yaml', 'ai-usage.yml', 'ai-usage.json'];

function manifestAbove(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined || dirname(folder) === folder) return found;
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
