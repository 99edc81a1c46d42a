import {
  type Coverage,
  type CoverageItem,
  type FrameworkCoverage,
  itemStates,
  type RootCoverage,
} from '../../answer/coverage';
import {
  countWords,
  crosswalkNote,
  frameworkWords,
  itemStateMeanings,
  itemStateWords,
  toldGrounds,
} from '../words/coverage';
import { disclaimer } from '../words/labels';
import { blocks, code, list, md, table } from './escape';

/** What of published lists the manifests touch, meet and miss, as Markdown. */
export function renderCoverageMarkdown({ roots }: Coverage): string {
  return `${blocks('# Coverage of published lists', ...roots.map(rootSection), `_${md(crosswalkNote)}_`, `_${disclaimer}_`)}\n`;
}

function rootSection({ path, asOf, knownUntil, frameworks }: RootCoverage): string {
  const whole = frameworks.filter(({ items }) => items !== null);
  const counted = frameworks.filter(({ items }) => items === null);
  return blocks(
    `${code(path)}, as of **${asOf}**; the catalog knows what happened until ${knownUntil}.`,
    table(
      ['List', 'Id', 'Items'],
      counted.map((one) => [md(one.framework.shortTitle), code(one.framework.id), countWords(one)]),
    ),
    ...whole.map(frameworkSection),
  );
}

function frameworkSection(coverage: FrameworkCoverage): string {
  const { framework, items } = coverage;
  const rows = [...(items ?? [])].sort((a, b) => itemStates.indexOf(a.state) - itemStates.indexOf(b.state));
  const states = itemStates.filter((state) => rows.some((item) => item.state === state));
  return blocks(
    `## ${md(framework.shortTitle)}`,
    md(`${frameworkWords(framework)} ${framework.note ?? ''}`),
    `**${countWords(coverage)}.**`,
    table(
      ['Item', 'State', 'Behind it'],
      rows.map((item) => itemCells(item, rows)),
    ),
    list(states.map((state) => `**${itemStateWords[state]}**: ${md(itemStateMeanings[state])}`)),
  );
}

function itemCells(item: CoverageItem, items: readonly CoverageItem[]): string[] {
  const { reference, title, was, state } = item;
  const { lines, more } = toldGrounds(item, items);
  const told = lines.map(({ words, systems }) => md(`${words} (${systems})`));
  const before = was === undefined ? '' : ` (was ${was})`;
  return [
    md(`${reference} ${title}${before}`),
    itemStateWords[state],
    [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('<br>'),
  ];
}
