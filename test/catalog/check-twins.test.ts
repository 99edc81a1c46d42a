import { describe, expect, it } from 'vitest';
import { type Files, placeOf, problemsOf, withFiles } from './small-catalog';

/** No two entries of a kind are the same thing under two ids. */

const small = withFiles({});

/** The small catalog with a second entry beside one of its own: the same, but for what is replaced. */
function withSecond(file: string, path: string, replaced: Readonly<Record<string, string>>): Files {
  let text = small[file] ?? '';
  for (const [key, value] of Object.entries(replaced)) {
    const line = new RegExp(`^( *(?:- )?)${key}: .*$`, 'm');
    if (!line.test(text)) throw new Error(`${file} has no ${key}`);
    text = text.replace(line, (_, start: string) => `${start}${key}: ${value}`);
  }
  return withFiles({ [path]: text });
}

const told = (files: Files) =>
  problemsOf(files).flatMap(({ file, line, code, message }) =>
    code === 'twin' ? [`${file}:${line + 1} ${message}`] : [],
  );

describe('two entries of a kind', () => {
  it('are told by their titles, whatever the capitals and marks', () => {
    const other = (title: string) =>
      withSecond('risks/rash-action.md', 'risks/rush.md', { title, statement: 'It hurries.' });
    expect(told(other("'Rash, ACTION!'"))).toEqual([
      'risks/rush.md:2 The title is the same as that of rash-action. Keep one entry, or give each a title of its own.',
    ]);
    expect(told(other('Rash actions'))).toEqual([]);
  });

  it('may have one title where they are of different kinds', () => {
    const files = withSecond('risks/rash-action.md', 'risks/gate.md', { title: 'Gate', statement: 'Shut.' });
    expect(told(files)).toEqual([]);
  });

  it('are told by what they say, where most runs of three words are the same', () => {
    const first = 'Holds an action until a person with the right to do so allows it in writing.';
    const second = first.replace('in writing', 'by word');
    const third = 'Holds an action until a person sees it, and then lets another one decide what to do.';
    const approval = (small['capabilities/approval.md'] ?? '').replace(/meaning: .*/, `meaning: ${first}`);
    const files = (meaning: string) => ({
      ...withFiles({ 'capabilities/approval.md': approval }),
      'capabilities/hold.md': approval
        .replace('title: Approval', 'title: Hold')
        .replace(/meaning: .*/, `meaning: ${meaning}`),
    });
    // 14 runs each, of which the first 12 are the same: 12 of 16.
    expect(told(files(second))).toEqual([
      'capabilities/hold.md:3 It says what approval says: 75 percent of their runs of three words are the same. Keep one entry, or say how they differ.',
    ]);
    expect(told(files(third))).toEqual([]);
  });

  it.each([
    ['controls/gate.md', 'controls/stop.md', 'statement'],
    ['tools/holder.md', 'tools/keeper.md', 'summary'],
    ['risks/rash-action.md', 'risks/rush.md', 'statement'],
  ])('are told by the words of %s', (file, path, key) => {
    const others = path === 'tools/keeper.md' ? { homepage: 'https://example.com' } : {};
    const same = withSecond(file, path, { title: 'Another', ...others });
    expect(told(same)).toEqual([expect.stringContaining('100 percent')]);
    const different = withSecond(file, path, { title: 'Another', [key]: 'Quite another thing.', ...others });
    expect(told(different)).toEqual([]);
  });

  it('are told by the titles of laws', () => {
    const act = (small['regimes/moon-act/moon-act.md'] ?? '').replace(/penalties:\n.*\n/, '');
    expect(told(withFiles({ 'regimes/sun-act.md': act }))).toEqual([
      expect.stringMatching(/^regimes\/sun-act\.md:2 The title is the same as that of moon-act\./),
    ]);
  });
});

describe('two tools', () => {
  const keeper = (replaced: Readonly<Record<string, string>>) =>
    withSecond('tools/holder.md', 'tools/keeper.md', {
      title: 'Keeper',
      summary: 'Keeps what is given.',
      ...replaced,
    });

  it('of one home that do the same are one', () => {
    const files = keeper({ homepage: 'https://www.example.org/' });
    const line = placeOf(files, 'tools/keeper.md', 'https://www').replace(/:\d+$/, '');
    expect(told(files)).toEqual([
      `${line} The tool has the homepage and the capabilities of holder. Keep one entry, or correct one.`,
    ]);
    expect(told(keeper({ homepage: 'https://example.org/keeper' }))).toEqual([]);
  });

  it('of one home may do different things', () => {
    const files = keeper({});
    const text = files['tools/keeper.md'] ?? '';
    const more = text.replace('- { id: approval,', '- { id: review, basis: judged }\n  - { id: approval,');
    expect(told({ ...files, 'tools/keeper.md': more })).toEqual([]);
  });

  it('of one repository that do the same are one, and so are two that are installed alike', () => {
    const home = (line: string) => {
      const files = keeper({ homepage: 'https://example.com' });
      return Object.fromEntries(
        Object.entries(files).map(([path, text]) => [
          path,
          path.startsWith('tools/') ? text.replace('sources:', `${line}\nsources:`) : text,
        ]),
      );
    };
    expect(told(home('repository: https://example.net/a/b'))).toEqual([
      expect.stringContaining('has the repository and the capabilities of holder'),
    ]);
    expect(told(home('install: npm install holder'))).toEqual([
      expect.stringContaining('The tool is installed as holder is.'),
    ]);
  });
});

describe('two duties of a regime', () => {
  const second = (span: string, statement: string) =>
    withFiles({
      'regimes/moon-act/article-2.md': `---
title: Article 2
duties:
  - id: moon-act.art-2
    title: Another
    article: Art. 2
    statement: ${statement}
    roles: [deployer]
    classes: [high]
    date: by-class
    themes: [human-oversight]
${span}    sources: [S1]
    confidence: high
---
`,
    });

  it('do not ask the same at the same time', () => {
    expect(told(second('', 'Put a person first!'))).toEqual([
      'regimes/moon-act/article-2.md:7 The duty asks the same as moon-act.art-1, at the same time. Keep one, or say what each asks.',
    ]);
    expect(told(second('', 'Put a person last.'))).toEqual([]);
  });

  it('may ask the same one after the other', () => {
    expect(told(second('    from: 2030-01-01\n', 'Put a person first.'))).toEqual([]);
    expect(told(second('    from: 2029-12-31\n', 'Put a person first.'))).toHaveLength(1);
  });
});
