import { type Severity, severitySchema } from '../answer/schema';
import { textOf } from '../assess/declarations';
import type { Fact, Facts, ObjectsFact } from '../manifest/fact';

/** From which severity findings make a run fail. */
export type FailOn = 'error' | 'warning' | 'never';

/** What decides about findings: it stands in the manifest, so that editor and CI agree on a commit. */
export interface Policy {
  readonly failOn: FailOn | undefined;
  /** What the severity of a rule is set to, where it is. */
  severity(rule: string): Severity | 'off' | undefined;
  /** The ignore that covers a finding of a rule at a path and has not expired, or undefined. */
  ignoring(rule: string, path: string): { reason: string; until: string | null } | undefined;
}

interface Ignore {
  readonly rule: string;
  /** Paths this covers, each with all below it; undefined: everywhere. */
  readonly paths: readonly string[];
  readonly reason: string;
  readonly until: string | undefined;
}

/** A system with its facts: what it ignores counts within it alone. */
export interface IgnoringSystem {
  readonly path: string;
  readonly facts: Facts;
}

/** Reads the policy of a manifest as of a day. */
export function readPolicy(shared: Facts, systems: readonly IgnoringSystem[], asOf: string): Policy {
  const ignores = [
    ...ignoresOf(shared.get('ignore'), []),
    ...systems.flatMap(({ path, facts }) => ignoresOf(facts.get('system.ignore'), [path])),
  ];
  return {
    failOn: failOnOf(shared.get('policy.failOn')),
    severity(rule) {
      const said = textOf(shared.get(`policy.severities.${rule}`));
      return said === 'off' ? said : severitySchema.safeParse(said).data;
    },
    ignoring(rule, path) {
      const found = ignores.find(
        (ignore) =>
          ignore.rule === rule &&
          ignore.paths.every((ignored) => covers(ignored, path)) &&
          (ignore.until === undefined || ignore.until > asOf),
      );
      return found && { reason: found.reason, until: found.until ?? null };
    },
  };
}

/** The day of the policy alone: it decides how all else is read. */
export function policyDay(shared: Facts): string | undefined {
  return textOf(shared.get('policy.asOf'));
}

function covers(ignored: string, path: string): boolean {
  return path === ignored || path.startsWith(`${ignored}.`) || path.startsWith(`${ignored}[`);
}

function failOnOf(fact: Fact): FailOn | undefined {
  const value = textOf(fact);
  return value === 'error' || value === 'warning' || value === 'never' ? value : undefined;
}

function ignoresOf(fact: Fact, within: readonly string[]): Ignore[] {
  return fact.kind === 'objects' ? fact.members.flatMap((member) => ignoreOf(member, within) ?? []) : [];
}

/** An ignore needs a rule and a reason, and a day that can be read where it names one; else it covers nothing. */
function ignoreOf({ get }: ObjectsFact['members'][number], within: readonly string[]): Ignore | undefined {
  const rule = textOf(get('rule'));
  const reason = textOf(get('reason'));
  const until = get('until');
  const unreadable = until.kind === 'unknown' && until.said;
  if (rule === undefined || reason === undefined || unreadable) return undefined;
  const path = textOf(get('path'));
  return { rule, reason, until: textOf(until), paths: path === undefined ? within : [...within, path] };
}
