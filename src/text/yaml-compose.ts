import { CST } from 'yaml';
import { MAX_ALIASED } from './limits';
import { ProblemList, type SyntaxDetail } from './problems';
import type { Entry, MappingNode, Node, ScalarNode, SequenceNode } from './tree';
import { type Properties, readEnd, readProperties } from './yaml-properties';
import { mappingItems } from './yaml-recover';
import { blockText, checkCollectionTag, flowText, lengthWithoutSpaces, taggedValue } from './yaml-scalar';

/** What an anchor names; `node` is missing while the anchored value itself is still being read. */
interface Anchor {
  node: Node | undefined;
  /** Number of values in it, each alias counted as if written out. */
  size: number;
}

/** How far back the start of a line is looked for. */
const MAX_INDENT = 200;

/**
 * Makes the tree of a document from its tokens. Reads on over errors, so that half-typed text keeps what can be
 * understood of it. An alias stands for the very node of its anchor. `<<` is a key like any other, as in YAML 1.2.
 */
export class YamlComposer {
  readonly #text: string;
  readonly #problems: ProblemList;
  readonly #anchors = new Map<string, Anchor>();
  #made = 0;
  #aliased = 0;
  /** Where the source of the value that was read last ends; its node ends elsewhere if it came by an alias. */
  #end = 0;
  /** The block mapping that was read last. */
  #lastMapping: OpenMapping | undefined;
  /** Whether there was any alias, resolved or not. */
  aliases = false;

  constructor(text: string, problems: ProblemList) {
    this.#text = text;
    this.#problems = problems;
  }

  get anchors(): boolean {
    return this.#anchors.size > 0;
  }

  /** The tree of the document, or undefined if it has no value at all. */
  document(document: CST.Document): Node | undefined {
    const { start, value, end } = document;
    const properties = readProperties(start, this.#problems, {
      indicator: 'doc-start',
      next: value ?? end?.[0],
      offset: document.offset,
      parentIndent: 0,
      onNewLine: true,
    });
    const isBlock = value?.type === 'block-map' || value?.type === 'block-seq';
    if (properties.found && isBlock && !properties.hasNewline) {
      this.#problems.syntax('text follows the end of a value', properties.end);
    }
    readEnd(end, this.#problems, false);
    if (!value && !properties.anchor && !properties.tag) return undefined;
    return value ? this.#node(value, properties, true) : this.#empty(properties.end, properties);
  }

