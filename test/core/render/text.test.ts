import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Class, Finding, Root } from '../../../src/answer/schema';
import { renderText, type TextOptions } from '../../../src/render/text/text';
import { columns } from '../../../src/render/text/width';
import { emptyAnswer, manySystems, purposeOnly, sampleAnswer } from '../../fixtures/answers';
import { answerOf, classOf, control, regime, root, system } from '../../fixtures/sample/parts';

function textOf(answer: Answer, options: Partial<TextOptions> = {}): string {
  return renderText(answer, { width: 100, color: (_role, text) => text, full: false, ...options });
}

function linesOf(answer: Answer, options: Partial<TextOptions> = {}): string[] {
  return textOf(answer, options).trimEnd().split('\n');
}

/** The lines of the section that begins with a heading. */
function section(lines: readonly string[], heading: string): string[] {
  const from = lines.findIndex((line) => line.startsWith(heading));
  const to = lines.indexOf('', from);
  return lines.slice(from, to < 0 ? undefined : to);
}

function sampleRoot(): Root {
  const [only] = sampleAnswer().roots;
  if (only === undefined) throw new Error('the sample has no root');
  return only;
}

describe('the advice as text', () => {
  it('says of a system its name and where it stands', () => {
    expect(linesOf(sampleAnswer())[0]).toBe('CV ranker ai-usage.yaml:8:5');
    expect(linesOf(sampleAnswer())).toContain('ops-agent ai-usage.yaml:35:5');
  });

  it('says a class with its date, the day it was moved from, its ground, the reason and its line', () => {
    const ranker = section(linesOf(sampleAnswer(), { width: 200 }), 'CV ranker');
    expect(ranker[1]).toBe('  EU     high-risk from 2027-12-02 (moved from 2026-08-02)');
    expect(ranker[2]?.trim()).toBe(
      'EU Artificial Intelligence Act, Annex III 4(a): areas is employment.recruitment (ai-usage.yaml:14)',
    );
  });

  it('puts each jurisdiction before what it says, and after the law, in a line, what does not bind', () => {
    const agent = section(linesOf(sampleAnswer(), { width: 200 }), 'ops-agent');
    expect(agent[1]).toMatch(/^ {2}EU +applies, class open: EU Artificial Intelligence Act/);
    expect(agent[2]).toMatch(/^ {2}Also +not binding: Model AI Governance Framework/);
  });

  it('names what may apply without asking about it there', () => {
    expect(textOf(sampleAnswer())).toContain(
      'Open   transparency (EU Artificial Intelligence Act); Colorado SB 26-189 (US-CO) may apply',
    );
  });

  it('tells the three worst gaps and counts the others', () => {
    const gaps = section(linesOf(sampleAnswer()), 'CV ranker').filter((line) =>
      /(missing|partial|declared|and \d+ more) /.test(line),
    );
    expect(gaps.map((line) => line.trim().replace(/^Gaps +/, ''))).toEqual([
      'missing   Bias testing of outcomes, due 2027-12-02',
      'missing   Tamper-evident audit log, due 2027-12-02',
      'partial   Training in AI use, due since 2025-02-02',
      'and 2 more of 7 asked controls',
    ]);
  });

  it('a gap without a date says which risk it answers', () => {
    expect(textOf(sampleAnswer())).toContain(
      'Human approval before grave actions, against irreversible action without a human',
    );
  });

  it('says so where every asked control is in place', () => {
    const done = control({ id: 'a', title: 'A', state: 'met' });
    const one = system({ id: 's', file: 'ai-usage.yaml', range: sampleRange, controls: [done] });
    expect(textOf(answerOf(root({ systems: [one] })))).toContain(
      'Gaps   none: 1 asked control in place or waived',
    );
  });

  it('asks three questions of a system at most, with the values to choose from', () => {
    const lines = section(linesOf(purposeOnly()), 'helper');
    expect(lines.filter((line) => line.includes('settles'))).toHaveLength(3);
    expect(lines).toContain('  Next   markets settles 14 conclusions: one of 5 values');
    expect(lines.at(-1)).toBe('         and 4 more questions');
    expect(textOf(sampleAnswer())).toContain('profiling settles 2 conclusions: true or false');
  });

  it('says of a question what each answer would do, where that is known', () => {
    expect(textOf(sampleAnswer(), { width: 200 })).toContain(
      'content.interacts settles 3 conclusions: true -> transparency by Art. 50(1); false -> not transparency',
    );
  });

  it('names each recommended tool with what it closes and for whom, and the ones in use', () => {
    const tools = section(linesOf(sampleAnswer(), { width: 140 }), 'Tools');
    expect(tools[0]).toBe('Tools to add: 2');
    expect(tools[1]).toMatch(/^ {2}Fairlearn +bias metrics for CV ranker$/);
    expect(tools[3]).toMatch(/^ {2}Langfuse \(in use\) +audit log for CV ranker$/);
  });

  it('says what no tool closes, and the constraint that shuts tools out', () => {
    const tools = section(linesOf(sampleAnswer(), { width: 140 }), 'Tools').join('\n');
    expect(tools).toContain('training courses: no tool in the catalog does it for such a system');
    expect(tools).toContain('human review queue: preferences.dataMayLeave shuts out every tool that does it');
    expect(tools).toContain('appeal to a human; undo, dry run and limits on effect: no tool does this');
  });

  it('says how far from the best a set can be that is not proven', () => {
    const { portfolio, ...rest } = sampleRoot();
    if (portfolio === null) throw new Error('the sample has no portfolio');
    const unproven = answerOf({ ...rest, portfolio: { ...portfolio, proven: false, gap: 3 } });
    expect(textOf(unproven)).toContain(
      'Tools to add: 2 (the best found, at most 3 of weight from the best possible)',
    );
  });

  it('tells errors and warnings with file, line, column and rule, and counts the rest', () => {
    const findings = section(linesOf(sampleAnswer(), { width: 200 }), 'Findings');
    expect(findings[0]).toBe('Findings: 1 error, 2 warnings, 1 note, 1 ignored');
    expect(findings.slice(1).map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
      'ai-usage.yaml:8:9 warning 5 asked controls are not in place, and binding duties are due already. First: Bias testing of outcomes, Tamper-evident audit log and Training in AI use. [system/gaps]',
      'ai-usage.yaml:24:5 warning color is no field of a system. Remove it, or begin its name with x-. [manifest/unknown-key]',
      'ai-usage.yaml:43:52 error send-mail cannot be undone and no one approves it. Set approval to each, or reversible to true if it can be undone. [agent/irreversible-without-approval]',
    ]);
  });

  it('tells three warnings of a rule and ten errors, and counts the others', () => {
    const [gaps, , , wrong] = sampleRoot().findings;
    if (gaps === undefined || wrong === undefined) throw new Error('the sample has no findings');
    const findings = [...Array<Finding>(50).fill(gaps), ...Array<Finding>(12).fill(wrong)];
    const lines = section(linesOf(answerOf(root({ findings })), { width: 400 }), 'Findings');
    expect(lines).toHaveLength(1 + 3 + 10 + 2);
    expect(lines.slice(-2)).toEqual([
      '  and 47 more [system/gaps]',
      '  and 2 more [agent/irreversible-without-approval]',
    ]);
  });

  it('tells everything when asked in full, but no ignored finding', () => {
    const full = textOf(sampleAnswer(), { full: true });
    expect(full).toContain('[claim/refused]');
    expect(full).not.toContain('[system/no-owner]');
    expect(full).toContain('declared  Human review with time and power');
    expect(full).not.toMatch(/and \d+ more/);
  });

  it('ends with the day of the law, what the catalog knows, and that it is no legal advice', () => {
    expect(linesOf(onDay('2026-11-20'), { width: 140 }).at(-1)).toBe(
      'As of 2026-11-20; catalog known until 2026-11-20; advice, not legal advice.',
    );
  });

  it('says in passing that the law is read some days after what the catalog knows', () => {
    const lines = linesOf(onDay('2027-02-18'), { width: 140 });
    expect(lines.at(-1)).toBe(
      'As of 2027-02-18; catalog known until 2026-11-20, later law not included; advice, not legal advice.',
    );
    expect(lines[0]).toBe('CV ranker ai-usage.yaml:8:5');
  });

  it('begins with it where the law is read more than 90 days after what the catalog knows', () => {
    const colored = renderText(onDay('2027-02-19'), {
      width: 140,
      color: (role, text) => `<${role}:${text}>`,
      full: false,
    });
    expect(colored.split('\n')[0]).toBe(
      '<warning:The catalog knows the law until 2026-11-20; what came later is not in this answer.>',
    );
  });

  it('says what is sure of a class while a graver one is open, and which field decides', () => {
    const lines = linesOf(boundedAnswer(), { width: 140 });
    expect(lines[1]).toBe('  EU     at least high-risk from 2027-12-02');
    expect(lines).toContain('         prohibited still open (Art. 5(1)(d)): riskBasis decides');
    expect(lines.join('\n')).not.toContain('may apply');
  });

  it('says so too where no ground of the class is sure by itself', () => {
    const lines = linesOf(boundedAnswer('unknown'), { width: 140 });
    expect(lines[1]).toBe('  EU     at least high-risk');
    expect(lines[2]).toContain('Annex III 6(d): it or a graver class holds');
    expect(lines[3]?.trim()).toBe('prohibited still open (Art. 5(1)(d)): riskBasis decides');
  });

  it('says how well a conclusion is sourced only where that is less than well', () => {
    const graded = (part: Partial<Class>) => {
      const ground = classOf({ ...highRisk, verdict: 'yes', ...part });
      const act = regime({ id: 'act', title: 'Act', jurisdiction: 'EU', classes: [ground] });
      return textOf(
        answerOf(root({ systems: [system({ id: 's', file: 'f', range: sampleRange, regimes: [act] })] })),
      );
    };
    expect(graded({ grade: 'high' })).not.toContain('sourced');
    expect(graded({ grade: 'medium' })).toContain('; medium: partly sourced');
    expect(graded({ grade: 'low', reported: true })).toContain('; reported, check');
  });

  it('is at most 12 lines for a manifest that gives a purpose only', () => {
    expect(linesOf(purposeOnly(), { width: 80 }).length).toBeLessThanOrEqual(12);
    expect(textOf(purposeOnly())).toContain('Nothing is certain yet; 14 laws may apply.');
  });

  it('is a table of one line a system where there are many', () => {
    const lines = linesOf(manySystems(50));
    expect(lines.length).toBeLessThan(60);
    expect(lines[0]).toBe('50 systems in ai-usage.yaml');
    expect(lines[1]).toMatch(/^ {2}CV ranker 1 +5 gaps +EU high-risk from 2027-12-02$/);
    expect(lines).toContain('  and 20 more');
    expect(lines).toContain('  Gaps   Bias testing of outcomes, in 50 systems');
  });

  it('heads each of several roots, and calls files as the caller does', () => {
    const one = sampleRoot();
    const two = answerOf(one, { ...one, path: 'b/ai-usage.yaml', asOf: '2027-01-01' });
    const text = textOf(two, { file: (path) => `services/${path}`, width: 140 });
    expect(text).toContain('\nservices/b/ai-usage.yaml\n');
    expect(text).toContain('CV ranker services/ai-usage.yaml:8:5');
    expect(text).toContain('As of 2026-11-23 and 2027-01-01;');
  });

  it('says that there was nothing to read', () => {
    expect(textOf(emptyAnswer())).toBe('No manifest was read.\n');
  });

  it.each([60, 80, 100, 132])('has no line wider than %i columns', (width) => {
    for (const answer of [sampleAnswer(), purposeOnly(), manySystems(9)]) {
      expect(linesOf(answer, { width }).filter((line) => columns(line) > width)).toEqual([]);
    }
  });

  it('says the same without color, and paints no space at the ends of a line', () => {
    const colored = textOf(sampleAnswer(), { color: (role, text) => `«${role}:${text}»` });
    expect(colored).toContain('«bad:missing»');
    expect(colored.replace(/«[a-z]+:([^«»]*)»/g, '$1')).toBe(textOf(sampleAnswer()));
  });

  it('lets no control character of a manifest reach the terminal, and no line break make a line', () => {
    const [first] = sampleRoot().systems;
    if (first === undefined) throw new Error('the sample has no system');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const answer = answerOf(root({ systems: [{ ...first, name: `x${name}` }] }));
        const lines = linesOf(answer, { width: 10_000 });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
        expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        expect(lines[1]).toMatch(/^ {2}EU/);
      }),
    );
  });
});

