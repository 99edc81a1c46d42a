import { describe, expect, it } from 'vitest';
import { analyzeText } from '../real-catalog';

function questionsOn(lines: readonly string[]) {
  const text = ['version: 1', 'systems:', '  - id: a', ...lines.map((line) => `    ${line}`)].join('\n');
  const root = analyzeText(text).answer({ questions: true, portfolio: false });
  return { system: root.systems[0]?.questions ?? [], root: root.questions ?? [] };
}

describe('the questions', () => {
  it('of a system of which only the purpose is known begin with a field that decides much', () => {
    const { system } = questionsOn(['purpose: Sorts claims']);
    expect(system[0]?.flips).toBeGreaterThan(5);
    expect(system.map(({ flips }) => flips)).toEqual(
      [...system.map(({ flips }) => flips)].sort((a, b) => b - a),
    );
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
