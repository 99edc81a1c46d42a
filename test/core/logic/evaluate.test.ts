import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/logic/condition';
import { evaluate } from '../../../src/logic/evaluate';
import { emptyModel, factsGiven } from '../given';

function ask(
  condition: Condition,
  system: Record<string, unknown>,
  organization: Record<string, unknown> = {},
) {
  return evaluate(condition, factsGiven(emptyModel, { system, organization }), emptyModel.terms);
}

type Case = [
  name: string,
  condition: Condition,
  system: Record<string, unknown>,
  verdict: string,
  cause: string,
];

const cases: Case[] = [
  [
    'a scalar that is said fits',
    { path: 'system.stage', equals: 'production' },
    { stage: 'production' },
    'yes',
    'is',
  ],
  [
    'a scalar that says otherwise does not',
    { path: 'system.stage', equals: 'production' },
    { stage: 'pilot' },
    'no',
    'is-not',
  ],
  ['a missing scalar is unknown', { path: 'system.stage', equals: 'production' }, {}, 'unknown', 'unknown'],
  [
    'a written "unknown" is unknown',
    { path: 'system.stage', equals: 'production' },
    { stage: 'unknown' },
    'unknown',
    'unknown',
  ],
  [
    'a key without a value is unknown',
    { path: 'system.stage', equals: 'production' },
    { stage: null },
    'unknown',
    'unknown',
  ],
  [
    'false is a value, not an absence',
    { path: 'system.profiling', equals: true },
    { profiling: false },
    'no',
    'is-not',
  ],
  [
    'a complete list without the member is a no',
    { path: 'system.areas', includes: 'housing' },
    { areas: ['companion'] },
    'no',
    'is-not',
  ],
  ['an empty list is a no', { path: 'system.areas', includes: 'housing' }, { areas: [] }, 'no', 'is-not'],
  [
    'a list with "unknown" may hold more',
    { path: 'system.areas', includes: 'housing' },
    { areas: ['companion', 'unknown'] },
    'unknown',
    'open',
  ],
  [
    'an open list that has the member is a yes',
    { path: 'system.areas', includes: 'housing' },
    { areas: ['housing', 'unknown'] },
    'yes',
    'is',
  ],
  [
    'a scalar in place of a list is a list of one',
    { path: 'system.areas', includes: 'housing' },
    { areas: 'housing' },
    'yes',
    'is',
  ],
  [
    'a bare family does not tell its members apart',
    { path: 'system.areas', includes: 'elections.influence' },
    { areas: ['elections'] },
    'unknown',
    'coarse',
  ],
  [
    'a bare family is of its family',
    { path: 'system.areas', includes: 'biometric.*' },
    { areas: ['biometric'] },
    'yes',
    'is',
  ],
  [
    'a member is of its family',
    { path: 'system.areas', includes: 'biometric.*' },
    { areas: ['biometric.emotion'] },
    'yes',
    'is',
  ],
  [
    'another family is not',
    { path: 'system.areas', includes: 'biometric.*' },
    { areas: ['housing'] },
    'no',
    'is-not',
  ],
  [
    'employment.management counts as itself',
    { path: 'system.areas', includes: 'employment.management' },
    { areas: ['employment.management'] },
    'yes',
    'is',
  ],
  [
    'and leaves its members open',
    { path: 'system.areas', includes: 'employment.terms' },
    { areas: ['employment.management'] },
    'unknown',
    'coarse',
  ],
  ['Germany is in the EU', { path: 'system.markets', includes: 'EU' }, { markets: ['DE'] }, 'yes', 'is'],
  [
    'the US does not say whether Colorado',
    { path: 'system.markets', includes: 'US-CO' },
    { markets: ['US'] },
    'unknown',
    'coarse',
  ],
  [
    'the EEA does not say whether the EU',
    { path: 'system.markets', includes: 'EU' },
    { markets: ['EEA'] },
    'unknown',
    'coarse',
  ],
  [
    'Singapore is not in the EU',
    { path: 'system.markets', includes: 'EU' },
    { markets: ['SG'] },
    'no',
    'is-not',
  ],
  [
    'an ordered value reaches a lower bar',
    { path: 'system.autonomy', atLeast: 'acts-on-approval' },
    { autonomy: 'acts-alone' },
    'yes',
    'is',
  ],
  [
    'and not a higher one',
    { path: 'system.autonomy', atLeast: 'acts-on-approval' },
    { autonomy: 'recommends' },
    'no',
    'is-not',
  ],
  [
    'days compare by the calendar',
    { path: 'system.since', atLeast: '2026-08-02' },
    { since: '2026-08-01' },
    'no',
    'is-not',
  ],
  [
    'a missing field that is no fact by absence is open',
    { path: 'system.tools', exists: true },
    {},
    'unknown',
    'unknown',
  ],
  [
    'an empty list says that nothing is there',
    { path: 'system.tools', exists: true },
    { tools: [] },
    'no',
    'is-not',
  ],
  [
    'the word none says so too',
    { path: 'system.affects', exists: true },
    { affects: ['none'] },
    'no',
    'is-not',
  ],
  ['a missing owner is a fact', { path: 'system.owner', exists: true }, {}, 'no', 'absent'],
  [
    'one tool must have all of the values at once',
    { path: 'system.tools', some: { access: 'pay', reversible: false } },
    {
      tools: [
        { name: 'a', access: 'pay', reversible: true },
        { name: 'b', access: 'read', reversible: false },
      ],
    },
    'no',
    'is-not',
  ],
  [
    'a tool that has them is a yes',
    { path: 'system.tools', some: { access: ['pay', 'send'], reversible: false } },
    { tools: [{ name: 'a', access: 'send', reversible: false }] },
    'yes',
    'is',
  ],
  [
    'a tool that does not say one of them stays open',
    { path: 'system.tools', some: { access: 'pay', reversible: false } },
    { tools: [{ name: 'a', access: 'pay' }] },
    'unknown',
    'unknown',
  ],
  [
    'any tool may have the access',
    { path: 'system.tools.access', includes: 'pay' },
    {
      tools: [
        { name: 'a', access: 'read' },
        { name: 'b', access: 'pay' },
      ],
    },
    'yes',
    'is',
  ],
  [
    'a tool that does not say its access leaves that open',
    { path: 'system.tools.access', includes: 'pay' },
    { tools: [{ name: 'a', access: 'read' }, { name: 'b' }] },
    'unknown',
    'open',
  ],
];

