import { type Field, fileField } from '../manifest/fields';
import { manifestRole } from '../manifest/roots';
import { readJson } from '../text/json-tree';
import type { Format } from '../text/piece';
import type { Node } from '../text/tree';
import { findItems } from '../text/yaml-items';
import { readYaml } from '../text/yaml-tree';

/** The text around a place: the file without the systems that lie elsewhere, so that a large one is read as fast. */
export interface Surroundings {
  readonly text: string;
  readonly format: Format;
  /** The place, as an offset in `text`. */
  readonly offset: number;
  /** Turns an offset of `text`, where it lies in the same stretch as the place, into one of the file. */
  inFile(offset: number): number;
}

export function surroundings(path: string, text: string, offset: number): Surroundings {
  const format: Format = path.endsWith('.json') ? 'json' : 'yaml';
  const whole: Surroundings = { text, format, offset, inFile: (at) => at };
  const found = format === 'yaml' ? findItems(text, 'systems') : undefined;
  const first = found?.starts[0];
  if (!found || first === undefined) return whole;
  const index = found.starts.findLastIndex((start) => start <= offset);
  const start = found.starts[Math.max(index, 0)] ?? first;
  const end = found.starts[Math.max(index, 0) + 1] ?? found.end;
  // The place is before all systems, in one of them, or behind them all: that much is left out before it.
  const left = offset < first ? 0 : offset < found.end ? start - first : found.end - end + start - first;
  return {
    text: text.slice(0, first) + text.slice(start, end) + text.slice(found.end),
    format,
    offset: offset - left,
    inFile: (at) => at + left,
  };
}

export function treeOf({ text, format }: Surroundings): Node | undefined {
  return (format === 'json' ? readJson(text) : readYaml(text)).tree;
}

/** A field, and whether a place is one member of it: of a list, or of a record. */
export interface FieldPlace {
  readonly field: Field;
  readonly isMember: boolean;
}

/** The field at steps through the tree of a file; undefined where the schema knows none. */
export function fieldFor(path: string, steps: readonly (string | number)[]): FieldPlace | undefined {
  let place: FieldPlace | undefined = { field: fileField(manifestRole(path) ?? 'root'), isMember: false };
  for (const step of steps) {
    if (!place) return undefined;
    place = typeof step === 'number' ? memberOf(place) : below(place, step);
  }
  return place;
}

function memberOf({ field, isMember }: FieldPlace): FieldPlace | undefined {
  const isList = field.kind === 'list' || field.kind === 'object-list';
  return isList && !isMember ? { field, isMember: true } : undefined;
}

/** An object where a list of objects belongs is read as its one member. */
function below({ field, isMember }: FieldPlace, key: string): FieldPlace | undefined {
  if (field.kind === 'record') return isMember ? undefined : { field, isMember: true };
  const member = field.members.get(key);
  return member && { field: member, isMember: false };
}
