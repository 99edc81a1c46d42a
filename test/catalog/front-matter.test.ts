import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/catalog/front-matter';

describe('the front matter of a file', () => {
  it('is cut from its body, and both know where they begin', () => {
    const text = '---\ntitle: A\n---\n\nText.\nMore.\n\n';
    const parts = splitFrontMatter(text);
    expect(parts).toMatchObject({ front: 'title: A\n', frontStart: 4, body: 'Text.\nMore.' });
    expect(text.slice(parts?.bodyStart)).toBe('Text.\nMore.\n\n');
  });

  it('may be all there is', () => {
    expect(splitFrontMatter('---\ntitle: A\n---')).toMatchObject({ front: 'title: A\n', body: '' });
  });

  it('may be empty', () => {
    expect(splitFrontMatter('---\n---\nText.')).toMatchObject({ front: '', frontStart: 4, body: 'Text.' });
  });

  it('is found behind a byte order mark and with carriage returns', () => {
    expect(splitFrontMatter('\uFEFF---\r\ntitle: A\r\n---\r\nText.')).toMatchObject({
      front: 'title: A\r\n',
      frontStart: 6,
      body: 'Text.',
    });
  });

  it('does not end at dashes inside a value or at more than three', () => {
    const parts = splitFrontMatter('---\ntitle: a --- b\nlist:\n  - x\n----: y\n---\nText.');
    expect(parts?.front).toBe('title: a --- b\nlist:\n  - x\n----: y\n');
  });

  it('leaves a line of dashes in the body alone', () => {
    expect(splitFrontMatter('---\na: 1\n---\nOne\n\n---\n\nTwo')?.body).toBe('One\n\n---\n\nTwo');
  });

  it('is not there where the first line is another, or where it never ends', () => {
    expect(splitFrontMatter('title: A\n---\n')).toBeUndefined();
    expect(splitFrontMatter('---\ntitle: A\n')).toBeUndefined();
    expect(splitFrontMatter('')).toBeUndefined();
  });
});
