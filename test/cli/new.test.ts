import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isTemplate } from '../../src/catalog/template-mark';
import { nodeFiles } from '../../src/host/node/files';
import { emptyInTree } from '../../src/host/web/tree';
import { run } from './command';
import { folderWith, removeFolders } from './folders';
import { clean } from './manifests';

afterAll(removeFolders);

const two = `${clean}  - id: other
    purpose: Sorts mail
`;
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('new control', () => {
  it('writes the template where the control looks for evidence, and says what to do next', async () => {
    const folder = folderWith({ 'ai-usage.yaml': clean });
    const { code, out, err } = await run(['new', 'control', 'human-review'], { in: folder });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Wrote docs\/oversight-plan\.md\nNext: answer every …/);
    expect(out).toContain('{ id: human-review, status: done,');
    expect(out).toContain('evidence: [docs/oversight-plan.md]');
    const text = read(folder, 'docs/oversight-plan.md');
    expect(text).toMatch(/^<!-- ai-governance: template, not filled in\..*-->\n\n# /);
    expect(text).toContain('Finds notes of our own');
  });

  it('leaves a file that is there as it is, and ends with 2', async () => {
    const folder = folderWith({ 'ai-usage.yaml': clean, 'docs/oversight-plan.md': 'ours' });
    const { code, out, err } = await run(['new', 'control', 'human-review'], { in: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('docs/oversight-plan.md is there already and stays as it is.');
    expect(read(folder, 'docs/oversight-plan.md')).toBe('ours');
  });

  it('prints with --print, and writes nothing', async () => {
    const folder = folderWith({ 'ai-usage.yaml': clean });
    const { code, out } = await run(['new', 'control', 'ai-policy', '--print', '--as-of', '2027-01-02'], {
      in: folder,
    });
    expect(code).toBe(0);
    expect(isTemplate(out)).toBe(true);
    expect(out).toContain('In force from 2027-01-02');
    expect(existsSync(join(folder, 'docs'))).toBe(false);
  });

  it('asks which system is meant where there are several, and names the file by it', async () => {
    const folder = folderWith({ 'ai-usage.yaml': two });
    const open = await run(['new', 'control', 'human-review'], { in: folder });
    expect(open).toEqual({
      code: 2,
      out: '',
      err: 'Each system has a document of its own. Say which with --system: helper, other.\n',
    });
    const { code } = await run(['new', 'control', 'human-review', '--system', 'other'], { in: folder });
    expect(code).toBe(0);
    expect(read(folder, 'docs/oversight-plan-other.md')).toContain('Sorts mail');
    const wrong = await run(['new', 'control', 'human-review', '--system', 'none'], { in: folder });
    expect(wrong.err).toBe('There is no system none. The manifests have: helper, other.\n');
  });

  it('writes beside the manifest, also when it is called from a folder below', async () => {
    const folder = folderWith({ 'ai-usage.yaml': two, 'src/deep/x.txt': '' });
    const { code } = await run(['new', 'control', 'ai-policy'], { in: join(folder, 'src/deep') });
    expect(code).toBe(0);
    expect(read(folder, 'docs/ai-policy.md')).toContain('- other: Sorts mail');
  });

  it('takes a path, from where it is called', async () => {
    const folder = folderWith({ 'app/ai-usage.yaml': clean });
    const { code, out } = await run(['new', 'control', 'risk-register', 'app/docs/risk.md'], { in: folder });
    expect(code).toBe(0);
    expect(out).toContain('evidence: [docs/risk.md]');
    expect(existsSync(join(folder, 'app/docs/risk.md'))).toBe(true);
  });

  it.each([
    ['out.md', 'is not below the folder of the manifest'],
    ['app/../out.md', 'is not below the folder of the manifest'],
    ['/tmp/ai-governance-out.md', 'is not below the folder of the manifest'],
    ['app-two/out.md', 'is not below the folder of the manifest'],
    ['app/link/out.md', 'outside the folder of the manifest, by a link'],
    ['app/link/new/out.md', 'outside the folder of the manifest, by a link'],
    ['app/risk.txt', 'is no Markdown file'],
    ['app/file.txt/risk.md', 'Cannot write app/file.txt/risk.md: app/file.txt is no folder'],
  ])('never writes to %s', async (path, why) => {
    const outside = folderWith({ 'x.txt': '' });
    const folder = folderWith({ 'app/ai-usage.yaml': clean, 'app/file.txt': 'x', 'app-two/x.txt': '' });
    symlinkSync(outside, join(folder, 'app/link'));
    const { code, out, err } = await run(['new', 'control', 'risk-register', path], { in: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
    expect(existsSync(join(folder, path))).toBe(false);
    expect(existsSync(join(outside, 'new'))).toBe(false);
  });

  it('a system cannot name a file elsewhere', async () => {
    const folder = folderWith({ 'ai-usage.yaml': two.replace('id: other', 'id: "../../other"') });
    const { err } = await run(['new', 'control', 'human-review', '--system', '../../other'], { in: folder });
    expect(err).toBe('');
    expect(existsSync(join(folder, 'docs/oversight-plan--other.md'))).toBe(true);
  });

  it.each([
    [['new', 'control', 'human-reviw'], /Did you mean human-review\?/],
    [['new', 'control', 'sandbox'], /There is no template for sandbox\..*human-review/],
  ])('%j is told', async (args, message) => {
    const { code, err } = await run(args, { in: folderWith({ 'ai-usage.yaml': clean }) });
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('needs a manifest', async () => {
    const { code, err } = await run(['new', 'control', 'human-review'], { in: folderWith({ 'a.txt': '' }) });
    expect(code).toBe(2);
    expect(err).toContain('No manifest in');
  });
});

describe('a template that is not filled in', () => {
  const declared = clean.replace(
    '    tools: []\n',
    '    tools: []\n    controls: [{ id: human-review, status: done, owner: jane, reviewBy: 2099-01-01, evidence: [docs/oversight-plan.md] }]\n',
  );

  it('is no evidence until its first line is gone', async () => {
    const folder = folderWith({ 'ai-usage.yaml': declared });
    await run(['new', 'control', 'human-review'], { in: folder });
    const before = await run(['check'], { in: folder });
    expect(before.out).toMatch(/template\s+that\s+is\s+not\s+filled\s+in/);
    const path = join(folder, 'docs/oversight-plan.md');
    writeFileSync(path, read(folder, 'docs/oversight-plan.md').split('\n').slice(1).join('\n'));
    expect((await run(['check'], { in: folder })).out).not.toMatch(/not\s+filled/);
  });

  it('is seen as such on disk and through an editor', async () => {
    const folder = folderWith({ 'ai-usage.yaml': clean, 'docs/plan.md': '# Ours', 'docs/none.md': '' });
    await run(['new', 'control', 'human-review'], { in: folder });
    const paths = ['docs/oversight-plan.md', 'docs/plan.md', 'docs/none.md', 'docs/lost.md'];
    const files = nodeFiles(folder);
    const tree = {
      entries: () => Promise.resolve([]),
      size: (file: string) => stat(join(folder, file)).then(({ size }) => size),
      bytes: (file: string) => readFile(join(folder, file)),
    };
    const empty = ['docs/oversight-plan.md', 'docs/none.md'];
    expect(paths.filter((path) => files.isEmpty(path))).toEqual(empty);
    expect(await emptyInTree(tree, paths)).toEqual(empty);
  });
});
