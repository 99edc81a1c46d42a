import type { Answer } from '../../answer/schema';
import { disclaimer } from '../words/labels';
import { namesOf } from '../words/names';
import { blocks, md } from './escape';
import { toolsSection } from './tools';
import { trialSection } from './trial';

/** The tools of each manifest alone, as Markdown, with the plan for a trial where it was asked for. */
export function renderPortfolioMarkdown({ roots }: Answer): string {
  const sections = roots.map((root) => {
    const reading = { root, names: namesOf(root) };
    const told = blocks(toolsSection(reading, '##'), trialSection(reading, '##'));
    return blocks(
      `# AI governance tools: ${md(root.path)}`,
      `As of **${root.asOf}**; the catalog knows what happened until ${root.knownUntil}.`,
      told === '' ? 'Nothing is asked for that a tool or a process would have to close.' : told,
    );
  });
  return `${blocks(...sections, `_${disclaimer}_`)}\n`;
}
