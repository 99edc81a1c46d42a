import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFacts, globProblem } from '../../../src/host/file-facts';

const files = [
  '.github/workflows/ci.yml',
  'README.md',
  'app/(shop)/page.tsx',
  'docs/a.md',
  'docs/oversight.md',
  'docs/oversight/plan.md',
  'docs/oversight/2026/review.md',
  'docs/oversight-old.md',
  'reports/bias.json',
  'reports/bias+age.csv',
  'src/cv/rank.py',
  'src/cv/tests/test_fair.py',
].sort();

function match(glob: string): string[] {
  return fileFacts(files, () => false)
    .match(glob)
    .map(({ path }) => path);
}

describe('a glob over the files of a repository', () => {
  it.each<[string, string[]]>([
    ['README.md', ['README.md']],
    ['./README.md', ['README.md']],
    ['readme.md', []],
    ['docs/*.md', ['docs/a.md', 'docs/oversight-old.md', 'docs/oversight.md']],
    ['docs/oversight', ['docs/oversight/2026/review.md', 'docs/oversight/plan.md']],
    ['docs/oversight/', ['docs/oversight/2026/review.md', 'docs/oversight/plan.md']],
    ['docs/oversight/**', ['docs/oversight/2026/review.md', 'docs/oversight/plan.md']],
    ['docs/oversight/*', ['docs/oversight/plan.md']],
    ['docs/oversight*', ['docs/oversight-old.md', 'docs/oversight.md']],
    ['**/review.md', ['docs/oversight/2026/review.md']],
    ['**/README.md', ['README.md']],
    ['src/**/test_*.py', ['src/cv/tests/test_fair.py']],
    ['src/**/*.py', ['src/cv/rank.py', 'src/cv/tests/test_fair.py']],
    ['**/*.yml', ['.github/workflows/ci.yml']],
    ['{docs,reports}/*a*.{md,json}', ['docs/a.md', 'reports/bias.json']],
    ['docs/[a-c].md', ['docs/a.md']],
    ['docs/[!b].md', ['docs/a.md']],
    ['docs/?.md', ['docs/a.md']],
    ['app/(shop)/*', ['app/(shop)/page.tsx']],
    ['reports/bias+*', ['reports/bias+age.csv']],
    ['**', files],
    ['nowhere/**', []],
  ])('%s', (glob, paths) => {
    expect(match(glob)).toEqual(paths);
  });

  it.each([
    ['../secret', 'leaves the folder'],
    ['docs/../../x', 'leaves the folder'],
    ['/etc/passwd', 'is no path relative to the folder, written with /'],
    ['C:/x', 'is no path relative to the folder, written with /'],
    ['docs\\a.md', 'is no path relative to the folder, written with /'],
    ['', 'is empty'],
    ['a*b*c*d*e', 'has more than 3 stars in one name'],
    ['a'.repeat(300), 'is longer than 256 characters'],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', 'stands for more than 64 globs by its braces'],
    ['{a,{b,c}}', 'has braces in braces'],
  ])('%s is refused: it %s', (glob, problem) => {
    expect(globProblem(glob)).toBe(problem);
    expect(match(glob)).toEqual([]);
  });

  it('a file that holds nothing is told apart, and only matches are looked at', () => {
    const asked: string[] = [];
    const facts = fileFacts(files, (path) => {
      asked.push(path);
      return path === 'docs/a.md';
    });
    expect(facts.match('docs/*.md')).toContainEqual({ path: 'docs/a.md', empty: true });
    expect(facts.match('docs/*.md')).toContainEqual({ path: 'docs/oversight.md', empty: false });
    expect(asked).toEqual(['docs/a.md', 'docs/oversight-old.md', 'docs/oversight.md']);
  });

  it('every listed file is found by its own name, and by ** before it', () => {
    for (const path of files) {
      expect(match(path)).toEqual([path]);
      expect(match(`**/${path.split('/').at(-1)}`)).toContain(path);
    }
  });

  it('takes any text as a glob and never throws', () => {
    const sign = fc.constantFrom(
      ...Array.from('*?[]{}()!+@|^$,./\\-ab'),
      '**',
      '**/',
      '[[:alpha:]]',
      '[^',
      '{a,b}',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20 }), (signs) => {
        expect(Array.isArray(match(signs.join('')))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes hostile globs over hostile names in little time', () => {
    const long = 'a'.repeat(255);
    const deep = Array.from({ length: 15 }, () => long).join('/');
    const deeper = Array.from({ length: 2000 }, () => 'a').join('/');
    const facts = fileFacts([deep, deeper].sort(), () => false);
    for (const glob of [
      '**/*a*a*b/**/*a*a*b/**/*a*a*b',
      '**/a/**/a/**/a/**/a/**/b',
      `${'**/'.repeat(60)}b`,
      '**/{a,aa,aaa}*{a,aa}*{a,aa}*b',
      '**/[a-z]*[a-z]*[a-z]*b',
    ]) {
      expect(facts.match(glob)).toEqual([]);
    }
  }, 5_000);
});
