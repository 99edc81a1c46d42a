import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFiles } from '../../scripts/built-catalog';
import { type EntryKind, entrySkeleton, folders } from '../../scripts/entry-skeletons';
import { root } from '../../scripts/paths';
import { filesOf, withFiles } from '../catalog/small-catalog';

/** `npm run new`: what it writes, what it refuses, and what comes of a skeleton that is filled in. */

const into = mkdtempSync(join(tmpdir(), 'ai-governance-new-'));
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');

beforeAll(() => {
  for (const [path, text] of Object.entries(withFiles({}))) {
    cpSync(join(root, 'package.json'), join(into, 'catalog', path), { recursive: true });
    writeFileSync(join(into, 'catalog', path), text);
  }
  cpSync(join(root, 'src'), join(into, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(into, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(into, 'node_modules'), 'junction');
});
afterAll(() => rmSync(into, { recursive: true, force: true }));

function run(script: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [tsx, script, ...args], { cwd: into }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

const make = (...args: string[]) => run(join(root, 'scripts', 'new.ts'), [...args, '--into', into]);

/** What a person may write into the empty places, in the order in which they stand. */
const answers: Readonly<Record<EntryKind, readonly string[]>> = {
  tool: [
    'Sieve',
    'Sieves payments.',
    'guardrail',
    'Somebody',
    'DE',
    'false',
    'MIT',
    'true',
    'free-oss',
    '[library]',
    'no',
    '[node]',
    '[agent]',
    '[operate]',
    'approval',
    'Sieves only what asks it.',
    'active',
    'release 1.0',
    '2026-10-01',
    'https://example.org',
    'README of 1.0',
  ],
  control: [
    'Two people',
    'Let two people decide.',
    'process',
    '[operate]',
    'rash-action',
    'partial',
    '2',
    'Our own',
  ],
  risk: [
    'Slow action',
    'technical',
    'system',
    'It acts too late.',
    'It pays after the day.',
    '{ path: system.kind, oneOf: [agent] }',
    '2',
    'Our own',
  ],
  regime: [
    'Sun act',
    'Sun act',
    'Act 7',
    'law',
    'DE',
    'true',
    'The office',
    'The act',
    '2026-01-01',
    'adopted',
    'Signed.',
    'Agents in Germany.',
    '{ path: system.markets, includes: DE }',
    '2026-01-01',
    'Act 7',
    'A person first',
    'Art. 1',
    'Put a person first.',
    '[deployer]',
    '[human-oversight]',
  ],
};

/** A key with nothing but a comment behind it, or nothing at all. */
const blank = /(?<=\b\w+:)(?= #| *,| *\}|$)/gm;

/** The skeleton with the answers in its empty places; those that hold something below them are none. */
function filledIn(kind: EntryKind, id: string): string {
  const waiting = [...answers[kind]];
  const text = entrySkeleton(kind, id)
    .split('\n')
    .map((line, at, lines) => {
      if (/^\s*#/.test(line)) return line;
      const isParent = /^(\s*)[\w-]+:$/.test(line) && /^\s+|^- /.test(lines[at + 1] ?? '');
      return isParent ? line : line.replace(blank, () => ` ${waiting.shift() ?? 'missing'}`);
    })
    .join('\n');
  expect(waiting).toEqual([]);
  return text;
}

/** What only another entry, or a text below the front matter, can fill. */
const holes: ReadonlySet<string> = new Set(['unused', 'no-tool', 'no-control', 'no-process', 'bare-duty']);

describe.each(['tool', 'control', 'risk', 'regime'] as const)('a new %s', (kind) => {
  const path = `${folders[kind]}/brand-new.md`;
  const problemsWith = (text: string) =>
    buildFiles(filesOf(withFiles({ [path]: text })))
      .problems.filter(
        ({ file, severity, code }) => file === path && severity === 'error' && !holes.has(code),
      )
      .map(({ line, message }) => `${line + 1} ${message}`);

  it('is written with what it still lacks', async () => {
    const { code, out, err } = await make(kind, `fresh-${kind}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Wrote catalog/${folders[kind]}/fresh-${kind}.md`);
    expect(out).toMatch(/^ {4}2 {2}title: #/m);
    const text = readFileSync(join(into, 'catalog', folders[kind], `fresh-${kind}.md`), 'utf8');
    expect(text).toBe(entrySkeleton(kind, `fresh-${kind}`));
    expect(text).toContain('confidence: low');
    expect(text).toMatch(/read: null.*\n\s+kind: memory/);
    rmSync(join(into, 'catalog', folders[kind], `fresh-${kind}.md`));
  });

  it('says nothing that nobody looked up: the build asks for each of these lines, and for nothing else', () => {
    const skeleton = entrySkeleton(kind, 'brand-new');
    const problems = problemsWith(skeleton);
    expect(problems.length).toBe(answers[kind].length);
    const lines = skeleton.split('\n');
    for (const problem of problems) expect(lines[Number.parseInt(problem, 10) - 1]).toMatch(/: (?:#|,|\})/);
  });

  it('is accepted by the build once each empty place is filled in', () => {
    expect(problemsWith(filledIn(kind, 'brand-new'))).toEqual([]);
  });
});

describe('a new rule', () => {
  it('is listed by its id, fires on what its page says to avoid, and is silent on what it prefers', async () => {
    const { code, err } = await make('rule', 'agent/no-limit');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const list = readFileSync(join(into, 'src', 'rules', 'rules.ts'), 'utf8');
    const ids = [...list.matchAll(/from '\.\/(.*)\/rule'/g)].map((found) => found[1]);
    expect(ids).toContain('agent/no-limit');
    expect(ids).toEqual(ids.toSorted());
    const page = readFileSync(join(into, 'src', 'rules', 'agent', 'no-limit', 'page.md'), 'utf8');
    const [avoid = '', prefer = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((found) => found[1]);
    writeFileSync(join(into, 'try.ts'), trial([avoid, prefer]));
    const { out } = await run(join(into, 'try.ts'), []);
    expect(JSON.parse(out)).toEqual([1, 0]);
  });
});

/** Prints how many findings of the new rule each manifest has, with the rules as they are now. */
const trial = (manifests: readonly string[]) => `import { createAdvisor } from './src/advise/create';
const pack = ${JSON.stringify(buildFiles(filesOf(withFiles({}))).pack)} as never;
const files = { root: 'ai-usage.yaml', parts: [], shadowed: [], lonePart: false };
const counts = ${JSON.stringify(manifests)}.map((text) =>
  createAdvisor(pack)
    .analyze({ files, texts: new Map([['ai-usage.yaml', text]]), today: '2026-11-24', repository: { match: () => [] } })
    .findings.filter(({ rule }) => rule === 'agent/no-limit').length);
console.log(JSON.stringify(counts));
`;

describe('it ends with 2, and writes nothing', () => {
  it.each<[string, string[], RegExp]>([
    ['for an id that is there', ['tool', 'holder'], /a tool holder already/],
    ['for a regime that has a folder', ['regime', 'moon-act'], /a regime moon-act already/],
    ['for a rule that is there', ['rule', 'system/gaps'], /a rule system\/gaps already/],
    ['for an id that is none', ['risk', 'Slow_Action'], /"Slow_Action" is no id/],
    ['for a path', ['tool', '../../holder'], /is no id/],
    ['for a rule without a family', ['rule', 'no-limit'], /family\/what-is-wrong/],
    ['for a kind that is none', ['law', 'sun-act'], /no kind "law"[\s\S]*Usage/],
    ['without an id', ['tool'], /one kind and one id[\s\S]*Usage/],
    ['for what is no option', ['tool', 'sieve', '--bogus'], /--bogus[\s\S]*Usage/],
  ])('%s', async (_name, args, words) => {
    const { code, out, err } = await make(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
