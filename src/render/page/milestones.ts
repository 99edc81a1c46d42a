import type { Class, Duty, Regime, System } from '../../answer/schema';
import { standing } from './standing';

/** What begins on a day for one system. */
export interface Milestone {
  readonly day: string;
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
  readonly of: { readonly ground: Class } | { readonly duty: Duty };
}

/**
 * The dated classes and duties of a system by day, earliest first: those that apply, or with `unknown` those that may.
 * Of binding law alone: what is followed by choice begins when somebody chooses.
 */
export function milestones(system: System, verdict: 'yes' | 'unknown'): Milestone[] {
  const groups = new Map<string, Entry[]>();
  const laws = system.regimes.filter(({ binding }) => binding);
  for (const entry of laws.flatMap((regime) => entriesOf(regime, verdict))) {
    groups.set(entry.day, [...(groups.get(entry.day) ?? []), entry]);
  }
  return [...groups.keys()].sort().map((day) => milestone(day, groups.get(day) ?? []));
}

function milestone(day: string, entries: readonly Entry[]): Milestone {
  const classes = entries.flatMap(({ of }) => ('ground' in of ? of.ground : []));
  const duties = entries.flatMap(({ of }) => ('duty' in of ? of.duty : []));
  return { day, classes, duties, moves: movesOf(duties) };
}

function entriesOf(regime: Regime, verdict: 'yes' | 'unknown'): Entry[] {
  const { classes, duties } = regime;
  return [
    ...classes.flatMap((ground) =>
      ground.since === null || standing(regime, ground.verdict) !== verdict
        ? []
        : [{ day: ground.since, of: { ground } }],
    ),
    ...duties.flatMap((duty) =>
      duty.due === null || standing(regime, duty.applies) !== verdict
        ? []
        : [{ day: duty.due, of: { duty } }],
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
