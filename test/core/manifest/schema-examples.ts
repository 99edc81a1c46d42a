/** The smallest useful manifest. */
export const smallest = `version: 1
systems:
  - id: claims-triage
    purpose: Sorts incoming motor claims and proposes a payout to a clerk
    roles: [deployer]
    areas: [insurance.other]
    influence: main-factor
    markets: [DE, SG, US-CO]
`;

/** The example of the field reference with everything that it names, and the blocks of policy and ignore. */
export const full = `# yaml-language-server: $schema=https://example.com/ai-usage.schema.json
version: 1
organization: { name: Example Ltd, seat: DE, size: small, publicBody: none, sector: staffing }
preferences:
  budget: free
  licenses: [open-source]
  hosting: [library, cli, self-hosted-service]
  dataMayLeave: false
  ecosystems: [python]
  toolsInUse: [presidio, langfuse]
  toolsExcluded: [some-tool]
  maxTools: 5
  riskAppetite: cautious
policy:
  severities: { system/gaps: warning }
  failOn: error
  catalogs: [governance/catalog]
  requires: { catalog: ">=2026.11" }
  asOf: 2027-01-01
ignore:
  - { rule: agent/irreversible-without-approval, path: systems.cv-ranker.tools.send-mail, reason: sends to a test box, until: 2027-03-31 }
defaults: { markets: [DE], owner: ml-platform@example.com }
systems:
  - id: cv-ranker
    name: CV ranker
    purpose: Orders applications for an open post before a recruiter reads them.
    roles: [deployer]
    stage: production
    since: 2026-03-01
    areas: [employment.recruitment]
    affects: [applicants]
    influence: main-factor
    profiling: true
    effect: access-or-terms
    reversible: costly
    markets: [EU, US-NY-NYC]
    autonomy: recommends
    data: { classes: [personal], protected: [gender, age], leaves: [US] }
    models: [{ id: gpt-4o-2024-11-20, provider: openai, access: api, changed: [rag] }]
    content: { interacts: false, generates: [text], likeness: false }
    inputs: untrusted
    scale: 1k-100k
    tools: [{ name: send-mail, access: send, approval: each, reversible: false, protocol: mcp, origin: third-party }]
    delegates: false
    learns: false
    memory: session
    paths: [services/cv/**]
    owner: jane@example.com
    incidentContact: security@example.com
    controls:
      - { id: human-oversight, status: done, evidence: [docs/oversight.md], owner: jane@example.com, reviewBy: 2027-03-01 }
    waivers:
      - { control: bias-testing, reason: vendor audit pending, approvedBy: cto@example.com, expires: 2026-12-31 }
    claims:
      - { exemption: eu-ai-act.art-6-3-a, reason: narrow procedural task }
`;
