import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/schema';
import { renderMarkdown } from '../../../src/render/markdown/markdown';
import { renderText } from '../../../src/render/text/text';
import { analyzeText } from '../real-catalog';

/** The smallest manifest on the real catalog: however many laws that knows, the report is read at a glance. */

function answer(): Answer {
  const text = [
    'version: 1',
    'systems:',
    '  - id: cv-ranker',
    '    purpose: Orders applications for an open post before a recruiter reads them.',
  ].join('\n');
  return { schemaVersion: 1, roots: [analyzeText(text).answer({ questions: true, portfolio: true })] };
}

describe('the report on a manifest that gives a purpose only', () => {
  it.each([100, 120])('is at most 12 lines of text in %i columns', (width) => {
    const text = renderText(answer(), { width, color: (_role, words) => words, full: false });
    const lines = text.trimEnd().split('\n');
    expect(lines.length, text).toBeLessThanOrEqual(12);
    expect(text).toContain('Nothing is certain yet');
    expect(text).toMatch(/areas settles \d+ conclusions: practice\.\* \(\d+\) -> prohibited if in scope/);
  });

  it('is at most 14 lines of text in 80 columns', () => {
    const text = renderText(answer(), { width: 80, color: (_role, words) => words, full: false });
    expect(text.trimEnd().split('\n').length, text).toBeLessThanOrEqual(14);
  });

  it('is short in Markdown too, and begins with what to say next', () => {
    const lines = renderMarkdown(answer()).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(90);
    const next = lines.indexOf('**Tell next**');
    expect(next).toBeGreaterThan(0);
    expect(next).toBeLessThan(lines.indexOf('**May apply**'));
  });
});
