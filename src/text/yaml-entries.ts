import { CST } from 'yaml';
import { ProblemList } from './problems';
import type { Entry, Node } from './tree';
import type { YamlComposer } from './yaml-compose';
import { type Properties, readEnd } from './yaml-properties';
import { blockText, flowText, lengthWithoutSpaces } from './yaml-scalar';

/** A key with its place. */
export interface KeyText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The entries of a mapping, with a watch on keys that are there twice. */
export class EntryList {
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

/**
 * Reads a key; undefined, after a problem, if it is no text. A half-typed word above a key is taken by YAML as the
 * first line of that key; here it becomes an entry of its own, so that the key below keeps its meaning.
 *
 * @param implicit whether the key is without a `?` in a block mapping: then it is on one line
 */
export function readKey(
  composer: YamlComposer,
  key: CST.Token | null | undefined,
  properties: Properties,
  entries: EntryList,
  implicit: boolean,
): KeyText | undefined {
  if (!key) {
    composer.end = properties.end;
    // A place for an anchor or tag without a key, so that an alias finds it.
    if (properties.anchor || properties.tag) composer.empty(properties.end, properties);
    return undefined;
  }
  if (key.type === 'error') {
    composer.unexpected(key);
    composer.end = key.offset + key.source.length;
    return undefined;
  }
  if (key.type === 'block-seq' && implicit) {
    composer.syntax('a list item stands where a key belongs', key);
    composer.node(key, properties);
    return undefined;
  }
  if (key.type === 'scalar' && implicit && key.source.includes('\n')) {
    return readLastLine(composer, key, properties, entries);
  }
  if (implicit && (properties.newlineAfter || containsNewline(key))) {
    composer.syntax('a key spans several lines', key);
  }
  composer.node(key, properties);
  if (CST.isScalar(key)) return { text: keyText(key), start: key.offset, end: composer.end };
  const end = key.type === 'block-map' || key.type === 'block-seq' ? key.offset + 1 : composer.end;
  composer.problems.add('key-not-text', key.offset, end);
  return undefined;
}

function readLastLine(
  composer: YamlComposer,
  key: CST.FlowScalar,
  properties: Properties,
  entries: EntryList,
): KeyText {
  readEnd(key.end, composer.problems, true);
  let lineStart = key.offset;
  let last: KeyText = { text: '', start: key.offset, end: key.offset };
  for (const line of key.source.split('\n')) {
    const text = withoutSpaces(line);
    if (text !== '') {
      if (last.text !== '') {
        composer.problems.syntax('a colon is missing after a key', last.start, last.end);
        composer.count();
        entries.add(last, { kind: 'scalar', value: null, start: last.end, end: last.end });
      }
      const start = lineStart + line.indexOf(text);
      last = { text, start, end: start + text.length };
    }
    lineStart += line.length + 1;
  }
  const { text, ...span } = last;
  composer.anchored(properties, () => {
    composer.count();
    return { kind: 'scalar', value: text, ...span };
  });
  composer.end = last.end;
  return last;
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

/** Whether a key goes over a line break, which only a key after `?` may. */
export function containsNewline(key: CST.Token | null | undefined): boolean {
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

function isNewline({ type }: CST.SourceToken): boolean {
  return type === 'newline';
}
