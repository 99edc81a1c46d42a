import type { Class, Control, Finding, Root, Severity, System } from '../../answer/schema';
import { gapsOf } from '../words/gaps';
import { className } from '../words/labels';
import type { Milestone } from './milestones';
import { milestones } from './milestones';

/** One class of one system, with all the grounds on which it holds or may hold. */
export interface ClassFigure {
  readonly id: string;
  readonly verdict: Class['verdict'];
  /** The earliest day on which it has effect, of the grounds that hold; of all while none does. */
  readonly since: string | null;
  readonly grounds: readonly Class[];
}

/** What the overview says of one system. */
export interface SystemFigures {
  readonly system: System;
  /** Classes that hold, then those that may; the catalog's order within. */
  readonly classes: readonly ClassFigure[];
  readonly asked: number;
  readonly gaps: readonly Control[];
  /** The first day after the day on which the law is read from which more law binds. */
  readonly next: Milestone | undefined;
}

export function systemFigures(system: System, asOf: string): SystemFigures {
  const classes = classFigures(
    system.regimes
      .filter(({ applies }) => applies !== 'no')
      .flatMap(({ classes }) => classes.filter((ground) => !onlyWaits(ground))),
  );
  return {
    system,
    classes: [
      ...classes.filter(({ verdict }) => verdict === 'yes'),
      ...classes.filter(({ verdict }) => verdict === 'unknown'),
    ],
    asked: system.controls.filter(({ asked }) => asked).length,
    gaps: gapsOf(system.controls),
    next: milestones(system).find(({ day, binding, certain }) => binding && certain && day > asOf),
  };
}

/** A class that only waits for others to be decided tells nothing of its own. */
function onlyWaits({ verdict, reasons }: Class): boolean {
  return verdict === 'unknown' && reasons.some(({ text }) => text.id === 'class.open-others');
}

function classFigures(grounds: readonly Class[]): ClassFigure[] {
  return [...new Set(grounds.map(({ id }) => id))].map((id) => {
    const all = grounds.filter((ground) => ground.id === id);
    const held = all.filter(({ verdict }) => verdict === 'yes');
    const days = (held.length > 0 ? held : all).flatMap(({ since }) => since ?? []).sort();
    return { id, verdict: held.length > 0 ? 'yes' : 'unknown', since: days[0] ?? null, grounds: all };
  });
}

/** What the overview says of a root. */
export interface RootFigures {
  readonly systems: readonly SystemFigures[];
  /** Classes that hold, with the number of systems, in the order in which they are met. */
  readonly classes: readonly { readonly id: string; readonly count: number }[];
  readonly gaps: number;
  /** Gaps with a binding duty behind them. */
  readonly legalGaps: number;
  readonly next: { readonly milestone: Milestone; readonly systems: readonly System[] } | undefined;
  readonly findings: readonly Finding[];
  readonly ignored: readonly Finding[];
  readonly prohibited: readonly SystemFigures[];
}

export function rootFigures(root: Root): RootFigures {
  const systems = root.systems.map((system) => systemFigures(system, root.asOf));
  const gaps = [...systems.flatMap((figures) => figures.gaps), ...gapsOf(root.controls)];
  return {
    systems,
    classes: classCounts(systems),
    gaps: gaps.length,
    legalGaps: gaps.filter(({ due, because }) => due !== null || because.duties.length > 0).length,
    next: nextOf(systems),
    findings: root.findings.filter(({ ignored }) => ignored === undefined),
    ignored: root.findings.filter(({ ignored }) => ignored !== undefined),
    prohibited: systems.filter(({ classes }) =>
      classes.some(({ id, verdict }) => verdict === 'yes' && className(id) === 'prohibited'),
    ),
  };
}

function classCounts(systems: readonly SystemFigures[]): { id: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { classes } of systems) {
    for (const { id, verdict } of classes) {
      if (verdict === 'yes') counts.set(id, (counts.get(id) ?? 0) + 1);
    }
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
