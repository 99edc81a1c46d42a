import type { Range } from '../answer/schema';
import type { Pack } from '../catalog/pack';
import type { Source } from '../catalog/schema/facts';
import { areaParents } from '../manifest/enums';
import type { Field } from '../manifest/fields';
import { UNKNOWN } from '../manifest/schema/notation';
import { indexLines } from '../text/lines';
import type { Node, Span } from '../text/tree';
import type { HoverText, SourceText } from './advisor';
import { type CatalogTerm, termsOf } from './catalog-terms';
import { fieldFor, surroundings, treeOf } from './cursor-place';
import { holds, unknownDoc, valuesInWords } from './field-words';

/**
 * What the key or value at a place means: the field with its values, one value of an enumeration, or an entry of the
 * catalog with its source. Undefined where the schema knows nothing, between words, and where the text cannot be read.
 */
export function hoverField(pack: Pack, source: SourceText, position: Range['start']): HoverText | undefined {
  const lines = indexLines(source.text);
  const around = surroundings(source.path, source.text, lines.offsetAt(position));
  const tree = treeOf(around);
  const word = tree && wordAt(tree, around.offset, []);
  const place = word && fieldFor(source.path, word.path);
  if (!word || !place || place.field.path === '') return undefined;
  const range = lines.rangeOf({ start: around.inFile(word.span.start), end: around.inFile(word.span.end) });
  const about = word.value === undefined ? undefined : aboutValue(pack, place.field, word.value);
  return { markdown: about ?? aboutField(place.field), range };
}

interface Word {
  readonly path: readonly (string | number)[];
  readonly span: Span;
  /** Set for a value, not for a key. */
  readonly value?: string;
}

/** The key or scalar at an offset, with the path of the field it belongs to. */
function wordAt(node: Node, offset: number, path: readonly (string | number)[]): Word | undefined {
  if (!touches(node, offset) && node.kind === 'scalar') return undefined;
  if (node.kind === 'scalar') {
    return node.end > node.start ? { path, span: node, value: String(node.value) } : undefined;
  }
  if (node.kind === 'sequence')
    return firstOf(node.items, (item, index) => wordAt(item, offset, [...path, index]));
  return firstOf(node.entries, ({ key, keySpan, value }) =>
    touches(keySpan, offset)
      ? { path: [...path, key], span: keySpan }
      : wordAt(value, offset, [...path, key]),
  );
}

function firstOf<Item>(
  items: readonly Item[],
  find: (item: Item, index: number) => Word | undefined,
): Word | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found) return found;
  }
  return undefined;
}

function touches({ start, end }: Span, offset: number): boolean {
  return offset >= start && offset <= end;
}

function aboutField(field: Field): string {
  const title = `**${field.key}** · ${holds(field)}${field.required ? ', needed' : ''}`;
  return [title, field.doc, valuesInWords(field)].filter(Boolean).join('\n\n');
}

/** What one value means, or undefined where it means only itself. */
function aboutValue(pack: Pack, field: Field, value: string): string | undefined {
  const mine = field.values?.find(({ id }) => id === value);
  if (mine) return [`**${value}** · ${field.key}${within(value)}`, mine.doc].join('\n\n');
  if (value === UNKNOWN && field.type !== 'text')
    return [`**${UNKNOWN}** · ${field.key}`, unknownDoc].join('\n\n');
  const kind = field.type === 'place' ? 'place' : field.refersTo;
  if (kind === undefined || kind === 'rule') return undefined;
  const term = termsOf(pack, kind).get(value);
  return term && aboutTerm(term);
}

function within(area: string): string {
  const parents = areaParents(area);
  return parents.length > 0 ? `, in ${parents.join(', ')}` : '';
}

function aboutTerm({ id, title, about, statement, source }: CatalogTerm): string {
  const heading = `**${title}** · \`${id}\`${about === title ? '' : ` · ${about}`}`;
  return [heading, firstSentence(statement), source && sourceLine(source)].filter(Boolean).join('\n\n');
}

/** Up to the first full stop that is none of an abbreviation such as Art. 3 or No. 4. */
function firstSentence(text: string): string {
  const end = /(?<!\b(?:Arts?|Nos?|paras?|pp?|vs|e\.g|i\.e))\.(?=\s+[A-Z])/.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}

function sourceLine({ title, url, read }: Source): string {
  const name = url === undefined ? title : `[${title}](${url})`;
  return `Source: ${name}, ${read === null ? 'not read' : `read ${read}`}`;
}
