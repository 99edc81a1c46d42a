import { entryOf, type Node } from '../text/tree';

/**
 * The grammar of manifest paths: dotted keys, list members by id or name, else by index, and names that are no
 * plain word in quotes: `systems.cv-ranker.areas[0]`, `systems.cv-ranker.tools["send.mail"].approval`.
 */
const plainWord = /^[A-Za-z_][\w-]*$/;

/** `base.key`, or `base["key"]` where the key is no plain word. */
export function keyPath(base: string, key: string): string {
  if (!plainWord.test(key)) return `${base}[${JSON.stringify(key)}]`;
  return base === '' ? key : `${base}.${key}`;
}

/** A list member by its id or name where it has one, else by its index. */
export function memberPath(base: string, member: Node | undefined, index: number): string {
  const name = nameOf(member);
  return name === undefined ? `${base}[${index}]` : keyPath(base, name);
}

/** What a list member is called by: its `id`, else its `name`, where that is a non-empty text. */
export function nameOf(member: Node | undefined): string | undefined {
  for (const key of ['id', 'name']) {
    const node = entryOf(member, key)?.value;
    if (node?.kind === 'scalar' && typeof node.value === 'string' && node.value !== '') return node.value;
  }
  return undefined;
}

/** A path as written in a manifest, from the steps through its tree. */
export function pathOf(root: Node | undefined, steps: readonly (string | number)[], base = ''): string {
  let node = root;
  let path = base;
  for (const step of steps) {
    if (typeof step === 'number') {
      node = node?.kind === 'sequence' ? node.items[step] : undefined;
      path = memberPath(path, node, step);
    } else {
      node = entryOf(node, step)?.value;
      path = keyPath(path, step);
    }
  }
  return path;
}
