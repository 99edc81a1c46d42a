import { describe, expect, it } from 'vitest';
import type { Effect, Question } from '../../../src/answer/schema';
import { areaParents } from '../../../src/manifest/enums';
import { fieldAt } from '../../../src/manifest/fields';
import { analyzeText } from '../real-catalog';

function questions(...lines: readonly string[]): readonly Question[] {
  const text = ['version: 1', 'systems:', '  - id: a', ...lines.map((line) => `    ${line}`)].join('\n');
  return analyzeText(text).answer({ questions: true, portfolio: false }).systems[0]?.questions ?? [];
}

function effect(asked: readonly Question[], path: string, option: unknown): Effect {
  const question = asked.find((one) => one.path === path);
  const found = question?.effects.find((one) => one.option === option);
  if (!found) throw new Error(`${path} is not asked with the answer ${String(option)}.`);
  return found;
}

const inEurope = ['roles: [deployer]', 'markets: [DE]'];

describe('what an answer to a question would do', () => {
  it('is told for each option, in their order, and the most deciding one gives the weight of the question', () => {
    for (const { options, effects, flips } of questions('purpose: Sorts claims')) {
      expect(effects.map(({ option }) => option)).toEqual(options);
      expect(Math.max(...effects.map(({ settles }) => settles))).toBe(flips);
    }
  });

  it('names the class and its ground: employment.recruitment is Annex III 4(a)', () => {
    const { outcomes } = effect(questions(...inEurope), 'systems.a.areas', 'employment.recruitment');
    expect(outcomes[0]).toMatchObject({
      id: 'outcome.class',
      params: { class: 'high-risk', basis: ['Annex III 4(a)'], regime: 'EU AI Act' },
    });
  });

  it('says that a class holds only within a law whose scope is open', () => {
    const { outcomes } = effect(questions('purpose: Ranks'), 'systems.a.areas', 'employment.recruitment');
    expect(outcomes[0]).toMatchObject({
      id: 'outcome.class-within',
      params: { class: 'high-risk', basis: ['Annex III 4(a)'] },
    });
  });

  it('tells a risk basis of profiling alone, which Art. 5(1)(d) prohibits, from facts, which leave Annex III 6(d)', () => {
    const asked = questions(
      ...inEurope,
      'areas: [law-enforcement.offending-risk]',
      'usedBy: [law-enforcement]',
      'subjects: [natural-persons]',
    );
    expect(effect(asked, 'systems.a.riskBasis', 'profiling-only').outcomes[0]).toMatchObject({
      id: 'outcome.class',
      params: { class: 'prohibited', basis: ['Art. 5(1)(d)'] },
    });
    expect(effect(asked, 'systems.a.riskBasis', 'objective-facts').outcomes[0]).toMatchObject({
      id: 'outcome.class',
      params: { class: 'high-risk', basis: ['Annex III 6(d)'] },
    });
  });

  it('says what an answer rules out: without talking to people, Art. 50(1) falls away', () => {
    const asked = questions('roles: [provider]', 'markets: [DE]', 'areas: [other]');
    const { outcomes } = effect(asked, 'systems.a.content.interacts', false);
    expect(outcomes.map(({ id }) => id).some((id) => id.endsWith('-out'))).toBe(true);
    expect(effect(asked, 'systems.a.content.interacts', true).outcomes[0]).toMatchObject({
      id: 'outcome.class',
      params: { class: 'transparency', basis: ['Art. 50(1)'] },
    });
  });

  it('says which law a market brings', () => {
    const { outcomes } = effect(questions('purpose: Ranks'), 'systems.a.markets', 'EU');
    expect(outcomes[0]).toMatchObject({ id: 'outcome.regime', params: { regime: 'EU AI Act' } });
  });

  it('is at most three outcomes', () => {
    for (const { effects } of questions('purpose: Sorts claims')) {
      for (const { outcomes } of effects) expect(outcomes.length).toBeLessThanOrEqual(3);
    }
  });

  it('does not depend on how the system is called or on its purpose', () => {
    const plain = questions(...inEurope, 'purpose: Ranks');
    const alarming = questions(...inEurope, 'purpose: Social scoring and remote biometric identification');
    expect(alarming.map(({ path, effects }) => [path, effects])).toEqual(
      plain.map(({ path, effects }) => [path, effects]),
    );
  });
});

describe('the uses to choose from', () => {
  const areas = (...lines: readonly string[]) =>
    questions(...lines).find(({ path }) => path.startsWith('systems.a.areas'));
  const practices = (fieldAt('system.areas')?.values ?? [])
    .map(({ id }) => id)
    .filter((id) => areaParents(id).includes('practice'));

  it('are never without a prohibited practice, whatever else is known', () => {
    expect(practices.length).toBeGreaterThanOrEqual(10);
    for (const lines of [
      ['purpose: Ranks'],
      inEurope,
      ['markets: [US-CO]', 'roles: [deployer]'],
      ['areas: [unknown]'],
    ]) {
      const question = areas(...lines);
      if (question) expect(question.options).toEqual(expect.arrayContaining(practices));
    }
    expect(areas('purpose: Ranks')).toBeDefined();
  });

  it('hold an answer for whoever does none of them, and no bare family', () => {
    const options = areas(...inEurope)?.options ?? [];
    expect(options).toContain('other');
    expect(options).not.toContain('employment');
    expect(options).not.toContain('practice');
  });

  it('are the members of a family alone where the family is said', () => {
    const options = areas(...inEurope, 'areas: [employment]')?.options ?? [];
    expect(options).toContain('employment.recruitment');
    expect(options.filter((option) => !String(option).startsWith('employment.'))).toEqual([]);
  });
});
