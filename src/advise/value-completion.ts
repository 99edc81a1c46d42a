import type { Pack } from '../catalog/pack';
import { type Field } from '../manifest/fields';
import { UNKNOWN } from '../manifest/schema/notation';
import type { Format } from '../text/piece';
import { termsOf } from './catalog-terms';
import type { Proposal } from './completion';
import { unknownDoc } from './field-words';
import { literal } from './key-completion';

/** How a value is written at a place. */
export interface ValueStyle {
  readonly format: Format;
  /** The quote that was typed already, or none. */
  readonly quote: string;
  /** The place wants a whole list, so that a member needs brackets. */
  readonly bracketed: boolean;
  /** A space is still missing before the value. */
  readonly spaced: boolean;
}

/** What ids and places a value may name. */
export interface Sources {
  readonly pack: Pack;
  readonly ruleIds: readonly string[];
}

/** The values that a scalar, or a member of a list, may have, without those that the list has already. */
export function proposeValues(
  field: Field,
  typed: string,
  present: readonly string[],
  style: ValueStyle,
  sources: Sources,
): readonly Proposal[] {
  const values = [...ownValues(field), ...namedValues(field, typed, sources), ...unknownValue(field)];
  return values
    .filter(({ label }) => !present.includes(label))
    .map((value) => ({
      label: value.label,
      kind: 'value',
      detail: value.detail,
      documentation: value.documentation,
      insertText: valueText(field, value.label, style),
      snippet: false,
    }));
}

type Value = Pick<Proposal, 'label' | 'detail' | 'documentation'>;

function ownValues(field: Field): readonly Value[] {
  if (field.type === 'boolean') {
    return ['true', 'false'].map((label) => ({ label, detail: field.key, documentation: '' }));
  }
  return (field.values ?? []).map(({ id, doc }) => ({ label: id, detail: field.key, documentation: doc }));
}

/** Ids of the catalog, places and rules. Of places, which are many, those that begin as typed. */
function namedValues(field: Field, typed: string, { pack, ruleIds }: Sources): readonly Value[] {
  if (field.kind === 'record') return [];
  if (field.refersTo === 'rule')
    return ruleIds.map((label) => ({ label, detail: 'rule', documentation: '' }));
  const kind = field.type === 'place' ? 'place' : field.refersTo;
  if (kind === undefined) return [];
  const terms = [...termsOf(pack, kind).values()];
  const wanted = kind === 'place' ? terms.filter(({ id }) => beginsAs(id, typed)) : terms;
  return wanted.map(({ id, title, about, statement }) => ({
    label: id,
    detail: about,
    documentation: kind === 'place' ? statement : `**${title}**\n\n${statement}`,
  }));
}

/** Before anything is typed, whole countries and unions only. */
function beginsAs(id: string, typed: string): boolean {
  return typed === '' ? !id.includes('-') : id.startsWith(typed.toUpperCase());
}

/** Where any text may be written, `unknown` needs no offer. */
function unknownValue(field: Field): readonly Value[] {
  const isFree =
    field.type === 'text' || field.type === 'id' || field.type === 'path' || field.type === 'glob';
  if (isFree || !field.accepts(UNKNOWN)) return [];
  return [{ label: UNKNOWN, detail: field.key, documentation: unknownDoc }];
}

function valueText(field: Field, value: string, { format, quote, bracketed, spaced }: ValueStyle): string {
  const isBare = value !== UNKNOWN && (field.type === 'boolean' || field.type === 'number');
  const written = isBare ? value : format === 'json' ? JSON.stringify(value) : `${quote}${value}${quote}`;
  return `${spaced ? ' ' : ''}${bracketed && value !== UNKNOWN ? `[${written}]` : written}`;
}

/** Where an object belongs: one in braces, begun with any of its keys. */
export function inBraces(keys: readonly Proposal[], listed: boolean, spaced: boolean): readonly Proposal[] {
  const [open, close] = listed ? ['[{ ', ' }]'] : ['{ ', ' }'];
  return keys.map((key) => ({
    ...key,
    insertText: `${spaced ? ' ' : ''}${open}${key.insertText}${literal(close)}`,
  }));
}
