import { nearest } from '../text/nearest';
import { type Field, fieldAt, fields, fileField } from './fields';
import { UNKNOWN } from './schema/notation';

/** Keys and indexes from the top of what was checked. */
type Steps = readonly (string | number)[];

/**
 * One thing that the schema refuses. There is at most one of a code at a place.
 *
 * - `wrong-type`: text where a number belongs, a list where a scalar belongs. `expected` is the type of the field,
 *   `list` or `object`; `got` is `nothing`, `text`, `number`, `boolean`, `list` or `object`.
 * - `wrong-value`: of the right type, and none of those allowed. `got` is what was written, shortened.
 * - `missing-key`: `path` is that of the object; `allowed` is the key, or the keys one of which must be there.
 * - `unknown-key`: `path` ends with the key; `elsewhere` is the path of a field of that name in another place.
 * - `list-expected`: a scalar or an object that is read as a list with this one member.
 */
export interface SchemaIssue {
  readonly path: Steps;
  readonly code: 'wrong-type' | 'wrong-value' | 'missing-key' | 'unknown-key' | 'list-expected';
  readonly params: {
    readonly expected?: Field['type'] | 'list';
    readonly allowed?: readonly string[];
    readonly got?: string;
    /** What was probably meant, as it is written in YAML; of a key, its name. */
    readonly nearest?: string;
    /** The same as a value. */
    readonly meant?: string | number | boolean;
    readonly elsewhere?: string;
  };
}

/** Everything that the schema refuses in a whole file, in the order of the value. Never throws. */
export function validateValue(kind: 'root' | 'part' | 'base', value: unknown): readonly SchemaIssue[] {
  return new Check().object(fileField(kind), value);
}

const systems = fieldAt('systems');

/** The same for one entry of `systems`; paths begin at the entry. */
export function validateSystem(value: unknown): readonly SchemaIssue[] {
  return systems ? new Check().object(systems, value) : [];
}

/** Looking for near names takes time, which a file full of mistakes must not cost. */
const MOST_SUGGESTIONS = 50;
const LONGEST_SHOWN = 60;

class Check {
  private readonly issues: SchemaIssue[] = [];
  private readonly steps: (string | number)[] = [];
  private suggestions = 0;

  object(field: Field, value: unknown): readonly SchemaIssue[] {
    this.members(field, value);
    return this.issues;
  }

  private report(code: SchemaIssue['code'], params: SchemaIssue['params']): void {
    this.issues.push({ path: [...this.steps], code, params });
  }

  private value(field: Field, value: unknown): void {
    if (field.kind === 'scalar') {
      if (!field.accepts(value)) this.refuse(field, value);
    } else if (value === UNKNOWN && field.path !== 'systems') return;
    else if (field.kind === 'object') this.members(field, value);
    else if (field.kind === 'record') this.record(field, value);
    else if (Array.isArray(value)) this.list(field, value);
    else this.single(field, value);
  }

  private list(field: Field, members: readonly unknown[]): void {
    for (let index = 0; index < members.length; index++) {
      this.steps.push(index);
      this.member(field, members[index]);
      this.steps.pop();
    }
  }

  private member(field: Field, value: unknown): void {
    if (field.kind === 'list') {
      if (!field.accepts(value)) this.refuse(field, value);
    } else if (value !== UNKNOWN || field.path === 'systems') this.members(field, value);
  }

  /** A value where a list belongs: its one member, unless it cannot be a member at all. */
  private single(field: Field, value: unknown): void {
    const isEntries = field.kind === 'object-list';
    // Systems are read one by one, so one that stands alone is none.
    if (field.path === 'systems' || (isEntries ? !isObject(value) : !isScalar(value))) {
      this.report('wrong-type', { expected: 'list', got: typeOf(value) });
    } else if (!isEntries && !field.accepts(value)) {
      this.refuse(field, value);
    } else {
      this.report('list-expected', { expected: field.type });
      if (isEntries) this.members(field, value);
    }
  }

  private record(field: Field, value: unknown): void {
    if (!isObject(value)) {
      this.report('wrong-type', { expected: 'object', got: typeOf(value) });
      return;
    }
    for (const key of Object.keys(value)) {
      this.steps.push(key);
      if (!field.accepts(value[key])) this.refuse(field, value[key]);
      this.steps.pop();
    }
  }