const highRisk = { id: 'act.high-risk', basis: 'Annex III 6(d)', title: 'Offending risk' };

function onDay(asOf: string): Answer {
  return answerOf({ ...sampleRoot(), asOf });
}

/** A system that is at least high-risk while a prohibition is open. */
function boundedAnswer(verdict: 'yes' | 'unknown' = 'yes'): Answer {
  const act = regime({
    id: 'act',
    title: 'Act',
    jurisdiction: 'EU',
    classes: [
      classOf({ id: 'act.prohibited', basis: 'Art. 5(1)(d)', title: 'Crime', verdict: 'unknown' }),
      classOf({ ...highRisk, verdict, since: '2027-12-02' }),
    ],
    atLeast: { class: 'act.high-risk', open: ['act.prohibited'], by: ['systems.s.riskBasis'] },
  });
  return answerOf(root({ systems: [system({ id: 's', file: 'f', range: sampleRange, regimes: [act] })] }));
}

const sampleRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

describe('columns of a terminal', () => {
  it.each([
    ['abc', 3],
    ['Größe', 5],
    ['履歴書', 6],
    ['e\u0301', 1],
    ['🚀', 2],
    ['', 0],
  ])('"%s" takes %i', (text, width) => {
    expect(columns(text)).toBe(width);
  });
});
