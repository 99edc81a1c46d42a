import type { Format } from '../text/piece';

/** Text to begin with. Stops are written as editors have them: `${1:example}`, and `$0` where the cursor ends. */
export interface Snippet {
  readonly label: string;
  readonly detail: string;
  readonly text: string;
}

const smallYaml = `version: 1
systems:
  - id: \${1:claims-triage}
    purpose: \${2:Sorts incoming motor claims and proposes a payout to a clerk}
    roles: [\${3:deployer}]
    areas: [\${4:insurance.other}]
    influence: \${5:main-factor}
    markets: [\${6:DE, SG, US-CO}]
$0`;

const smallJson = `{
  "version": 1,
  "systems": [
    {
      "id": "\${1:claims-triage}",
      "purpose": "\${2:Sorts incoming motor claims and proposes a payout to a clerk}",
      "roles": ["\${3:deployer}"],
      "areas": ["\${4:insurance.other}"],
      "influence": "\${5:main-factor}",
      "markets": [\${6:"DE", "SG", "US-CO"}]
    }
  ]
}
$0`;

const fullYaml = `version: 1
organization:
  name: \${1:Example Ltd}
  seat: \${2:DE}
  size: \${3:small}            # micro, small, medium, small-mid-cap, large
  publicBody: \${4:none}       # none, public-body, public-service
  sector: \${5:staffing}
preferences:
  budget: \${6:free}           # free, low, medium, high
  licenses: [\${7:open-source}]
  dataMayLeave: \${8:false}
  ecosystems: [\${9:python}]
  riskAppetite: \${10:balanced} # cautious, balanced, bold
systems:
  - id: \${11:cv-ranker}
    name: \${12:CV ranker}
    purpose: \${13:Orders applications for an open post before a recruiter reads them.}
    roles: [\${14:deployer}]
    stage: \${15:production}    # design, development, pilot, production, retired, recalled
    areas: [\${16:employment.recruitment}]
    affects: [\${17:applicants}]
    influence: \${18:main-factor} # none, informs, main-factor, decides
    profiling: \${19:true}
    effect: \${20:access-or-terms}
    reversible: \${21:costly}   # yes, costly, no
    autonomy: \${22:recommends} # answers, recommends, acts-on-approval, acts-in-limits, acts-alone
    markets: [\${23:EU, US-NY-NYC}]
    data: { classes: [\${24:personal}], protected: [\${25:age, gender}], leaves: [\${26:US}] }
    models: [{ id: \${27:gpt-4o-2024-11-20}, provider: \${28:openai}, access: \${29:api}, changed: [\${30:rag}] }]
    content: { interacts: \${31:false}, generates: [\${32:text}], likeness: \${33:false} }
    inputs: \${34:untrusted}    # trusted, mixed, untrusted
    tools: []
    scale: \${35:1k-100k}
    owner: \${36:jane@example.com}
    incidentContact: \${37:security@example.com}
    controls:
      - { id: \${38:human-oversight}, status: \${39:in-progress}, owner: \${40:jane@example.com} }
$0`;

const fullJson = `{
  "version": 1,
  "organization": {
    "name": "\${1:Example Ltd}",
    "seat": "\${2:DE}",
    "size": "\${3:small}",
    "publicBody": "\${4:none}",
    "sector": "\${5:staffing}"
  },
  "preferences": {
    "budget": "\${6:free}",
    "licenses": ["\${7:open-source}"],
    "dataMayLeave": \${8:false},
    "ecosystems": ["\${9:python}"],
    "riskAppetite": "\${10:balanced}"
  },
  "systems": [
    {
      "id": "\${11:cv-ranker}",
      "name": "\${12:CV ranker}",
      "purpose": "\${13:Orders applications for an open post before a recruiter reads them.}",
      "roles": ["\${14:deployer}"],
      "stage": "\${15:production}",
      "areas": ["\${16:employment.recruitment}"],
      "affects": ["\${17:applicants}"],
      "influence": "\${18:main-factor}",
      "profiling": \${19:true},
      "effect": "\${20:access-or-terms}",
      "reversible": "\${21:costly}",
      "autonomy": "\${22:recommends}",
      "markets": [\${23:"EU", "US-NY-NYC"}],
      "data": { "classes": ["\${24:personal}"], "protected": [\${25:"age", "gender"}], "leaves": ["\${26:US}"] },
      "models": [
        { "id": "\${27:gpt-4o-2024-11-20}", "provider": "\${28:openai}", "access": "\${29:api}", "changed": ["\${30:rag}"] }
      ],
      "content": { "interacts": \${31:false}, "generates": ["\${32:text}"], "likeness": \${33:false} },
      "inputs": "\${34:untrusted}",
      "tools": [],
      "scale": "\${35:1k-100k}",
      "owner": "\${36:jane@example.com}",
      "incidentContact": "\${37:security@example.com}",
      "controls": [
        { "id": "\${38:human-oversight}", "status": "\${39:in-progress}", "owner": "\${40:jane@example.com}" }
      ]
    }
  ]
}
$0`;

/** The smallest useful manifest; it fits a root and a part. */
export function smallManifest(format: Format): Snippet {
  return {
    label: 'Small manifest',
    detail: 'One system in six lines',
    text: format === 'yaml' ? smallYaml : smallJson,
  };
}

/** A root with everything that most systems need to say. */
export function fullManifest(format: Format): Snippet {
  return {
    label: 'Full manifest',
    detail: 'Organization, preferences and one system',
    text: format === 'yaml' ? fullYaml : fullJson,
  };
}
