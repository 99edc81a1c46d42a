import { buildFiles } from '../../scripts/built-catalog';
import type { CatalogFile, CatalogProblem } from '../../src/catalog/build';

/** The smallest catalog that has one of everything and nothing wrong. Tests break it in one place each. */
const small: Readonly<Record<string, string>> = {
  'catalog.yaml': `version: 2026.11.24
knownUntil: 2026-11-23
`,
  'vocabularies/themes.md': `---
title: Themes
terms:
  - { id: human-oversight, title: Oversight }
---
`,
  'capabilities/approval.md': `---
title: Approval
meaning: Holds an action until a person allows it.
moments: [operate]
family: guardrail
runtime: true
---
`,
  'risks/rash-action.md': `---
title: Rash action
family: technical
statement: It acts too fast.
example: It pays twice.
scope: system
when:
  all:
    - { path: system.kind, oneOf: [agent] }
    - { path: system.markets, includes: EU }
severity:
  base: 3
  raises:
    - when: { path: system.tools, some: { access: pay, approval: none } }
      by: 1
      why: it pays
sources: [{ title: Our own, read: 2026-11-23, kind: primary }]
confidence: medium
---
Think before you pay.
`,
  'controls/gate.md': `---
title: Gate
statement: Put a person before each payment.
kind: technical
stages: [operate]
capabilities: [approval]
when: { path: system.autonomy, atLeast: acts-on-approval }
mitigates: [{ risk: rash-action, strength: primary }]
primaryFor:
  duties: [moon-act.art-1]
  themes: [human-oversight]
evidence: { globs: [docs/gate*] }
effort: 2
sources: [{ title: Our own, read: 2026-11-23, kind: primary }]
confidence: medium
---
`,
  'tools/holder.md': `---
title: Holder
summary: Holds actions.
category: human-oversight
owner: { name: Somebody, country: INT, sellsModels: false }
license: MIT
openSource: true
price: free-oss
hosting: [library]
dataLeaves: no
ecosystems: [node]
kinds: [agent]
lifecycle: [operate]
capabilities:
  - { id: approval, basis: documented, where: README }
limits: Holds only what asks it.
status:
  state: active
  seen: { what: release 1.0, date: 2026-10-01 }
homepage: https://example.org
sources: [{ title: README, url: https://example.org, read: 2026-11-23, kind: primary }]
confidence: high
---
`,
  'regimes/moon-act/moon-act.md': `---
title: Moon act
shortTitle: Moon act
instrument: Act 1
kind: law
jurisdiction: DE
binding: true
authority: The office
sources:
  - { id: S1, title: The act, read: 2026-11-23, kind: primary }
confidence: high
history:
  - { date: 2024-01-01, status: adopted, what: Signed., sources: [S1], confidence: high }
  - { date: 2025-01-01, status: in-force, what: In force., sources: [S1], confidence: high }
scope:
  statement: Agents in Germany.
  condition: { path: system.markets, includes: DE }
dates:
  - id: general
    what: General
    history:
      - { from: 2024-01-01, day: 2026-01-01, by: Act 1 }
      - { from: 2025-06-01, day: 2027-01-01, by: Act 2 }
    sources: [S1]
    confidence: high
penalties:
  - { id: fine, article: Art. 9, who: all, max: ten coins, since: 2025-01-01, sources: [S1], confidence: high }
reviewMonths: 6
---
The main file.
`,
  'regimes/moon-act/article-1.md': `---
title: Article 1
exceptions:
  - id: moon-act.small
    article: Art. 1(2)
    title: Small
    statement: Small firms are out.
    condition: { path: organization.size, oneOf: [micro, small] }
    automatic: false
    sources: [S1]
    confidence: high
classes:
  - id: moon-act.art-1
    class: high
    basis: Art. 1(1)
    title: Agents that pay
    statement: Agents that pay.
    condition: { path: derived.irreversibleAction, equals: true }
    exceptions: [moon-act.small]
    date: general
    sources: [S1]
    confidence: high
duties:
  - id: moon-act.art-1
    title: A person first
    article: Art. 1(3)
    statement: Put a person first.
    roles: [deployer]
    classes: [high]
    date: by-class
    themes: [human-oversight]
    penalty: fine
    from: 2025-01-01
    until: 2030-01-01
    sources: [S1]
    confidence: high
---
`,
};

export type Files = Readonly<Record<string, string>>;

/** The small catalog with one stretch of one file replaced. */
export function changed(file: string, from: string, to: string): Files {
  const text = small[file];
  if (text?.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
  return { ...small, [file]: text.replace(from, () => to) };
}

/** The small catalog with files added; undefined takes one away. */
export function withFiles(files: Readonly<Record<string, string | undefined>>): Files {
  const entries = Object.entries({ ...small, ...files });
  return Object.fromEntries(entries.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}

export function filesOf(files: Files): CatalogFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

export function problemsOf(files: Files): readonly CatalogProblem[] {
  return buildFiles(filesOf(files)).problems;
}

/** A problem as an editor shows it, counted from one. */
export function inEditor({ file, line, character, code }: CatalogProblem): string {
  return `${file}:${line + 1}:${character + 1} ${code}`;
}

/** Line and column, from one, of the only place in a file where a text stands. */
export function placeOf(files: Files, file: string, text: string): string {
  const parts = (files[file] ?? '').split(text);
  const [before = ''] = parts;
  if (parts.length !== 2) throw new Error(`${file} does not hold once: ${text}`);
  const lines = before.split('\n');
  return `${file}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
