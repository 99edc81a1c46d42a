import type { Class, Control, Finding, Root, Severity, System } from '../../answer/schema';
import { byForce } from '../words/force';
import { gapsOf } from '../words/gaps';
import { className } from '../words/labels';
import type { Milestone } from './milestones';
import { milestones } from './milestones';
import { standing } from './standing';

/** A class that holds for one system. */
export interface ClassFigure {
  readonly id: string;
  /** The earliest day on which it has effect, of the grounds on which it holds. */
  readonly since: string | null;
  /** It is sure while a graver one is open. */
  readonly atLeast: boolean;
}

/** What the overview says of one system. */
export interface SystemFigures {
  readonly system: System;
  /** Under binding law, in the catalog's order. */
  readonly held: readonly ClassFigure[];
  /** Names of classes that may hold under law that applies, beside those that do; without repeats. */
  readonly open: readonly string[];
  /** How many laws may apply. */
  readonly mayBind: number;
  /** Whether all is decided that binds: no law and no class under it is open. */
  readonly settled: boolean;
  /** Whether any law or framework applies, or may. */
  readonly inScope: boolean;
  readonly asked: number;
  readonly gaps: readonly Control[];
  /** Gaps for which a binding duty is due already. */
  readonly overdue: readonly Control[];
  /** The first day after the day on which the law is read from which more law binds. */
  readonly next: Milestone | undefined;
}

export function systemFigures(system: System, asOf: string): SystemFigures {
  const laws = system.regimes.filter((regime) => regime.binding);
  const grounds = laws.flatMap((regime) =>
    regime.classes.map((ground) => ({ ground, verdict: standing(regime, ground.verdict) })),
  );
  const bounds = new Set(laws.flatMap(({ atLeast }) => atLeast?.class ?? []));
  const held = classFigures(
    grounds
      .filter(({ ground, verdict }) => verdict === 'yes' || bounds.has(ground.id))
      .map(({ ground }) => ground),
    bounds,
  );
  const open = grounds.filter(({ verdict }) => verdict === 'unknown').map(({ ground }) => ground);
  // Of a law that only may apply, no class is worth a name yet.
  const near = laws
    .filter(({ applies }) => applies === 'yes')
    .flatMap(({ classes }) => classes.filter(({ verdict }) => verdict === 'unknown'));
  const gaps = gapsOf(system.controls);
  const heldNames = new Set(held.map(({ id }) => className(id)));
  const openNames = new Set(near.filter((ground) => !onlyWaits(ground)).map(({ id }) => className(id)));
  return {
    system,
    held,
    open: [...openNames].filter((name) => !heldNames.has(name)),
    mayBind: byForce(system.regimes).mayBind.length,
    settled: open.length === 0 && laws.every(({ applies }) => applies !== 'unknown'),
    inScope: system.regimes.some(({ applies }) => applies !== 'no'),
    asked: system.controls.filter(({ asked }) => asked).length,
    gaps,
    overdue: gaps.filter((control) => isOverdue(control, asOf)),
    next: milestones(system, 'yes').find(({ day }) => day > asOf),
  };
}

/** A class that only waits for others to be decided tells nothing of its own. */
function onlyWaits({ reasons }: Class): boolean {
  return reasons.some(({ text }) => text.id === 'class.open-others');
}

function classFigures(grounds: readonly Class[], bounds: ReadonlySet<string>): ClassFigure[] {
  return [...new Set(grounds.map(({ id }) => id))].map((id) => {
    const days = grounds.filter((ground) => ground.id === id).flatMap(({ since }) => since ?? []);
    return { id, since: days.sort()[0] ?? null, atLeast: bounds.has(id) };
  });
}

/** What the overview says of a root. */
export interface RootFigures {
  readonly systems: readonly SystemFigures[];
  /** Classes that hold, with the number of systems, in the order in which they are met. */
  readonly classes: readonly { readonly id: string; readonly count: number }[];
  /** Whether all is decided for every system. */
  readonly settled: boolean;
  readonly asked: number;
  readonly gaps: number;
  /** Gaps with a binding duty behind them, and those of them for which one is due already. */
  readonly legalGaps: number;
  readonly overdue: number;
  readonly next: { readonly milestone: Milestone; readonly systems: readonly System[] } | undefined;
  readonly findings: readonly Finding[];
  readonly ignored: readonly Finding[];
  readonly prohibited: readonly SystemFigures[];
}

export function rootFigures(root: Root): RootFigures {
  const systems = root.systems.map((system) => systemFigures(system, root.asOf));
  const gaps = [...systems.flatMap((figures) => figures.gaps), ...gapsOf(root.controls)];
  const binding = new Set(root.systems.flatMap(bindingDuties));
  return {
    systems,
    classes: classCounts(systems),
    settled: systems.every(({ settled }) => settled),
    asked: systems.reduce((sum, { asked }) => sum + asked, root.controls.filter(({ asked }) => asked).length),
    gaps: gaps.length,
    legalGaps: gaps.filter(({ because }) => because.duties.some((id) => binding.has(id))).length,
    overdue: gaps.filter((control) => isOverdue(control, root.asOf)).length,
    next: nextOf(systems),
    findings: root.findings.filter(({ ignored }) => ignored === undefined),
    ignored: root.findings.filter(({ ignored }) => ignored !== undefined),
    prohibited: systems.filter(({ held }) => held.some(({ id }) => className(id) === 'prohibited')),
  };
}

/** A control's `due` is the first day on which a binding duty behind it is due. */
export function isOverdue({ due }: Pick<Control, 'due'>, asOf: string): boolean {
  return due !== null && due <= asOf;
}

function bindingDuties({ regimes }: System): string[] {
  return regimes
    .filter(({ binding, applies }) => binding && applies === 'yes')
    .flatMap(({ duties }) => duties.filter(({ applies }) => applies === 'yes').map(({ id }) => id));
}

function classCounts(systems: readonly SystemFigures[]): { id: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { held } of systems) {
    for (const { id } of held) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, count]) => ({ id, count }));
}

function nextOf(systems: readonly SystemFigures[]): RootFigures['next'] {
  const days = systems.flatMap(({ next }) => next?.day ?? []).sort();
  const nearest = systems.filter(({ next }) => next !== undefined && next.day === days[0]);
  const milestone = nearest[0]?.next;
  return milestone && { milestone, systems: nearest.map(({ system }) => system) };
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Findings gravest first; the manifest's order within one severity. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
