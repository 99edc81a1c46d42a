/**
 * Front matters to fill in. What a person must look up or decide is left empty, with what goes there beside it: the
 * build names each such line, so that nothing invented can slip in. What is written already is true: not read yet, low.
 */

export type EntryKind = 'tool' | 'control' | 'risk' | 'regime';

const source = `sources:
  - title: # name and version of what you read
    # url: https://…
    read: null # the day on which you read it, YYYY-MM-DD
    kind: memory # primary | primary-copy | secondary, once it is read`;
const confidence = 'confidence: low # medium or high, once a source was read';

const tool = (): string => `---
title: # as its makers write it, at most 90 characters
summary: # what it does, in one sentence of your own
category: # a word, such as guardrail, testing, monitoring
owner:
  name: # company, foundation or person
  country: # ISO 3166-1 code such as US, or INT for a foundation or community
  sellsModels: # true where the owner also sells or releases models that it would judge
license: # SPDX id such as Apache-2.0, or proprietary
openSource: # true | false
price: # free-oss | public-service | open-core | cloud-metered | commercial
hosting: # of library, cli, self-hosted-service, saas, cloud-aws, cloud-azure, cloud-gcp, model-weights: [library]
dataLeaves: # no | optional | yes: does user data leave the user's environment in normal use?
ecosystems: # of python, node, java, dotnet, go, rust, any-http: [python]
kinds: # of predictive, generative, agent: [generative]
lifecycle: # of design, data, develop, test, deploy, operate, retire: [test]
capabilities:
  # documented only where a source that you read says so; then with where: its page and section
  - { id: , basis: judged }
limits: # what it does not do
status:
  state: # active | maintenance | inactive | archived | discontinued
  seen: { what: , date: } # newest sign of life, such as a release, and its day YYYY-MM-DD
homepage: # https://…
${source}
${confidence}
---
`;

const control = (): string => `---
title: # what is done, in a few words
statement: # what to do, as an order to people: "Put a person before each payment."
kind: # process | technical | documentation | organizational
stages: # when people act, of design, data, develop, test, deploy, operate, retire: [test]
capabilities: [] # what a tool must be able to do; empty for a process, which then needs a body below
mitigates:
  - { risk: , strength: } # id of a risk; primary | partial
primaryFor: { duties: [], themes: [] } # duties that it mainly fulfills, three controls each at most
serves: { duties: [], themes: [] } # duties that it only helps with
evidence:
  globs: [] # files that show it, such as docs/oversight*
  # insufficient: what people offer that does not count
effort: # 1 an hour to a day, 2 days, 3 weeks, 4 months, 5 a program
crosswalk: {} # items of catalog/frameworks that say the same: nist-ai-rmf: [MAP 3.5]
${source}
${confidence}
---
`;

const risk = (): string => `---
title: # what goes wrong, in a few words
family: # legal | social | technical
scope: # system, or organization where it is judged once a manifest
statement: # what goes wrong and for whom, in a sentence or two of your own
example: # one case that anybody understands
when: # a condition on the manifest, such as { path: system.kind, oneOf: [agent] }
severity:
  base: # 1 to 5, before what moves it
  raises: [] # { when: a condition, by: 1, why: in a few words }
  lowers: []
crosswalk: {} # items of catalog/frameworks that mean the same: owasp-llm-2026: [LLM03]
${source}
${confidence}
---
`;

const regime = (id: string): string => `---
title: # its name, at most 90 characters
shortTitle: # what people call it, at most 40
instrument: # act and number
kind: # law | guideline | framework | standard | treaty | resolution | order | policy
jurisdiction: # ISO 3166 code such as DE or US-CO, EU, or INT for what no state made
binding: # true where it has force of law
authority: # who enforces it
reviewMonths: 3
sources:
  - id: S1
    title: # name and version of what you read
    # url: https://…
    read: null # the day on which you read it, YYYY-MM-DD
    kind: memory # primary | primary-copy | secondary, once it is read
${confidence}
history:
  # each step with its day; status: proposed | adopted | in-force | superseded | repealed | contested | voluntary-in-use
  - { date: , status: , what: , sources: [S1], confidence: low }
scope:
  statement: # whom and what it covers
  condition: # such as { path: system.markets, includes: DE }
dates:
  # from: the day of publication; day: the day on which it begins to apply, null where none is set
  - id: general
    what: Application
    history: [{ from: , day: null, by: }]
    sources: [S1]
    confidence: low
classes: [] # grounds on which a system falls into a class, where the law has classes
duties:
  - id: ${id}.first-duty
    title: # what is owed, in a few words
    article: # the exact place, looked up
    statement: # what it asks, in a sentence of your own
    roles: # who owes it, of provider, deployer, importer, distributor, …: [deployer]
    date: general
    themes: # terms of catalog/vocabularies/themes.md: [transparency]
    sources: [S1]
    confidence: low
---
`;

const skeletons: Readonly<Record<EntryKind, (id: string) => string>> = { tool, control, risk, regime };

/** The folder of a kind of entry in the catalog. */
export const folders: Readonly<Record<EntryKind, string>> = {
  tool: 'tools',
  control: 'controls',
  risk: 'risks',
  regime: 'regimes',
};

/** The file of a new entry, as text. */
export function entrySkeleton(kind: EntryKind, id: string): string {
  return skeletons[kind](id);
}
