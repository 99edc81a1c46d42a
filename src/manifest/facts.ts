import type { Lines } from '../text/lines';
import { entryOf, type Node, type ScalarNode, type SequenceNode, type Span } from '../text/tree';
import {
  type AbsentFact,
  type Fact,
  type Facts,
  type ListFact,
  type ObjectsFact,
  type Origin,
  type Scalar,
  Spot,
  type UnknownFact,
} from './fact';
import { type Field, fieldAt } from './fields';
import { keyPath, memberPath } from './path';

/** One place that may say a fact: the system itself, then defaults; the first that says it wins. */
export interface Layer {
  readonly node: Node | undefined;
  readonly from: Origin;
  readonly file: string;
  readonly lines: Lines;
  /** How the layer is called in paths: `systems.cv-ranker`, `organization`, `defaults`. */
  readonly path: string;
  /** Nodes that the schema refused: what they say is unknown. */
  readonly refused: ReadonlySet<Node>;
  /** What stands for the layer where it says nothing: the id of a system, say. */
  readonly anchor: Span;
  /** Whether what this layer says at a path of keys goes before all others: a base may lock it. */
  readonly locked?: (keys: readonly string[]) => boolean;
}

/** Layers by the first word of a path (`system`, `organization`, `policy`, …), strongest first. */
export type Scopes = Readonly<Record<string, readonly Layer[]>>;

/** Facts of one system and what surrounds it, read from the manifest's own text on first ask. */
export function readFacts(scopes: Scopes): Facts {
  const known = new Map<string, Fact>();
  return {
    get(path) {
      const earlier = known.get(path);
      if (earlier) return earlier;
      const fact = readFact(scopes, path);
      known.set(path, fact);
      return fact;
    },
  };
}

function readFact(scopes: Scopes, path: string): Fact {
  const [scope = '', ...keys] = path.split('.');
  const layers = scopes[scope] ?? [];
  const field = fieldAt(path);
  const locking = layers.filter((layer) => layer.locked?.(keys));
  for (const layer of [...locking, ...layers]) {
    const said = inLayer(layer, keys, field, scope);
    if (said) return said;
  }
  return silence(layers, keys, field);
}

/** What one layer says at a path of keys, or undefined where it says nothing. */
function inLayer(
  layer: Layer,
  keys: readonly string[],
  field: Field | undefined,
  scope: string,
): Fact | undefined {
  let node = layer.node;
  let path = layer.path;
  for (const [index, key] of keys.entries()) {
    if (node && layer.refused.has(node)) return unknownAt(layer, path, node);
    if (node?.kind === 'scalar' && node.value === 'unknown') return unknownAt(layer, path, node);
    if (node?.kind === 'sequence') return eachMember(layer, node, path, keys.slice(index), scope, keys);
    node = entryOf(node, key)?.value;
    path = keyPath(path, key);
    if (!node) return undefined;
  }
  return node ? factOf(layer, node, path, field) : undefined;
}

/** Nobody says anything: unknown, unless the field's absence is a fact. Points at the strongest layer. */
function silence(
  layers: readonly Layer[],
  keys: readonly string[],
  field: Field | undefined,
): UnknownFact | AbsentFact {
  const spots = layers.slice(0, 1).map((layer) => {
    const path = keys.reduce(keyPath, layer.path);
    return spotOf(layer, path, layer.anchor);
  });
  return field?.absenceIsFact
    ? { kind: 'absent', from: 'given', spots }
    : { kind: 'unknown', said: false, from: 'given', spots };
}

