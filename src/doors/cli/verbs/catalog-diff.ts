import { catalogChanges } from '../../../advise/catalog-changes';
import { diffCatalogs, identities } from '../../../advise/catalog-diff';
import { createAdvisor } from '../../../advise/create';
import type { CatalogDiff } from '../../../answer/catalog-diff';
import type { Pack } from '../../../catalog/pack';
import { renderCatalogDiff } from '../../../render/text/catalog-diff';
import { analyzeWith, calledFrom, readManifests } from '../advice';
import { catalogNamed } from '../catalog-file';
import { paint } from '../paint';
import { type ExitCode, UsageError, type World } from '../world';

export interface CatalogDiffOptions {
  readonly format: 'text' | 'json';
  readonly manifest?: string;
  readonly asOf?: string;
}

/**
 * Prints what another catalog changes: entry by entry, or for the manifests at a path. That something changed does not
 * make it fail.
 */
export async function catalogDiff(
  world: World,
  names: { readonly from: string; readonly to: string },
  options: CatalogDiffOptions,
): Promise<ExitCode> {
  if (options.asOf !== undefined && options.manifest === undefined)
    throw new UsageError('--as-of says on which day a manifest is read. Name the manifest with --manifest.');
  const [{ pack: from }, { pack: to }] = [
    await catalogNamed(world, names.from),
    await catalogNamed(world, names.to),
  ];
  const told =
    options.manifest === undefined
      ? { diff: diffCatalogs(from, to), file: (path: string) => path }
      : await forManifests(world, { from, to }, options.manifest, options.asOf);
  if (options.format === 'json') world.out(`${JSON.stringify(told.diff, null, 2)}\n`);
  else {
    const color = world.colors ? paint : (_role: unknown, text: string) => text;
    world.out(renderCatalogDiff(told.diff, { width: world.width, color, file: told.file }));
  }
  return 0;
}

async function forManifests(
  world: World,
  { from, to }: { readonly from: Pack; readonly to: Pack },
  path: string,
  asOf: string | undefined,
): Promise<{ diff: CatalogDiff; file: (path: string) => string }> {
  const manifests = await readManifests(world, [path]);
  const answers = async (pack: Pack) => {
    const analyses = await analyzeWith(createAdvisor(pack), manifests, world.today(), asOf);
    return analyses.map((analysis) => analysis.answer({ questions: false, portfolio: true }));
  };
  const before = new Map((await answers(from)).map((root) => [root.path, root]));
  const after = await answers(to);
  const roots = after.flatMap((root) => {
    const earlier = before.get(root.path);
    return earlier ? [catalogChanges(earlier, root)] : [];
  });
  return {
    diff: { ...identities(from, to), entries: null, roots },
    file: (name) => calledFrom(world, manifests.target, name),
  };
}
