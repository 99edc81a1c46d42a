import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/host/node/files';
import { emptyInTree, listTree, readTree, type Tree } from '../../src/host/web/tree';

/** A tree over a real folder, as an editor would serve it. */
function treeAt(folder: string): Tree {
  return {
    entries: async (below) =>
      (await readdir(join(folder, below), { withFileTypes: true })).map((entry) => ({
        name: entry.name,
        kind: entry.isDirectory() ? 'folder' : entry.isFile() || entry.name === 'link.md' ? 'file' : 'other',
      })),
    size: async (file) => (await stat(join(folder, file))).size,
    bytes: (file) => readFile(join(folder, file)),
  };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tree-'));
  const files = {
    'ai-usage.yaml': '\uFEFFversion: 1\r\n',
    'a-b/x.md': 'x',
    'a/deep/er/y.md': 'y',
    'a.md': '',
    'größe 大/z.md': 'z',
    'node_modules/p/index.js': 'x',
    '.git/HEAD': 'x',
    'a/.git/HEAD': 'x',
    '.github/w.yml': 'x',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await symlink('a.md', join(folder, 'link.md'));
  await symlink('a', join(folder, 'loop'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('files that an editor serves', () => {
  it('are listed exactly as files on disk are', async () => {
    const served = await listTree(treeAt(folder));
    const onDisk = await listFiles(folder);
    expect(served).toEqual(onDisk);
    expect(served.paths).toContain('größe 大/z.md');
    expect(served.paths).toContain('.github/w.yml');
    expect(served.paths.filter((path) => /node_modules|\.git\/|loop/.test(path))).toEqual([]);
  });

  it('are listed up to the same file as on disk where the listing stops at its limit', async () => {
    for (const limit of [1, 3, 5, 8]) {
      const served = await listTree(treeAt(folder), limit);
      const onDisk = await listFiles(folder, limit);
      expect(served.complete).toBe(false);
      expect(served.problems).toHaveLength(1);
      expect(served.paths).toEqual(onDisk.paths);
    }
  });

  it('of a folder that cannot be listed are missing, and that is said', async () => {
    const tree = treeAt(folder);
    const broken: Tree = {
      ...tree,
      entries: (below) => (below === 'a' ? Promise.reject(new Error('no permission')) : tree.entries(below)),
    };
    const { paths, problems, complete } = await listTree(broken);
    expect(paths).not.toContain('a/deep/er/y.md');
    expect(paths).toContain('a-b/x.md');
    expect(problems).toEqual(['Cannot list a: no permission. Its files are not seen.']);
    expect(complete).toBe(true);
  });

  it('keep their byte order mark and line ends, and tell why they cannot be read', async () => {
    const tree = treeAt(folder);
    expect(await readTree(tree, 'ai-usage.yaml')).toEqual({ text: '\uFEFFversion: 1\r\n' });
    expect(await readTree(tree, 'ai-usage.yaml', 5)).toEqual({
      problem: 'it has 15 bytes; at most 5 are read',
    });
    expect(await readTree(tree, 'none.yaml')).toHaveProperty('problem');
  });

  it('are told empty only when they are there and empty', async () => {
    expect(await emptyInTree(treeAt(folder), ['a.md', 'a-b/x.md', 'none.md'])).toEqual(['a.md']);
  });
});