/** What a node says, as the field's kind has it. A scalar where a list belongs is a list of one. */
function factOf(layer: Layer, node: Node, path: string, field: Field | undefined): Fact {
  if (layer.refused.has(node)) return unknownAt(layer, path, node);
  if (node.kind === 'scalar' && (node.value === null || node.value === 'unknown'))
    return unknownAt(layer, path, node);
  const kind = field?.kind ?? (node.kind === 'sequence' ? 'list' : 'scalar');
  if (kind === 'object-list') return objectsOf(layer, node, path, field);
  if (kind === 'list') return listOf(layer, node, path);
  if (node.kind === 'scalar' && node.value !== null) {
    return { kind: 'scalar', value: node.value, from: layer.from, spots: [spotOf(layer, path, node)] };
  }
  return unknownAt(layer, path, node);
}

function membersOf(node: Node): readonly Node[] {
  return node.kind === 'sequence' ? node.items : [node];
}

/** A member that is `unknown`, or that the schema refused, leaves the list open. */
function listOf(layer: Layer, node: Node, path: string): ListFact {
  const members: { value: Scalar; spot: Spot }[] = [];
  let open = false;
  for (const [index, member] of membersOf(node).entries()) {
    if (!isReadable(layer, member)) open = true;
    else
      members.push({ value: member.value, spot: spotOf(layer, memberPath(path, undefined, index), member) });
  }
  return { kind: 'list', members, open, from: layer.from, spots: [spotOf(layer, path, node)] };
}

function isReadable(layer: Layer, node: Node): node is ScalarNode & { readonly value: Scalar } {
  return (
    node.kind === 'scalar' && node.value !== null && node.value !== 'unknown' && !layer.refused.has(node)
  );
}

function objectsOf(layer: Layer, node: Node, path: string, field: Field | undefined): ObjectsFact {
  const members: { spot: Spot; get: (field: string) => Fact }[] = [];
  let open = false;
  for (const [index, member] of membersOf(node).entries()) {
    if (member.kind !== 'mapping' || layer.refused.has(member)) {
      open = true;
      continue;
    }
    const own = memberPath(path, member, index);
    const spot = spotOf(layer, own, entryOf(member, 'id')?.value ?? entryOf(member, 'name')?.value ?? member);
    members.push({ spot, get: (key) => memberField(layer, member, own, key, field?.members.get(key)) });
  }
  return { kind: 'objects', members, open, from: layer.from, spots: [spotOf(layer, path, node)] };
}

function memberField(layer: Layer, member: Node, path: string, key: string, field: Field | undefined): Fact {
  const node = entryOf(member, key)?.value;
  if (node) return factOf(layer, node, keyPath(path, key), field);
  const spot = spotOf(
    layer,
    keyPath(path, key),
    entryOf(member, 'name')?.value ?? entryOf(member, 'id')?.value ?? member,
  );
  return { kind: 'unknown', said: false, from: layer.from, spots: [spot] };
}

/**
 * `system.tools.access`: what any of the tools says. A tool that does not say it leaves the whole open, and so does
 * an open list of tools.
 */
function eachMember(
  layer: Layer,
  list: SequenceNode,
  path: string,
  keys: readonly string[],
  scope: string,
  whole: readonly string[],
): Fact {
  const members: { value: Scalar; spot: Spot }[] = [];
  let open = false;
  const field = fieldAt([scope, ...whole].join('.'));
  for (const [index, member] of list.items.entries()) {
    const inner: Layer = { ...layer, node: member, path: memberPath(path, member, index) };
    const fact = member.kind === 'mapping' ? inLayer(inner, keys, field, scope) : undefined;
    if (fact?.kind === 'scalar')
      members.push({ value: fact.value, spot: fact.spots[0] ?? spotOf(inner, inner.path, member) });
    else if (fact?.kind === 'list') {
      members.push(...fact.members);
      open ||= fact.open;
    } else open = true;
  }
  return { kind: 'list', members, open, from: layer.from, spots: [spotOf(layer, path, list)] };
}

function unknownAt(layer: Layer, path: string, node: Node): UnknownFact {
  return { kind: 'unknown', said: true, from: layer.from, spots: [spotOf(layer, path, node)] };
}

function spotOf(layer: Layer, path: string, span: Span): Spot {
  return new Spot(path, layer.file, layer.lines, span);
}
