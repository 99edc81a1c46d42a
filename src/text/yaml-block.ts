import type { CST } from 'yaml';
import type { MappingNode, Node, SequenceNode } from './tree';
import type { OpenMapping, YamlComposer } from './yaml-compose';
import { EntryList, readKey } from './yaml-entries';
import { readProperties } from './yaml-properties';
import { type MappingItem, mappingItems } from './yaml-recover';

/** Reads a block mapping; its entries are at one column. */
export function readBlockMapping(composer: YamlComposer, map: CST.BlockMap): MappingNode {
  const entries = new EntryList(composer.problems);
  const reader = { composer, entries, indent: map.indent, end: map.offset };
  for (const item of mappingItems(map, composer.text, composer.problems)) readItem(reader, item, map.indent);
  composer.end = reader.end;
  const node = { kind: 'mapping', entries: entries.all, start: map.offset, end: reader.end } as const;
  composer.lastMapping = { node, entries };
  return node;
}

interface MappingReader {
  readonly composer: YamlComposer;
  readonly entries: EntryList;
  /** The column of the entry before. */
  indent: number;
  /** Where the entry before ends. */
  end: number;
}

function readItem(
  reader: MappingReader,
  { start, key, sep, value }: MappingItem,
  parentIndent: number,
): void {
  const { composer, entries } = reader;
  const { problems } = composer;
  const keyProperties = readProperties(start, problems, {
    indicator: 'explicit-key-ind',
    next: key ?? sep?.[0],
    offset: reader.end,
    parentIndent,
    onNewLine: true,
  });
  const explicit = keyProperties.found;
  const indent = explicit ? explicit.indent : key && 'indent' in key ? key.indent : reader.indent;
  if (indent !== reader.indent) {
    composer.syntax('a line is indented differently from its neighbors', key ?? explicit ?? reader.end);
    // Those below it at the same column are told with it.
    if (indent >= 0) reader.indent = indent;
  }
  // Only spaces and comments.
  if (!explicit && !keyProperties.anchor && !keyProperties.tag && !sep) return;
  const read = readKey(composer, key, keyProperties, entries, !explicit);
  const keyEnd = composer.end;
  const valueProperties = readProperties(sep ?? [], problems, {
    indicator: 'map-value-ind',
    next: value,
    offset: keyEnd,
    parentIndent,
    onNewLine: !key || key.type === 'block-scalar',
  });
  const colon = valueProperties.found;
  if (colon) {
    if (!key) problems.add('key-not-text', colon.offset, colon.offset + 1);
    if (!explicit && value?.type === 'block-map' && !valueProperties.hasNewline) {
      composer.syntax('a second colon on the line: the value needs quotes', value);
    }
  } else if (key?.type !== 'error' && key?.type !== 'block-seq' && (!explicit || value)) {
    composer.syntax('a colon is missing after a key', key ?? keyEnd);
  }
  const node = composer.value(value, valueProperties, colon ? colon.offset + 1 : keyEnd);
  if (read) entries.add(read, node);
  reader.end = composer.end;
}

/** Reads a block list; its dashes are at one column. */
export function readBlockSequence(composer: YamlComposer, sequence: CST.BlockSequence): SequenceNode {
  const items: Node[] = [];
  let end = sequence.offset;
  let last: OpenMapping | undefined;
  for (const { start, value } of sequence.items) {
    const properties = readProperties(start, composer.problems, {
      indicator: 'seq-item-ind',
      next: value,
      offset: end,
      parentIndent: sequence.indent,
      onNewLine: true,
    });
    const dash = properties.found;
    // Only spaces and comments.
    if (!dash && !properties.anchor && !properties.tag && !value) continue;
    const isBlock = value?.type === 'block-map' || value?.type === 'block-seq';
    if (!dash) {
      const detail = isBlock
        ? 'a line is indented differently from its neighbors'
        : 'a list item has no dash';
      composer.syntax(detail, value ?? properties.end);
    }
    const node = composer.value(value, properties, dash ? dash.offset + 1 : end);
    end = composer.end;
    const own = value?.type === 'block-map' ? composer.lastMapping : undefined;
    if (!dash && own && last) {
      // Keys that are indented less than those of the item above, yet more than its dash.
      addAll(last, own);
    } else {
      items.push(node);
      last = own;
    }
  }
  composer.end = end;
  return { kind: 'sequence', items, start: sequence.offset, end };
}

function addAll({ node, entries }: OpenMapping, more: OpenMapping): void {
  for (const { key, keySpan, value } of more.entries.all) entries.add({ text: key, ...keySpan }, value);
  node.end = more.node.end;
}
