import type { Field } from '../manifest/fields';

/** Said of `unknown` wherever it is offered or hovered. */
export const unknownDoc =
  'Somebody looked and does not know. It counts as if nothing were said, and shows that it was asked.';

const typeWords: Readonly<Record<Field['type'], string>> = {
  text: 'text',
  enum: 'one value',
  area: 'area',
  boolean: 'true or false',
  number: 'number',
  day: 'day, YYYY-MM-DD',
  place: 'place',
  id: 'id',
  path: 'path in the manifest',
  glob: 'path or glob',
  object: 'object',
};

const listWords: Readonly<Record<Field['type'], string>> = {
  text: 'texts',
  enum: 'values',
  area: 'areas',
  boolean: 'true or false',
  number: 'numbers',
  day: 'days',
  place: 'places',
  id: 'ids',
  path: 'paths in the manifest',
  glob: 'paths or globs',
  object: 'entries',
};

/** What a field holds, in a few words: `list of areas`. */
export function holds(field: Field): string {
  if (field.kind === 'list' || field.kind === 'object-list') {
    const ids = field.refersTo === undefined ? listWords[field.type] : `${field.refersTo} ids`;
    return `list of ${ids}`;
  }
  if (field.kind === 'record') return 'object with keys of your choice';
  if (field.values && !field.open && field.type !== 'number') return `one of ${field.values.length}`;
  return field.refersTo === undefined ? typeWords[field.type] : `${field.refersTo} id`;
}

/** How many values are listed before the rest is only counted. */
const listed = 32;

/** The values of a field as Markdown, or undefined where it has none of its own. */
export function valuesInWords(field: Field): string | undefined {
  if (field.type === 'boolean') return 'Values: `true`, `false`';
  if (!field.values) return undefined;
  // Of areas only the families: their members are many, and completion has them with their meanings.
  const shown = field.type === 'area' ? field.values.filter(({ id }) => !id.includes('.')) : field.values;
  const ids = shown.slice(0, listed).map(({ id }) => `\`${id}\``);
  const rest = shown.length > listed ? `, and ${shown.length - listed} more` : '';
  const lead =
    field.type === 'area'
      ? 'Families'
      : field.open
        ? 'For example'
        : field.ordered
          ? 'From least to most'
          : 'Values';
  return `${lead}: ${ids.join(', ')}${rest}`;
}
