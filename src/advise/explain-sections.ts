import type { Pack } from '../catalog/pack';
import { formerReference } from './framework-items';

/** A heading with a list below it; nothing where there is nothing to say. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.map((line) => `- ${line}`).join('\n')];
}

/** An entry by its title and id. */
export function named(id: string, title: string | undefined): string {
  return title === undefined ? `\`${id}\`` : `${title} (\`${id}\`)`;
}

type Crosswalk = Pack['risks'][number]['crosswalk'];

/** The items of published lists that an entry points to, a line for each list. */
export function crosswalkSection(pack: Pack, crosswalk: Crosswalk): string[] {
  const lines = Object.entries(crosswalk).map(([list, ids]) => {
    const framework = pack.frameworks.find(({ id }) => id === list);
    if (!framework) return `${list}: ${ids.join(', ')}`;
    const items = ids.map((id) => {
      const item = framework.items.find((one) => one.id === id);
      if (!item) return id;
      const was = formerReference(pack, framework, item);
      return `${id} ${item.title}${was === undefined ? '' : ` (was ${was})`}`;
    });
    return `${framework.shortTitle}: ${items.join('; ')}`;
  });
  const heading = 'In published lists (our reading, no certification)';
  return section(heading, lines);
}
