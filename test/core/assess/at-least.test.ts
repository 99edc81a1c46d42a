import { describe, expect, it } from 'vitest';
import { createAdvisor } from '../../../src/advise/create';
import type { Regime } from '../../../src/answer/schema';
import { analyzeText, bodies, noFiles, pack, today } from '../real-catalog';

function euAct(...lines: readonly string[]): Regime {
  const text = manifest(lines);
  return actOf(analyzeText(text).answer({ questions: false, portfolio: false }).systems[0]?.regimes);
}

function manifest(lines: readonly string[]): string {
  return ['version: 1', 'systems:', '  - id: a', ...lines.map((line) => `    ${line}`)].join('\n');
}

function actOf(regimes: readonly Regime[] | undefined): Regime {
  const found = regimes?.find(({ id }) => id === 'eu-ai-act');
  if (!found) throw new Error('The EU AI Act is not in the answer.');
  return found;
}

const offending = [
  'roles: [deployer]',
  'markets: [DE]',
  'areas: [law-enforcement.offending-risk]',
  'usedBy: [law-enforcement]',
  'subjects: [natural-persons]',
  'content: { interacts: false, generates: [] }',
];

describe('what is sure of a class while a graver one is open', () => {
  // Annex III 6(d) leaves out what rests on profiling alone, and that is what Art. 5(1)(d) prohibits.
  it('at least high-risk, prohibited open, where police do not say on what a risk of offending rests', () => {
    expect(euAct(...offending).atLeast).toEqual({
      class: 'eu-ai-act.high-risk',
      open: ['eu-ai-act.prohibited'],
      by: ['systems.a.riskBasis'],
    });
  });

  it.each([
    ['profiling-only', 'prohibited'],
    ['objective-facts', 'high-risk'],
    ['mixed', 'high-risk'],
  ])('nothing of the kind once riskBasis is %s: it is %s', (basis, name) => {
    const { atLeast, classes } = euAct(...offending, `riskBasis: ${basis}`);
    expect(atLeast).toBeUndefined();
    expect(classes.filter(({ verdict }) => verdict === 'yes').map(({ id }) => id)).toEqual([
      `eu-ai-act.${name}`,
    ]);
  });

  // Art. 50(1) binds whatever the use; which areas a system serves may make it more than that.
  it('at least transparency where a chatbot does not say for what it is used, the graver ones first', () => {
    const { atLeast } = euAct('roles: [provider]', 'markets: [DE]', 'content: { interacts: true }');
    expect(atLeast?.class).toBe('eu-ai-act.transparency');
    expect(atLeast?.open).toEqual(['eu-ai-act.prohibited', 'eu-ai-act.high-risk']);
    expect(atLeast?.by[0]).toBe('systems.a.areas');
  });

  it('nothing where no class is sure, or none that is graver is open', () => {
    expect(euAct('roles: [deployer]', 'markets: [DE]').atLeast).toBeUndefined();
    expect(
      euAct('roles: [deployer]', 'markets: [DE]', 'areas: [employment.recruitment]').atLeast,
    ).toBeUndefined();
    expect(euAct('purpose: Ranks').atLeast).toBeUndefined();
  });

  it('nothing where an exception on another fact could take the sure class away', () => {
    const { atLeast, classes } = euAct(
      'roles: [provider]',
      'markets: [DE]',
      'areas: [credit.scoring, unknown]',
      'content: { interacts: false, generates: [] }',
    );
    const held = classes.find(({ basis }) => basis === 'Annex III 5(b)');
    expect(held?.openExceptions.length).toBeGreaterThan(0);
    expect(atLeast).toBeUndefined();
  });

  it('is found where neither class is sure, but each answer brings one of them', () => {
    const altered = {
      ...pack,
      regimes: pack.regimes.map((regime) => ({
        ...regime,
        classes: regime.classes.map((ground) =>
          ground.basis === 'Annex III 6(d)' && ground.condition
            ? {
                ...ground,
                condition: {
                  all: [ground.condition, { path: 'system.riskBasis', oneOf: ['objective-facts', 'mixed'] }],
                },
              }
            : ground,
        ),
      })),
    };
    const analysis = createAdvisor(altered, bodies).analyze({
      files: { root: 'ai-usage.yaml', parts: [], shadowed: [], lonePart: false },
      texts: new Map([['ai-usage.yaml', manifest(offending)]]),
      today,
      repository: noFiles,
    });
    const { atLeast, classes } = actOf(
      analysis.answer({ questions: false, portfolio: false }).systems[0]?.regimes,
    );
    expect(classes.find(({ basis }) => basis === 'Annex III 6(d)')?.verdict).toBe('unknown');
    expect(atLeast).toEqual({
      class: 'eu-ai-act.high-risk',
      open: ['eu-ai-act.prohibited'],
      by: ['systems.a.riskBasis'],
    });
  });
});
