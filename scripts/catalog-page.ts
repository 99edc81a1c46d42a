import { statsOf } from '../src/advise/catalog-stats';
import type { BrowsedKind } from '../src/answer/catalog-browse';
import type { Pack } from '../src/catalog/pack';
import { compare } from '../src/catalog/problem';

/** The page that `catalog/README.md` is: what the catalog holds and where, what is read and what is not. */
export function catalogPage(pack: Pack): string {
  const stats = statsOf(pack);
  const { toolCapabilities: can, frameworkItems } = stats;
  return `${[
    '# The catalog',
    '<!-- Written by `npm run catalog:readme`. Change entries, not this page. -->',
    `Version ${pack.version}; what happened after ${pack.knownUntil} is not in it. One Markdown file is one entry, named for its id; \`npm run new\` makes one, \`npm run catalog\` checks all, \`ai-governance catalog search WORDS\` finds one.`,
    '## What is where',
    table(
      ['Folder', 'Entries', 'Well, partly, weakly sourced', 'Each is'],
      stats.kinds
        .map(({ kind, count, grades }) => [
          `\`${kind}/\``,
          String(count),
          grades === null ? 'definitions' : `${grades.high}, ${grades.medium}, ${grades.low}`,
          meanings[kind],
        ])
        .concat([['`templates/`', String(pack.templates.length), 'definitions', templates]]),
    ),
    '## Law and frameworks by place',
    `${stats.regimes.binding} binding, ${stats.regimes.other} not binding (standards, guidance, proposals), ${stats.regimes.duties} duties.`,
    table(['Place', 'Binding', 'Not binding'], placeRows(pack)),
    '## Risks by family',
    table(['Family', 'Risks', 'Which'], groupRows(pack.risks)),
    '## Capabilities by family',
    `Of ${can.documented + can.judged} capabilities of tools, ${can.documented} are documented by a source that was read and ${can.judged} are judged by us.`,
    table(
      ['Family', 'Capabilities', 'Tools with a documented one', 'Without a documented tool'],
      capabilityRows(pack),
    ),
    '## Published lists',
    `${frameworkItems.inCatalog} of ${frameworkItems.count} items have an entry that points to them. Which belongs to which is our reading.`,
    '## What is not verified',
    unverified(pack),
  ].join('\n\n')}\n`;
}

const meanings: Readonly<Record<BrowsedKind, string>> = {
  regimes: 'a law, standard or framework: when it applies, its classes, duties and days',
  conflicts: 'laws that cannot both be met by the same act',
  comparisons: 'how the laws on one theme stand to each other',
  background: 'what stands behind the law and binds nobody',
  risks: 'a way in which a system does harm, and when',
  controls: 'a measure against risks, which fulfills duties',
  tools: 'a governance tool that exists',
  capabilities: 'what a tool can do: the joint between controls and tools',
  frameworks: 'a published list with its official ids',
  vocabularies: 'a closed list of terms',
};

const templates = 'a document to fill in that is the evidence of a control';

function placeRows({ regimes, places }: Pack): string[][] {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const ids = [...new Set(regimes.map(({ jurisdiction }) => jurisdiction))].sort(compare);
  return ids.map((place) => {
    const those = (binding: boolean) =>
      codes(
        regimes.filter((one) => one.jurisdiction === place && one.binding === binding).map(({ id }) => id),
      );
    return [`${place} ${names.get(place) ?? '(made by no state)'}`, those(true), those(false)];
  });
}

function groupRows(entries: readonly { readonly id: string; readonly family: string }[]): string[][] {
  const families = [...new Set(entries.map(({ family }) => family))].sort(compare);
  return families.map((family) => {
    const those = entries.filter((entry) => entry.family === family).map(({ id }) => id);
    return [family, String(those.length), codes(those)];
  });
}

function capabilityRows({ capabilities, tools }: Pack): string[][] {
  const families = [...new Set(capabilities.map(({ family }) => family))].sort(compare);
  return families.map((family) => {
    const those = capabilities.filter((one) => one.family === family).map(({ id }) => id);
    const documented = (tool: Pack['tools'][number], ids: readonly string[]) =>
      tool.capabilities.some(({ id, basis }) => basis === 'documented' && ids.includes(id));
    return [
      family,
      String(those.length),
      String(tools.filter((tool) => documented(tool, those)).length),
      codes(those.filter((id) => !tools.some((tool) => documented(tool, [id])))),
    ];
  });
}

function unverified(pack: Pack): string {
  const kinds = ['regimes', 'risks', 'controls', 'tools'] as const;
  const weak = kinds.flatMap((kind) => {
    const ids = pack[kind].filter(({ confidence }) => confidence === 'low').map(({ id }) => id);
    return ids.length === 0 ? [] : [`Weakly sourced ${kind}: ${codes(ids)}.`];
  });
  const judged = pack.tools.filter(({ capabilities }) =>
    capabilities.some(({ basis }) => basis === 'judged'),
  );
  const memory = kinds.flatMap((kind) =>
    pack[kind]
      .filter(({ sources }) => sources.some((source) => source.read === null))
      .map(({ id }) => `${kind}/${id}`),
  );
  const lines = [
    ...weak,
    ...(judged.length === 0 ? [] : [`Tools with a judged capability: ${codes(judged.map(({ id }) => id))}.`]),
    ...(memory.length === 0 ? [] : [`Entries with a source that was not read: ${codes(memory)}.`]),
  ];
  return lines.length === 0 ? 'Nothing is known of.' : lines.map((line) => `- ${line}`).join('\n');
}

function codes(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
