import { describe, expect, it } from 'vitest';
import { builtCatalog } from '../../scripts/built-catalog';
import { createModel } from '../../src/assess/model';
import { assessRisks } from '../../src/assess/risks';
import { factsGiven, type Given } from '../core/given';

const { pack } = await builtCatalog();
const model = createModel(pack);

/** A scorer of applications that is described in full, and a mail agent that is, too. */
const ranker = {
  kind: 'predictive',
  areas: ['employment.recruitment'],
  affects: ['applicants'],
  influence: 'main-factor',
  effect: 'access-or-terms',
  reversible: 'costly',
  scale: '1k-100k',
  audience: 'internal',
  minors: 'unlikely',
  autonomy: 'recommends',
  inputs: 'untrusted',
  memory: 'none',
  delegates: false,
  stage: 'production',
  data: { classes: ['personal'], protected: [] },
  content: { interacts: false, generates: [] },
  tools: [],
  models: [],
  owner: 'jane@example.com',
};
const mailer = {
  ...ranker,
  kind: 'agent',
  areas: ['customer.service'],
  affects: ['customers'],
  influence: 'none',
  effect: 'inconvenience',
  reversible: 'yes',
  autonomy: 'acts-in-limits',
  content: { interacts: false, generates: ['text'] },
  tools: [
    {
      name: 'send-mail',
      access: 'send',
      approval: 'each',
      reversible: false,
      origin: 'own',
      protocol: 'function',
    },
  ],
};
const sendsAlone = [
  {
    name: 'send-mail',
    access: 'send',
    approval: 'none',
    reversible: false,
    origin: 'own',
    protocol: 'function',
  },
];

interface Case {
  readonly says: string;
  readonly risk: string;
  readonly system: Readonly<Record<string, unknown>>;
  readonly is: 'yes' | 'no' | 'unknown';
  readonly severity?: number;
}

