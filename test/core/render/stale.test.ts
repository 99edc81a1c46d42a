import { describe, expect, it } from 'vitest';
import { type Answer, answerSchema, type StaleEntry } from '../../../src/answer/schema';
import { renderMarkdown } from '../../../src/render/markdown/markdown';
import { renderHtml } from '../../../src/render/page/html';
import { renderText } from '../../../src/render/text/text';
import { sampleAnswer } from '../../fixtures/answers';

/** What the advice rests on and is past its review day is said once, in a line, in every face. */

const moon: StaleEntry = {
  kind: 'regimes',
  id: 'moon-act',
  title: 'Moon act',
  read: '2026-01-23',
  due: '2026-07-23',
};
const never: StaleEntry = { kind: 'risks', id: 'haste', title: 'Haste <b>', read: null, due: null };
const many = Array.from({ length: 5 }, (_, index) => ({
  ...moon,
  id: `law-${index}`,
  title: `Law ${index}`,
}));

function answerWith(...stale: StaleEntry[]): Answer {
  const { roots } = sampleAnswer();
  return answerSchema.parse({
    schemaVersion: 1,
    roots: roots.map((root) => ({ ...root, catalog: { ...root.catalog, stale } })),
  });
}

const text = (answer: Answer) =>
  renderText(answer, { width: 200, color: (_role, words) => words, full: false })
    .trimEnd()
    .split('\n');
const html = (answer: Answer) => renderHtml(answer, { css: '', cssSha256: '' });

describe('in the text', () => {
  it('one entry is named with its day, in the line before the last', () => {
    const [line, last] = text(answerWith(moon)).slice(-2);
    expect(line).toBe('1 entry behind this advice is past its review day: Moon act (2026-07-23).');
    expect(last).toMatch(/^As of .* not legal advice\.$/);
  });

  it('of many the first few are named, still in one line', () => {
    expect(text(answerWith(...many)).at(-2)).toBe(
      '5 entries behind this advice are past their review day: Law 0 (2026-07-23), Law 1 (2026-07-23), Law 2 (2026-07-23) and 2 more.',
    );
  });

  it('one that was never read is told so', () => {
    expect(text(answerWith(never)).at(-2)).toContain('Haste <b> (never read at a source)');
  });

  it('roots that rest on the same entry say it once', () => {
    const { roots } = answerWith(moon);
    expect(text({ schemaVersion: 1, roots: [...roots, ...roots] }).at(-2)).toContain('1 entry behind');
  });

  it('nothing is said where nothing is overdue', () => {
    expect(text(sampleAnswer()).join('\n')).not.toContain('review day');
  });
});

describe('in Markdown', () => {
  it('the first few stand at the top, and all of them with what the report rests on', () => {
    const report = renderMarkdown(answerWith(...many));
    expect(report.split('\n').slice(0, 8).join('\n')).toContain('5 entries behind this advice are past');
    expect(report).toContain('`law-4` (read 2026-01-23, due 2026-07-23)');
  });

  it('titles are shown as they are, and never read as HTML', () => {
    expect(renderMarkdown(answerWith(never))).not.toContain('<b>');
  });

  it('nothing is said where nothing is overdue', () => {
    expect(renderMarkdown(sampleAnswer())).not.toMatch(/review day/i);
  });
});

describe('in the page', () => {
  it('they are counted beside the days, and named among the sources', () => {
    const page = html(answerWith(moon, never));
    expect(page).toContain('2 entries past their review day');
    expect(page).toContain('Moon act');
    expect(page).toContain('never read at a source');
    expect(page).not.toContain('Haste <b>');
  });

  it('nothing is said where nothing is overdue', () => {
    expect(html(sampleAnswer())).not.toMatch(/review day/i);
  });
});
