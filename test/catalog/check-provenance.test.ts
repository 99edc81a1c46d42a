import { describe, expect, it } from 'vitest';
import { changed, inEditor, placeOf, problemsOf } from './small-catalog';

/** Every binding duty says where it stands in the law, on what source it rests, and how sure that is. */

const act = 'regimes/moon-act/moon-act.md';
const article = 'regimes/moon-act/article-1.md';
const duty = 'article: Art. 1(3)';

const told = (from: string, to: string) => problemsOf(changed(article, from, to)).map(inEditor);

describe('a binding duty', () => {
  it.each(["''", '—', 'unknown', 'n/a', 'tbd', 'to be checked', 'see the text'])(
    'has an article, and %s is none',
    (written) => {
      const files = changed(article, duty, `article: ${written}`);
      const place = placeOf(files, article, `${written}\n    statement: Put a person`);
      const [problem, ...more] = problemsOf(files);
      expect(more).toEqual([]);
      expect(problem && inEditor(problem)).toBe(`${place} provenance`);
      expect(problem?.message).toBe(
        'A binding duty says where it stands in the law. Write its article or section.',
      );
    },
  );

  it.each(['§ 6-1-1703', '第四条', 'AI Basic Act', "'7'"])('may stand at %s', (written) => {
    expect(told(duty, `article: ${written}`)).toEqual([]);
  });

  it('needs its article, a source and a grade', () => {
    expect(told(`    ${duty}\n`, '')[0]).toContain('schema');
    const tail = (sources: string, grade: string) =>
      told(
        '    until: 2030-01-01\n    sources: [S1]\n    confidence: high',
        `    until: 2030-01-01\n${sources}${grade}`,
      );
    const grade = '    confidence: high';
    expect(tail('    sources: []\n', grade)[0]).toContain('schema');
    expect(tail('', grade)[0]).toContain('schema');
    expect(tail('    sources: [S2]\n', grade)[0]).toContain('unknown-id');
    expect(tail('    sources: [S1]\n', '    note: sure')[0]).toContain('schema');
    expect(tail('    sources: [S1]\n', '    confidence: sure')[0]).toContain('schema');
    expect(tail('    sources: [S1]\n', grade)).toEqual([]);
  });
});

describe('a source that nobody read', () => {
  const from = '{ id: S1, title: The act, read: 2026-11-23, kind: primary }';
  const unread = '{ id: S1, title: The act, read: null, kind: secondary }';

  it('makes nothing sure', () => {
    const found = problemsOf(changed(act, from, unread)).filter(({ code }) => code === 'provenance');
    // Two events of the history, one date group, one class and one duty rest on it.
    expect(found.map(({ file }) => file)).toEqual([article, article, act, act, act]);
    expect(found[0]?.message).toBe(
      'Nobody read a source of this, and its grade is high. Read one, or lower the grade.',
    );
  });

  it('may stand beside one that was read', () => {
    const files = changed(
      act,
      from,
      `${from}\n  - { id: S2, title: A memory, read: 2026-11-23, kind: memory }`,
    );
    expect(problemsOf(files)).toEqual([]);
    const both = changed(act, from, `${unread}\n  - ${from.replace('S1', 'S2')}`);
    const text = both[article] ?? '';
    const fixed = { ...both, [article]: text.replaceAll('sources: [S1]', 'sources: [S1, S2]') };
    expect(problemsOf(fixed).filter(({ file }) => file === article)).toEqual([]);
  });
});
