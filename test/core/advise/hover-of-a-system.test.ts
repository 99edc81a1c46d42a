import { expect, it } from 'vitest';
import { advisor, analyzeText } from '../real-catalog';

/** What is concluded of a system, where its id is hovered. */
function hovered(...lines: readonly string[]): string {
  const text = ['version: 1', 'systems:', '  - id: a', ...lines.map((line) => `    ${line}`)].join('\n');
  const found = advisor.hover(analyzeText(text), 'ai-usage.yaml', { line: 2, character: 8 });
  return found?.markdown ?? '';
}

const offending = [
  'roles: [deployer]',
  'markets: [DE]',
  'areas: [law-enforcement.offending-risk]',
  'usedBy: [law-enforcement]',
  'content: { interacts: false, generates: [] }',
];

it('a class that is sure while a graver one is open is said as such, with the field that decides', () => {
  expect(hovered(...offending)).toContain(
    'at least high-risk, Annex III 6(d), from 2027-12-02; prohibited still open (Art. 5(1)(d)): riskBasis decides',
  );
  expect(hovered(...offending, 'riskBasis: mixed')).not.toContain('at least');
});

it('open classes are named once each, however many grounds are open', () => {
  const line = hovered('roles: [deployer]', 'markets: [DE]').split('\n')[0] ?? '';
  expect(line).toMatch(/: may be prohibited, high-risk (or|,)/);
  expect(line.length).toBeLessThan(200);
});
