import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/answer/schema';
import { run } from './command';
import { folderWith, removeFolders } from './folders';
import { clean, ranker, warned, wrong } from './manifests';

afterAll(removeFolders);

/** What `--format json` printed, as an answer. */
function answerOf(out: string) {
  return answerSchema.parse(JSON.parse(out));
}

describe('check ends with', () => {
  const folder = folderWith({
    'clean/ai-usage.yaml': clean,
    'warned/ai-usage.yaml': warned,
    'wrong/ai-usage.yaml': wrong,
    'never/ai-usage.yaml': `${wrong}policy: { failOn: never }\n`,
    'strict/ai-usage.yaml': `${warned}policy: { failOn: warning }\n`,
  });

  it.each<[string, number, string[]]>([
    ['0 where nothing is wrong', 0, ['clean']],
    ['0 where there are only warnings', 0, ['warned']],
    ['1 where a warning is at the bar that was asked for', 1, ['warned', '--fail-on', 'warning']],
    ['1 where there is an error', 1, ['wrong']],
    ['1 where one manifest of several has an error', 1, ['clean', 'wrong']],
    ['0 where nothing is to fail', 0, ['wrong', '--fail-on', 'never']],
    ["0 where the manifest's policy says never", 0, ['never']],
    ["1 where a warning is at the bar of the manifest's policy", 1, ['strict']],
    ['1 where the command line asks for more than the policy', 1, ['never', '--fail-on', 'error']],
    ['0 where the command line asks for less than the policy', 0, ['strict', '--fail-on', 'error']],
    ['1 where a manifest file is named instead of its folder', 1, ['wrong/ai-usage.yaml']],
  ])('%s', async (_name, code, args) => {
    const ended = await run(['check', ...args], { in: folder });
    expect(ended).toMatchObject({ code, err: '' });
    expect(ended.out).toContain('not legal advice');
  });

  it('0 for a warning that is ignored with a reason', async () => {
    const ignoring = `${warned}ignore:\n  - { rule: manifest/unknown-key, reason: a note to ourselves }\n`;
    const ignored = folderWith({ 'ai-usage.yaml': ignoring });
    const ended = await run(['check', '--fail-on', 'warning'], { in: ignored });
    expect(ended.out).toContain('1 ignored');
    expect(ended.code).toBe(0);
  });
});

describe('check ends with 2 and says what to do', () => {
  const folder = folderWith({
    'ai-usage.yaml': clean,
    'notes.yaml': 'a: b\n',
    'ai-usage-base.yaml': 'version: 1\n',
    'empty/readme.md': 'nothing here\n',
  });

  it.each<[string, string[], RegExp]>([
    [
      'for a day that is not in the calendar',
      ['--as-of', '2026-02-30'],
      /--as-of.*2026-02-30.*no day of the calendar/,
    ],
    ['for a day in another notation', ['--as-of', '23.11.2026'], /written like 2026-11-23/],
    ['for a day with something after it', ['--as-of', '2026-11-23x'], /no day of the calendar/],
    ['for an unknown format', ['--format', 'xml'], /--format.*xml.*text, json/],
    ['for an unknown bar', ['--fail-on', 'hint'], /--fail-on.*error, warning, never/],
    ['for an unknown option', ['--colour'], /unknown option '--colour'/],
    ['for a path that does not exist', ['nowhere'], /Cannot read nowhere: it does not exist/],
    [
      'for a file that is no manifest by its name',
      ['notes.yaml'],
      /notes\.yaml is no manifest by its name.*ai-usage\.yaml/,
    ],
    ['for a base', ['ai-usage-base.yaml'], /is a base that manifests extend/],
    [
      'for a folder without a manifest',
      ['empty'],
      /No manifest in empty.*Put one beside your code, ai-usage\.yaml/,
    ],
  ])('%s', async (_name, args, message) => {
    const ended = await run(['check', ...args], { in: folder });
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(message);
    expect(ended.err).not.toMatch(/\n\s+at /);
    expect(ended.out).toBe('');
  });

  it('for a manifest that is too large to be read', async () => {
    const large = folderWith({ 'ai-usage.yaml': `${clean}# ${'x'.repeat(10 * 1024 * 1024)}\n` });
    const ended = await run(['check'], { in: large });
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toMatch(/Cannot read ai-usage\.yaml: it has \d+ bytes; at most 10485760 are read/);
  });

  it('where there is no manifest, with one that works as it is', async () => {
    const empty = folderWith({ 'readme.md': '' });
    const { code, err } = await run(['check'], { in: empty });
    expect(code).toBe(2);
    const example = /version: 1\n[^]*?\n\n/.exec(err)?.[0] ?? '';
    writeFileSync(join(empty, 'ai-usage.yaml'), example);
    const next = await run(['check', '--fail-on', 'error'], { in: empty });
    expect(next).toMatchObject({ code: 0, err: '' });
    expect(next.out).toContain('claims-triage ai-usage.yaml:3:5');
  });
});