  private members(field: Field, value: unknown): void {
    if (!isObject(value)) {
      this.report('wrong-type', { expected: 'object', got: typeOf(value) });
      return;
    }
    for (const member of field.members.values()) {
      if (member.required && !Object.hasOwn(value, member.key)) {
        this.report('missing-key', { allowed: [member.key] });
      }
    }
    const { oneOfKeys } = field;
    if (oneOfKeys.length > 0 && !oneOfKeys.some((key) => Object.hasOwn(value, key))) {
      this.report('missing-key', { allowed: oneOfKeys });
    }
    for (const key of Object.keys(value)) {
      const member = field.members.get(key);
      if (!member && key.startsWith('x-')) continue;
      this.steps.push(key);
      if (member) this.value(member, value[key]);
      else this.unknownKey(field, value, key);
      this.steps.pop();
    }
  }

  private unknownKey(field: Field, value: object, key: string): void {
    const free = [...field.members.keys()].filter((known) => !Object.hasOwn(value, known));
    const meant = this.suggest(() => nearest(key, free));
    const elsewhere = placesByKey.get(key);
    this.report('unknown-key', {
      got: shorten(key),
      ...(meant !== undefined && { nearest: meant }),
      ...(elsewhere !== undefined && { elsewhere }),
    });
  }

  /** A scalar that the field does not accept. */
  private refuse(field: Field, value: unknown): void {
    const got = typeOf(value);
    const { type } = field;
    const isChoice = type === 'enum' || type === 'area';
    const wanted = type === 'boolean' || type === 'number' ? type : 'text';
    const meant = this.suggest(() => suggestion(field, value));
    const params = {
      expected: type,
      ...allowedBy(field),
      ...(meant !== undefined && { meant, nearest: written(field, meant) }),
    };
    if (isScalar(value) && (isChoice || got === wanted)) {
      this.report('wrong-value', { ...params, got: shorten(String(value)) });
    } else this.report('wrong-type', { ...params, got });
  }

  private suggest<Value>(find: () => Value | undefined): Value | undefined {
    this.suggestions++;
    return this.suggestions > MOST_SUGGESTIONS ? undefined : find();
  }
}

/** Where a key belongs: the field of that name that is nearest to the top. */
const placesByKey = new Map<string, string>();
for (const { key, path } of [...fields()].sort((a, b) => depth(a.path) - depth(b.path))) {
  if (!placesByKey.has(key)) placesByKey.set(key, path);
}

function depth(path: string): number {
  return path.split('.').length;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value;
  return isObject(value) ? 'object' : 'nothing';
}

function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function allowedBy(field: Field): { allowed?: readonly string[] } {
  if (field.type === 'boolean') return { allowed: ['true', 'false'] };
  return field.values && !field.open ? { allowed: field.values.map(({ id }) => id) } : {};
}

/** What was probably meant, where that is plain from the value alone. */
function suggestion(field: Field, value: unknown): string | number | boolean | undefined {
  const ids = (field.values ?? []).map(({ id }) => id);
  if (typeof value === 'boolean' && field.type === 'enum') {
    return ids.find((id) => id === (value ? 'yes' : 'no'));
  }
  if (typeof value !== 'string') return saidAsText(field, value);
  switch (field.type) {
    case 'enum':
    case 'area':
      return nearest(value, ids);
    case 'boolean':
      return truths.get(value.trim().toLowerCase());
    case 'number':
      return accepted(field, value.trim() === '' ? Number.NaN : Number(value));
    case 'day':
      return accepted(field, asDay(value));
    case 'place':
      return accepted(field, value.trim().toUpperCase());
    default:
      return undefined;
  }
}

/** A number or a yes where text belongs: the same in quotes. */
function saidAsText(field: Field, value: unknown): string | undefined {
  const isText = field.type === 'text' || field.type === 'id' || field.type === 'glob';
  return isText && isScalar(value) ? accepted(field, String(value)) : undefined;
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['y', true],
  ['false', false],
  ['no', false],
  ['off', false],
  ['n', false],
]);

function accepted<Value extends string | number>(field: Field, value: Value): Value | undefined {
  return field.accepts(value) ? value : undefined;
}

/** Text that would be read as something else stands in quotes. */
function written(field: Field, value: string | number | boolean): string {
  return saidAsText(field, value) === undefined ? String(value) : `"${value}"`;
}

/** `2026-3-1`, `2026/03/01` and `2026-03-01T12:00` as a day; other ways of writing one are not told apart. */
function asDay(text: string): string {
  const [, year = '', month = '', day = ''] =
    /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
