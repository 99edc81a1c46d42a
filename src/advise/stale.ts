import type { Root, StaleEntry } from '../answer/schema';
import type { Pack } from '../catalog/pack';
import { longestOverdueFirst, type ReviewedKind, Reviews } from '../catalog/review';

const known = new WeakMap<Pack, Reviews>();

/**
 * The entries that the advice of a root rests on and whose review day has come by a day, the longest overdue first: law
 * that applies or may, risks that are sure, controls that are asked, conflicts, tools to add, and how laws compare where
 * that was asked. What is merely in the catalog is no matter of this root.
 */
export function staleEntries(pack: Pack, root: Root, day: string): StaleEntry[] {
  const reviews = known.get(pack) ?? new Reviews(pack);
  known.set(pack, reviews);
  const restsOn: readonly (readonly [ReviewedKind, Iterable<string>])[] = [
    ['regimes', lawOf(root)],
    ['risks', risksOf(root)],
    ['controls', controlsOf(root)],
    ['conflicts', root.conflicts.map(({ id }) => id)],
    ['tools', (root.portfolio?.tools ?? []).map(({ tool }) => tool)],
    ['comparisons', comparedThemes(root)],
  ];
  return restsOn
    .flatMap(([kind, ids]) => [...new Set(ids)].flatMap((id) => reviews.overdue(kind, id, day) ?? []))
    .sort(longestOverdueFirst)
    .map(({ kind, id, title, lastRead, due }) => ({ kind, id, title, read: lastRead, due }));
}

function lawOf({ systems }: Root): string[] {
  return systems.flatMap(({ regimes }) =>
    regimes.flatMap(({ id, binding, status, applies }) =>
      binding && status !== 'proposed' && applies !== 'no' ? id : [],
    ),
  );
}

function risksOf(root: Root): string[] {
  const all = [...root.risks, ...root.systems.flatMap(({ risks }) => risks)];
  return all.flatMap(({ id, verdict }) => (verdict === 'yes' ? id : []));
}

function controlsOf(root: Root): string[] {
  const all = [...root.controls, ...root.systems.flatMap(({ controls }) => controls)];
  return all.flatMap(({ id, asked }) => (asked ? id : []));
}

/** The entry of a comparison has the id of its theme; it was used where a strictest text is told. */
function comparedThemes({ systems }: Root): string[] {
  return systems.flatMap(({ divergence }) =>
    (divergence?.themes ?? []).flatMap(({ id, strictest }) => (strictest === null ? [] : id)),
  );
}
