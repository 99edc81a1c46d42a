import type { CST } from 'yaml';
import type { MappingNode, Node, SequenceNode } from './tree';
import type { YamlComposer } from './yaml-compose';
import { containsNewline, EntryList, readKey } from './yaml-entries';
import { type Properties, type PropertiesContext, readEnd, readProperties } from './yaml-properties';

interface FlowReader {
  readonly composer: YamlComposer;
  readonly isMapping: boolean;
  readonly indent: number;
  readonly entries: EntryList;
  readonly items: Node[];
}

/** Reads a list in brackets or a mapping in braces. */
export function readFlowCollection(
  composer: YamlComposer,
  flow: CST.FlowCollection,
): MappingNode | SequenceNode {
  const isMapping = flow.start.source === '{';
  const entries = new EntryList(composer.problems);
  const reader: FlowReader = { composer, isMapping, indent: flow.indent, entries, items: [] };
  // Where what was read so far ends: what an unclosed collection spans.
  let end = flow.offset + 1;
  for (const [index, item] of flow.items.entries()) {
    const properties = readProperties(item.start, composer.problems, {
      ...inFlow(flow.indent),
      indicator: 'explicit-key-ind',
      next: item.key ?? item.sep?.[0],
      offset: end,
    });
    const { comma } = properties;
    if (index === 0 && comma) composer.syntax('a comma stands where a value belongs', comma);
    if (properties.found || properties.anchor || properties.tag || item.sep || item.value) {
      if (index > 0 && !comma) composer.syntax('a comma is missing', properties.end);
      readItem(reader, item, properties);
      end = composer.end;
    } else {
      const isBetween = index > 0 && index < flow.items.length - 1;
      if (isBetween) composer.syntax('a comma stands where a value belongs', comma ?? properties.end);
      if (comma) end = comma.offset + 1;
    }
  }
  composer.end = readClose(composer, flow, end);
  const span = { start: flow.offset, end: composer.end };
  return isMapping
    ? { kind: 'mapping', entries: entries.all, ...span }
    : { kind: 'sequence', items: reader.items, ...span };
}

function inFlow(parentIndent: number): Pick<PropertiesContext, 'flow' | 'parentIndent' | 'onNewLine'> {
  return { flow: true, parentIndent, onNewLine: false };
}

/** Reads the closing bracket. Returns where the collection ends. */
function readClose(composer: YamlComposer, flow: CST.FlowCollection, end: number): number {
  const [close, ...rest] = flow.end;
  readEnd(rest, composer.problems, true);
  if (close?.source !== (flow.start.source === '{' ? '}' : ']')) {
    composer.syntax('a bracket is not closed', flow.offset);
  }
  // A bracket of the wrong kind ends it too; the mark that the library sets where one is missing has no place.
  return close && close.type !== 'flow-error-end' ? close.offset + 1 : end;
}

function readItem(reader: FlowReader, item: CST.CollectionItem, properties: Properties): void {
  const { composer, isMapping, indent, items, entries } = reader;
  const { key, sep, value } = item;
  if (isMapping) {
    readPair(reader, item, properties, entries);
  } else if (!sep && !properties.found) {
    refuseBlock(composer, value);
    items.push(composer.value(value, properties, properties.end));
  } else if (key && value && !properties.found && !sep?.some(isColon)) {
    // Two values without a comma between.
    composer.syntax('a comma is missing', value);
    items.push(composer.node(key, properties));
    // What is no token at all stands behind what it is taken for a part of.
    if (value.type === 'error') return;
    const context = {
      ...inFlow(indent),
      indicator: 'map-value-ind',
      next: value,
      offset: composer.end,
    } as const;
    items.push(composer.node(value, readProperties(sep ?? [], composer.problems, context)));
  } else {
    const pair = new EntryList(composer.problems);
    const start = key?.offset ?? properties.end;
    readPair(reader, item, properties, pair);
    composer.count();
    items.push({ kind: 'mapping', entries: pair.all, start, end: composer.end });
  }
}

/** Reads a key and its value. */
function readPair(
  { composer, isMapping, indent }: FlowReader,
  { key, sep, value }: CST.CollectionItem,
  properties: Properties,
  entries: EntryList,
): void {
  refuseBlock(composer, key);
  const mustFitLine = !isMapping && !properties.found;
  if (mustFitLine && containsNewline(key))
    composer.syntax('a key spans several lines', key ?? properties.end);
  const read = readKey(composer, key, properties, entries, false);
  const keyEnd = composer.end;
  const valueProperties = readProperties(sep ?? [], composer.problems, {
    ...inFlow(indent),
    indicator: 'map-value-ind',
    next: value,
    offset: keyEnd,
  });
  const colon = valueProperties.found;
  if (colon) {
    if (!key) composer.problems.add('key-not-text', colon.offset, colon.offset + 1);
    if (mustFitLine && hasNewlineBefore(sep, colon))
      composer.syntax('a key spans several lines', key ?? colon);
  } else if (value) {
    const isGlued = 'source' in value && value.source.startsWith(':');
    composer.syntax(isGlued ? 'a space is missing after a colon' : 'a comma is missing', value);
  }
  refuseBlock(composer, value);
  const node = composer.value(value, valueProperties, colon ? colon.offset + 1 : keyEnd);
  if (read) entries.add(read, node);
}

function refuseBlock(composer: YamlComposer, token: CST.Token | null | undefined): void {
  if (token?.type !== 'block-map' && token?.type !== 'block-seq') return;
  composer.syntax('a list or mapping is indented inside brackets', token);
}

function isColon({ type }: CST.SourceToken): boolean {
  return type === 'map-value-ind';
}

function hasNewlineBefore(tokens: readonly CST.SourceToken[] | undefined, until: CST.SourceToken): boolean {
  for (const token of tokens ?? []) {
    if (token === until) return false;
    if (token.type === 'newline') return true;
  }
  return false;
}
