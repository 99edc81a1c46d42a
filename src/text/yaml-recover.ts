import type { CST } from 'yaml';
import type { ProblemList } from './problems';

/** A key with its value, or spaces and comments alone. */
export type MappingItem = CST.BlockMap['items'][number];

/**
 * The items of a block mapping, with what half-typed text does to them undone. The library takes all that follows a
 * second colon on a line (`purpose: it: is`), or a dash among keys, for a mapping inside; here the lines below stay
 * keys of the mapping they stand in.
 */
export function* mappingItems(map: CST.BlockMap, text: string, problems: ProblemList): Iterable<MappingItem> {
  const open = [map.items[Symbol.iterator]()];
  for (let items = open.at(-1); items; items = open.at(-1)) {
    const next = items.next();
    if (next.done) {
      open.pop();
      continue;
    }
    const recovered = recover(next.value, text, problems);
    yield recovered?.item ?? next.value;
    for (const rest of recovered?.rest ?? []) open.push(rest[Symbol.iterator]());
  }
}

interface Recovered {
  readonly item: MappingItem;
  /** Items that follow, the last list first. */
  readonly rest: readonly (readonly MappingItem[])[];
}

function recover(item: MappingItem, text: string, problems: ProblemList): Recovered | undefined {
  const { start, key, sep, value, explicitKey } = item;
  if (value?.type !== 'block-map' || explicitKey || !sep) return undefined;
  const colon = sep.find(isColon);
  if (!colon)
    return key?.type === 'block-seq' ? { item: { start, key, sep }, rest: [value.items] } : undefined;
  if (sep.some(({ type }) => type === 'newline')) return undefined;
  const [first, ...rest] = value.items;
  if (!first?.sep || !isPlain(first.key)) return undefined;
  const lineEnd = first.key.source.lastIndexOf('\n');
  if (lineEnd !== -1) {
    const [above, below] = splitAt(first.key, lineEnd);
    return { item: { start, key, sep, value: above }, rest: [rest, [{ ...first, start: [], key: below }]] };
  }
  const line = wholeLine(value);
  if (!line) return { item: { start, key, sep, value: { ...value, items: [first] } }, rest: [rest] };
  problems.syntax('a second colon on the line: the value needs quotes', value.offset, line.end);
  const source = text.slice(value.offset, line.end);
  const { offset, indent } = value;
  return { item: { start, key, sep, value: { type: 'scalar', offset, indent, source } }, rest: line.rest };
}

/** Where the text of several plain words with colons between ends, and what the library put behind it. */
function wholeLine(
  map: CST.BlockMap,
): { readonly end: number; readonly rest: readonly MappingItem[][] } | undefined {
  const [first, ...others] = map.items;
  const colon = first?.sep?.find(isColon);
  if (!first?.sep || !colon || !isPlain(first.key) || first.key.source.includes('\n')) return undefined;
  if ([...first.start, ...first.sep].some(({ type }) => type === 'anchor' || type === 'tag'))
    return undefined;
  if (!first.value) return { end: colon.offset + 1, rest: [others] };
  if (isPlain(first.value)) return { end: first.value.offset + first.value.source.length, rest: [others] };
  if (first.value.type !== 'block-map' || first.sep.some(({ type }) => type === 'newline')) return undefined;
  const inner = wholeLine(first.value);
  return inner && { end: inner.end, rest: [others, ...inner.rest] };
}

/** Of a word and a deeper key below it, which make one key for YAML, the word and the key. */
function splitAt(key: CST.FlowScalar, lineEnd: number): readonly [CST.FlowScalar, CST.FlowScalar] {
  const { type, offset, source } = key;
  const below = source.slice(lineEnd + 1);
  const start = lineEnd + 1 + below.search(/\S|$/);
  return [
    { type, offset, indent: key.indent, source: source.slice(0, lineEnd).trimEnd() },
    // No column fits it: it stands deeper than the keys that it belongs to.
    { type, offset: offset + start, indent: -1, source: source.slice(start) },
  ];
}

function isPlain(token: CST.Token | null | undefined): token is CST.FlowScalar {
  return token?.type === 'scalar';
}

function isColon({ type }: CST.SourceToken): boolean {
  return type === 'map-value-ind';
}
