import { describe, expect, it } from 'vitest';
import type { Regime } from '../../../src/answer/schema';
import { renderMarkdown } from '../../../src/render/markdown/markdown';
import { renderText } from '../../../src/render/text/text';
import { answerOf, classOf, duty, reason, regime, root, system, text } from '../../fixtures/sample/parts';

/** The catalog knows the law of the world, and most of it is not about the system at hand: what is told of it is little. */

const range = { start: { line: 2, character: 4 }, end: { line: 3, character: 0 } };
const market = reason(text('fact.is', { path: 'markets', value: ['DE'], wanted: ['EU'] }));
const anyKind = reason(
  text('fact.is-not', { path: 'kind', value: ['agent', 'predictive'], wanted: ['rules-only'] }),
);
const open = (...paths: string[]) =>
  paths.map((path) => reason(text('fact.unknown', { path, wanted: [], value: [] })));

function act(id: string, part: Partial<Regime> = {}): Regime {
  return regime({
    id,
    title: `The long official title of ${id}`,
    shortTitle: `Act ${id}`,
    jurisdiction: 'EU',
    reasons: [market],
    ...part,
  });
}

function classed(id: string, since: string, part: Partial<Regime> = {}): Regime {
  const ground = classOf({ id: `${id}.high-risk`, basis: 'Sec. 1', title: 'Grave', verdict: 'yes', since });
  return act(id, { classes: [ground], ...part });
}

function answer(regimes: readonly Regime[]) {
  return answerOf(
    root({ systems: [system({ id: 's', file: 'ai-usage.yaml', range, regimes: [...regimes] })] }),
  );
}

function lines(regimes: readonly Regime[], full = false): string[] {
  const style = { width: full ? 10_000 : 200, color: (_role: string, words: string) => words, full };
  return renderText(answer(regimes), style).trimEnd().split('\n');
}

const voluntary = Array.from({ length: 9 }, (_, index) =>
  act(`frame-${index}`, { binding: false, status: 'voluntary-in-use', jurisdiction: 'INT' }),
);
const forAny = Array.from({ length: 7 }, (_, index) =>
  act(`any-${index}`, {
    binding: false,
    status: 'voluntary-in-use',
    jurisdiction: 'INT',
    reasons: [anyKind],
  }),
);
const openLaws = Array.from({ length: 90 }, (_, index) =>
  act(`open-${index}`, { applies: 'unknown', jurisdiction: 'US', reasons: open('markets', 'roles') }),
);
const out = Array.from({ length: 30 }, (_, index) => act(`out-${index}`, { applies: 'no', reasons: [] }));

describe('the text about a system under the law of the world', () => {
  it('tells law by the day on which its class has effect, whatever the order of the catalog', () => {
    const told = lines([
      classed('b', '2027-12-02'),
      classed('c', '2027-01-01', { jurisdiction: 'US-CO' }),
      act('a', {
        jurisdiction: 'CN',
        duties: [duty({ id: 'a.x', title: 'X', article: '1', due: '2017-06-01' })],
      }),
      classed('d', '2023-07-05', { jurisdiction: 'US-NY-NYC' }),
    ]);
    const heads = told.filter((line) => /high-risk|applies/.test(line)).map((line) => line.trim());
    expect(heads.map((line) => /(?:since|from) [\d-]+|Act a/.exec(line)?.[0])).toEqual([
      'since 2023-07-05',
      'from 2027-01-01',
      'from 2027-12-02',
      'Act a',
    ]);
  });

  it('names three voluntary texts that are about it in one line, and counts those for any AI system', () => {
    const told = lines([classed('b', '2027-12-02'), ...forAny, ...voluntary]);
    expect(told.filter((line) => line.includes('frame-') || line.includes('any-'))).toEqual([
      '  Also   not binding: Act frame-0, Act frame-1, Act frame-2, 6 more and 7 frameworks for any AI system',
    ]);
  });

  it('names three laws that may apply, first what the fewest facts keep open', () => {
    const near = act('near', { applies: 'unknown', reasons: open('audience') });
    const told = lines([classed('b', '2027-12-02'), ...openLaws, near]);
    expect(told.find((line) => line.startsWith('  Open'))).toBe(
      '  Open   Act near (EU); Act open-0 (US); Act open-1 (US); 88 more may apply',
    );
  });

  it('says nothing of a proposal as if it were law', () => {
    const proposal = act('bill', { status: 'proposed', jurisdiction: 'BR' });
    expect(lines([proposal, ...openLaws])).toContain('  Coming Act bill: proposed, not law');
    expect(lines([proposal, ...openLaws])).toContain('  Law    Nothing is certain yet; 90 laws may apply.');
  });

  it('names every law that binds, those without a class after the first ones by their names alone', () => {
    const plain = ['p', 'q', 'r', 's', 't'].map((id) => act(id));
    expect(lines(plain).filter((line) => line.includes('because'))).toHaveLength(2);
    expect(lines(plain)).toContain('         also apply: Act r, Act s and Act t');
  });

  it('says that no law applies where only voluntary texts do', () => {
    const told = lines([...voluntary.slice(0, 1), ...out]);
    expect(told).toContain('  Law    No law in the catalog applies.');
    expect(told).toContain('  Also   not binding: Act frame-0');
    expect(lines(out)).toContain('  Law    Nothing in the catalog applies.');
  });

  it('in full leaves none of them out', () => {
    const told = lines([classed('b', '2027-12-02'), ...forAny, ...voluntary, ...openLaws], true).join('\n');
    for (const { id, title, shortTitle } of [...forAny, ...voluntary]) {
      expect(told.includes(title) || told.includes(shortTitle ?? ''), id).toBe(true);
    }
    for (const { shortTitle } of openLaws) expect(told).toContain(shortTitle);
  });
});

describe('the Markdown about a system under the law of the world', () => {
  const report = renderMarkdown(
    answer([classed('b', '2027-12-02'), ...forAny, ...voluntary, ...openLaws, ...out]),
  );

  it('counts what does not apply instead of naming it', () => {
    expect(report).toContain('30 other laws and frameworks of the catalog do not apply.');
    expect(report).not.toContain('out-3');
  });

  it('tells six laws that may apply with what keeps them open, and names the others', () => {
    expect(report.match(/`markets` and `roles` are not said/g)).toHaveLength(6);
    expect(report).toContain('And 84 more: US: Act open-6, Act open-7');
  });

  it('tells voluntary texts in a list of their own, those for any AI system in one line', () => {
    const from = report.indexOf('**Without force of law**');
    expect(from).toBeGreaterThan(report.indexOf('**May apply**'));
    expect(report).toMatch(/^- for any AI system: INT: Act any.+Act any.+6$/m);
  });
});