const cases: readonly Case[] = [
  {
    says: 'a ranker of applicants may discriminate, gravely',
    risk: 'decision-discrimination',
    system: ranker,
    is: 'yes',
    severity: 4,
  },
  {
    says: 'protected traits among the inputs make it graver',
    risk: 'decision-discrimination',
    system: { ...ranker, data: { protected: ['age'] } },
    is: 'yes',
    severity: 5,
  },
  {
    says: 'an output without influence discriminates against nobody',
    risk: 'decision-discrimination',
    system: { ...ranker, influence: 'none' },
    is: 'no',
  },
  {
    says: 'a sensitive area with an influence that nobody stated stays open',
    risk: 'decision-discrimination',
    system: { ...ranker, influence: 'unknown', affects: 'unknown' },
    is: 'unknown',
  },
  {
    says: 'who follows a score may only nod',
    risk: 'hollow-oversight',
    system: ranker,
    is: 'yes',
    severity: 3,
  },
  {
    says: 'a score on liberty makes nodding graver',
    risk: 'hollow-oversight',
    system: { ...ranker, effect: 'liberty' },
    is: 'yes',
    severity: 4,
  },
  {
    says: 'a score about applicants needs reasons',
    risk: 'no-explanation',
    system: ranker,
    is: 'yes',
    severity: 3,
  },
  {
    says: 'a language model in credit needs them more than twice',
    risk: 'no-explanation',
    system: { ...ranker, kind: 'generative', areas: ['credit.scoring'] },
    is: 'yes',
    severity: 5,
  },
  {
    says: 'whoever loses a job by it needs an appeal',
    risk: 'no-appeal',
    system: ranker,
    is: 'yes',
    severity: 4,
  },
  {
    says: 'an outcome for nobody needs no appeal',
    risk: 'no-appeal',
    system: { ...ranker, affects: ['none'] },
    is: 'no',
  },
  {
    says: 'applicants must know of the ranker',
    risk: 'undisclosed-ai',
    system: ranker,
    is: 'yes',
    severity: 4,
  },
  {
    says: 'an assistant for staff alone is a lesser matter',
    risk: 'undisclosed-ai',
    system: { ...mailer, content: { interacts: true, generates: ['text'] }, affects: ['staff'] },
    is: 'yes',
    severity: 2,
  },
  {
    says: 'a chatbot that children use is a graver one',
    risk: 'undisclosed-ai',
    system: { ...mailer, content: { interacts: true, generates: ['text'] }, minors: 'likely' },
    is: 'yes',
    severity: 4,
  },
  {
    says: 'a mailer that reads strange mail can be given orders',
    risk: 'prompt-injection-indirect',
    system: mailer,
    is: 'yes',
    severity: 4,
  },
  {
    says: 'tools of others bring more strange text',
    risk: 'prompt-injection-indirect',
    system: { ...mailer, tools: [{ access: 'send', origin: 'third-party' }] },
    is: 'yes',
    severity: 5,
  },
  {
    says: 'trusted input carries no orders',
    risk: 'prompt-injection-indirect',
    system: { ...mailer, inputs: 'trusted' },
    is: 'no',
  },
  { says: 'a predictive model obeys nobody', risk: 'prompt-injection-indirect', system: ranker, is: 'no' },
  {
    says: 'a mailer that asks before each mail has some agency',
    risk: 'excessive-agency',
    system: mailer,
    is: 'yes',
    severity: 4,
  },
  {
    says: 'one that asks nobody has too much',
    risk: 'excessive-agency',
    system: { ...mailer, tools: sendsAlone },
    is: 'yes',
    severity: 5,
  },
  {
    says: 'mail that is approved each time is a lesser matter',
    risk: 'irreversible-action',
    system: mailer,
    is: 'yes',
    severity: 3,
  },
  {
    says: 'mail that nobody approves is the gravest',
    risk: 'irreversible-action',
    system: { ...mailer, tools: sendsAlone },
    is: 'yes',
    severity: 5,
  },
  {
    says: 'an approved tool beside one that is not approved does not help',
    risk: 'irreversible-action',
    system: { ...mailer, tools: [...mailer.tools, ...sendsAlone] },
    is: 'yes',
    severity: 5,
  },
  {
    says: 'an agent that only reads does nothing for ever',
    risk: 'irreversible-action',
    system: { ...mailer, tools: [{ access: 'read', reversible: false, approval: 'none' }] },
    is: 'no',
  },
  {
    says: 'a mailer that knows customers may leak them',
    risk: 'sensitive-data-leak',
    system: mailer,
    is: 'yes',
    severity: 3,
  },
  {
    says: 'keys and health data together are the gravest leak',
    risk: 'sensitive-data-leak',
    system: { ...mailer, data: { classes: ['health', 'credentials'] } },
    is: 'yes',
    severity: 5,
  },
  { says: 'a mailer may state what is false', risk: 'hallucination', system: mailer, is: 'yes', severity: 4 },
  {
    says: 'a false word on health is the gravest',
    risk: 'hallucination',
    system: { ...mailer, areas: ['health.admin'], effect: 'health-or-safety' },
    is: 'yes',
    severity: 5,
  },
  { says: 'a ranker states nothing', risk: 'hallucination', system: ranker, is: 'no' },
  {
    says: 'a summary of news for everybody may lean',
    risk: 'hidden-opinion-bias',
    system: { ...mailer, kind: 'generative', areas: ['content.generate'], audience: 'public' },
    is: 'yes',
    severity: 3,
  },
  {
    says: 'a chatbot that informs everybody may lean, whatever its subject',
    risk: 'hidden-opinion-bias',
    system: { ...mailer, kind: 'generative', audience: 'public', affects: ['public'] },
    is: 'yes',
    severity: 3,
  },
  {
    says: 'a chatbot for the customers of a shop has no views to hide',
    risk: 'hidden-opinion-bias',
    system: { ...mailer, kind: 'generative', audience: 'public' },
    is: 'no',
  },
  {
    says: 'what touches elections leans more gravely',
    risk: 'hidden-opinion-bias',
    system: { ...mailer, kind: 'generative', areas: ['elections.influence'], scale: 'over-1m' },
    is: 'yes',
    severity: 4,
  },
  {
    says: 'a recommender leans without a language model',
    risk: 'hidden-opinion-bias',
    system: { ...ranker, areas: ['content.recommend'], audience: 'public' },
    is: 'yes',
    severity: 4,
  },
  {
    says: 'a mailer for customers of a shop that only staff use has no views to hide',
    risk: 'hidden-opinion-bias',
    system: mailer,
    is: 'no',
  },
  {
    says: 'a ranker of applicants has no views to hide',
    risk: 'hidden-opinion-bias',
    system: ranker,
    is: 'no',
  },
  {
    says: 'one agent with an owner is no sprawl worth asking about',
    risk: 'agent-sprawl',
    system: mailer,
    is: 'yes',
    severity: 3,
  },
  {
    says: 'an agent that nobody owns is',
    risk: 'agent-sprawl',
    system: { ...mailer, owner: undefined },
    is: 'yes',
    severity: 4,
  },
  {
    says: 'one that starts others and has no owner is the gravest',
    risk: 'agent-sprawl',
    system: { ...mailer, owner: undefined, delegates: true },
    is: 'yes',
    severity: 5,
  },
  {
    says: 'a retired agent still counts',
    risk: 'agent-sprawl',
    system: { ...mailer, stage: 'retired', owner: undefined },
    is: 'yes',
    severity: 4,
  },
  {
    says: 'a plan for an agent counts less',
    risk: 'agent-sprawl',
    system: { ...mailer, stage: 'design' },
    is: 'yes',
    severity: 2,
  },
  { says: 'a ranker is no agent', risk: 'agent-sprawl', system: ranker, is: 'no' },
];

describe('the risks of the catalog', () => {
  for (const { says, risk, system, is, severity } of cases) {
    it(`${risk}: ${says}`, () => {
      const scope = pack.risks.find(({ id }) => id === risk)?.scope ?? 'system';
      const found = assessRisks(model, factsGiven(model, { system: withoutGaps(system) }), scope).find(
        ({ id }) => id === risk,
      );
      expect(found?.verdict ?? 'no').toBe(is);
      if (severity !== undefined) expect(found?.severity).toBe(severity);
    });
  }

  it('are open, none of them a no, where nothing is said', () => {
    const nothing = factsGiven(model, { system: {} });
    const found = [...assessRisks(model, nothing, 'system'), ...assessRisks(model, nothing, 'organization')];
    expect(found.map(({ id, verdict }) => `${id} ${verdict}`).sort()).toEqual(
      pack.risks.map(({ id }) => `${id} unknown`),
    );
  });
});

function withoutGaps(system: Readonly<Record<string, unknown>>): NonNullable<Given['system']> {
  return Object.fromEntries(Object.entries(system).filter(([, value]) => value !== undefined));
}
