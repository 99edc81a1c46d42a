import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemProblem } from '../../../host/node/problem';
import { renderMarkdown } from '../../../render/markdown/markdown';
import { type Advice, advise, type ReadingOptions } from '../advice';
import { type ExitCode, UsageError, type World } from '../world';

export type ReportFormat = 'md' | 'html';

export interface ReportOptions extends ReadingOptions {
  readonly format?: ReportFormat;
  readonly output?: string;
}

/** Writes the whole report to a file, or prints it. Findings do not make it fail: they are in it. */
export async function report(
  world: World,
  path: string | undefined,
  options: ReportOptions,
): Promise<ExitCode> {
  const format = options.format ?? formatOf(options.output);
  const ask = { questions: true, portfolio: true, trial: format === 'md' };
  const advice = await advise(world, path === undefined ? [] : [path], options, ask);
  const text = await rendered(world, advice, format);
  if (options.output === undefined) world.out(text);
  else {
    await save(resolve(world.folder, options.output), options.output, text);
    world.err(`Wrote ${options.output}\n`);
  }
  return 0;
}

function formatOf(output: string | undefined): ReportFormat {
  return output !== undefined && /\.html?$/i.test(output) ? 'html' : 'md';
}

async function rendered(world: World, { answer, bodies }: Advice, format: ReportFormat): Promise<string> {
  if (format === 'md') return renderMarkdown(answer);
  const { renderHtml } = await import('../../../render/page/html');
  const css = await world.resource('page/report.css');
  const cssSha256 = createHash('sha256').update(css).digest('base64');
  return renderHtml(answer, { css, cssSha256, guidance: bodies });
}

async function save(path: string, name: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, 'utf8');
  } catch (error) {
    throw new UsageError(
      `Cannot write ${name}: ${systemProblem(error)}. Name a file in a folder that exists.`,
    );
  }
}
