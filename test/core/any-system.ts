import fc from 'fast-check';
import { type Field, fieldAt } from '../../src/manifest/fields';

/** Random systems that use every field of the manifest, each said or left out, with `unknown` among the values. */

const places = ['DE', 'FR', 'EU', 'EEA', 'US', 'US-CO', 'US-NY-NYC', 'SG', 'JP'];
const days = ['2024-08-01', '2025-08-02', '2026-08-01', '2026-08-02', '2027-12-02'];

function scalarOf(field: Field): fc.Arbitrary<unknown> {
  if (field.type === 'boolean') return fc.boolean();
  if (field.type === 'number') return fc.constantFrom(0, 0.2, 0.5, 1, 1e23, 2e25, 1e26);
  if (field.type === 'day') return fc.constantFrom(...days);
  if (field.type === 'place') return fc.constantFrom(...places);
  if (field.values && field.values.length > 0) return fc.constantFrom(...field.values.map(({ id }) => id));
  return fc.constantFrom('a', 'b');
}

function valueOf(field: Field): fc.Arbitrary<unknown> {
  const unknown = { weight: 1, arbitrary: fc.constant('unknown') };
  switch (field.kind) {
    case 'scalar':
      return fc.oneof({ weight: 9, arbitrary: scalarOf(field) }, unknown);
    case 'list':
      return fc.array(fc.oneof({ weight: 9, arbitrary: scalarOf(field) }, unknown), { maxLength: 3 });
    case 'object-list':
      return fc.array(membersOf(field), { maxLength: 2 });
    default:
      return membersOf(field);
  }
}

function membersOf(field: Field): fc.Arbitrary<Record<string, unknown>> {
  const members = Object.fromEntries(
    [...field.members]
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, member]) => [key, valueOf(member)]),
  );
  return fc.record(members, { requiredKeys: [] });
}

function recordAt(path: string): fc.Arbitrary<Record<string, unknown>> {
  const field = fieldAt(path);
  if (!field) throw new Error(`The manifest has no ${path}.`);
  return membersOf(field);
}

export const anySystem = recordAt('systems');
export const anyOrganization = recordAt('organization');

/** Paths of keys to everything that is said in a value: `['content', 'deepfake']`. Members of lists are left whole. */
export function saidPaths(value: unknown, before: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...before, key],
    ...saidPaths(inner, [...before, key]),
  ]);
}

/** A copy of a value without what stands at a path of keys. */
export function without(
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Record<string, unknown> {
  const [key = '', ...rest] = path;
  const { [key]: inner, ...others } = value;
  if (rest.length === 0 || typeof inner !== 'object' || inner === null) return others;
  return { ...others, [key]: without(inner as Record<string, unknown>, rest) };
}
