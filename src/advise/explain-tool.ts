import type { Bodies, Pack } from '../catalog/pack';
import type { ToolEntry } from '../catalog/schema/tool';
import { page } from './explain-page';
import { named, section } from './explain-sections';

/** A page about a tool: what it is known to do, its terms, its owner, its limits and what to watch for. */
export function explainTool(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const tool = pack.tools.find((candidate) => candidate.id === id);
  if (!tool) return undefined;
  const { title, category, summary, limits, confidence } = tool;
  const facts = [
    `Tool, ${category}. Grade: ${confidence}.`,
    summary,
    termsOf(tool),
    ownerOf(tool),
    statusOf(tool),
    `**Limits**: ${limits}`,
    ...(tool.install === undefined ? [] : [`**Install**: \`${tool.install}\``]),
  ];
  return page(title, facts, bodies[`tools/${id}`], tool.sources, [
    ...section('What it can do', capabilityLines(pack, tool)),
    ...section('Not to be confused with', tool.lookalikes),
    ...section('Security events of its own', tool.advisories.map(advisoryLine)),
  ]);
}

function termsOf({ license, openSource, price, hosting, dataLeaves, ecosystems, kinds }: ToolEntry): string {
  const source = openSource ? 'open source' : 'not open source';
  return [
    `**License**: ${license}, ${source}. **Price**: ${price}. **Hosting**: ${hosting.join(', ')}.`,
    `**Data leaves**: ${dataLeaves}. **For**: ${kinds.join(', ')}; ${ecosystems.join(', ')}.`,
  ].join(' ');
}

function ownerOf({ owner, homepage, repository }: ToolEntry): string {
  const conflict = owner.sellsModels
    ? ' It also sells or releases models that such a tool would judge: a conflict of interest.'
    : ' It sells no models that such a tool would judge.';
  const places = [`<${homepage}>`, ...(repository === undefined ? [] : [`<${repository}>`])];
  return `**Owner**: ${owner.name} (${owner.country}).${conflict} ${places.join(' ')}`;
}

function statusOf({ status }: ToolEntry): string {
  const { state, seen, note, closedToNew } = status;
  const closed = closedToNew === true ? ', closed to new customers' : '';
  const sign = seen ? `; newest sign of life seen: ${seen.what}, ${seen.date}` : '';
  return `**Status**: ${state}${closed}${sign}.${note === undefined ? '' : ` ${note}`}`;
}

function capabilityLines(pack: Pack, { capabilities }: ToolEntry): string[] {
  return capabilities.map((capability) => {
    const title = pack.capabilities.find(({ id }) => id === capability.id)?.title;
    const basis =
      capability.basis === 'documented'
        ? `documented (${capability.where})`
        : 'judged by us; no source that was read says so';
    const edition = capability.edition === 'paid' ? '; only in the paid edition' : '';
    return `${named(capability.id, title)}: ${basis}${edition}`;
  });
}

function advisoryLine({ date, what, source }: ToolEntry['advisories'][number]): string {
  return `${date}: ${what} (${source})`;
}
