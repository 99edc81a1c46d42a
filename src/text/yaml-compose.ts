import type { CST } from 'yaml';
import { MAX_ALIASED } from './limits';
import type { ProblemList, SyntaxDetail } from './problems';
import type { MappingNode, Node, ScalarNode } from './tree';
import { readBlockMapping, readBlockSequence } from './yaml-block';
import type { EntryList } from './yaml-entries';
import { readFlowCollection } from './yaml-flow';
import { type Properties, readEnd, readProperties } from './yaml-properties';
import { blockText, checkCollectionTag, flowText, lengthWithoutSpaces, taggedValue } from './yaml-scalar';

/** What an anchor names; `node` is missing while the anchored value itself is still being read. */
interface Anchor {
  node: Node | undefined;
  /** Number of values in it, each alias counted as if written out. */
  size: number;
}

/** A block mapping that may yet get entries. */
export interface OpenMapping {
  readonly node: Omit<MappingNode, 'end'> & { end: number };
  readonly entries: EntryList;
}

/** How far back the start of a line is looked for. */
const MAX_INDENT = 200;

/**
 * Makes the tree of a document from its tokens. Reads on over errors, so that half-typed text keeps what can be
 * understood of it. An alias stands for the very node of its anchor. `<<` is a key like any other, as in YAML 1.2.
 */
export class YamlComposer {
  readonly text: string;
  readonly problems: ProblemList;
  /** Where the source of the value that was read last ends; its node ends elsewhere if it came by an alias. */
  end = 0;
  /** The block mapping that was read last. */
  lastMapping: OpenMapping | undefined;
  /** Whether there was any alias, resolved or not. */
  aliases = false;
  readonly #anchors = new Map<string, Anchor>();
  #made = 0;
  #aliased = 0;

  constructor(text: string, problems: ProblemList) {
    this.text = text;
    this.problems = problems;
  }

  /** Whether there was any anchor. */
  get anchors(): boolean {
    return this.#anchors.size > 0;
  }

  /** The tree of the document, or undefined if it has no value at all. */
  document(document: CST.Document): Node | undefined {
    const { start, value, end } = document;
    const properties = readProperties(start, this.problems, {
      indicator: 'doc-start',
      next: value ?? end?.[0],
      offset: document.offset,
      parentIndent: 0,
      onNewLine: true,
    });
    const isBlock = value?.type === 'block-map' || value?.type === 'block-seq';
    if (properties.found && isBlock && !properties.hasNewline) {
      this.problems.syntax('text follows the end of a value', properties.end);
    }
    readEnd(end, this.problems, false);
    if (!value && !properties.anchor && !properties.tag) return undefined;
    return value ? this.node(value, properties, true) : this.empty(properties.end, properties);
  }

  /** Tells of a problem at an offset, or at the first line of a token. */
  syntax(detail: SyntaxDetail, at: number | CST.Token): void {
    if (typeof at === 'number') this.problems.syntax(detail, at);
    else {
      const isCollection =
        at.type === 'block-map' || at.type === 'block-seq' || at.type === 'flow-collection';
      const length = !isCollection && 'source' in at ? at.source.length : 1;
      this.problems.syntax(detail, at.offset, at.offset + Math.max(length, 1));
    }
  }

