import { type BrowsedKind, browsedKinds, type CatalogStats } from '../answer/catalog-browse';
import type { Pack } from '../catalog/pack';
import type { Source } from '../catalog/schema/facts';
import type { BrowsedEntry } from './catalog-list';

type KindStats = CatalogStats['kinds'][number];

/** What a catalog holds, counted: by kind, how well it is sourced, and when it was last read. */
export function statsOf(pack: Pack): CatalogStats {
  const { version, knownUntil, regimes, tools, frameworks, risks, controls } = pack;
  const binding = regimes.filter((regime) => regime.binding).length;
  const bases = tools.flatMap(({ capabilities }) => capabilities.map(({ basis }) => basis));
  const pointed = new Set(
    [...risks, ...controls].flatMap(({ crosswalk }) =>
      Object.entries(crosswalk).flatMap(([list, ids]) => ids.map((id) => `${list} ${id}`)),
    ),
  );
  const items = frameworks.flatMap((list) => list.items.map(({ id }) => `${list.id} ${id}`));
  return {
    schemaVersion: 1,
    version,
    knownUntil,
    kinds: browsedKinds.map((kind) => kindStats(pack, kind)),
    regimes: {
      binding,
      other: regimes.length - binding,
      jurisdictions: new Set(regimes.map(({ jurisdiction }) => jurisdiction)).size,
      duties: new Set(regimes.flatMap(({ duties }) => duties.map(({ id }) => id))).size,
    },
    toolCapabilities: {
      documented: bases.filter((basis) => basis === 'documented').length,
      judged: bases.filter((basis) => basis === 'judged').length,
    },
    frameworkItems: { count: items.length, inCatalog: items.filter((item) => pointed.has(item)).length },
  };
}

function kindStats(pack: Pack, kind: BrowsedKind): KindStats {
  const entries: readonly BrowsedEntry[] = pack[kind];
  const graded = entries.flatMap((entry) => ('confidence' in entry ? [entry] : []));
  const counted = (grade: 'high' | 'medium' | 'low') =>
    graded.filter(({ confidence }) => confidence === grade).length;
  const lastRead = graded.map((entry) => newestRead(sourcesOf(pack, entry)));
  const days = lastRead.flatMap((day) => day ?? []).sort();
  return {
    kind,
    count: entries.length,
    grades:
      graded.length === 0 ? null : { high: counted('high'), medium: counted('medium'), low: counted('low') },
    newestReview: days.at(-1) ?? null,
    oldestReview: days[0] ?? null,
    unread: lastRead.filter((day) => day === undefined).length,
  };
}

function newestRead(sources: readonly Source[]): string | undefined {
  return sources
    .flatMap(({ read }) => read ?? [])
    .sort()
    .at(-1);
}

/** What risks and controls say of a list rests on the sources of that list too. */
function sourcesOf({ frameworks }: Pack, entry: Extract<BrowsedEntry, { confidence: string }>): Source[] {
  const lists = 'crosswalk' in entry ? Object.keys(entry.crosswalk) : [];
  const walked = frameworks.filter(({ id }) => lists.includes(id));
  return [...entry.sources, ...walked.flatMap(({ sources }) => sources)];
}
