import { type AskedPreferences, askedProblems } from '../../../advise/asked-preferences';
import type { Answer } from '../../../answer/schema';
import { renderPortfolioMarkdown } from '../../../render/markdown/portfolio';
import { renderPortfolio } from '../../../render/text/portfolio';
import { analyzeManifests, calledFrom, type ReadingOptions } from '../advice';
import { paint } from '../paint';
import { type ExitCode, UsageError, type World } from '../world';

export interface ToolsOptions extends ReadingOptions {
  readonly format: 'text' | 'json' | 'md';
  readonly max?: number;
  readonly budget?: string;
  readonly without?: readonly string[];
  readonly trial?: boolean;
}

const options: Readonly<Record<keyof AskedPreferences, string>> = {
  maxTools: '--max',
  budget: '--budget',
  without: '--without',
};

/**
 * Prints the few tools that close the most, as `check` and `report` choose them, with preferences of the command line
 * before those of the manifest. What stays open does not make it fail.
 *
 * @throws UsageError also for a preference that cannot be one, with the nearest that can
 */
export async function tools(
  world: World,
  path: string | undefined,
  { format, max, budget, without, trial, ...reading }: ToolsOptions,
): Promise<ExitCode> {
  const { analyses, target } = await analyzeManifests(world, path === undefined ? [] : [path], reading);
  const preferences: AskedPreferences = {
    ...(max === undefined ? {} : { maxTools: max }),
    ...(budget === undefined ? {} : { budget }),
    ...(without === undefined ? {} : { without }),
  };
  const problems = askedProblems(
    preferences,
    analyses.map(({ catalog }) => catalog.pack),
  );
  if (problems.length > 0)
    throw new UsageError(problems.map(({ field, message }) => `${options[field]}: ${message}`).join('\n'));
  const ask = { questions: false, portfolio: true, preferences, trial: trial === true };
  const answer: Answer = { schemaVersion: 1, roots: analyses.map((analysis) => analysis.answer(ask)) };
  if (format === 'json') world.out(`${JSON.stringify(answer, null, 2)}\n`);
  else if (format === 'md') world.out(renderPortfolioMarkdown(answer));
  else {
    const color = world.colors ? paint : (_role: unknown, text: string) => text;
    const file = (called: string) => calledFrom(world, target, called);
    world.out(renderPortfolio(answer, { width: world.width, color, file }));
  }
  return 0;
}
