import type { Finding } from '../answer/schema';
import type { Ignore, ReviewedIgnore, RootContext, RootDraft, Rule } from '../rules/rule';
import { rules } from '../rules/rules';
import type { SystemResult } from './assessing';
import type { Found } from './findings';
import { hasLapsed, type Policy } from './policy';

export interface IgnoresInput extends RootContext {
  readonly results: readonly SystemResult[];
  readonly policy: Policy;
}

const rulesAboutIgnores = rules.filter((rule) => rule.ignores !== undefined);
const ids: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
const idsAboutIgnores: ReadonlySet<string> = new Set(rulesAboutIgnores.map(({ id }) => id));

/**
 * Adds what is found about ignores to everything else that was found. An ignore may cover a finding about another
 * ignore, but one about such an ignore is covered by none: so this comes to an end.
 */
export function addIgnores(
  found: readonly Found[],
  input: IgnoresInput,
  add: (rule: Rule, draft: RootDraft, policy: Policy) => void,
): void {
  for (const isAboutIgnores of [false, true]) {
    // An id that no rule has is another rule's business.
    const asked = input.policy.ignores.filter(
      ({ rule }) => ids.has(rule) && idsAboutIgnores.has(rule) === isAboutIgnores,
    );
    if (asked.length === 0) continue;
    const policy: Policy = isAboutIgnores ? { ...input.policy, ignoring: () => undefined } : input.policy;
    const findings = found.map(({ finding }) => finding);
    const ignores = reviewIgnores(asked, findings, input);
    for (const rule of rulesAboutIgnores) {
      for (const draft of rule.ignores?.({ ...input, ignores }) ?? []) add(rule, draft, policy);
    }
  }
}

/**
 * What came of each ignore, once for each place where one is written: those of `defaults` count in many systems, and
 * are of use as soon as they are to one.
 */
function reviewIgnores(
  ignores: readonly Ignore[],
  findings: readonly Finding[],
  { project, results, policy, asOf }: IgnoresInput,
): ReviewedIgnore[] {
  const covered = new Map<Ignore, Finding[]>(ignores.map((ignore) => [ignore, []]));
  for (const finding of findings) {
    for (const ignore of policy.about(finding.rule, finding.place.path)) covered.get(ignore)?.push(finding);
  }
  const sources = new Map(results.map(({ source }) => [source.path, source]));
  const reviewed = new Map<string, ReviewedIgnore & { readonly covered: Finding[] }>();
  for (const ignore of ignores) {
    const key = keyOf(ignore);
    const earlier = reviewed.get(key);
    earlier?.covered.push(...(covered.get(ignore) ?? []));
    if (earlier) continue;
    const { file } = ignore.member.spot;
    reviewed.set(key, {
      ...ignore,
      source: file === '' && ignore.within !== undefined ? sources.get(ignore.within) : undefined,
      hasLapsed: hasLapsed(ignore, asOf),
      isShared: file === project.base?.path,
      isOff: policy.severity(ignore.rule) === 'off',
      covered: covered.get(ignore) ?? [],
    });
  }
  return [...reviewed.values()];
}

/** Where it is written: in the head of a file, or in a system's own item. */
function keyOf({ member: { spot }, within = '' }: Ignore): string {
  return [spot.file, spot.file === '' ? within : '', spot.span.start].join('\u0000');
}
