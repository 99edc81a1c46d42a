import * as z from 'zod';
import { baseSchema, partSchema, rootSchema } from './schema';
import { type Referent, type ScalarType, traits, UNKNOWN } from './schema/notation';

interface FieldValue {
  readonly id: string;
  /** What a person must know to choose it, in one line. */
  readonly doc: string;
}

/** One field of the manifest, as the schema has it. */
export interface Field {
  /** Keys joined by dots, without indexes: `system.tools.access`, `organization.size`, `policy.failOn`. */
  readonly path: string;
  readonly key: string;
  readonly kind: 'scalar' | 'list' | 'object' | 'object-list' | 'record';
  /** Of a scalar, of the members of a list, of the values of a record. */
  readonly type: ScalarType | 'object';
  /** In the order in which they are offered; `unknown`, which may always be written, is not among them. */
  readonly values?: readonly FieldValue[];
  /** Other values than those listed are welcome. */
  readonly open: boolean;
  /** The order of the values counts: a later one is more. */
  readonly ordered: boolean;
  readonly absenceIsFact: boolean;
  readonly required: boolean;
  /** What it is and why it is asked, in plain words. */
  readonly doc: string;
  /** Whose ids it holds, or whose ids its keys are. */
  readonly refersTo?: Referent;
  /** One of these keys must be there. */
  readonly oneOfKeys: readonly string[];
  /** Fields of an object or of the members of an object-list, by key, in the order of the schema. */
  readonly members: ReadonlyMap<string, Field>;
  /** Whether a scalar, a member of a list, or a value of a record may have this value. */
  accepts(value: unknown): boolean;
}

type Schema = z.core.$ZodType;

const noKeys: readonly string[] = [];
const noMembers: ReadonlyMap<string, Field> = new Map();

/** The field at a path, or undefined. Fields of a system, and so of `defaults`, are below `system`. */
export function fieldAt(path: string): Field | undefined {
  return byPath.get(path);
}

/** All fields, each before those below it, in the order of the schema. */
export function fields(): readonly Field[] {
  return all;
}

/** The top of a manifest file: its members are the keys of that kind of file. */
export function fileField(kind: 'root' | 'part' | 'base'): Field {
  return files[kind];
}

/** Fields of a system that were read already: `defaults` has the same. */
const known = new Map<string, Field>();
const files = {
  root: read(rootSchema, '', '', true),
  part: read(partSchema, '', '', true),
  base: read(baseSchema, '', '', true),
};
const byPath = new Map<string, Field>();
collect(files.root);
collect(files.base);
const all = [...byPath.values()];

function collect(field: Field): void {
  for (const member of field.members.values()) {
    if (byPath.has(member.path)) continue;
    byPath.set(member.path, member);
    if (member.path !== 'defaults') collect(member);
  }
}

function read(schema: Schema, path: string, key: string, required: boolean): Field {
  if (schema instanceof z.ZodOptional) return read(schema.unwrap(), path, key, false);
  const said = traits.get(schema) ?? {};
  const about = {
    path,
    key,
    doc: z.globalRegistry.get(schema)?.description ?? '',
    required,
    open: said.open ?? false,
    ordered: said.ordered ?? false,
    absenceIsFact: said.absenceIsFact ?? false,
    oneOfKeys: noKeys,
    members: noMembers,
  };
  const inner = withoutUnknown(schema);
  if (inner instanceof z.ZodObject) return { ...about, kind: 'object', ...objectOf(inner, path) };
  if (inner instanceof z.ZodArray) {
    const member = withoutUnknown(inner.element);
    if (member instanceof z.ZodObject) return { ...about, kind: 'object-list', ...objectOf(member, path) };
    return { ...about, kind: 'list', ...scalarOf(member) };
  }
  if (inner instanceof z.ZodRecord) {
    return {
      ...about,
      kind: 'record',
      ...scalarOf(inner.valueType),
      ...refersTo(traits.get(inner)?.keysReferTo),
    };
  }
  return { ...about, kind: 'scalar', ...scalarOf(inner) };
}

/** What a value is where it is not `unknown`; a scalar knows that word itself. */
function withoutUnknown(schema: Schema): Schema {
  if (traits.get(schema)?.type !== undefined || !(schema instanceof z.ZodUnion)) return schema;
  return schema.options[0] ?? schema;
}

function objectOf(schema: z.ZodObject, path: string) {
  const below = path === 'systems' || path === 'defaults' ? 'system' : path;
  const shape: z.core.$ZodShape = schema.shape;
  const members = new Map<string, Field>();
  for (const [key, value] of Object.entries(shape)) {
    const memberPath = below === '' ? key : `${below}.${key}`;
    const field = known.get(memberPath) ?? read(value, memberPath, key, true);
    if (below.startsWith('system')) known.set(memberPath, field);
    members.set(key, field);
  }
  const oneOfKeys = traits.get(schema)?.oneOfKeys ?? noKeys;
  return { type: 'object', members, oneOfKeys, accepts: () => false } as const;
}

function scalarOf(schema: Schema) {
  const { type = 'text', terms, open = false, ordered = false, refersTo: whose } = traits.get(schema) ?? {};
  const values = terms && Object.entries(terms).map(([id, doc]) => ({ id, doc }));
  return {
    type,
    open,
    ordered,
    accepts: accepting(schema, type),
    ...(values && { values }),
    ...refersTo(whose),
  };
}

function refersTo(whose: Referent | undefined) {
  return whose === undefined ? {} : { refersTo: whose };
}

/** What the schema says; the commonest types in one step, since every value of a manifest comes through here. */
function accepting(schema: Schema, type: ScalarType): (value: unknown) => boolean {
  if (schema instanceof z.ZodEnum) {
    const allowed = new Set<unknown>(schema.options);
    return (value) => allowed.has(value);
  }
  if (type === 'boolean') return (value) => typeof value === 'boolean' || value === UNKNOWN;
  return (value) => z.safeParse(schema, value).success;
}
