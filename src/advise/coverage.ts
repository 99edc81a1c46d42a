import type { CoverageItem, FrameworkCoverage, Ground, ItemState } from '../answer/coverage';
import { itemStates } from '../answer/coverage';
import type { Root } from '../answer/schema';
import type { Pack } from '../catalog/pack';
import type { FrameworkEntry } from '../catalog/schema/framework';
import { Grounds } from './coverage-grounds';
import { formerReference, itemReference } from './framework-items';

/**
 * What of one list a root touches, meets and misses. Behind an item stand the entries of the catalog whose crosswalk
 * points to it: risks where the list is one of risks, controls where it is one of measures or clauses, and the other
 * of the two where no such entry points to it. An item above others is read with all that stands behind these.
 *
 * An item is *met* when each risk behind it that holds or may hold is answered (its primary controls, as far as they
 * make sense and are not said not to apply, are shown, and there is one), or when each control behind it that is asked
 * or may be is shown. A control that is shown though nobody asks for it counts too. What is only declared, or waived,
 * is not met.
 */
export function coverageOf(pack: Pack, root: Root, framework: FrameworkEntry): FrameworkCoverage {
  const grounds = groundsFor(pack, root);
  const items = framework.items.map((item): CoverageItem => {
    const below = framework.items.filter(({ parent }) => parent === item.id);
    const entries = distinct([item, ...below].flatMap(({ id }) => pointing(pack, framework, id)));
    const found = entries.flatMap((entry) => grounds.of(entry)).sort(byUrgency);
    const was = formerReference(pack, framework, item);
    return {
      id: item.id,
      title: item.title,
      reference: itemReference(framework, item),
      ...(was === undefined ? {} : { was }),
      ...(item.parent === undefined ? {} : { parent: item.parent }),
      state: stateOf(entries.length > 0, found),
      grounds: found,
    };
  });
  const counts: FrameworkCoverage['counts'] = {
    open: 0,
    'may-be-open': 0,
    met: 0,
    'not-touched': 0,
    'not-in-catalog': 0,
  };
  for (const state of itemStates) counts[state] = items.filter((item) => item.state === state).length;
  const { id, title, shortTitle, version, publisher, lists, note } = framework;
  const told = { id, title, shortTitle, version, publisher, lists, ...(note === undefined ? {} : { note }) };
  return { framework: told, counts, items };
}

/** An entry that points to an item. */
export interface Pointer {
  readonly kind: 'risk' | 'control';
  readonly id: string;
}

/** The entries behind an item itself: of the kind that the list has, else of the other. */
function pointing({ risks, controls }: Pack, { id: list, lists }: FrameworkEntry, item: string): Pointer[] {
  const named = (entries: readonly Crosswalked[], kind: Pointer['kind']): Pointer[] =>
    entries.flatMap(({ id, crosswalk }) => (crosswalk[list]?.includes(item) ? [{ kind, id }] : []));
  const [own, other] = [named(risks, 'risk'), named(controls, 'control')];
  const [first, second] = lists === 'risks' ? [own, other] : [other, own];
  return first.length > 0 ? first : second;
}

interface Crosswalked {
  readonly id: string;
  readonly crosswalk: Readonly<Record<string, readonly string[]>>;
}

function distinct(pointers: readonly Pointer[]): Pointer[] {
  return [...new Map(pointers.map((one) => [`${one.kind}/${one.id}`, one])).values()];
}

function stateOf(isInCatalog: boolean, grounds: readonly Ground[]): ItemState {
  if (!isInCatalog) return 'not-in-catalog';
  if (grounds.length === 0) return 'not-touched';
  const left = grounds.filter(({ met }) => !met);
  if (left.some(({ holds }) => holds === 'yes')) return 'open';
  return left.length > 0 ? 'may-be-open' : 'met';
}

function byUrgency(a: Ground, b: Ground): number {
  return (
    Number(b.holds === 'yes') - Number(a.holds === 'yes') ||
    Number(a.met) - Number(b.met) ||
    (b.severity ?? 0) - (a.severity ?? 0) ||
    order(a.system, b.system) ||
    order(a.id, b.id)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is read of a root is the same for each list. */
const known = new WeakMap<Root, { readonly pack: Pack; readonly grounds: Grounds }>();

function groundsFor(pack: Pack, root: Root): Grounds {
  const earlier = known.get(root);
  if (earlier?.pack === pack) return earlier.grounds;
  const grounds = new Grounds(pack, root);
  known.set(root, { pack, grounds });
  return grounds;
}
