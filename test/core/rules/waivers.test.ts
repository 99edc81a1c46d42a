import { describe, expect, it } from 'vitest';
import { fileFacts } from '../../../src/host/file-facts';
import { analyzeText } from '../real-catalog';

/** A waiver has all four of its fields and lapses on its day; then it is said what is missing. */

const repository = fileFacts(['docs/review.md'], () => false);

function found(
  waiver: string,
  asOf: string,
  more = '    areas: [employment.recruitment]\n    markets: [DE]\n',
) {
  const text = `version: 1
systems:
  - id: ranker
    roles: [deployer]
${more}    waivers: [{ ${waiver} }]
`;
  const { findings } = analyzeText(text, { asOf, repository });
  return findings.filter(({ rule, place }) => rule !== 'system/gaps' && place.path.includes('waivers'));
}

const whole = 'control: human-review, reason: vendor audit, approvedBy: cto@example.com, expires: 2026-12-31';

describe('a waiver', () => {
  it('is no finding up to the day before it expires', () => {
    expect(found(whole, '2026-12-30')).toEqual([]);
  });

  it.each(['2026-12-31', '2027-06-01'])(
    'that expired on 2026-12-31 is reported on %s, with what is missing now',
    (day) => {
      const [finding, ...others] = found(whole, day);
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ rule: 'waiver/incomplete', severity: 'warning' });
      expect(finding?.message.text).toContain('lapsed on 2026-12-31, and `human-review` is missing');
      expect(finding?.place.path).toBe('systems.ranker.waivers[0].expires');
    },
  );

  it('of a duty lapses in the same way', () => {
    const duty = whole.replace('control: human-review', 'duty: eu-ai-act.art-26-5');
    const [finding] = found(duty, '2028-01-01');
    expect(finding?.message.text).toMatch(/`eu-ai-act.art-26-5` is (?:missing|begun|not known)/);
  });

  it('that lapsed over what is in place by now is a hint that it can go', () => {
    const done = `    areas: [employment.recruitment]
    markets: [DE]
    controls: [{ id: human-review, status: done, owner: jane, reviewBy: 2028-01-01, evidence: [docs/review.md] }]
`;
    const [finding] = found(whole, '2027-01-01', done);
    expect(finding).toMatchObject({ severity: 'hint', message: { id: 'over' } });
  });

  it('that lapsed where nothing is known to ask for it says so', () => {
    expect(found(whole, '2027-01-01', '')[0]?.message.id).toBe('unasked');
  });

  it('of what is not asked is no finding while it holds: it may be asked when more is known', () => {
    expect(found(whole, '2026-11-24', '')).toEqual([]);
  });

  it.each([
    ['reason', ', reason: vendor audit'],
    ['approvedBy', ', approvedBy: cto@example.com'],
    ['expires', ', expires: 2026-12-31'],
    ['control or duty', 'control: human-review, '],
  ])('without %s is one finding that names it', (key, left) => {
    const findings = found(whole.replace(left, ''), '2026-11-24');
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['waiver/incomplete', 'warning'],
    ]);
    expect(findings[0]?.message.params['keys']).toEqual([key]);
  });
});
