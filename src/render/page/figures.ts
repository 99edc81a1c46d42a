import type { Class, Control, Finding, Root, Severity, System } from '../../answer/schema';
import { milestones } from './milestones';
import type { Milestone } from './milestones';

/** What the overview says of one system. */
export interface SystemFigures {
  readonly system: System;
  /** Grounds that hold, then those that may; the catalog's order within. */
  readonly classes: readonly Class[];
  readonly gaps: readonly Control[];
  /** The first binding day after the day on which the law is read. */
  readonly next: Milestone | undefined;
}

/** A gap is an asked control that is missing or only begun; declared ones wait for evidence and are counted apart. */
export function gapsOf(controls: readonly Control[]): Control[] {
  return controls.filter(({ asked, state }) => asked && (state === 'missing' || state === 'partial'));
}

export function systemFigures(system: System, asOf: string): SystemFigures {
  const classes = system.regimes.filter(({ applies }) => applies !== 'no').flatMap(({ classes }) => classes);
  return {
    system,
    classes: [
      ...classes.filter(({ verdict }) => verdict === 'yes'),
      ...classes.filter(({ verdict }) => verdict === 'unknown'),
    ],
    gaps: gapsOf(system.controls),
    next: milestones(system).find(({ day, binding, certain }) => binding && certain && day > asOf),
  };
}

export interface RootFigures {
  readonly systems: readonly SystemFigures[];
  readonly gaps: number;
  /** Gaps with a binding duty behind them. */
  readonly legalGaps: number;
  readonly next: { readonly milestone: Milestone; readonly systems: readonly System[] } | undefined;
  readonly findings: readonly Finding[];
  readonly ignored: readonly Finding[];
  readonly prohibited: readonly { readonly system: System; readonly ground: Class }[];
}

export function rootFigures(root: Root): RootFigures {
  const systems = root.systems.map((system) => systemFigures(system, root.asOf));
  const gaps = [...systems.flatMap((figures) => figures.gaps), ...gapsOf(root.controls)];
  const first = systems.reduce<Milestone | undefined>(
    (least, { next }) =>
      next !== undefined && (least === undefined || next.day < least.day) ? next : least,
    undefined,
  );
  return {
    systems,
    gaps: gaps.length,
    legalGaps: gaps.filter(({ because }) => because.duties.length > 0).length,
    next: first && {
      milestone: first,
      systems: systems.filter(({ next }) => next?.day === first.day).map(({ system }) => system),
    },
    findings: root.findings.filter(({ ignored }) => ignored === undefined),
    ignored: root.findings.filter(({ ignored }) => ignored !== undefined),
    prohibited: systems.flatMap(({ system, classes }) =>
      classes
        .filter(({ id, verdict }) => id.endsWith('.prohibited') && verdict === 'yes')
        .map((ground) => ({ system, ground })),
    ),
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Findings by severity, gravest first; the manifest's order within. Severities without a finding are left out. */
export function bySeverity(findings: readonly Finding[]): { severity: Severity; findings: Finding[] }[] {
  return severities
    .map((severity) => ({ severity, findings: findings.filter((finding) => finding.severity === severity) }))
    .filter(({ findings }) => findings.length > 0);
}
