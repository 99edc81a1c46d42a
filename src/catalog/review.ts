import { addMonths } from './days';
import type { Pack } from './pack';
import { compare } from './problem';
import type { Source } from './schema/facts';

/** The kinds of entry that carry facts. Capabilities, vocabularies and places are definitions, which do not age. */
export const reviewedKinds = [
  'background',
  'comparisons',
  'conflicts',
  'controls',
  'frameworks',
  'regimes',
  'risks',
  'tools',
] as const;
export type ReviewedKind = (typeof reviewedKinds)[number];
type ReviewedEntry = Pack[ReviewedKind][number];

/**
 * Months after which an entry should be read again, where it does not say so itself (`reviewMonths`). Editorial, by how
 * fast such facts move: conflicts turn on courts and bills of the season, tools on their releases; what a risk is and
 * how a measure works changes with the editions of the lists they rest on, most of which come yearly. A regime always
 * says its own; its number here stands for packs that were made before it did.
 */
export const usualReviewMonths: Readonly<Record<ReviewedKind, number>> = {
  background: 6,
  comparisons: 6,
  conflicts: 3,
  controls: 12,
  frameworks: 12,
  regimes: 6,
  risks: 12,
  tools: 6,
};

/** When an entry was last held against its sources, and when that is to be done again. */
export interface Review {
  readonly kind: ReviewedKind;
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** The newest day on which one of its sources was read; null where none ever was. */
  readonly lastRead: string | null;
  readonly months: number;
  /** The day on which it is to be read again; null where it never was, and so is overdue on any day. */
  readonly due: string | null;
}

/** The reviews of a catalog's entries: asked for one by one, or all that are overdue. */
export class Reviews {
  readonly #byName = new Map<string, Review>();

  constructor(pack: Pack) {
    const frameworks = new Map(pack.frameworks.map((framework) => [framework.id, framework.sources]));
    for (const kind of reviewedKinds) {
      for (const entry of pack[kind]) {
        this.#byName.set(nameOf(kind, entry.id), reviewOf(kind, entry, sourcesOf(entry, frameworks)));
      }
    }
  }

  /** The review of an entry, where it is overdue on a day: it is so from its review day on. */
  overdue(kind: ReviewedKind, id: string, day: string): Review | undefined {
    const review = this.#byName.get(nameOf(kind, id));
    return review && isOverdue(review, day) ? review : undefined;
  }

  /** All that is overdue on a day, in the order of `longestOverdueFirst`. */
  allOverdue(day: string): Review[] {
    return [...this.#byName.values()].filter((review) => isOverdue(review, day)).sort(longestOverdueFirst);
  }

  /** How many entries are to be reviewed at all. */
  get count(): number {
    return this.#byName.size;
  }
}

/** What was never read before what was, then what has been overdue the longest, then by kind and id. */
export function longestOverdueFirst(a: Review, b: Review): number {
  return compare(a.due ?? '', b.due ?? '') || compare(a.kind, b.kind) || compare(a.id, b.id);
}

function isOverdue({ due }: Review, day: string): boolean {
  return due === null || due <= day;
}

function nameOf(kind: ReviewedKind, id: string): string {
  return `${kind}/${id}`;
}

function reviewOf(kind: ReviewedKind, entry: ReviewedEntry, sources: readonly Source[]): Review {
  const [lastRead = null] = sources.flatMap(({ read }) => read ?? []).sort((a, b) => compare(b, a));
  const months = entry.reviewMonths ?? usualReviewMonths[kind];
  const due = lastRead === null ? null : addMonths(lastRead, months);
  const title = 'shortTitle' in entry ? entry.shortTitle : entry.title;
  return { kind, id: entry.id, title, lastRead, months, due };
}

/** A risk or control rests on the frameworks of its crosswalk too, which carry their own sources. */
function sourcesOf(entry: ReviewedEntry, frameworks: ReadonlyMap<string, readonly Source[]>): Source[] {
  const walked = 'crosswalk' in entry ? Object.keys(entry.crosswalk) : [];
  return [...entry.sources, ...walked.flatMap((id) => frameworks.get(id) ?? [])];
}