describe('check --format json', () => {
  const folder = folderWith({ 'ai-usage.yaml': ranker, 'docs/oversight.md': 'How people oversee it.\n' });

  it('prints an answer by the schema and nothing else, with questions and tools', async () => {
    const { code, out, err } = await run(['check', '--format', 'json', '--as-of', '2026-11-23'], {
      in: folder,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [root] = answerOf(out).roots;
    expect(root?.asOf).toBe('2026-11-23');
    expect(root?.questions).not.toBeNull();
    expect(root?.portfolio).not.toBeNull();
    expect(root?.systems[0]?.regimes.flatMap(({ classes }) => classes)).toContainEqual(
      expect.objectContaining({
        id: 'eu-ai-act.high-risk',
        basis: 'Annex III 4(a)',
        verdict: 'yes',
        since: '2027-12-02',
      }),
    );
  });

  it('prints the same bytes on every run', async () => {
    const args = ['check', '--format', 'json', '--as-of', '2026-11-23'];
    const [one, other] = await Promise.all([run(args, { in: folder }), run(args, { in: folder })]);
    expect(other.out).toBe(one.out);
  });

  it('sees whether evidence is there, and whether it holds anything', async () => {
    const state = async (at: string) => {
      const { out } = await run(['check', '--format', 'json', '--as-of', '2026-11-23'], { in: at });
      return answerOf(out).roots[0]?.systems[0]?.controls.find(({ id }) => id === 'human-review')?.state;
    };
    expect(await state(folder)).toBe('met');
    expect(await state(folderWith({ 'ai-usage.yaml': ranker }))).toBe('declared');
    expect(await state(folderWith({ 'ai-usage.yaml': ranker, 'docs/oversight.md': '' }))).toBe('declared');
  });

  it('reads the law of the day asked for, before that of the policy', async () => {
    const dated = folderWith({ 'ai-usage.yaml': `${clean}policy: { asOf: 2027-01-01 }\n` });
    const asOf = async (...args: string[]) =>
      answerOf((await run(['check', '--format', 'json', ...args], { in: dated })).out).roots[0]?.asOf;
    expect(await asOf()).toBe('2027-01-01');
    expect(await asOf('--as-of', '2028-02-29')).toBe('2028-02-29');
  });

  it('finds the same for a file wherever it is called from, with paths from the repository on', async () => {
    const repository = folderWith({ 'services/cv/ai-usage.yaml': ranker });
    mkdirSync(join(repository, '.git'));
    const args = ['--format', 'json', '--as-of', '2026-11-23'];
    const above = await run(['check', 'services/cv/ai-usage.yaml', ...args], { in: repository });
    const beside = await run(['check', 'ai-usage.yaml', ...args], { in: join(repository, 'services', 'cv') });
    expect(beside.out).toBe(above.out);
    expect(answerOf(above.out).roots[0]?.path).toBe('services/cv/ai-usage.yaml');
  });

  it('takes every manifest below a folder, by path, with its parts', async () => {
    const many = folderWith({
      'b/ai-usage.yaml': clean,
      'a/ai-usage.json': JSON.stringify({ version: 1, systems: [{ id: 'one' }] }),
      'b/more/two.ai-usage.yaml': 'version: 1\nsystems:\n  - id: two\n',
      'node_modules/x/ai-usage.yaml': wrong,
    });
    const { out } = await run(['check', '--format', 'json'], { in: many });
    const { roots } = answerOf(out);
    expect(roots.map(({ path, parts }) => [path, ...parts])).toEqual([
      ['a/ai-usage.json'],
      ['b/ai-usage.yaml', 'b/more/two.ai-usage.yaml'],
    ]);
    const part = await run(['check', 'b/more/two.ai-usage.yaml', '--format', 'json'], { in: many });
    expect(answerOf(part.out).roots.map(({ systems }) => systems.map(({ id }) => id))).toEqual([['two']]);
  });
});

describe('check as text', () => {
  const folder = folderWith({ 'cv/ai-usage.yaml': ranker, 'web/ai-usage.yaml': warned });

  it('says class, date and reason, with places that can be clicked from where it was called', async () => {
    const { out } = await run(['check', 'cv', '--as-of', '2026-11-23'], { in: folder });
    expect(out).toContain('cv-ranker cv/ai-usage.yaml:4:5');
    expect(out).toMatch(/EU +high-risk from 2027-12-02 \(moved from 2026-08-02\)/);
    expect(out).toContain('areas is employment.recruitment');
  });

  it('has no color where it is not read in a terminal', async () => {
    const { out } = await run(['check'], { in: folder });
    expect(out).not.toContain('\u001b');
  });

  it('says the same with colors, which NO_COLOR turns off', async () => {
    const plain = await run(['check'], { in: folder });
    const colored = await run(['check'], { in: folder, env: { FORCE_COLOR: '1' } });
    const neither = await run(['check'], { in: folder, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(colored.out).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colors
    expect(colored.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
    expect(neither.out).toBe(plain.out);
  });

  it('is at most 12 lines where a purpose is all that is said', async () => {
    const small = folderWith({
      'ai-usage.yaml': 'version: 1\nsystems:\n  - id: helper\n    purpose: Answers questions\n',
    });
    const { out } = await run(['check'], { in: small });
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
  });
});
