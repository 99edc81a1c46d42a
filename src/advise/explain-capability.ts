import type { Bodies, Pack } from '../catalog/pack';
import { page } from './explain-page';
import { named, section } from './explain-sections';
import { formerReference, itemReference } from './framework-items';

/** A page about a capability: what it means, when it works, what wants it and which tools have it. */
export function explainCapability(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const capability = pack.capabilities.find((candidate) => candidate.id === id);
  if (!capability) return undefined;
  const { title, meaning, moments, family, runtime, near, gaps = [] } = capability;
  const facts = [
    `Capability, ${family}. ${runtime ? 'Works on live traffic.' : 'Works beside live traffic.'}`,
    meaning,
    `Does its work in: ${moments.join(', ')}.`,
  ];
  const titleOf = (other: string) => pack.capabilities.find((one) => one.id === other)?.title;
  const having = pack.tools.flatMap((tool) => {
    const found = tool.capabilities.find((one) => one.id === id);
    return found ? [`${named(tool.id, tool.title)}: ${found.basis}`] : [];
  });
  const wanting = pack.controls.filter(({ capabilities }) => capabilities.includes(id));
  return page(
    title,
    facts,
    bodies[`capabilities/${id}`],
    [],
    [
      ...section(
        'Often taken for it',
        near.map((other) => `${named(other.id, titleOf(other.id))}: ${other.differs}`),
      ),
      ...section(
        'Controls that want it',
        wanting.map((control) => named(control.id, control.title)),
      ),
      ...section('Tools that have it', having),
      ...section(
        'No tool was found',
        gaps.map(({ moment, why }) => `${moment}: ${why}`),
      ),
    ],
  );
}

/** A page about a published list: whose it is, its items, and how many entries point to each. */
export function explainFramework(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const framework = pack.frameworks.find((candidate) => candidate.id === id);
  if (!framework) return undefined;
  const { title, shortTitle, version, publisher, lists, note, items, sources, confidence } = framework;
  const facts = [
    `List of ${lists}: ${shortTitle}. Version ${version}, by ${publisher}. Grade: ${confidence}.`,
    ...(note === undefined ? [] : [note]),
    'Which risk or control belongs to which item is our reading, no certification.',
  ];
  const lines = items.map((item) => {
    const was = formerReference(pack, framework, item);
    const pointing = [...pack.risks, ...pack.controls].filter(({ crosswalk }) =>
      crosswalk[id]?.includes(item.id),
    );
    const by = pointing.length === 0 ? 'no entry' : pointing.map((entry) => `\`${entry.id}\``).join(', ');
    const name = was === undefined ? item.id : itemReference(framework, item);
    return `${name} ${item.title}${was === undefined ? '' : ` (was ${was})`}: ${by}`;
  });
  return page(
    title,
    facts,
    bodies[`frameworks/${id}`],
    sources,
    section('Items, and what points to them', lines),
  );
}
