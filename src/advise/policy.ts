import { type Severity, severitySchema } from '../answer/schema';
import { textOf } from '../assess/declarations';
import type { Fact, Facts, ObjectsFact } from '../manifest/fact';
import type { Ignore } from '../rules/rule';

/** From which severity findings make a run fail. */
export type FailOn = 'error' | 'warning' | 'never';

/** What decides about findings: it stands in the manifest, so that editor and CI agree on a commit. */
export interface Policy {
  readonly failOn: FailOn | undefined;
  /** What the severity of a rule is set to, where it is. */
  severity(rule: string): Severity | 'off' | undefined;
  /** The ignore that covers a finding of a rule at a path and has not lapsed, or undefined. */
  ignoring(rule: string, path: string): { reason: string; until: string | null } | undefined;
  /** Ignores that are about a finding of a rule at a path, lapsed ones too. */
  about(rule: string, path: string): readonly Ignore[];
  /** Every ignore that can be read, in the order of the manifest. */
  readonly ignores: readonly Ignore[];
}

/** A system with its facts: what it ignores counts within it alone. */
export interface IgnoringSystem {
  readonly path: string;
  readonly facts: Facts;
}

/** Reads the policy of a manifest as of a day. */
export function readPolicy(shared: Facts, systems: readonly IgnoringSystem[], asOf: string): Policy {
  const ignores = [
    ...ignoresOf(shared.get('ignore')),
    ...systems.flatMap(({ path, facts }) => ignoresOf(facts.get('system.ignore'), path)),
  ];
  const about = indexed(ignores);
  return {
    failOn: failOnOf(shared.get('policy.failOn')),
    severity(rule) {
      const said = textOf(shared.get(`policy.severities.${rule}`));
      return said === 'off' ? said : severitySchema.safeParse(said).data;
    },
    ignoring(rule, path) {
      const found = about(rule, path).find((ignore) => !hasLapsed(ignore, asOf));
      return found && { reason: found.reason, until: found.until ?? null };
    },
    about,
    ignores,
  };
}

/** A manifest of a thousand systems may have as many ignores: they are looked up by rule and system. */
function indexed(ignores: readonly Ignore[]): Policy['about'] {
  const byKey = new Map<string, Ignore[]>();
  for (const ignore of ignores) {
    const key = keyOf(ignore.rule, ignore.within);
    const same = byKey.get(key);
    if (same) same.push(ignore);
    else byKey.set(key, [ignore]);
  }
  return (rule, path) => {
    const system = systemOf(path);
    const keys = [keyOf(rule), ...(system === undefined ? [] : [keyOf(rule, system)])];
    return keys.flatMap((key) => byKey.get(key) ?? []).filter((ignore) => covers(ignore, path));
  };
}

function keyOf(rule: string, within = ''): string {
  return `${rule}\u0000${within}`;
}

/** The system that a path is in: `systems.cv-ranker`, `systems["cv ranker"]`, `systems[3]`. */
function systemOf(path: string): string | undefined {
  return /^systems(?:\.[A-Za-z_][\w-]*|\[\d+\]|\["(?:[^"\\]|\\.)*"\])/.exec(path)?.[0];
}

/** The day of the policy alone: it decides how all else is read. */
export function policyDay(shared: Facts): string | undefined {
  return textOf(shared.get('policy.asOf'));
}

/** An ignore of a place covers all below it; one of no place, everything in its system or manifest. */
function covers({ path: place }: Ignore, path: string): boolean {
  return (
    place === undefined || path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`)
  );
}

/** An ignore lapses on its day, as waivers do. */
export function hasLapsed({ until }: Ignore, asOf: string): boolean {
  return until !== undefined && until <= asOf;
}

function failOnOf(fact: Fact): FailOn | undefined {
  const value = textOf(fact);
  return value === 'error' || value === 'warning' || value === 'never' ? value : undefined;
}

function ignoresOf(fact: Fact, within?: string): Ignore[] {
  return fact.kind === 'objects' ? fact.members.flatMap((member) => ignoreOf(member, within) ?? []) : [];
}

/** An ignore needs a rule and a reason, and a day and a path that can be read where it names them; else it covers nothing. */
function ignoreOf(member: ObjectsFact['members'][number], within: string | undefined): Ignore | undefined {
  const rule = textOf(member.get('rule'));
  const reason = textOf(member.get('reason'));
  const isUnreadable = ['path', 'until'].some((key) => {
    const fact = member.get(key);
    return fact.kind === 'unknown' && fact.said;
  });
  if (rule === undefined || reason === undefined || isUnreadable) return undefined;
  const [path, until] = [textOf(member.get('path')), textOf(member.get('until'))];
  return { rule, path, within, reason, until, member };
}
