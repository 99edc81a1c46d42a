import type { Class, Duty, Regime, System } from '../../answer/schema';

/** What begins on a day for one system. */
export interface Milestone {
  readonly day: string;
  /** Law begins that day; false where only frameworks without force do. */
  readonly binding: boolean;
  /** At least one class or duty in it is `yes`; false where all of it only may apply. */
  readonly certain: boolean;
  readonly classes: readonly Class[];
  readonly duties: readonly Duty[];
  readonly moves: readonly Move[];
}

/** A day that an instrument put off or brought forward. */
export interface Move {
  readonly from: string;
  readonly by: string;
  readonly duties: readonly Duty[];
}

interface Entry {
  readonly day: string;
  readonly binding: boolean;
  readonly of: { readonly ground: Class } | { readonly duty: Duty };
}

/**
 * The dated classes and duties of a system by day, earliest first. Binding law and frameworks without force never
 * share a milestone; law comes first on a day that has both. What may apply is in it, with its verdict.
 */
export function milestones(system: System): Milestone[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of system.regimes.filter(({ applies }) => applies !== 'no').flatMap(entriesOf)) {
    const key = `${entry.day} ${entry.binding ? 0 : 1}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const entries = groups.get(key) ?? [];
    const [first] = entries;
    return first === undefined ? [] : [milestone(first.day, first.binding, entries)];
  });
}

function milestone(day: string, binding: boolean, entries: readonly Entry[]): Milestone {
  const classes = entries.flatMap(({ of }) => ('ground' in of ? of.ground : []));
  const duties = entries.flatMap(({ of }) => ('duty' in of ? of.duty : []));
  const certain = [...classes.map(({ verdict }) => verdict), ...duties.map(({ applies }) => applies)];
  return { day, binding, certain: certain.includes('yes'), classes, duties, moves: movesOf(duties) };
}

function entriesOf({ binding, classes, duties }: Regime): Entry[] {
  return [
    ...classes.flatMap((ground) =>
      ground.since === null ? [] : [{ day: ground.since, binding, of: { ground } }],
    ),
    ...duties.flatMap((duty) =>
      duty.due === null || duty.applies === 'no' ? [] : [{ day: duty.due, binding, of: { duty } }],
    ),
  ];
}

function movesOf(duties: readonly Duty[]): Move[] {
  const moves: { from: string; by: string; duties: Duty[] }[] = [];
  for (const duty of duties) {
    if (duty.dueMoved === undefined) continue;
    const { from, by } = duty.dueMoved;
    const known = moves.find((move) => move.from === from && move.by === by);
    if (known) known.duties.push(duty);
    else moves.push({ from, by, duties: [duty] });
  }
  return moves;
}
