/** Manifests of any length, each system a little different, for measuring. */

const areas = [
  'employment.recruitment',
  'credit.scoring',
  'education.assessment',
  'customer.service',
  'insurance.other',
];
const markets = ['[DE, US-CO]', '[FR, SG]', '[EU]', '[US]', '[SG]'];
const roles = ['[deployer]', '[provider]', '[provider, deployer]'];

function pick(values: readonly string[], index: number): string {
  return values[index % values.length] ?? '';
}

function system(index: number): string {
  return `  - id: system-${index}
    name: System ${index}
    purpose: Orders applications for post ${index} before a recruiter reads them.
    roles: ${pick(roles, index)}
    stage: production
    since: 2026-03-01
    areas: [${pick(areas, index)}]
    affects: [applicants]
    influence: main-factor
    profiling: true
    effect: access-or-terms
    reversible: costly
    markets: ${pick(markets, index)}
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
    paths: [services/cv-${index}/**]
    owner: jane@example.com
    incidentContact: security@example.com
    controls:
      - { id: human-review, status: done, evidence: [docs/oversight.md], owner: jane@example.com, reviewBy: 2027-03-01 }
    waivers:
      - { control: bias-testing, reason: vendor audit pending, approvedBy: cto@example.com, expires: 2026-12-31 }
`;
}

/** A whole manifest of `count` systems. */
export function manifestOf(count: number): string {
  const head =
    'version: 1\norganization: { name: Example Ltd, seat: DE, size: small, publicBody: none, sector: staffing }\nsystems:\n';
  return head + Array.from({ length: count }, (_, index) => system(index)).join('\n');
}