describe('a condition', () => {
  it.each(cases)('%s', (_name, condition, system, verdict, cause) => {
    const outcome = ask(condition, system);
    expect(outcome.verdict).toBe(verdict);
    expect(outcome.causes[0]?.kind).toBe(cause);
  });

  it('that fails gives only the facts that make it fail', () => {
    const outcome = ask(
      {
        all: [
          { path: 'system.stage', equals: 'pilot' },
          { path: 'system.profiling', equals: true },
        ],
      },
      { stage: 'pilot', profiling: false },
    );
    expect(outcome.causes.map(({ path }) => path)).toEqual(['system.profiling']);
  });

  it('that is open names every fact that keeps it open, once', () => {
    const outcome = ask(
      {
        any: [
          { path: 'system.areas', includes: 'housing' },
          { path: 'system.areas', includes: 'credit.scoring' },
          { path: 'system.profiling', equals: true },
        ],
      },
      {},
    );
    expect(outcome.verdict).toBe('unknown');
    expect(outcome.causes.map(({ path, wanted }) => [path, wanted])).toEqual([
      ['system.areas', ['housing', 'credit.scoring']],
      ['system.profiling', [true]],
    ]);
  });

  it('reads the organization apart from the system', () => {
    const condition: Condition = { path: 'organization.size', oneOf: ['micro', 'small'] };
    expect(ask(condition, {}, { size: 'small' }).verdict).toBe('yes');
    expect(ask(condition, {}, { size: 'large' }).verdict).toBe('no');
    expect(ask(condition, {}).verdict).toBe('unknown');
  });
});

describe('the kind of a system', () => {
  const isAgent: Condition = { path: 'system.kind', oneOf: ['agent'] };
  const isGenerativeOrAgent: Condition = { path: 'system.kind', oneOf: ['generative', 'agent'] };

  it('is what is said, where it is said', () => {
    expect(ask(isAgent, { kind: 'rules-only', autonomy: 'acts-alone' }).verdict).toBe('no');
  });

  it('is an agent as soon as it acts', () => {
    expect(ask(isAgent, { autonomy: 'acts-in-limits' }).verdict).toBe('yes');
    expect(ask(isAgent, { tools: [{ name: 'a', access: 'send' }] }).verdict).toBe('yes');
  });

  it('stays open while nothing is said, and asks for the facts below it', () => {
    const outcome = ask(isAgent, {});
    expect(outcome.verdict).toBe('unknown');
    expect(outcome.causes.map(({ path }) => path)).toContain('system.autonomy');
    expect(outcome.causes.map(({ path }) => path)).not.toContain('system.kind');
  });

  it('is generative or an agent once it makes content, whatever else is open', () => {
    expect(ask(isGenerativeOrAgent, { content: { generates: ['text'] } }).verdict).toBe('yes');
    expect(ask(isAgent, { content: { generates: ['text'] } }).verdict).toBe('unknown');
  });

  it('is predictive when it neither acts nor makes content', () => {
    const silent = {
      autonomy: 'recommends',
      tools: [],
      delegates: false,
      content: { generates: [] },
      models: [],
    };
    expect(ask({ path: 'system.kind', equals: 'predictive' }, silent).verdict).toBe('yes');
  });
});
