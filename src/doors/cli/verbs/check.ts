import type { Analysis } from '../../../advise/advisor';
import { renderText } from '../../../render/text/text';
import { advise, type ReadingOptions } from '../advice';
import { paint } from '../paint';
import type { ExitCode, World } from '../world';

export type Bar = 'error' | 'warning' | 'never';

export interface CheckOptions extends ReadingOptions {
  readonly format: 'text' | 'json';
  readonly failOn?: Bar;
  readonly full?: boolean;
}

/** Prints the advice for the manifests at the paths; 1 when there are findings at the bar. */
export async function check(
  world: World,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const { answer, analyses, file } = await advise(world, paths, options);
  if (options.format === 'json') world.out(`${JSON.stringify(answer, null, 2)}\n`);
  else {
    const color = world.colors ? paint : (_role: unknown, text: string) => text;
    world.out(renderText(answer, { width: world.width, color, full: options.full === true, file }));
  }
  return analyses.some((analysis) => reachesBar(analysis, options.failOn)) ? 1 : 0;
}

/** The bar of the command line goes before the manifest's own; errors where neither says one. */
function reachesBar({ findings, failOn }: Analysis, asked: Bar | undefined): boolean {
  const bar = asked ?? failOn ?? 'error';
  if (bar === 'never') return false;
  return findings.some(
    ({ severity, ignored }) =>
      ignored === undefined && (severity === 'error' || (bar === 'warning' && severity === 'warning')),
  );
}
