/** A manifest without an error or a warning, said so fully that little is left to ask. */
export const clean = `version: 1
organization: { seat: SG, publicBody: none }
systems:
  - id: helper
    purpose: Finds notes of our own
    roles: [deployer]
    areas: [internal.productivity]
    affects: [none]
    influence: none
    markets: [SG]
    autonomy: answers
    profiling: false
    data: { classes: [internal] }
    content: { interacts: false, generates: [] }
    tools: []
    delegates: false
`;

/** One warning, and no error: `color` is no field. */
export const warned = `${clean}    color: blue
`;

/** One error: a system without the id that it needs. */
export const wrong = clean.replace('id: helper\n    ', '');

/** High-risk in the EU by Annex III 4(a), from 2027-12-02. */
export const ranker = `version: 1
organization: { seat: DE }
systems:
  - id: cv-ranker
    purpose: Orders applications for an open post
    roles: [deployer]
    areas: [employment.recruitment]
    affects: [applicants]
    influence: main-factor
    profiling: true
    markets: [DE]
    data: { classes: [personal] }
    controls:
      - { id: human-review, status: done, evidence: [docs/oversight.md], owner: a@example.com, reviewBy: 2099-01-01 }
`;
