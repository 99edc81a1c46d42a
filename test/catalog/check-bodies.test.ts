import { describe, expect, it } from 'vitest';
import { holes } from '../../src/catalog/checks/holes';
import { gramsOf, sharedGrams } from '../../src/catalog/checks/word-grams';
import { type Files, problemsOf, withFiles } from './small-catalog';

/** Bodies say enough and not too much, and each says something of its own. */

const small = withFiles({});
const told = (files: Files) =>
  problemsOf(files).map(({ file, code, message }) => `${file} ${code} ${message}`);

/** So many words, no two of them the same, and none the same for two names. */
const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');

const withBody = (file: string, body: string) => withFiles({ [file]: `${small[file] ?? ''}\n${body}\n` });

describe('the words of a body', () => {
  it.each([
    ['tools/holder.md', 80, 200],
    ['controls/gate.md', 100, 300],
  ])('of %s are %i to %i', (file, least, most) => {
    for (const count of [least, most]) expect(told(withBody(file, words('word', count)))).toEqual([]);
    const range = `${least} to ${most} are meant.`;
    expect(told(withBody(file, words('word', least - 1)))).toEqual([
      `${file} words The body has ${least - 1} words. Say more, or leave the body out: ${range}`,
    ]);
    expect(told(withBody(file, words('word', most + 1)))).toEqual([
      `${file} words The body has ${most + 1} words. Cut it: ${range}`,
    ]);
  });

  it('are a hole where they are too few', () => {
    const problems = problemsOf(withBody('tools/holder.md', 'Good.'));
    expect(problems.map(({ severity }) => severity)).toEqual([holes]);
  });

  it('may be none, and are free for risks', () => {
    expect(told(withFiles({}))).toEqual([]);
  });
});

describe('the bodies of a kind', () => {
  /** Three risks whose bodies have twelve words of their own each, and begin with so many shared ones. */
  const risks = (shared: number) => {
    const risk = (name: string) =>
      (small['risks/rash-action.md'] ?? '')
        .replace('title: Rash action', `title: ${name}`)
        .replace(/statement: .*/, `statement: It does ${name}.`)
        .replace('Think before you pay.', `${words('same', shared)} ${words(name, 100)}`);
    const gate = (small['controls/gate.md'] ?? '').replace(
      'mitigates: [',
      'mitigates: [{ risk: a, strength: primary }, { risk: b, strength: primary }, ',
    );
    return withFiles({
      'controls/gate.md': gate,
      'risks/rash-action.md': risk('rash'),
      'risks/a.md': risk('alpha'),
      'risks/b.md': risk('beta'),
    });
  };

  it('share at most five percent of their runs of eight words on average', () => {
    // 12 shared words are 5 of 105 runs, 13 are 6 of 106.
    expect(told(risks(12))).toEqual([]);
    expect(told(risks(13))).toEqual([
      'risks/b.md twin The bodies of risks share 5.7 percent of their runs of eight words on average, this one 5.7 percent with risks/a.md. Write what is special to each.',
    ]);
  });

  it('may share anything with those of another kind', () => {
    const text = words('same', 120);
    const both = withBody('tools/holder.md', text);
    const gate = `${small['controls/gate.md'] ?? ''}\n${text}\n`;
    expect(told({ ...both, 'controls/gate.md': gate })).toEqual([]);
  });
});

describe('runs of words', () => {
  it('are the same whatever the capitals and marks', () => {
    expect([...gramsOf('Stop, ask; **GO** on.', 3)]).toEqual(['stop ask go', 'ask go on']);
    expect([...gramsOf('Too short', 3)]).toEqual([]);
  });

  it('that two texts share are counted for each pair, and for no other', () => {
    const lists = ['a b c d', 'x y z', 'b c d e', 'a b c'].map((text) => gramsOf(text, 2));
    expect(sharedGrams(lists)).toEqual([
      { first: 0, second: 2, shared: 2 },
      { first: 0, second: 3, shared: 2 },
      { first: 2, second: 3, shared: 1 },
    ]);
  });
});
