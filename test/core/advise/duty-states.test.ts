import { describe, expect, it } from 'vitest';
import type { DutyState } from '../../../src/answer/schema';
import { fileFacts } from '../../../src/host/file-facts';
import { analyzeText } from '../real-catalog';

/**
 * The state of a duty over the controls that mainly fulfil it. Art. 26(1)-(3) (use as instructed, and assign human
 * oversight to people who are trained) has two: human review, and AI literacy.
 */

const repository = fileFacts(['docs/proof.md'], () => false);

const deployer = `version: 1
systems:
  - id: ranker
    roles: [deployer]
    areas: [employment.recruitment]
    markets: [DE]
`;

const said = {
  met: 'status: done, owner: jane@example.com, reviewBy: 2027-05-01, evidence: [docs/proof.md]',
  declared: 'status: done, owner: jane@example.com',
  partial: 'status: in-progress',
  missing: 'status: planned',
  'not-applicable': 'status: not-applicable, note: another does it',
} as const;

type Declared = keyof typeof said;

function controls(states: Readonly<Record<string, Declared>>): string {
  const items = Object.entries(states).map(([id, state]) => `      - { id: ${id}, ${said[state]} }\n`);
  return `    controls:\n${items.join('')}`;
}

function dutyOf(text: string, id: string) {
  const root = analyzeText(text, { repository }).answer({ questions: false, portfolio: false });
  const duty = root.systems[0]?.regimes.flatMap(({ duties }) => duties).find((found) => found.id === id);
  if (!duty) throw new Error(`${id} is not among the duties.`);
  return duty;
}

const oversight = 'eu-ai-act.art-26-1';

describe('a duty with two joined controls', () => {
  const rows: readonly { review: Declared; literacy: Declared; state: DutyState; because: string }[] = [
    { review: 'met', literacy: 'met', state: 'met', because: 'all are met' },
    { review: 'met', literacy: 'declared', state: 'declared', because: 'all are met or declared' },
    { review: 'declared', literacy: 'declared', state: 'declared', because: 'all are met or declared' },
    { review: 'missing', literacy: 'missing', state: 'missing', because: 'none is met, declared or partial' },
    { review: 'met', literacy: 'missing', state: 'partial', because: 'one is not there' },
    { review: 'declared', literacy: 'missing', state: 'partial', because: 'one is not there' },
    { review: 'partial', literacy: 'missing', state: 'partial', because: 'one is begun' },
    { review: 'partial', literacy: 'partial', state: 'partial', because: 'both are begun' },
    { review: 'met', literacy: 'partial', state: 'partial', because: 'one is only begun' },
    { review: 'met', literacy: 'not-applicable', state: 'met', because: 'what does not apply is left out' },
    {
      review: 'missing',
      literacy: 'not-applicable',
      state: 'missing',
      because: 'what does not apply is left out',
    },
    {
      review: 'not-applicable',
      literacy: 'not-applicable',
      state: 'unknown',
      because: 'with both left out, no control is joined',
    },
  ];
  for (const { review, literacy, state, because } of rows) {
    it(`of which one is ${review} and one ${literacy} is ${state}: ${because}`, () => {
      const text = `${deployer}${controls({ 'human-review': review, 'ai-literacy': literacy })}`;
      expect(dutyOf(text, oversight).state).toBe(state);
    });
  }

  it('lists both, before those that only serve it', () => {
    expect(dutyOf(deployer, oversight).controls.slice(0, 2)).toEqual(['ai-literacy', 'human-review']);
  });
});

describe('a waiver on a duty', () => {
  const waiver = (expires: string) =>
    `    waivers:\n      - { duty: ${oversight}, reason: works council pending, approvedBy: cto@example.com, expires: ${expires} }\n`;

  it('makes it waived, and leaves its controls as they are', () => {
    const text = `${deployer}${waiver('2027-01-01')}`;
    expect(dutyOf(text, oversight).state).toBe('waived');
    const root = analyzeText(text).answer({ questions: false, portfolio: false });
    const review = root.systems[0]?.controls.find(({ id }) => id === 'human-review');
    expect(review?.state).toBe('missing');
  });

  it('leaves a duty unknown that only may apply', () => {
    const unstated = deployer.replace('    roles: [deployer]\n', '');
    expect(dutyOf(`${unstated}${waiver('2027-01-01')}`, oversight).state).toBe('unknown');
  });

  it('does nothing from the day on which it expires', () => {
    expect(dutyOf(`${deployer}${waiver('2026-11-24')}`, oversight).state).toBe('missing');
  });
});

describe('a waiver on a control of a duty', () => {
  const waiver = (...ids: readonly string[]) => {
    const rest = 'reason: vendor audit pending, approvedBy: cto@example.com, expires: 2027-01-01';
    return `    waivers:\n${ids.map((id) => `      - { control: ${id}, ${rest} }\n`).join('')}`;
  };

  it('is no waiver on the duty: with none met, declared or partial it is missing', () => {
    const text = `${deployer}${waiver('human-review', 'ai-literacy')}`;
    expect(dutyOf(text, oversight).state).toBe('missing');
  });

  it('leaves the duty partial beside a control that is met', () => {
    const text = `${deployer}${controls({ 'human-review': 'met' })}${waiver('ai-literacy')}`;
    expect(dutyOf(text, oversight).state).toBe('partial');
  });
});

describe('a duty', () => {
  it('that no control mainly fulfils is unknown: Art. 26(12), work with authorities', () => {
    const duty = dutyOf(deployer, 'eu-ai-act.art-26-12');
    expect(duty.applies).toBe('yes');
    expect(duty.state).toBe('unknown');
  });

  it('that may not apply is unknown, whatever is done', () => {
    const unstated = deployer.replace('    roles: [deployer]\n', '');
    const duty = dutyOf(`${unstated}${controls({ 'audit-log': 'met' })}`, 'eu-ai-act.art-26-6');
    expect(duty.applies).toBe('unknown');
    expect(duty.state).toBe('unknown');
  });

  it('of a role that the system has not is left out', () => {
    expect(() => dutyOf(deployer, 'eu-ai-act.art-14')).toThrow('not among the duties');
  });

  it('names the roles that are held, and all of its own where none is stated', () => {
    expect(dutyOf(deployer, 'eu-ai-act.art-4').roles).toEqual(['deployer']);
    const unstated = deployer.replace('    roles: [deployer]\n', '');
    expect(dutyOf(unstated, 'eu-ai-act.art-4').roles).toEqual(['provider', 'deployer']);
  });

  it('is not kept open by a control that makes no sense for the system: there are no tools to approve', () => {
    const text = `version: 1
systems:
  - id: ranker
    roles: [provider]
    kind: predictive
    areas: [employment.recruitment]
    affects: [applicants]
    influence: main-factor
    autonomy: recommends
    tools: []
    markets: [DE]
${controls({ 'human-review': 'met' })}`;
    const duty = dutyOf(text, 'eu-ai-act.art-14');
    expect(duty.controls).not.toContain('approval-gate');
    expect(duty.state).toBe('met');
  });
});
