import type { Spot } from '../manifest/fact';
import { entryOf, type MappingNode, type Node } from '../text/tree';

/** One of the objects of a list as it stands in a text; the list is the object itself where it is not in one. */
export interface OwnMember {
  readonly list: Node;
  readonly node: MappingNode;
}

/**
 * The object that a spot stands for, such as a control, among those under a key of a mapping. Undefined where it is
 * not written there: it comes from defaults, say.
 */
export function ownMember(parent: Node | undefined, key: string, { span }: Spot): OwnMember | undefined {
  const list = entryOf(parent, key)?.value;
  const members = list?.kind === 'sequence' ? list.items : list ? [list] : [];
  for (const node of members) {
    if (node.kind !== 'mapping' || !list || node.start > span.start || node.end < span.end) continue;
    const names = [node, entryOf(node, 'id')?.value, entryOf(node, 'name')?.value];
    if (names.some((named) => named?.start === span.start && named.end === span.end)) return { list, node };
  }
  return undefined;
}
