/** A stretch of a text, in UTF-16 offsets from its start; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value with its span. YAML and JSON give the same tree; aliases are resolved, tags and anchors are gone. */
export type Node = ScalarNode | SequenceNode | MappingNode;

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface SequenceNode extends Span {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
}

export interface MappingNode extends Span {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
}

/** A key with its value. A key without a value has the scalar null, with an empty span right after the colon. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

/** Plain JavaScript value of a node. Of duplicate keys the last one counts, as everywhere else in this project. */
export function toValue(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(toValue);
  // A null prototype, so that a key such as __proto__ is only a key.
  const object: Record<string, unknown> = { __proto__: null };
  for (const entry of node.entries) object[entry.key] = toValue(entry.value);
  return object;
}

/** The entry of a mapping by key (the last of duplicates), or undefined. */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  if (node?.kind !== 'mapping') return undefined;
  for (let index = node.entries.length - 1; index >= 0; index--) {
    if (node.entries[index]?.key === key) return node.entries[index];
  }
  return undefined;
}

/** The node at a path of keys and indexes, or undefined where the path leaves the tree. */
export function nodeAt(node: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  let current = node;
  for (const step of path) {
    if (typeof step === 'number') current = current?.kind === 'sequence' ? current.items[step] : undefined;
    else current = entryOf(current, step)?.value;
  }
  return current;
}
