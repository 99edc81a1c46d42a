import { afterAll, describe, expect, it } from 'vitest';
import { coverageSchema } from '../../src/answer/coverage';
import { run } from './command';
import { folderWith, removeFolders } from './folders';
import { ranker } from './manifests';

afterAll(removeFolders);

const agent = `${ranker}  - id: payer
    purpose: Pays invoices
    roles: [deployer]
    kind: agent
    autonomy: acts-alone
    markets: [DE]
    tools:
      - { name: pay, access: pay, reversible: false, approval: none }
`;
const folder = folderWith({ 'ai-usage.yaml': agent, 'one/ai-usage.yaml': ranker });
const at = { in: folder };
const day = ['--as-of', '2026-11-24'];

describe('coverage', () => {
  it('tells of a list what the manifest touches, and shows the year and the former number', async () => {
    const { code, out, err } = await run(['coverage', '--framework', 'owasp-llm-2026', ...day], at);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('OWASP LLM Top 10, 2026: LLM03 Excessive Agency (was OWASP LLM Top 10, 2025:');
    expect(out).toMatch(/of 10 risks\./);
    expect(out).toMatch(/no\s+certification/);
  });

  it('is JSON for programs, in which the states add up to all items', async () => {
    const args = ['coverage', '--framework', 'owasp-agentic-2026', '--format', 'json', ...day];
    const { code, out } = await run(args, at);
    expect(code).toBe(0);
    const [root] = coverageSchema.parse(JSON.parse(out)).roots.filter(({ path }) => path === 'ai-usage.yaml');
    expect(root?.systems).toEqual(['cv-ranker', 'payer']);
    const [one] = root?.frameworks ?? [];
    expect(one?.items).toHaveLength(10);
    expect(Object.values(one?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(10);
    // An agent that acts alone, pays for good and asks nobody: misuse of its tools is open.
    const misuse = one?.items?.find(({ id }) => id === 'ASI02');
    expect(misuse?.state).toBe('open');
    expect(misuse?.grounds).toContainEqual(
      expect.objectContaining({ id: 'excessive-agency', system: 'payer', holds: 'yes', met: false }),
    );
    expect((await run(args, at)).out).toBe(out);
  });

  it('is a table in Markdown', async () => {
    const { code, out } = await run(['coverage', 'one', '--framework', 'nist-ai-rmf', '--format', 'md'], at);
    expect(code).toBe(0);
    expect(out).toMatch(/^# Coverage of published lists\n/);
    expect(out).toContain('| Item | State | Behind it |');
  });

  it('counts the items of every list where none is named', async () => {
    const { code, out } = await run(['coverage', 'one', ...day], at);
    expect(code).toBe(0);
    for (const id of ['owasp-llm-2025', 'owasp-llm-2026', 'nist-ai-rmf', 'mitre-atlas'])
      expect(out).toMatch(new RegExp(`^ {2}${id} +\\d`, 'm'));
  });

  it('tells of one system alone where one is named', async () => {
    const args = [
      'coverage',
      '--framework',
      'owasp-agentic-2026',
      '--system',
      'cv-ranker',
      '--format',
      'json',
    ];
    const { out } = await run(args, at);
    const systems = coverageSchema
      .parse(JSON.parse(out))
      .roots.flatMap(({ frameworks }) =>
        frameworks.flatMap(({ items }) =>
          (items ?? []).flatMap((item) => item.grounds.map((one) => one.system)),
        ),
      );
    expect(systems).not.toContain('payer');
  });

  it.each<[string, string[], RegExp]>([
    [
      'for a list that is mistyped',
      ['--framework', 'owasp-lm-2026'],
      /no framework "owasp-lm-2026".*owasp-llm-2026/,
    ],
    ['for a part of an id', ['--framework', 'owasp-agentic'], /Did you mean owasp-agentic-2026\?/],
    ['for a list that is near to nothing', ['--framework', 'zzz'], /There are: .*nist-ai-rmf/],
    ['for a system that is not there', ['--system', 'nobody'], /no system nobody.*cv-ranker/],
    ['for a path that does not exist', ['nowhere'], /Cannot read nowhere/],
    ['for an unknown format', ['--format', 'html'], /text, md, json/],
  ])('ends with 2 %s', async (_name, args, words) => {
    const { code, out, err } = await run(['coverage', ...args], at);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
