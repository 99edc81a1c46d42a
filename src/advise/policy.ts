import { type Severity, severitySchema } from '../answer/schema';
import { textOf } from '../assess/declarations';
import type { Fact, Facts } from '../manifest/fact';
import type { Project } from '../manifest/project';
import { entryOf, type Node, toValue } from '../text/tree';

/** From which severity findings make a run fail. */
export type FailOn = 'error' | 'warning' | 'never';

/** What decides about findings: it stands in the manifest, so that editor and CI agree on a commit. */
export interface Policy {
  readonly asOf: string | undefined;
  readonly failOn: FailOn | undefined;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The ignore that covers a finding of a rule at a path and has not expired, or undefined. */
  ignoring(rule: string, path: string): { reason: string; until: string | null } | undefined;
}

interface Ignore {
  readonly rule: string;
  /** Paths this covers, with all below them; undefined: everywhere. */
  readonly path: string | undefined;
  readonly reason: string;
  readonly until: string | undefined;
}

/** Reads the policy of a project; `ignores` are those of its head and of the systems, in their files' order. */
export function readPolicy(project: Project, shared: Facts, systems: readonly Facts[], asOf: string): Policy {
  const ignores = [
    ...headIgnores(project),
    ...systems.flatMap((facts) => ignoresOf(facts.get('system.ignore'))),
  ];
  return {
    asOf: textOf(shared.get('policy.asOf')),
    failOn: failOnOf(shared.get('policy.failOn')),
    severities: severitiesOf(project),
    ignoring(rule, path) {
      const found = ignores.find(
        (ignore) => ignore.rule === rule && covers(ignore.path, path) && (ignore.until ?? '9999') > asOf,
      );
      return found && { reason: found.reason, until: found.until ?? null };
    },
  };
}

/** The day of the policy alone: it decides how all else is read. */
export function policyDay(shared: Facts): string | undefined {
  return textOf(shared.get('policy.asOf'));
}

function covers(ignored: string | undefined, path: string): boolean {
  if (ignored === undefined || path === ignored) return true;
  return path.startsWith(`${ignored}.`) || path.startsWith(`${ignored}[`);
}

function failOnOf(fact: Fact): FailOn | undefined {
  const value = textOf(fact);
  return value === 'error' || value === 'warning' || value === 'never' ? value : undefined;
}

/** The root's own word goes before the base's. */
function severitiesOf(project: Project): Policy['severities'] {
  const severities: Record<string, Severity | 'off'> = {};
  for (const file of [project.base, project.root]) {
    const node = entryOf(entryOf(file?.head.piece.tree, 'policy')?.value, 'severities')?.value;
    if (node?.kind !== 'mapping') continue;
    for (const entry of node.entries) {
      const value = toValue(entry.value);
      const severity = severitySchema.safeParse(value);
      if (value === 'off') severities[entry.key] = 'off';
      else if (severity.success) severities[entry.key] = severity.data;
    }
  }
  return severities;
}

function headIgnores(project: Project): Ignore[] {
  return [project.root, project.base].flatMap((file) => {
    const node = entryOf(file?.head.piece.tree, 'ignore')?.value;
    return node?.kind === 'sequence'
      ? node.items.flatMap((item) => ignoreOf((key) => scalarText(entryOf(item, key)?.value)))
      : [];
  });
}

function ignoresOf(fact: Fact): Ignore[] {
  return fact.kind === 'objects'
    ? fact.members.flatMap(({ get }) => ignoreOf((key) => textOf(get(key))))
    : [];
}

/** An ignore needs a rule and a reason; without them it covers nothing. */
function ignoreOf(get: (key: string) => string | undefined): Ignore[] {
  const rule = get('rule');
  const reason = get('reason');
  return rule && reason ? [{ rule, path: get('path'), reason, until: get('until') }] : [];
}

function scalarText(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
