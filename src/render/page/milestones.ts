import type { Class, Duty, Regime, System } from '../../answer/schema';
import { standing } from './standing';

/** What begins on a day for one system. */
export interface Milestone {
  readonly day: string;
  /** Law begins that day; false where only frameworks without force do. */
  readonly binding: boolean;
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
 * The dated classes and duties of a system by day, earliest first: those that apply, or with `unknown` those that may.
 * Binding law and frameworks without force never share a milestone; law comes first on a day that has both.
 */
export function milestones(system: System, verdict: 'yes' | 'unknown'): Milestone[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of system.regimes.flatMap((regime) => entriesOf(regime, verdict))) {
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
  return { day, binding, classes, duties, moves: movesOf(duties) };
}

function entriesOf(regime: Regime, verdict: 'yes' | 'unknown'): Entry[] {
  const { binding, classes, duties } = regime;
  return [
    ...classes.flatMap((ground) =>
      ground.since === null || standing(regime, ground.verdict) !== verdict
        ? []
        : [{ day: ground.since, binding, of: { ground } }],
    ),
    ...duties.flatMap((duty) =>
      duty.due === null || standing(regime, duty.applies) !== verdict
        ? []
        : [{ day: duty.due, binding, of: { duty } }],
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
