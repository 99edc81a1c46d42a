import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/schema';
import { renderDivergenceMarkdown } from '../../../src/render/markdown/divergence';
import { renderDivergence } from '../../../src/render/text/divergence';
import { columns } from '../../../src/render/text/width';
import { compared } from '../assess/comparing';

/** Hiring in Germany and Colorado, beside places where it is not offered. */
function comparedAnswer(jurisdictions: readonly string[]): Answer {
  const { root } = compared(
    {
      roles: ['deployer'],
      areas: ['employment.recruitment'],
      influence: 'main-factor',
      affects: ['applicants'],
      data: { classes: ['personal'] },
      markets: ['DE', 'US-CO'],
    },
    { jurisdictions },
  );
  return { schemaVersion: 1, roots: [root] };
}

const five = ['EU', 'US-CO', 'US-NY-NYC', 'CN', 'SG'];

function linesOf(answer: Answer, width: number): string[] {
  return renderDivergence(answer, { width, color: (_role, text) => text, full: false })
    .trimEnd()
    .split('\n');
}

describe('the comparison as text', () => {
  const answer = comparedAnswer(five);

  it.each([80, 100, 120])('fits %i columns', (width) => {
    expect(linesOf(answer, width).filter((line) => columns(line) > width)).toEqual([]);
  });

  it.each([100, 120])('keeps every cell under its heading in %i columns, however long the theme', (width) => {
    const lines = linesOf(answer, width);
    const head = lines[1] ?? '';
    const starts = ['EU', 'US-CO', 'US-NY-NYC*', 'CN*', 'SG*'].map((name) => head.indexOf(name));
    expect(starts.every((start) => start > 0)).toBe(true);
    const table = lines.slice(2, lines.indexOf(''));
    const rows = table.filter((line) => line.length > (starts[0] ?? 0));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      for (const start of starts) expect(row.slice(start - 2, start + 1)).toMatch(/^ {2}\S$/);
    }
    // A title that goes on below has that line for itself.
    expect(table.some((line) => /^ {2}(?:quality )?management$/.test(line))).toBe(true);
  });

  it('puts columns that do not fit into a second table', () => {
    const lines = linesOf(answer, 80);
    const heads = lines.filter((line) => /^ {10}.*(?:EU|SG\*)/.test(line));
    expect(heads.map((line) => line.trim().split(/ +/))).toEqual([
      ['EU', 'US-CO', 'US-NY-NYC*', 'CN*'],
      ['SG*'],
    ]);
  });

  it('says what a sign means only where it is there', () => {
    const without = linesOf(comparedAnswer(['EU', 'US-CO']), 100).join('\n');
    expect(without).not.toContain('not among the markets');
    expect(without).toContain('that is not the same as compliant');
    expect(linesOf(answer, 100).join('\n')).toContain('*: not among the markets of the manifest');
  });

  it('colors what binds, what will, and what was not found each in its own way', () => {
    const painted = renderDivergence(answer, {
      width: 200,
      color: (role, text) => `<${role} ${text}>`,
      full: false,
    });
    const row = painted.split('\n').find((line) => line.includes('Notice that AI is used'));
    expect(row).toContain('<warning 2023-07-05>');
    expect(row).toContain('<accent 2027-01-01>');
    expect(painted).toContain('<dim none found>');
  });

  it('tells what to do about a conflict, with the laws between which it is', () => {
    const text = linesOf(answer, 200).join('\n');
    expect(text).toContain(
      'Conflict C1: Testing for bias and correcting it (us-federal-eo-preemption, us-nyc-ll144',
    );
    expect(text).toContain('What to do: Measure everywhere');
  });
});

describe('the comparison as Markdown', () => {
  const markdown = renderDivergenceMarkdown(comparedAnswer(five));
  const row = markdown.split('\n').find((line) => line.startsWith('| Notice that AI'));

  it('has a row for each theme and says since or from when it binds', () => {
    expect(row).toContain('| binding from 2027-01-01 | binding since 2023-07-05 |');
    expect(row).toContain('NYC Local Law 144; meets the rest');
    expect(markdown).toContain('US-NY-NYC (supposed)');
    expect(markdown).toContain('| under US law |');
  });

  it('never calls anybody compliant', () => {
    expect(markdown.match(/complian\w*/g)).toEqual(['compliant']);
    expect(markdown).toContain('that is not the same as compliant');
  });
});
