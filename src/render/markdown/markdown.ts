import type { Answer, Root } from '../../answer/schema';
import { knownUntilWords, lateness } from '../words/known-until';
import { disclaimer } from '../words/labels';
import { namesOf } from '../words/names';
import { staleWords } from '../words/stale';
import { blocks, code, md } from './escape';
import { findingsSection } from './findings';
import { organizationSection, overviewTable } from './overview';
import type { Reading } from './reading';
import { systemSection } from './system';
import { toolsSection } from './tools';
import { trialSection } from './trial';

/**
 * The whole answer as a Markdown report (CommonMark with GFM tables): an overview, each system with its classes,
 * duties, risks, controls and questions and the reasons for them, the tools, the findings, and what it rests on.
 * Whatever comes from a manifest or the catalog is escaped.
 */
export function renderMarkdown(answer: Answer): string {
  const [only] = answer.roots;
  const body =
    answer.roots.length === 1 && only
      ? rootReport(only, '#')
      : blocks('# AI governance report', ...answer.roots.map((root) => rootReport(root, '##')));
  const note = answer.roots.length === 0 ? 'No manifest was read.' : `_${disclaimer}_`;
  return `${blocks(body, note)}\n`;
}

function rootReport(root: Root, level: string): string {
  const reading: Reading = { root, names: namesOf(root) };
  const title = level === '#' ? `# AI governance report: ${md(root.path)}` : `${level} ${md(root.path)}`;
  const below = `${level}#`;
  return blocks(
    title,
    daysLine(root),
    md(staleWords([root]) ?? ''),
    overviewTable(reading),
    ...root.systems.map((system) => systemSection(system, reading, below)),
    organizationSection(reading, below),
    toolsSection(reading, below),
    trialSection(reading, below),
    findingsSection(reading, below),
    basisSection(root, below),
  );
}

/** Both days; long after what the catalog knows, that stands out. */
function daysLine({ asOf, knownUntil }: Root): string {
  const late = lateness({ asOf, knownUntil });
  if (late === 'none') return `As of **${asOf}**; the catalog knows what happened until ${knownUntil}.`;
  const known = knownUntilWords(knownUntil);
  return late === 'some' ? `As of **${asOf}**. ${known}` : `> **${known}**\n\nAs of **${asOf}**.`;
}

/** On which files, day and catalog the report rests. */
function basisSection({ path, parts, asOf, knownUntil, catalog }: Root, level: string): string {
  const overlays = catalog.overlays.length > 0 ? ` with ${catalog.overlays.map(code).join(', ')}` : '';
  return blocks(
    `${level} What this rests on`,
    [
      `- Manifest: ${[path, ...parts].map(code).join(', ')}`,
      `- Law read as of ${asOf}; later events count only up to ${knownUntil}, the last day that the catalog knows.`,
      `- Catalog ${md(catalog.version)}${overlays}, ${code(catalog.hash.slice(0, 12))}`,
      ...reviewItems(catalog),
      '- Where a conclusion is less than well sourced, it says so; “reported, check” means that its source was not read.',
    ].join('\n'),
  );
}

/** All that is past its review day, where the line at the top names only some. */
function reviewItems({ stale = [] }: Root['catalog']): string[] {
  if (stale.length === 0) return [];
  const items = stale.map(({ id, read, due }) =>
    due === null ? `${code(id)} (never read at a source)` : `${code(id)} (read ${read}, due ${due})`,
  );
  return [`- Past their review day: ${items.join(', ')}`];
}
