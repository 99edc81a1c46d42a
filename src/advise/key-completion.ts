import type { Field } from '../manifest/fields';
import type { Format } from '../text/piece';
import type { Proposal } from './completion';
import { holds, valuesInWords } from './field-words';

/** How keys are written at a place. */
export interface KeyStyle {
  readonly format: Format;
  /** Inside braces, where line breaks do not count. */
  readonly flow: boolean;
  /** Columns by which the key stands behind the first character of its line, as after a dash. */
  readonly inset: number;
  /** A colon follows already: only the name is to be written. */
  readonly onlyName: boolean;
  /** JSON: more follows, so a comma must. */
  readonly comma: boolean;
}

/** The keys that an object still lacks: those that must be there first, then in the order of the schema. */
export function proposeKeys(field: Field, present: readonly string[], style: KeyStyle): readonly Proposal[] {
  const missing = [...field.members.values()].filter(({ key }) => !present.includes(key));
  const lacksOne = !field.oneOfKeys.some((key) => present.includes(key));
  const isNeeded = (member: Field) => member.required || (lacksOne && field.oneOfKeys.includes(member.key));
  const ordered = [...missing.filter(isNeeded), ...missing.filter((member) => !isNeeded(member))];
  return ordered.map((member) => ({
    label: member.key,
    kind: 'key',
    detail: isNeeded(member) ? `${holds(member)}, needed` : holds(member),
    documentation: [member.doc, valuesInWords(member)].filter(Boolean).join('\n\n'),
    insertText: keyText(member, style),
    snippet: true,
  }));
}

/** The keys of a record, whose names are ids. */
export function proposeRecordKeys(
  ids: readonly string[],
  present: readonly string[],
  style: KeyStyle,
): readonly Proposal[] {
  const missing = ids.filter((id) => !present.includes(id));
  return missing.map((id) => ({
    label: id,
    kind: 'key',
    detail: 'rule',
    documentation: '',
    insertText: named(id, '$0', style),
    snippet: true,
  }));
}

/** A key with what opens its value, as a snippet. */
function keyText(field: Field, style: KeyStyle): string {
  return named(field.key, opening(field, style), style);
}

function named(key: string, value: string, { format, onlyName, comma }: KeyStyle): string {
  const name = literal(format === 'json' ? JSON.stringify(key) : key);
  if (onlyName) return name;
  const isBelow = value.startsWith('\n');
  return `${name}:${isBelow ? '' : ' '}${value}${comma ? ',' : ''}`;
}

/** Text that means itself in a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function opening(field: Field, style: KeyStyle): string {
  switch (field.kind) {
    case 'scalar':
      return scalarStop(field, style.format);
    case 'list':
      return `[${scalarStop(field, style.format)}]`;
    case 'object':
    case 'record':
      return style.format === 'json' || style.flow ? '{ $0 }' : `\n${indent(style)}$0`;
    case 'object-list':
      return openingList(field, style);
  }
}

/** A list of objects begins with its first, and that with the key it is called by. */
function openingList(field: Field, style: KeyStyle): string {
  const [first] = field.members.values();
  const inner: KeyStyle = { ...style, onlyName: false, comma: false, flow: true };
  const begun = first ? keyText(first, inner) : '$0';
  if (style.format === 'json' || style.flow) return `[{ ${begun} }]`;
  return `\n${indent(style)}- ${begun}`;
}

/** Editors indent further lines of a snippet like its first, so only what goes beyond that is written. */
function indent({ inset }: KeyStyle): string {
  return ' '.repeat(inset + 2);
}

function scalarStop(field: Field, format: Format): string {
  const only = field.values?.length === 1 ? field.values[0]?.id : undefined;
  if (only !== undefined && field.type === 'number') return only;
  const isBare = format === 'yaml' || field.type === 'boolean' || field.type === 'number';
  return isBare ? '$0' : '"$0"';
}
