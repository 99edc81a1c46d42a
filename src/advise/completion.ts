import type { Range } from '../answer/schema';
import type { Pack } from '../catalog/pack';
import { manifestRole } from '../manifest/roots';
import { type CursorContext, cursorContext } from '../text/cursor';
import { indexLines } from '../text/lines';
import { nodeAt } from '../text/tree';
import type { CompletionItem, SourceText } from './advisor';
import { type FieldPlace, fieldFor, type Surroundings, surroundings, treeOf } from './cursor-place';
import { type KeyStyle, proposeKeys, proposeRecordKeys } from './key-completion';
import { fullManifest, smallManifest } from './snippets';
import { inBraces, proposeValues, type Sources, type ValueStyle } from './value-completion';

/** A completion before it is known where it goes and which comes first. */
export type Proposal = Omit<CompletionItem, 'range' | 'sortText'>;

/** A place in a file with all that is known of it. */
interface Cursor extends CursorContext {
  readonly around: Surroundings;
  readonly place: FieldPlace;
}

/**
 * What can be written at a place, also in half-typed text; most useful first, by `sortText` too. Keys that an object
 * lacks, values of enumerations, places, and ids of the catalog and of rules where such ids belong. Of places only
 * those that begin as typed, so that a client has to ask again when more is typed.
 */
export function complete(
  pack: Pack,
  source: SourceText,
  position: Range['start'],
  ruleIds: readonly string[],
): readonly CompletionItem[] {
  const lines = indexLines(source.text);
  const around = surroundings(source.path, source.text, lines.offsetAt(position));
  const context = cursorContext(around.text, around.format, around.offset);
  if (!context) return [];
  const range = lines.rangeOf({
    start: around.inFile(context.span.start),
    end: around.inFile(context.span.end),
  });
  const place = fieldFor(source.path, context.path);
  const proposals = [
    ...beginnings(source.path, around, context),
    ...(place ? propose({ ...context, around, place }, { pack, ruleIds }) : []),
  ];
  return proposals.map((proposal, index) => ({
    ...proposal,
    range,
    sortText: String(index).padStart(4, '0'),
  }));
}

/** In a file that says nothing yet: a whole manifest. */
function beginnings(
  path: string,
  { text, format }: Surroundings,
  { span }: CursorContext,
): readonly Proposal[] {
  const rest = `${text.slice(0, span.start)}${text.slice(span.end)}`;
  if (rest.replace(/^\s*#.*$/gm, '').trim() !== '') return [];
  const role = manifestRole(path);
  const whole =
    role === 'base'
      ? []
      : role === 'part'
        ? [smallManifest(format)]
        : [smallManifest(format), fullManifest(format)];
  return whole.map((snippet) => ({
    label: snippet.label,
    kind: 'key',
    detail: snippet.detail,
    documentation: '',
    insertText: snippet.text,
    snippet: true,
  }));
}

function propose(cursor: Cursor, sources: Sources): readonly Proposal[] {
  const { field, isMember } = cursor.place;
  const hasKeys = field.members.size > 0 && (field.kind === 'object' || isMember || cursor.in === 'key');
  if (cursor.in === 'key' && field.kind === 'record') {
    return proposeRecordKeys(sources.ruleIds, cursor.siblings, keyStyle(cursor));
  }
  if (cursor.in === 'key' && hasKeys) return proposeKeys(field, cursor.siblings, keyStyle(cursor));
  const style = valueStyle(cursor);
  if (field.members.size > 0) {
    const keys = proposeKeys(field, [], { ...keyStyle(cursor), flow: true, onlyName: false, comma: false });
    return inBraces(keys, field.kind === 'object-list' && !isMember, style.spaced);
  }
  if (field.kind === 'record' && !isMember) return [];
  return proposeValues(field, cursor.typed, presentMembers(cursor), style, sources);
}

function keyStyle({ around, span, path }: Cursor): KeyStyle {
  const { text, format } = around;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = text.slice(lineStart, span.start);
  const after = text.slice(span.end);
  const onlyName = /^[ \t]*:/.test(after);
  return {
    format,
    flow: isFlow(around, path, before),
    inset: before.length - before.search(/\S|$/),
    onlyName,
    comma: format === 'json' && !onlyName && /^\s*"/.test(after),
  };
}

/** Whether a mapping is written in braces; of one that cannot be read, the open brackets before it tell. */
function isFlow(around: Surroundings, path: CursorContext['path'], before: string): boolean {
  if (around.format === 'json') return true;
  const node = nodeAt(treeOf(around), path);
  if (node?.kind === 'mapping') return around.text[node.start] === '{';
  const count = (bracket: string) => before.split(bracket).length;
  return count('{') + count('[') > count('}') + count(']');
}

function valueStyle({ around, span, place }: Cursor): ValueStyle {
  const first = around.text[span.start] ?? '';
  return {
    format: around.format,
    quote: span.end > span.start && (first === '"' || first === "'") ? first : '',
    bracketed: place.field.kind === 'list' && !place.isMember,
    spaced: around.format === 'yaml' && around.text[span.start - 1] === ':',
  };
}

/** The other members of the list at the cursor. Behind a dash the word may yet become a key, with no members beside it. */
function presentMembers({ around, path, place, siblings, in: what }: Cursor): readonly string[] {
  if (!place.isMember || place.field.kind !== 'list') return [];
  if (what === 'value') return siblings;
  const list = nodeAt(treeOf(around), path.slice(0, -1));
  const members = list?.kind === 'sequence' ? list.items : [];
  return members.flatMap((member, index) =>
    index !== path.at(-1) && member.kind === 'scalar' && typeof member.value === 'string'
      ? [member.value]
      : [],
  );
}
