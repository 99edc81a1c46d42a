import { keyPath, memberPath } from '../../../manifest/path';
import type { Project } from '../../../manifest/project';
import type { Node } from '../../../text/tree';

/** Every place of a manifest by the path that it is called by. */
export function pathsOf({ root, parts, systems }: Project): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { head } of [root, ...parts]) collect(head.piece.tree, '', paths);
  for (const { item, path } of systems) collect(item.piece.tree, path, paths);
  return paths;
}

function collect(node: Node | undefined, path: string, paths: Set<string>): void {
  if (path !== '') paths.add(path);
  if (node?.kind === 'mapping') {
    for (const { key, value } of node.entries) collect(value, keyPath(path, key), paths);
  } else if (node?.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) collect(item, memberPath(path, item, index), paths);
  }
}
