import type { Control, Regime, System } from '../../answer/schema';

/** The regimes of a system by what they are to it; each group in the order in which people are told of them. */
export interface ByForce {
  /** Law that applies, by the day on which the first class under it has effect; without a class by its first duty. */
  readonly binds: readonly Regime[];
  /** Law that may apply, first what the fewest facts keep open. */
  readonly mayBind: readonly Regime[];
  /** Proposed law within whose scope the system is: coming, not law. */
  readonly coming: readonly Regime[];
  /** Followed by choice, first what was written for such systems and not for any. */
  readonly voluntary: readonly Regime[];
  readonly mayFit: readonly Regime[];
  /** Proposed law in whose scope the system may be. */
  readonly mayCome: readonly Regime[];
  readonly out: readonly Regime[];
}

/** Groups regimes by force; sorting is stable, so that equals stay in catalog order. */
export function byForce(regimes: readonly Regime[]): ByForce {
  const having = (applies: Regime['applies'], force: Force) =>
    regimes.filter((regime) => regime.applies === applies && forceOf(regime) === force);
  return {
    binds: having('yes', 'law').sort(byDay),
    mayBind: having('unknown', 'law').sort((a, b) => openFacts(a) - openFacts(b)),
    coming: having('yes', 'proposed'),
    voluntary: having('yes', 'voluntary').sort((a, b) => generality(a) - generality(b)),
    mayFit: having('unknown', 'voluntary'),
    mayCome: having('unknown', 'proposed'),
    out: regimes.filter(({ applies }) => applies === 'no'),
  };
}

type Force = 'law' | 'proposed' | 'voluntary';

function forceOf({ binding, status }: Regime): Force {
  if (status === 'proposed') return 'proposed';
  return binding ? 'law' : 'voluntary';
}

function byDay(a: Regime, b: Regime): number {
  const [one, other] = [dayKey(a), dayKey(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Law with a class before law without one, each by its first day. */
function dayKey({ classes, duties, atLeast }: Regime): string {
  const holding = classes.filter(({ verdict }) => verdict === 'yes');
  const since = holding.map((ground) => ground.since ?? noDay);
  if (since.length > 0 || atLeast) return `0 ${since.sort()[0] ?? noDay}`;
  const due = duties.flatMap((duty) => (duty.applies === 'yes' ? [duty.due ?? noDay] : []));
  return `1 ${due.sort()[0] ?? noDay}`;
}

const noDay = '9999';

/**
 * How much keeps a law open. What is not known of the firm weighs twice: it keeps open the law of every place in which
 * the firm might have its seat.
 */
function openFacts({ reasons }: Regime): number {
  const facts = new Set(reasons.map(({ text }) => String(text.params['path'] ?? text.id)));
  return [...facts].reduce((sum, path) => sum + (path.startsWith('organization.') ? 2 : 1), 0);
}

/** What was written for systems of such a use or make comes before what holds in a place, and that before what holds anywhere. */
function generality(regime: Regime): number {
  if (fitsAny(regime)) return 2;
  return regime.reasons.every(({ text }) =>
    ['markets', 'outputUsedIn', 'kind'].includes(String(text.params['path'])),
  )
    ? 1
    : 0;
}

/** Whether a text speaks to every system that is no mere set of rules: that it applies says nothing about this one. */
export function fitsAny({ reasons }: Regime): boolean {
  return reasons.every(({ text }) => text.params['path'] === 'kind');
}

/** What people call a regime. */
export function shortName({ shortTitle, title }: Pick<Regime, 'shortTitle' | 'title'>): string {
  return shortTitle ?? title;
}

/** The law that first asks for a control, on the day that is given with it; undefined where no short name is known. */
export function askingLaw(
  { due, because }: Pick<Control, 'due' | 'because'>,
  { regimes }: Pick<System, 'regimes'>,
): string | undefined {
  if (due === null) return undefined;
  return regimes.find(
    ({ binding, duties }) =>
      binding &&
      duties.some((duty) => duty.due === due && duty.applies === 'yes' && because.duties.includes(duty.id)),
  )?.shortTitle;
}

/** `A, B, C and 4 more`. */
export function firstFew(names: readonly string[], most: number): string[] {
  // `and 1 more` would take as long as naming it.
  if (names.length <= most + 1) return [...names];
  return [...names.slice(0, most), `${names.length - most} more`];
}
