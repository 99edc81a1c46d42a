import { describe, expect, it } from 'vitest';
import type { Control } from '../../../src/answer/schema';
import { fileFacts } from '../../../src/host/file-facts';
import { analyzeFiles } from '../real-catalog';

/** What a manifest declares of a control, and what that comes to: one test for each row of the contract's table. */

const today = '2026-11-24';
const repository = fileFacts(
  ['app/docs/review.md', 'docs/empty.md', 'docs/review.md', 'docs/rules.md'],
  (path) => path === 'docs/empty.md',
);

const manifest = (declared: string) => `version: 1
systems:
  - id: ranker
    roles: [deployer]
    areas: [employment.recruitment]
    markets: [DE]
${declared}`;

function analyzed(declared: string, path = 'ai-usage.yaml') {
  const analysis = analyzeFiles({ [path]: manifest(declared) }, { asOf: today, repository });
  const root = analysis.answer({ questions: false, portfolio: false });
  const control = root.systems[0]?.controls.find(({ id }) => id === 'human-review');
  if (!control) throw new Error('Human review is not among the controls.');
  return { control, rules: analysis.findings.map(({ rule }) => rule) };
}

const lackOf = ({ lacks }: Control) => lacks.map(({ id }) => id);

const done = (changes: Readonly<Record<string, string | undefined>>) => {
  const fields: Readonly<Record<string, string | undefined>> = {
    id: 'human-review',
    status: 'done',
    owner: 'jane@example.com',
    reviewBy: '2027-05-01',
    evidence: '[docs/review.md]',
    ...changes,
  };
  const said = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `    controls:\n      - { ${said.join(', ')} }\n`;
};

describe('a control that the manifest says nothing of', () => {
  it('is missing', () => {
    const { control } = analyzed('');
    expect(control.state).toBe('missing');
    expect(control.evidence).toEqual([]);
  });
});

describe('a control that is begun', () => {
  it('and only planned is missing, and it is said that it is planned', () => {
    const { control } = analyzed(done({ status: 'planned' }));
    expect(control.state).toBe('missing');
    expect(lackOf(control)).toEqual(['control.planned']);
  });

  it('and in progress is partial, however good its evidence is', () => {
    expect(analyzed(done({ status: 'in-progress' })).control.state).toBe('partial');
  });
});

