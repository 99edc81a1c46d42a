import { afterAll, describe, expect, it } from 'vitest';
import { type Answer, answerSchema } from '../../src/answer/schema';
import { run } from './command';
import { folderWith, removeFolders } from './folders';

afterAll(removeFolders);

const manifest = `version: 1
organization: { seat: DE }
preferences: { budget: low, dataMayLeave: false, toolsInUse: [fairlearn] }
systems:
  - id: cv-ranker
    purpose: Ranks applications
    roles: [deployer]
    areas: [employment.recruitment]
    influence: main-factor
    markets: [DE]
  - id: payer
    purpose: Pays invoices
    roles: [deployer]
    kind: agent
    autonomy: acts-alone
    markets: [DE]
    tools:
      - { name: pay, access: pay, reversible: false, approval: none }
`;
const at = { in: folderWith({ 'ai-usage.yaml': manifest }) };
const day = ['--as-of', '2026-11-24'];

async function answerOf(...args: string[]): Promise<Answer> {
  const { code, out, err } = await run(['tools', '--format', 'json', ...day, ...args], at);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return answerSchema.parse(JSON.parse(out));
}

function added(answer: Answer): string[] {
  return (answer.roots[0]?.portfolio?.tools ?? []).filter(({ inUse }) => !inUse).map(({ tool }) => tool);
}

describe('tools', () => {
  it('chooses as check does', async () => {
    const { out } = await run(['check', '--format', 'json', ...day], at);
    const checked = answerSchema.parse(JSON.parse(out));
    expect((await answerOf()).roots[0]?.portfolio).toEqual(checked.roots[0]?.portfolio);
  });

  it('says what each tool closes, alone and on which basis, the alternative, and how firm it is', async () => {
    const answer = await answerOf();
    const { code, out, err } = await run(['tools', ...day], at);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name } of answer.roots[0]?.portfolio?.tools ?? []) expect(out).toContain(`\n  ${name}`);
    for (const label of ['closes', 'alone', 'basis', 'instead'])
      expect(out).toMatch(new RegExp(`^ {4}${label} `, 'm'));
    expect(out).toMatch(/^Tools to add: \d+ of at most 5; no other choice closes more\n/);
    expect(out).toContain('Fairlearn (in use, keep)');
    expect(out).toMatch(/^Fewer or more tools/m);
    expect(out).toMatch(/^Firm: it stays in \d+ of \d+ changes/m);
    expect(out).toMatch(/A catalog makes a\s+shortlist; a trial on your own data decides\./);
    expect(out).not.toContain('Trial plan');
  });

  it('takes preferences of the command line before those of the manifest', async () => {
    const five = added(await answerOf());
    expect(added(await answerOf('--max', '2'))).toHaveLength(2);
    const [one = '', other = ''] = five;
    const without = added(await answerOf('--without', one, '--without', other));
    expect(without).not.toContain(one);
    expect(without).not.toContain(other);
    expect(added(await answerOf('--without', `${one},${other}`))).toEqual(without);
    const free = await answerOf('--budget', 'free');
    for (const { constraint } of free.roots[0]?.portfolio?.excluded ?? [])
      expect(constraint).toMatch(/^(preferences|tool)\./);
    expect(added(free)).not.toEqual(added(await answerOf('--budget', 'high')));
  });

  it('drafts a trial on demand, in text, in Markdown and in JSON', async () => {
    const answer = await answerOf('--trial');
    const trial = answer.roots[0]?.portfolio?.trial;
    expect(trial?.confidence).toBe(0.95);
    const text = (await run(['tools', '--trial', ...day], at)).out;
    const md = (await run(['tools', '--trial', '--format', 'md', ...day], at)).out;
    expect(text).toContain('\nTrial plan\n');
    expect(md).toContain('\n## Trial plan\n');
    for (const { name } of trial?.tools ?? []) expect(md).toContain(`| ${name} |`);
    expect(text.replace(/\s+/g, ' ')).toContain('at least 190 of 200 (91.0 % to 97.3 %)');
    expect(md).toContain('at least 190 of 200 | 91.0 % to 97.3 %');
    expect((await run(['report', ...day], at)).out).toContain('\n## Trial plan\n');
  });

  it.each<[string[], RegExp]>([
    [['--max', '0'], /--max: "0" is no number of tools: .* such as 1\./],
    [['--max', 'five'], /--max <number>.* whole number/],
    [['--budget', '500'], /--budget: "500" is an amount.* free, low, medium or high\./],
    [['--budget', 'fre'], /--budget: .*Did you mean free\?/],
    [['--without', 'fairlern'], /--without: There is no tool "fairlern".*Did you mean fairlearn\?/],
    [['--without', ','], /Name tools by their ids/],
    [['nowhere'], /Cannot read nowhere/],
  ])('%j is wrong usage, with what is right', async (args, expected) => {
    const { code, out, err } = await run(['tools', ...args], at);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
  });
});
