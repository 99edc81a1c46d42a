import type { Model } from '../../../assess/model';
import type { Field } from '../../../manifest/fields';

/** What an id can be of. Rules are not of the catalog. */
export type IdKind = NonNullable<Field['refersTo']> | 'place';
type Kind = Exclude<IdKind, 'rule'>;

const remembered = new WeakMap<Model, Map<Kind, ReadonlySet<string>>>();

/** Every id of a kind that the catalog has. */
export function idsOf(model: Model, kind: Kind): ReadonlySet<string> {
  const kinds = remembered.get(model) ?? new Map<Kind, ReadonlySet<string>>();
  remembered.set(model, kinds);
  const earlier = kinds.get(kind);
  if (earlier) return earlier;
  const ids = new Set(listIds(model, kind));
  kinds.set(kind, ids);
  return ids;
}

function listIds({ pack }: Model, kind: Kind): readonly string[] {
  switch (kind) {
    case 'place':
      return pack.places.map(({ id }) => id);
    case 'control':
      return pack.controls.map(({ id }) => id);
    case 'tool':
      return pack.tools.map(({ id }) => id);
    case 'regime':
      return pack.regimes.map(({ id }) => id);
    case 'duty':
      return pack.regimes.flatMap(({ duties }) => duties.map(({ id }) => id));
    case 'class':
      return pack.regimes.flatMap(({ id, classes }) => classes.map((basis) => `${id}.${basis.class}`));
    case 'exemption':
      return pack.regimes.flatMap(({ exceptions, exclusions }) =>
        [...exceptions, ...exclusions].map(({ id }) => id),
      );
  }
}

const folders: Readonly<Partial<Record<IdKind, string>>> = {
  tool: 'tools',
  control: 'controls',
  regime: 'regimes',
};

/** Which overlay took this id out of the catalog, itself or with its regime, and why. */
export function withdrawalOf(
  { pack }: Model,
  kind: IdKind,
  id: string,
): { readonly file: string; readonly reason: string } | undefined {
  const folder = folders[kind] ?? 'regimes';
  const change = pack.overlays?.changes.find(
    ({ how, kind: changed, id: gone }) =>
      how === 'withdrawn' &&
      changed === folder &&
      (gone === id || (folder === 'regimes' && id.startsWith(`${gone}.`))),
  );
  return change && { file: change.file, reason: change.reason ?? '' };
}