describe('a control that is done', () => {
  it('with an owner, a review to come and evidence that is there and not empty is met', () => {
    const { control } = analyzed(done({}));
    expect(control.state).toBe('met');
    expect(control.lacks).toEqual([]);
    expect(control.evidence).toEqual([{ path: 'docs/review.md', exists: true, empty: false }]);
  });

  it('is met up to the day before its review', () => {
    expect(analyzed(done({ reviewBy: '2026-11-25' })).control.state).toBe('met');
  });

  it('is met where its evidence is not in a list: that is a list of one', () => {
    expect(analyzed(done({ evidence: 'docs/review.md' })).control.state).toBe('met');
  });

  it('is met by the files that a glob finds, each of them named', () => {
    const { control } = analyzed(done({ evidence: "['docs/r*.md']" }));
    expect(control.state).toBe('met');
    expect(control.evidence.map(({ path }) => path)).toEqual(['docs/review.md', 'docs/rules.md']);
  });

  it('looks for evidence from the folder of its manifest', () => {
    const { control } = analyzed(done({}), 'app/ai-usage.yaml');
    expect(control.state).toBe('met');
    expect(control.evidence).toEqual([{ path: 'app/docs/review.md', exists: true, empty: false }]);
  });

  const less: readonly { given: string; changes: Record<string, string | undefined>; lacks: string }[] = [
    { given: 'without an owner', changes: { owner: undefined }, lacks: 'control.no-owner' },
    { given: 'without a review', changes: { reviewBy: undefined }, lacks: 'control.no-review' },
    {
      given: 'on the very day of its review, which lies in the future no more',
      changes: { reviewBy: today },
      lacks: 'control.review-past',
    },
    {
      given: 'with its review past',
      changes: { reviewBy: '2026-11-23' },
      lacks: 'control.review-past',
    },
    { given: 'without evidence', changes: { evidence: undefined }, lacks: 'control.no-evidence' },
    { given: 'with an empty list of evidence', changes: { evidence: '[]' }, lacks: 'control.no-evidence' },
    {
      given: 'with evidence that is not there',
      changes: { evidence: '[docs/lost.md]' },
      lacks: 'control.evidence-missing',
    },
    {
      given: 'with a glob that finds nothing',
      changes: { evidence: "['reports/*.md']" },
      lacks: 'control.evidence-missing',
    },
    {
      given: 'with an empty file as evidence',
      changes: { evidence: '[docs/empty.md]' },
      lacks: 'control.evidence-empty',
    },
    {
      given: 'with a URL as evidence, which nobody can look at offline',
      changes: { evidence: '["https://example.com/review"]' },
      lacks: 'control.evidence-url',
    },
  ];
  for (const { given, changes, lacks } of less) {
    it(`${given} is declared only, and that is named`, () => {
      const { control } = analyzed(done(changes));
      expect(control.state).toBe('declared');
      expect(lackOf(control)).toEqual([lacks]);
    });
  }

  it('with one piece of evidence there and another lost is declared only', () => {
    const { control } = analyzed(done({ evidence: '[docs/review.md, docs/lost.md]' }));
    expect(control.state).toBe('declared');
    expect(control.evidence).toEqual([
      { path: 'docs/review.md', exists: true, empty: false },
      { path: 'docs/lost.md', exists: false, empty: false },
    ]);
  });

  it('names everything that it lacks', () => {
    const { control } = analyzed(done({ owner: undefined, reviewBy: undefined, evidence: undefined }));
    expect(lackOf(control)).toEqual(['control.no-owner', 'control.no-review', 'control.no-evidence']);
  });
});

describe('a control that is set aside', () => {
  const setAside = (note: string) =>
    `    controls:\n      - { id: human-review, status: not-applicable${note} }\n`;

  it('with a note is not applicable, and no finding', () => {
    const { control, rules } = analyzed(setAside(', note: A jury decides without it'));
    expect(control.state).toBe('not-applicable');
    expect(rules).not.toContain('control/unexplained');
  });

  it('without a note is missing, and a finding', () => {
    const { control, rules } = analyzed(setAside(''));
    expect(control.state).toBe('missing');
    expect(rules).toContain('control/unexplained');
  });

  it('with an empty note is missing, and a finding', () => {
    const { control, rules } = analyzed(setAside(', note: ""'));
    expect(control.state).toBe('missing');
    expect(rules).toContain('control/unexplained');
  });
});

describe('a waiver of a control', () => {
  const waiver = (fields: string) => `    waivers:\n      - { control: human-review${fields} }\n`;
  const whole = (expires: string) =>
    waiver(`, reason: vendor audit pending, approvedBy: cto@example.com, expires: ${expires}`);

  it('holds on the last day before it expires', () => {
    const { control, rules } = analyzed(whole('2026-11-25'));
    expect(control.state).toBe('waived');
    expect(rules).not.toContain('waiver/incomplete');
  });

  it('has lapsed on the day on which it expires, and that is a finding', () => {
    const { control, rules } = analyzed(whole(today));
    expect(control.state).toBe('missing');
    expect(rules).toContain('waiver/incomplete');
  });

  const incomplete = {
    reason: ', approvedBy: cto@example.com, expires: 2027-01-01',
    approvedBy: ', reason: vendor audit pending, expires: 2027-01-01',
    expires: ', reason: vendor audit pending, approvedBy: cto@example.com',
  };
  for (const [field, fields] of Object.entries(incomplete)) {
    it(`without ${field} does not hold, since all of its fields are required`, () => {
      const { control, rules } = analyzed(waiver(fields));
      expect(control.state).toBe('missing');
      expect(rules).toContain('waiver/incomplete');
    });
  }

  it('that lapsed leaves what is done as it is', () => {
    expect(analyzed(`${done({})}${whole('2026-11-01')}`).control.state).toBe('met');
  });
});
