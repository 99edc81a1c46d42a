import { misnamed } from '../../../advise/place-names';
import { renderDivergenceMarkdown } from '../../../render/markdown/divergence';
import { renderDivergence } from '../../../render/text/divergence';
import { advise, type ReadingOptions } from '../advice';
import { onlySystem } from '../only-system';
import { paint } from '../paint';
import { type ExitCode, UsageError, type World } from '../world';

export interface CompareOptions extends ReadingOptions {
  readonly format: 'text' | 'json' | 'md';
  readonly system?: string;
  readonly jurisdictions?: readonly string[];
}

/** Prints what each place asks of the systems, theme by theme. Findings do not make it fail. */
export async function compare(
  world: World,
  path: string | undefined,
  options: CompareOptions,
): Promise<ExitCode> {
  const { jurisdictions } = options;
  const paths = path === undefined ? [] : [path];
  const {
    answer: whole,
    analyses,
    file,
  } = await advise(world, paths, options, {
    questions: false,
    portfolio: false,
    divergence: jurisdictions === undefined ? {} : { jurisdictions },
  });
  for (const { catalog } of analyses) requirePlaces(catalog.pack.places, jurisdictions ?? []);
  const answer = options.system === undefined ? whole : onlySystem(whole, options.system);
  if (options.format === 'json') world.out(`${JSON.stringify(answer, null, 2)}\n`);
  else if (options.format === 'md') world.out(renderDivergenceMarkdown(answer));
  else {
    const color = world.colors ? paint : (_role: unknown, text: string) => text;
    world.out(renderDivergence(answer, { width: world.width, color, full: false, file }));
  }
  return 0;
}

/** Every jurisdiction must be a place: a column for a mistyped one would say that it has no law. */
function requirePlaces(places: Parameters<typeof misnamed>[0], ids: readonly string[]): void {
  for (const id of ids) {
    const wrong = misnamed(places, id);
    if (!wrong) continue;
    const meant = wrong.meant ? ` Did you mean ${wrong.meant.id} (${wrong.meant.name})?` : '';
    throw new UsageError(
      `There is no place ${id}.${meant} Places are codes of ISO 3166 such as DE or US-CO, cities such as US-NY-NYC, EU, EEA, and INT for texts that no state made.`,
    );
  }
}
