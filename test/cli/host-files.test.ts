import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { today } from '../../src/host/node/clock';
import { listFiles, nodeFiles, readText } from '../../src/host/node/files';
import { folderWith, removeFolders } from './folders';

afterAll(removeFolders);

describe('the files of a folder', () => {
  it('are listed by path, without version control and installed packages', async () => {
    const folder = folderWith({
      'b.txt': '',
      'a/z.txt': 'x',
      'a/.hidden': 'x',
      '.github/ci.yml': 'x',
      '.git/config': 'x',
      'a/node_modules/p/index.js': 'x',
    });
    expect(await listFiles(folder)).toEqual({
      paths: ['.github/ci.yml', 'a/.hidden', 'a/z.txt', 'b.txt'],
      complete: true,
      problems: [],
    });
    const files = nodeFiles(folder);
    expect([files.isEmpty('b.txt'), files.isEmpty('a/z.txt'), files.isEmpty('gone')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('a link counts when it leads to a file of the folder, and links never lead out or in a circle', async () => {
    const outside = folderWith({ 'secret.txt': 'x' });
    const folder = folderWith({ 'real.txt': 'x', 'sub/file.txt': 'x' });
    symlinkSync(join(folder, 'real.txt'), join(folder, 'inside.txt'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'outside.txt'));
    symlinkSync(outside, join(folder, 'other'));
    symlinkSync(folder, join(folder, 'sub', 'up'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken'));
    expect((await listFiles(folder)).paths).toEqual(['inside.txt', 'real.txt', 'sub/file.txt']);
  });

  it('a listing stops at its limit, the same way each time, and says so', async () => {
    const folder = folderWith(
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`d${index % 3}/f${index}`, ''])),
    );
    const [one, other] = [await listFiles(folder, 10), await listFiles(folder, 10)];
    expect(one.complete).toBe(false);
    expect(one.problems).toEqual([
      expect.stringMatching(/^There are more than 10 files and folders in .*Name a smaller folder\.$/),
    ]);
    expect(one.paths).toHaveLength(7);
    expect(other).toEqual(one);
  });

  it('a folder that cannot be listed is a problem in words', async () => {
    const folder = folderWith({ 'a.txt': '' });
    const { paths, problems } = await listFiles(join(folder, 'gone'));
    expect(paths).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(/^Cannot list .*gone: it does not exist\. Its files are not seen\.$/),
    ]);
  });

  it('a text is read up to a size, and a byte order mark stays', async () => {
    const folder = folderWith({ 'bom.txt': '\ufeffabc', 'big.txt': 'x'.repeat(101) });
    expect(await readText(join(folder, 'bom.txt'))).toEqual({ text: '\ufeffabc' });
    expect(await readText(join(folder, 'big.txt'), 100)).toEqual({
      problem: 'it has 101 bytes; at most 100 are read',
    });
    expect(await readText(join(folder, 'gone.txt'))).toEqual({ problem: 'it does not exist' });
    expect(await readText(folder)).toEqual({ problem: 'it is a folder' });
  });
});

describe('today', () => {
  it('is the day on the wall calendar here, not in London', () => {
    expect(today(new Date(2026, 10, 3, 0, 5))).toBe('2026-11-03');
    expect(today(new Date(2026, 10, 3, 23, 55))).toBe('2026-11-03');
  });
});
