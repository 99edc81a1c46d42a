/** A small overlay of a company over the real catalog: a rule with a class and a duty, a control, a tool, a withdrawal. */

const source = 'sources: [{ id: S1, title: Policy 12, read: 2026-11-01, kind: primary }]\nconfidence: high\n';

export const regime = `---
title: House rules
shortTitle: House rules
instrument: Policy 12
kind: policy
jurisdiction: INT
binding: true
authority: The board
${source}history:
  - { date: 2026-01-01, status: in-force, what: Decided., sources: [S1], confidence: high }
scope:
  statement: Every system that we run.
  condition: { path: system.roles, includes: [provider, deployer] }
dates:
  - { id: launch, what: All, history: [{ from: 2026-01-01, day: 2026-06-01, by: Policy 12 }], sources: [S1], confidence: high }
classes:
  - id: house-rules.customer-data
    class: customer-data
    basis: No. 3
    title: Data of customers
    statement: A system that sees personal data.
    condition: { path: system.data.classes, includes: personal }
    date: launch
    sources: [S1]
    confidence: high
duties:
  - id: house-rules.redact
    title: Redact first
    article: No. 4
    statement: Take names out before a text leaves.
    roles: [provider, deployer]
    classes: [customer-data]
    date: by-class
    themes: [data-governance]
    sources: [S1]
    confidence: high
reviewMonths: 12
---
`;

export const control = `---
title: House gateway
statement: Send every prompt through the gateway.
kind: technical
stages: [operate]
capabilities: [pii-redaction]
primaryFor: { duties: [house-rules.redact] }
evidence: { globs: [deploy/gateway.yaml] }
effort: 2
${source}---
Ask the platform team for a route.
`;

export const tool = `---
title: House keeper
summary: Takes personal data out of prompts.
category: privacy-pii
owner: { name: Platform team, country: DE, sellsModels: false }
license: proprietary
openSource: false
price: public-service
hosting: [self-hosted-service]
dataLeaves: no
ecosystems: [any-http]
kinds: [generative, agent]
lifecycle: [operate]
capabilities: [{ id: pii-redaction, basis: documented, where: Handbook }]
limits: English only.
status: { state: active, seen: { what: version 3, date: 2026-11-01 } }
homepage: https://house.example/keeper
${source}---
`;

export const withdrawal = '---\nwithdrawn: The gateway does this for all of us.\n---\n';

/** A manifest that names overlay folders, in YAML flow style. */
export const manifestWith = (catalogs: string): string => `version: 1
policy: { catalogs: ${catalogs} }
preferences: { toolsInUse: [house-keeper] }
systems:
  - id: support-chat
    roles: [deployer]
    areas: [customer.service]
    influence: informs
    markets: [DE]
    content: { interacts: true, generates: [text] }
    data: { classes: [personal] }
    controls:
      - { id: house-gateway, status: done, evidence: [deploy/gateway.yaml], owner: a@example.com, reviewBy: 2099-01-01 }
`;

/** The files of the overlay in a folder. */
export const overlayIn = (folder: string): Record<string, string> => ({
  [`${folder}/regimes/house-rules.md`]: regime,
  [`${folder}/controls/house-gateway.md`]: control,
  [`${folder}/tools/house-keeper.md`]: tool,
  [`${folder}/tools/microsoft-presidio.md`]: withdrawal,
});
