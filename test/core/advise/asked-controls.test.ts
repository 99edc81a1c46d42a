import { describe, expect, it } from 'vitest';
import type { Root } from '../../../src/answer/schema';
import { analyzeText } from '../real-catalog';

/**
 * Which controls are asked for: those that a binding duty is joined to, and the primary answers to sure risks at the
 * bar of the risk appetite. Where no law binds, only the second counts.
 */

function answerTo(text: string): Root {
  return analyzeText(text).answer({ questions: false, portfolio: true });
}

function controlOf(root: Root, id: string) {
  return root.systems[0]?.controls.find((control) => control.id === id);
}

const riskOf = (root: Root, id: string) => root.systems[0]?.risks.find((risk) => risk.id === id);

/**
 * In Japan no regime of the catalog binds. Discrimination begins at 4, and is graver by 1 where no person decides;
 * no way to appeal begins at 3.
 */
const ranker = (influence: string, head: string) => `version: 1
${head}systems:
  - id: ranker
    roles: [deployer]
    kind: predictive
    areas: [employment.recruitment]
    affects: [applicants]
    influence: ${influence}
    effect: none
    scale: under-1k
    markets: [JP]
`;

const appetite = (value: string) => `preferences: { riskAppetite: ${value} }\n`;

describe('the primary answer to a risk of severity 3, 4 or 5', () => {
  const rows = [
    { said: 'cautious', head: appetite('cautious'), asked: { 3: true, 4: true, 5: true } },
    { said: 'balanced', head: appetite('balanced'), asked: { 3: false, 4: true, 5: true } },
    { said: 'not said', head: '', asked: { 3: false, 4: true, 5: true } },
    { said: 'bold', head: appetite('bold'), asked: { 3: false, 4: false, 5: true } },
  ] as const;

  for (const { said, head, asked } of rows) {
    it(`is asked for where the bar lies at or below it: the appetite is ${said}`, () => {
      const weighed = answerTo(ranker('main-factor', head));
      expect(riskOf(weighed, 'no-appeal')?.severity).toBe(3);
      expect(controlOf(weighed, 'appeal-channel')?.asked).toBe(asked[3]);
      expect(riskOf(weighed, 'decision-discrimination')?.severity).toBe(4);
      expect(controlOf(weighed, 'bias-testing')?.asked).toBe(asked[4]);
      const deciding = answerTo(ranker('decides', head));
      expect(riskOf(deciding, 'decision-discrimination')?.severity).toBe(5);
      expect(controlOf(deciding, 'bias-testing')?.asked).toBe(asked[5]);
    });
  }

  it('is never legal by that', () => {
    expect(controlOf(answerTo(ranker('decides', '')), 'bias-testing')?.legal).toBe(false);
  });
});

describe('a risk that only may hold', () => {
  it('asks for nothing, however grave it would be', () => {
    const open = ranker('decides', appetite('cautious')).replace('    affects: [applicants]\n', '');
    const root = answerTo(open);
    expect(riskOf(root, 'no-appeal')?.verdict).toBe('unknown');
    expect(controlOf(root, 'appeal-channel')?.asked).not.toBe(true);
  });
});

describe('the other answers to a risk', () => {
  it('are listed with it, and not asked for its sake', () => {
    const root = answerTo(ranker('decides', ''));
    expect(riskOf(root, 'decision-discrimination')?.controls).toContain('data-quality');
    expect(controlOf(root, 'data-quality')).toMatchObject({ asked: false, state: 'missing' });
  });
});

describe('a duty', () => {
  const inGermany = (roles: string) => `version: 1
systems:
  - id: ranker
    ${roles}
    areas: [employment.recruitment]
    markets: [DE]
`;

  it('that binds asks for its controls before it is due: the logs of Art. 26(6), due on 2027-12-02', () => {
    const log = controlOf(answerTo(inGermany('roles: [deployer]')), 'audit-log');
    expect(log).toMatchObject({ asked: true, legal: true, due: '2027-12-02' });
    expect(log?.because.duties).toContain('eu-ai-act.art-26-6');
  });

  it('that is due already asks for its controls: AI literacy, Art. 4, since 2025-02-02', () => {
    const literacy = controlOf(answerTo(inGermany('roles: [deployer]')), 'ai-literacy');
    expect(literacy).toMatchObject({ asked: true, legal: true, due: '2025-02-02' });
  });

  it('that only may apply asks for nothing', () => {
    const log = controlOf(answerTo(inGermany('roles: unknown')), 'audit-log');
    expect(log?.because.duties).toContain('eu-ai-act.art-26-6');
    expect(log).toMatchObject({ asked: false, legal: false, due: null });
  });

  it('of a framework that does not bind asks for nothing: Singapore, traceability of agents', () => {
    const root = answerTo(`version: 1
systems:
  - id: clerk
    roles: [deployer]
    kind: agent
    markets: [SG]
`);
    const framework = root.systems[0]?.regimes.find(({ id }) => id === 'sg-mgf-agentic');
    expect(framework).toMatchObject({ applies: 'yes', binding: false, status: 'voluntary-in-use' });
    const log = controlOf(root, 'audit-log');
    expect(log?.because.duties).toContain('sg-mgf-agentic.traceability');
    expect(log).toMatchObject({ asked: false, legal: false });
  });

  it('asks for what mainly fulfils it, and only lists what serves it: human review, and a channel for appeals', () => {
    const root = answerTo(inGermany('roles: [deployer]'));
    const duty = root.systems[0]?.regimes
      .flatMap(({ duties }) => duties)
      .find(({ id }) => id === 'eu-ai-act.art-26-1');
    expect(duty?.controls).toEqual(expect.arrayContaining(['human-review', 'appeal-channel']));
    expect(controlOf(root, 'human-review')?.asked).toBe(true);
    expect(controlOf(root, 'appeal-channel')?.asked).toBe(false);
  });
});
