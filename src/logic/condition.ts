import * as z from 'zod';

/** One scalar that a condition compares a fact with. Dates are ISO days, compared as text. */
export const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof scalarSchema>;

/**
 * A declarative question about facts. It evaluates to true, false or unknown (Kleene's strong logic of
 * indeterminacy), never runs code, and every leaf names exactly one path, so that conditions can be indexed
 * by the facts they read.
 *
 * - `all`, `any`, `not`: connectives.
 * - `equals`, `oneOf`: the fact is a scalar with this value, or one of these.
 * - `includes`: the listed values contain this one, or any of these. Areas and places expand to their parents:
 *   `DE` is in `EU`; `family.*` matches a whole family of areas. On a scalar it is `oneOf` with that expansion.
 * - `atLeast`: the fact's place in its ordered enumeration, its number, or its ISO day is this or more.
 * - `exists`: something is there; `[]` and `none` mean nothing is.
 * - `some`: one element of a list of objects has all of these values at once; of several values one, and a number or
 *   day may be asked with `atLeast`.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { path: string; equals: Scalar }
  | { path: string; oneOf: Scalar[] }
  | { path: string; includes: string | string[] }
  | { path: string; atLeast: string | number }
  | { path: string; exists: true }
  | { path: string; some: Record<string, MemberWanted> };

/** What one field of a listed object must be. */
export type MemberWanted = Scalar | Scalar[] | { atLeast: string | number };

const path = z.string().regex(/^(system|organization|derived)(\.[a-zA-Z]+)+$/, {
  error: 'a path is system.…, organization.… or derived.…, such as system.areas',
});

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(conditionSchema).min(1) }),
      z.strictObject({ any: z.array(conditionSchema).min(1) }),
      z.strictObject({ not: conditionSchema }),
      z.strictObject({ path, equals: scalarSchema }),
      z.strictObject({ path, oneOf: z.array(scalarSchema).min(1) }),
      z.strictObject({ path, includes: z.union([z.string(), z.array(z.string()).min(1)]) }),
      z.strictObject({ path, atLeast: z.union([z.string(), z.number()]) }),
      z.strictObject({ path, exists: z.literal(true) }),
      z.strictObject({
        path,
        some: z.record(
          z.string(),
          z.union([
            scalarSchema,
            z.array(scalarSchema).min(1),
            z.strictObject({ atLeast: z.union([z.string(), z.number()]) }),
          ]),
        ),
      }),
    ],
    {
      error:
        'a condition is one of all, any, not, or a path with equals, oneOf, includes, atLeast, exists: true or some',
    },
  ),
);