  #syntax(detail: SyntaxDetail, at: number | CST.Token): void {
    if (typeof at === 'number') this.#problems.syntax(detail, at);
    else if (at.type === 'block-map' || at.type === 'block-seq' || at.type === 'flow-collection') {
      this.#problems.syntax(detail, at.offset);
    } else {
      const source = 'source' in at ? at.source : '';
      const line = source.indexOf('\n');
      this.#problems.syntax(detail, at.offset, at.offset + Math.max(line === -1 ? source.length : line, 1));
    }
  }

  #node(token: CST.Token, properties: Properties, isRoot = false): Node {
    if (token.type === 'alias') {
      if (properties.anchor || properties.tag) {
        this.#syntax('an anchor or tag is in the wrong place', properties.anchor ?? properties.tag ?? token);
      }
      return this.#alias(token);
    }
    const before = this.#made + this.#aliased;
    const anchor = this.#openAnchor(properties);
    const node = this.#ownNode(token, properties, isRoot);
    if (anchor) {
      anchor.node = node;
      anchor.size = this.#made + this.#aliased - before;
    }
    return node;
  }

  #ownNode(token: CST.Token, properties: Properties, isRoot: boolean): Node {
    const { tag } = properties;
    switch (token.type) {
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        return this.#scalar(token, tag, isRoot);
      case 'block-map':
        checkCollectionTag(tag, 'map', this.#problems);
        return this.#blockMapping(token);
      case 'block-seq':
        checkCollectionTag(tag, 'seq', this.#problems);
        if ((properties.anchor || tag) && !properties.newlineAfter) {
          this.#syntax('an anchor or tag is in the wrong place', properties.anchor ?? token);
        }
        return this.#blockSequence(token);
      case 'flow-collection':
        checkCollectionTag(tag, token.start.source === '{' ? 'map' : 'seq', this.#problems);
        return this.#flowCollection(token);
      default:
        this.#syntax(this.#unexpected(token), token);
        return this.#null(token.offset);
    }
  }

  #unexpected(token: CST.Token): SyntaxDetail {
    const source = 'source' in token ? token.source : '';
    if (source !== '-') return 'a character is not allowed here';
    const before = this.#text.slice(Math.max(token.offset - MAX_INDENT, 0), Math.max(token.offset, 0));
    const isFirst = /(?:^|\n) *$/.test(before);
    return isFirst ? 'a list item stands where a key belongs' : 'a list begins on the line of its key';
  }

  #openAnchor({ anchor }: Properties): Anchor | undefined {
    if (!anchor) return undefined;
    const name = anchor.source.slice(1);
    if (name === '') this.#syntax('an anchor or tag is in the wrong place', anchor);
    const opened: Anchor = { node: undefined, size: 0 };
    this.#anchors.set(name, opened);
    return opened;
  }

  #alias(token: CST.FlowScalar): Node {
    this.aliases = true;
    const { offset, source } = token;
    const end = offset + source.length;
    readEnd(token.end, this.#problems, true);
    const name = source.slice(1);
    const anchor = this.#anchors.get(name);
    this.#end = end;
    if (!anchor?.node) {
      this.#problems.add('unresolved-alias', offset, end, { name });
    } else if (this.#aliased + anchor.size > MAX_ALIASED) {
      // One report is enough; so no later alias gets through either.
      if (this.#aliased <= MAX_ALIASED)
        this.#problems.add('alias-limit', offset, end, { limit: MAX_ALIASED });
      this.#aliased = MAX_ALIASED + 1;
    } else {
      this.#aliased += anchor.size;
      return anchor.node;
    }
    this.#made++;
    return { kind: 'scalar', value: null, start: offset, end };
  }

  #null(at: number): ScalarNode {
    this.#made++;
    this.#end = at;
    return { kind: 'scalar', value: null, start: at, end: at };
  }

  /** A value of which only an anchor or a tag is written, or nothing. */
  #empty(at: number, properties: Properties): Node {
    const anchor = this.#openAnchor(properties);
    const node: ScalarNode = {
      ...this.#null(at),
      value: taggedValue('', false, properties.tag, this.#problems),
    };
    if (anchor) {
      anchor.node = node;
      anchor.size = 1;
    }
    return node;
  }

  #scalar(
    token: CST.FlowScalar | CST.BlockScalar,
    tag: CST.SourceToken | undefined,
    isRoot: boolean,
  ): ScalarNode {
    this.#made++;
    const start = token.offset;
    if (token.type === 'block-scalar') {
      const { text, end } = blockText(token, isRoot, this.#problems);
      this.#end = end;
      return { kind: 'scalar', value: taggedValue(text, true, tag, this.#problems), start, end };
    }
    readEnd(token.end, this.#problems, true);
    const text = flowText(token, this.#problems);
    // A quote that is not closed may have taken line breaks along.
    this.#end = start + lengthWithoutSpaces(token.source);
    const value = taggedValue(text, token.type !== 'scalar', tag, this.#problems);
    return { kind: 'scalar', value, start, end: this.#end };
  }

  #blockMapping(map: CST.BlockMap): MappingNode {
    this.#made++;
    const entries = new EntryList(this.#problems);
    let offset = map.offset;
    let mapEnd = map.offset;
    let { indent } = map;
    for (const { start, key, sep, value } of mappingItems(map, this.#text, this.#problems)) {
      const keyProperties = readProperties(start, this.#problems, {
        indicator: 'explicit-key-ind',
        next: key ?? sep?.[0],
        offset,
        parentIndent: map.indent,
        onNewLine: true,
      });
      const explicit = keyProperties.found;
      const own = explicit ? explicit.indent : key && 'indent' in key ? key.indent : indent;
      if (own !== indent) {
        this.#syntax('a line is indented differently from its neighbors', key ?? explicit ?? offset);
        // Those below it at the same column are told with it.
        if (own >= 0) indent = own;
      }
      // Only spaces and comments.
      if (!explicit && !keyProperties.anchor && !keyProperties.tag && !sep) continue;
      const read = this.#key(key ?? undefined, keyProperties, entries, !explicit);
      const keyEnd = this.#end;
      const valueProperties = readProperties(sep ?? [], this.#problems, {
        indicator: 'map-value-ind',
        next: value,
        offset: keyEnd,
        parentIndent: map.indent,
        onNewLine: !key || key.type === 'block-scalar',
      });
      const colon = valueProperties.found;
      if (!explicit && colon && value?.type === 'block-map' && !valueProperties.hasNewline) {
        this.#syntax('a second colon on the line: the value needs quotes', value);
      }
      const isKey = key?.type !== 'error' && key?.type !== 'block-seq';
      if (!colon && isKey && (!explicit || value))
        this.#syntax('a colon is missing after a key', key ?? keyEnd);
      if (!key && colon) this.#problems.add('key-not-text', colon.offset, colon.offset + 1);
      const node = this.#value(value, valueProperties, colon ? colon.offset + 1 : keyEnd);
      offset = Math.max(this.#end, valueProperties.end);
      mapEnd = this.#end;
      if (read) entries.add(read, node);
    }
    this.#end = mapEnd;
    const node = { kind: 'mapping', entries: entries.all, start: map.offset, end: mapEnd } as const;
    this.#lastMapping = { node, entries };
    return node;
  }

  /** A value, or at `emptyAt` the lack of one, which the library has in brackets as an empty scalar. */
  #value(value: CST.Token | undefined, properties: Properties, emptyAt: number): Node {
    const isMissing = value?.type === 'error' || (value?.type === 'scalar' && value.source === '');
    if (value && !isMissing) return this.#node(value, properties);
    if (value?.type === 'error') this.#syntax(this.#unexpected(value), value);
    else readEnd(value?.end, this.#problems, true);
    return this.#empty(emptyAt, properties);
  }

  /**
   * Reads a key; undefined, after a problem, if it is no text. A half-typed word above a key is taken by YAML as the
   * first line of that key; here it becomes a key of its own, so that the key below keeps its meaning.
   */
  #key(
    key: CST.Token | undefined,
    properties: Properties,
    entries: EntryList,
    implicit: boolean,
  ): KeyText | undefined {
    if (!key) {
      this.#end = properties.end;
      // A place for an anchor or tag without a key, so that an alias finds it.
      if (properties.anchor || properties.tag) this.#empty(properties.end, properties);
      return undefined;
    }
    if (key.type === 'block-seq' && implicit) {
      this.#syntax('a list item stands where a key belongs', key);
      this.#node(key, properties);
      return undefined;
    }
    if (key.type === 'error') {
      this.#syntax(this.#unexpected(key), key);
      this.#end = key.offset + key.source.length;
      return undefined;
    }
    if (key.type === 'scalar' && implicit && key.source.includes('\n')) {
      return this.#lastLineAsKey(key, properties, entries);
    }
    if (implicit && (properties.newlineAfter || containsNewline(key))) {
      this.#syntax('a key spans several lines', key);
    }
    this.#node(key, properties);
    if (CST.isScalar(key)) return { text: keyText(key), start: key.offset, end: this.#end };
    const end = key.type === 'block-map' || key.type === 'block-seq' ? key.offset + 1 : this.#end;
    this.#problems.add('key-not-text', key.offset, end);
    return undefined;
  }

  #lastLineAsKey(key: CST.FlowScalar, properties: Properties, entries: EntryList): KeyText {
    readEnd(key.end, this.#problems, true);
    const anchor = this.#openAnchor(properties);
    let lineStart = 0;
    let last: KeyText = { text: '', start: key.offset, end: key.offset };
    for (const line of key.source.split('\n')) {
      const text = withoutSpaces(line);
      if (text !== '') {
        if (last.text !== '') {
          this.#problems.syntax('a colon is missing after a key', last.start, last.end);
          entries.add(last, this.#null(last.end));
        }
        const start = key.offset + lineStart + line.indexOf(text);
        last = { text, start, end: start + text.length };
      }
      lineStart += line.length + 1;
    }
    this.#made++;
    this.#end = last.end;
    if (anchor) {
      anchor.node = { kind: 'scalar', value: last.text, start: last.start, end: last.end };
      anchor.size = 1;
    }
    return last;
  }

  #blockSequence(sequence: CST.BlockSequence): SequenceNode {
    this.#made++;
    const items: Node[] = [];
    let offset = sequence.offset;
    let end = sequence.offset;
    let last: OpenMapping | undefined;
    for (const { start, value } of sequence.items) {
      const properties = readProperties(start, this.#problems, {
        indicator: 'seq-item-ind',
        next: value,
        offset,
        parentIndent: sequence.indent,
        onNewLine: true,
      });
      const dash = properties.found;
      // Only spaces and comments.
      if (!dash && !properties.anchor && !properties.tag && !value) continue;
      if (!dash) this.#syntax(missingDash(value), value ?? properties.end);
      const node = this.#value(value, properties, dash ? dash.offset + 1 : offset);
      end = this.#end;
      offset = Math.max(end, properties.end);
      const own = value?.type === 'block-map' ? this.#lastMapping : undefined;
      if (!dash && own && last) {
        // Keys that are indented less than those of the item above, yet more than its dash.
        for (const { key, keySpan, value: inner } of own.entries.all)
          last.entries.add({ text: key, ...keySpan }, inner);
        last.node.end = end;
        continue;
      }
      items.push(node);
      last = own;
    }
    this.#end = end;
    return { kind: 'sequence', items, start: sequence.offset, end };
  }

  #flowCollection(flow: CST.FlowCollection): MappingNode | SequenceNode {
    this.#made++;
    const isMapping = flow.start.source === '{';
    const content: FlowContent = { isMapping, entries: new EntryList(this.#problems), items: [] };
    // Where what was read so far ends: what an unclosed collection spans.
    let last = flow.offset + 1;
    for (const [index, item] of flow.items.entries()) {
      const properties = readProperties(item.start, this.#problems, {
        flow: true,
        indicator: 'explicit-key-ind',
        next: item.key ?? item.sep?.[0],
        offset: last,
        parentIndent: flow.indent,
        onNewLine: false,
      });
      const { comma } = properties;
      if (index === 0 && comma) this.#syntax('a comma stands where a value belongs', comma);
      if (properties.found || properties.anchor || properties.tag || item.sep || item.value) {
        if (index > 0 && !comma) this.#syntax('a comma is missing', properties.end);
        this.#flowItem(item, properties, content, flow.indent);
        last = this.#end;
      } else {
        const isLast = index === flow.items.length - 1;
        if (index > 0 && !isLast)
          this.#syntax('a comma stands where a value belongs', comma ?? properties.end);
        if (comma) last = comma.offset + 1;
      }
    }
    const [close, ...rest] = flow.end;
    const isClosed = close?.source === (isMapping ? '}' : ']');
    if (!isClosed) this.#syntax('a bracket is not closed', flow.offset);
    // A bracket of the wrong kind ends it too; the mark that the library sets where one is missing has no place.
    this.#end = close && close.type !== 'flow-error-end' ? close.offset + 1 : last;
    readEnd(rest, this.#problems, true);
    const span = { start: flow.offset, end: this.#end };
    return isMapping
      ? { kind: 'mapping', entries: content.entries.all, ...span }
      : { kind: 'sequence', items: content.items, ...span };
  }

  #flowItem(item: CST.CollectionItem, properties: Properties, content: FlowContent, indent: number): void {
    const { key, sep, value } = item;
    const { isMapping, items, entries } = content;
    if (isMapping) {
      this.#flowPair(item, properties, entries, true, indent);
    } else if (!sep && !properties.found) {
      if (isBlock(value)) this.#syntax('a list or mapping is indented inside brackets', value);
      items.push(this.#value(value, properties, properties.end));
    } else if (key && value && !properties.found && !sep?.some(isColon)) {
      // Two values without a comma between.
      this.#syntax('a comma is missing', value);
      items.push(this.#node(key, properties));
      // What is no token at all stands behind what it is taken for a part of.
      if (value.type === 'error') return;
      const between = { flow: true, indicator: 'map-value-ind', next: value, offset: this.#end } as const;
      const own = readProperties(sep ?? [], this.#problems, {
        ...between,
        parentIndent: indent,
        onNewLine: false,
      });
      items.push(this.#node(value, own));
    } else {
      const pair = new EntryList(this.#problems);
      const start = key?.offset ?? properties.end;
      this.#flowPair(item, properties, pair, false, indent);
      this.#made++;
      items.push({ kind: 'mapping', entries: pair.all, start, end: this.#end });
    }
  }

  /** Reads a key and its value inside brackets. */
  #flowPair(
    { key, sep, value }: CST.CollectionItem,
    properties: Properties,
    entries: EntryList,
    isMapping: boolean,
    parentIndent: number,
  ): void {
    if (isBlock(key)) this.#syntax('a list or mapping is indented inside brackets', key);
    if (!isMapping && !properties.found && containsNewline(key ?? undefined)) {
      this.#syntax('a key spans several lines', key ?? properties.end);
    }
    const read = this.#key(key ?? undefined, properties, entries, false);
    const keyEnd = this.#end;
    const valueProperties = readProperties(sep ?? [], this.#problems, {
      flow: true,
      indicator: 'map-value-ind',
      next: value,
      offset: keyEnd,
      parentIndent,
      onNewLine: false,
    });
    const colon = valueProperties.found;
    if (colon) {
      if (!key) this.#problems.add('key-not-text', colon.offset, colon.offset + 1);
      if (!isMapping && !properties.found && hasNewlineBefore(sep, colon)) {
        this.#syntax('a key spans several lines', key ?? colon);
      }
    } else if (value) {
      const glued = 'source' in value && value.source.startsWith(':');
      this.#syntax(glued ? 'a space is missing after a colon' : 'a comma is missing', value);
    }
    if (isBlock(value)) this.#syntax('a list or mapping is indented inside brackets', value);
    const node = this.#value(value, valueProperties, colon ? colon.offset + 1 : keyEnd);
    if (read) entries.add(read, node);
  }
}

/** A block mapping that may yet get entries. */
interface OpenMapping {
  readonly node: { end: number };
  readonly entries: EntryList;
}

interface FlowContent {
  readonly isMapping: boolean;
  readonly entries: EntryList;
  readonly items: Node[];
}

interface KeyText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The entries of a mapping, with a watch on keys that are there twice. */
class EntryList {
  readonly all: Entry[] = [];
  readonly #problems: ProblemList;
  readonly #keys = new Set<string>();

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  add({ text, start, end }: KeyText, value: Node): void {
    if (this.#keys.has(text)) this.#problems.add('duplicate-key', start, end, { key: text });
    this.#keys.add(text);
    this.all.push({ key: text, keySpan: { start, end }, value });
  }
}

/** What is written, so that `no`, `1` and `null` are the keys that one sees. Its problems are told with its node. */
function keyText(key: CST.FlowScalar | CST.BlockScalar): string {
  const untold = new ProblemList('');
  return key.type === 'block-scalar' ? blockText(key, false, untold).text : flowText(key, untold);
}

/** Without the spaces of YAML around it; `trim` takes more, and a pattern would take too long. */
function withoutSpaces(line: string): string {
  const end = lengthWithoutSpaces(line);
  let start = 0;
  while (start < end && ' \t'.includes(line.charAt(start))) start++;
  return line.slice(start, end);
}

function isBlock(token: CST.Token | null | undefined): token is CST.BlockMap | CST.BlockSequence {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

function missingDash(value: CST.Token | undefined): SyntaxDetail {
  return isBlock(value) ? 'a line is indented differently from its neighbors' : 'a list item has no dash';
}

function isNewline(token: CST.SourceToken): boolean {
  return token.type === 'newline';
}

function isColon(token: CST.SourceToken): boolean {
  return token.type === 'map-value-ind';
}

function hasNewlineBefore(tokens: readonly CST.SourceToken[] | undefined, until: CST.SourceToken): boolean {
  for (const token of tokens ?? []) {
    if (token === until) return false;
    if (isNewline(token)) return true;
  }
  return false;
}

/** Whether a key goes over a line break, which only a key after `?` may. */
function containsNewline(key: CST.Token | null | undefined): boolean {
  if (!key) return false;
  switch (key.type) {
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return key.source.includes('\n') || (key.end ?? []).some(isNewline);
    case 'flow-collection':
      return key.items.some(
        ({ start, sep, key: inner, value }) =>
          start.some(isNewline) ||
          (sep ?? []).some(isNewline) ||
          containsNewline(inner) ||
          containsNewline(value),
      );
    default:
      return true;
  }
}