  /** Tells of a token that can stand nowhere. */
  unexpected(token: CST.Token): void {
    this.syntax(this.#whatIsUnexpected(token), token);
  }

  node(token: CST.Token, properties: Properties, isRoot = false): Node {
    if (token.type === 'alias') {
      if (properties.anchor || properties.tag) {
        this.syntax('an anchor or tag is in the wrong place', properties.anchor ?? properties.tag ?? token);
      }
      return this.#alias(token);
    }
    return this.anchored(properties, () => this.#ownNode(token, properties, isRoot));
  }

  /** A value, or at `emptyAt` the lack of one, which the library has in brackets as an empty scalar. */
  value(value: CST.Token | undefined, properties: Properties, emptyAt: number): Node {
    const isMissing = value?.type === 'error' || (value?.type === 'scalar' && value.source === '');
    if (value && !isMissing) return this.node(value, properties);
    if (value?.type === 'error') this.unexpected(value);
    else readEnd(value?.end, this.problems, true);
    return this.empty(emptyAt, properties);
  }

  /** A value of which only an anchor or a tag is written, or nothing. */
  empty(at: number, properties: Properties): ScalarNode {
    return this.anchored(properties, () => {
      this.count();
      this.end = at;
      return {
        kind: 'scalar',
        value: taggedValue('', false, properties.tag, this.problems),
        start: at,
        end: at,
      };
    });
  }

  /** Counts a node that was made. */
  count(): void {
    this.#made++;
  }

  /** Reads a value, and lets its anchor, if it has one, name it from there on. */
  anchored<T extends Node>({ anchor }: Properties, read: () => T): T {
    if (!anchor) return read();
    const name = anchor.source.slice(1);
    if (name === '') this.syntax('an anchor or tag is in the wrong place', anchor);
    const opened: Anchor = { node: undefined, size: 0 };
    this.#anchors.set(name, opened);
    const before = this.#made + this.#aliased;
    const node = read();
    opened.node = node;
    opened.size = this.#made + this.#aliased - before;
    return node;
  }

  #ownNode(token: CST.Token, properties: Properties, isRoot: boolean): Node {
    const { tag } = properties;
    this.count();
    switch (token.type) {
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        return this.#scalar(token, tag, isRoot);
      case 'block-map':
        checkCollectionTag(tag, 'map', this.problems);
        return readBlockMapping(this, token);
      case 'block-seq':
        checkCollectionTag(tag, 'seq', this.problems);
        if ((properties.anchor || tag) && !properties.newlineAfter) {
          this.syntax('an anchor or tag is in the wrong place', properties.anchor ?? token);
        }
        return readBlockSequence(this, token);
      case 'flow-collection':
        checkCollectionTag(tag, token.start.source === '{' ? 'map' : 'seq', this.problems);
        return readFlowCollection(this, token);
      default:
        this.unexpected(token);
        this.end = token.offset;
        return { kind: 'scalar', value: null, start: token.offset, end: token.offset };
    }
  }

  #scalar(
    token: CST.FlowScalar | CST.BlockScalar,
    tag: CST.SourceToken | undefined,
    isRoot: boolean,
  ): ScalarNode {
    const start = token.offset;
    if (token.type === 'block-scalar') {
      const { text, end } = blockText(token, isRoot, this.problems);
      this.end = end;
      return { kind: 'scalar', value: taggedValue(text, true, tag, this.problems), start, end };
    }
    readEnd(token.end, this.problems, true);
    const text = flowText(token, this.problems);
    // A quote that is not closed may have taken line breaks along.
    this.end = start + lengthWithoutSpaces(token.source);
    const value = taggedValue(text, token.type !== 'scalar', tag, this.problems);
    return { kind: 'scalar', value, start, end: this.end };
  }

  #alias(token: CST.FlowScalar): Node {
    this.aliases = true;
    const { offset, source } = token;
    const end = offset + source.length;
    readEnd(token.end, this.problems, true);
    const name = source.slice(1);
    const anchor = this.#anchors.get(name);
    this.end = end;
    if (!anchor?.node) {
      this.problems.add('unresolved-alias', offset, end, { name });
    } else if (this.#aliased + anchor.size <= MAX_ALIASED) {
      this.#aliased += anchor.size;
      return anchor.node;
    } else {
      // One report is enough; so no later alias gets through either.
      const isFirst = this.#aliased <= MAX_ALIASED;
      if (isFirst) this.problems.add('alias-limit', offset, end, { limit: MAX_ALIASED });
      this.#aliased = MAX_ALIASED + 1;
    }
    this.count();
    return { kind: 'scalar', value: null, start: offset, end };
  }

  #whatIsUnexpected(token: CST.Token): SyntaxDetail {
    const source = 'source' in token ? token.source : '';
    if (source !== '-') return 'a character is not allowed here';
    const before = this.text.slice(Math.max(token.offset - MAX_INDENT, 0), Math.max(token.offset, 0));
    const isFirst = /(?:^|\n) *$/.test(before);
    return isFirst ? 'a list item stands where a key belongs' : 'a list begins on the line of its key';
  }
}
