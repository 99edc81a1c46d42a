import type { Analysis } from '../../../advise/advisor';
import { coverageOf } from '../../../advise/coverage';
import { nearestOf } from '../../../advise/nearest-of';
import type { Coverage, FrameworkCoverage } from '../../../answer/coverage';
import { joined } from '../../../answer/format';
import type { Root } from '../../../answer/schema';
import { renderCoverageMarkdown } from '../../../render/markdown/coverage';
import { renderCoverage } from '../../../render/text/coverage';
import { advise, type ReadingOptions } from '../advice';
import { onlySystem } from '../only-system';
import { paint } from '../paint';
import { type ExitCode, UsageError, type World } from '../world';

export interface CoverageOptions extends ReadingOptions {
  readonly format: 'text' | 'json' | 'md';
  readonly framework?: string;
  readonly system?: string;
}

/**
 * Prints what of a published list the manifests touch, meet and miss, or how many items of each list where none is
 * named. What is open does not make it fail.
 */
export async function coverage(
  world: World,
  path: string | undefined,
  options: CoverageOptions,
): Promise<ExitCode> {
  const paths = path === undefined ? [] : [path];
  const ask = { questions: false, portfolio: false };
  const { answer: whole, analyses, file } = await advise(world, paths, options, ask);
  const answer = options.system === undefined ? whole : onlySystem(whole, options.system);
  const told: Coverage = {
    schemaVersion: 1,
    crosswalk: 'editorial',
    roots: answer.roots.map((root) => ({
      path: root.path,
      asOf: root.asOf,
      knownUntil: root.knownUntil,
      systems: root.systems.map(({ id }) => id),
      frameworks: frameworksOf(root, analyses, options.framework),
    })),
  };
  if (options.format === 'json') world.out(`${JSON.stringify(told, null, 2)}\n`);
  else if (options.format === 'md') world.out(renderCoverageMarkdown(told));
  else {
    const color = world.colors ? paint : (_role: unknown, text: string) => text;
    world.out(renderCoverage(told, { width: world.width, color, file }));
  }
  return 0;
}

/** Each root is read with the catalog that it was analyzed against: its own overlays count. */
function frameworksOf(
  root: Root,
  analyses: readonly Analysis[],
  wanted: string | undefined,
): FrameworkCoverage[] {
  const pack = analyses.find(({ input }) => input.files.root === root.path)?.catalog.pack;
  if (!pack) return [];
  if (wanted === undefined) {
    return pack.frameworks.map((framework) => ({ ...coverageOf(pack, root, framework), items: null }));
  }
  const framework = pack.frameworks.find(({ id }) => id === wanted);
  if (framework) return [coverageOf(pack, root, framework)];
  const ids = pack.frameworks.map(({ id }) => id);
  const meant = nearestOf(wanted, ids);
  const advice =
    meant.length > 0 ? `Did you mean ${joined([...meant], 'or')}?` : `There are: ${ids.join(', ')}.`;
  throw new UsageError(`There is no framework ${JSON.stringify(wanted)}. ${advice}`);
}
