import { describe, expect, it } from 'vitest';
import { analyzeText, pack } from '../real-catalog';

function questionsOn(lines: readonly string[]) {
  const text = ['version: 1', 'systems:', '  - id: a', ...lines.map((line) => `    ${line}`)].join('\n');
  const root = analyzeText(text).answer({ questions: true, portfolio: false });
  return { system: root.systems[0]?.questions ?? [], root: root.questions ?? [] };
}

describe('the questions', () => {
  it('of a system of which only the purpose is known begin with a field that decides much', () => {
    const { system } = questionsOn(['purpose: Sorts claims']);
    expect(system[0]?.flips).toBeGreaterThan(5);
    // What settles only what nobody must follow comes last, however much of it.
    for (const group of [system.filter(({ voluntary }) => !voluntary), system.filter((q) => q.voluntary)]) {
      const flips = group.map((question) => question.flips);
      expect(flips).toEqual(flips.toSorted((a, b) => b - a));
    }
    const behind = system.map(({ voluntary }) => voluntary === true);
    expect(behind).toEqual(behind.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('offer as markets the places that have binding law of their own, not each that a treaty lists', () => {
    const binding = new Set(
      pack.regimes.filter((regime) => regime.binding).map(({ jurisdiction }) => jurisdiction),
    );
    const { system } = questionsOn(['purpose: Sorts claims']);
    const options = system.find(({ path }) => path === 'systems.a.markets')?.options ?? [];
    expect(options).toEqual(expect.arrayContaining(['EU', 'US-CO', 'KR', 'CN']));
    expect(options.filter((option) => !binding.has(String(option)))).toEqual([]);
  });

  it('name law that binds before what is voluntary', () => {
    const { system } = questionsOn(['purpose: Sorts claims']);
    const outcomes = system.flatMap(({ effects }) => effects.map((effect) => effect.outcomes));
    const voluntary = (id: string, force: unknown) => id === 'outcome.regime' && force === 'voluntary';
    for (const told of outcomes) {
      const free = told.map(({ id, params }) => voluntary(id, params['force']));
      const first = free.indexOf(true);
      if (first >= 0) expect(told.slice(first).some(({ id }) => id === 'outcome.duties')).toBe(false);
      const regimes = told.filter(({ id }) => id === 'outcome.regime').map(({ params }) => params['force']);
      expect(regimes).toEqual(regimes.toSorted((a, b) => Number(a !== undefined) - Number(b !== undefined)));
    }
  });

  it('never ask what is said already', () => {
    const { system } = questionsOn(['markets: [DE]', 'roles: [deployer]', 'areas: [employment.recruitment]']);
    const paths = system.map(({ path }) => path);
    for (const said of ['markets', 'roles', 'areas']) expect(paths).not.toContain(`systems.a.${said}`);
  });

  it('never ask again where the answer was "unknown"', () => {
    const open = questionsOn(['markets: [DE]', 'roles: [deployer]']).system.map(({ path }) => path);
    expect(open).toContain('systems.a.autonomy');
    const looked = questionsOn(['markets: [DE]', 'roles: [deployer]', 'autonomy: unknown']).system;
    expect(looked.map(({ path }) => path)).not.toContain('systems.a.autonomy');
  });

  it('ask for tools by what a tool may do, or whether there is none', () => {
    const { system } = questionsOn(['markets: [SG]', 'roles: [deployer]']);
    const tools = system.find(({ path }) => path === 'systems.a.tools');
    expect(tools?.options).toContain('none');
    expect(tools?.options).toContain('pay');
  });
});
