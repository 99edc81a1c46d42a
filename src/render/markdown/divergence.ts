import type { Answer, Conflict, Divergence, Root, System } from '../../answer/schema';
import { beyondWords, columnWords, forceNotes, positionWords, strictestWords } from '../words/divergence';
import { disclaimer } from '../words/labels';
import { staleWords } from '../words/stale';
import { blocks, code, list, md, table } from './escape';

/** Themes by jurisdictions for each system as Markdown tables, with the conflicts that concern it. */
export function renderDivergenceMarkdown(answer: Answer): string {
  return `${blocks('# Where the law differs', ...answer.roots.flatMap(rootSections), `_${disclaimer}_`)}\n`;
}

function rootSections(root: Root): string[] {
  const stale = staleWords([root]);
  return [
    `${code(root.path)}, as of **${root.asOf}**; the catalog knows what happened until ${root.knownUntil}.`,
    ...(stale === undefined ? [] : [md(stale)]),
    ...root.systems.map((system) =>
      blocks(`## ${md(system.name ?? system.id)}`, divergenceSection(system, root.asOf)),
    ),
  ];
}

/** The table of one system with what it says in words; nothing where it was not asked for. */
function divergenceSection({ divergence }: System, asOf: string): string {
  if (!divergence) return '';
  const { themes, jurisdictions, conflicts } = divergence;
  const coming = jurisdictions.filter((each) => each.coming.length > 0);
  return blocks(
    themes.length > 0 ? themesTable(divergence, asOf) : 'No law is known that asks anything of it here.',
    coming.length > 0
      ? `Coming, not law: ${coming.map((each) => `${md(each.id)}: ${each.coming.map(code).join(', ')}`).join('; ')}.`
      : '',
    conflicts.length > 0 ? blocks('**Where laws pull apart**', list(conflicts.map(conflictItem))) : '',
    [...forceNotes(divergence, asOf), ...beyondWords(divergence)].map(md).join(' '),
  );
}

function themesTable({ themes, jurisdictions }: Divergence, asOf: string): string {
  return table(
    ['Theme', ...jurisdictions.map((each) => md(columnWords(each))), 'Strictest', 'Conflicts'],
    themes.map((theme) => [
      md(theme.title),
      ...theme.cells.map((cell) => positionWords(cell, asOf)),
      md(strictestWords(theme) ?? ''),
      theme.conflicts.map(code).join(', '),
    ]),
  );
}

/** What clashes and what to do. */
export function conflictItem({ id, title, statement, advice }: Conflict): string {
  return `**${md(title)}** (${code(id)}): ${md(statement)} What to do: ${md(advice)}`;
}
