import { describe, expect, it } from 'vitest';
import { type Files, inEditor, placeOf, problemsOf, withFiles } from './small-catalog';

/** The status of a text against what it is, against its history and against its days. The catalog saw 2026-11-23. */

const act = 'regimes/sun-act.md';

interface Act {
  readonly kind?: string;
  readonly binding?: boolean;
  /** `date status` each. */
  readonly history: readonly string[];
  /** Days of one date group each; none where there is no day. */
  readonly days?: readonly (string | null)[];
  readonly hasDuty?: boolean;
}

/** The small catalog with a second regime. */
function withAct({
  kind = 'law',
  binding = true,
  history,
  days = ['2025-06-01'],
  hasDuty = true,
}: Act): Files {
  const events = history.map((event) => {
    const [date = '', status = ''] = event.split(' ');
    return `  - { date: ${date}, status: ${status}, what: It happened., sources: [S1], confidence: high }\n`;
  });
  const groups = days.map(
    (day, index) => `  - id: group-${index}
    what: What begins
    history: [{ from: 2024-01-01, day: ${day}, by: the act }]
    sources: [S1]
    confidence: high
`,
  );
  const duties = days.map(
    (_, index) => `  - id: sun-act.art-${index}
    title: Duty ${index}
    article: Art. ${index}
    statement: Do thing ${index}.
    roles: [deployer]
    date: group-${index}
    themes: [human-oversight]
    sources: [S1]
    confidence: high
`,
  );
  return withFiles({
    [act]: `---
title: Sun act
shortTitle: Sun act
instrument: Act 2
kind: ${kind}
jurisdiction: DE
binding: ${binding}
authority: The office
sources:
  - { id: S1, title: The sun act, read: 2026-11-23, kind: primary }
confidence: high
history:
${events.join('')}scope:
  statement: Agents in Germany.
  condition: { path: system.markets, includes: DE }
dates:
${groups.join('')}${hasDuty ? `duties:\n${duties.join('')}` : ''}reviewMonths: 6
---
`,
  });
}

const told = (given: Act) =>
  problemsOf(withAct(given)).map((problem) => `${inEditor(problem)} ${problem.message}`);

/** What is told stands where a text begins, and says something. */
function expectTold(given: Act, at: string, words: string): void {
  const found = told(given);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`${placeOf(withAct(given), act, at)} status `);
  expect(found[0]).toContain(words);
}

const passed = ['2024-01-01 adopted', '2025-01-01 in-force'];

describe('what a text is', () => {
  it('may be a law in force, a guideline in use, an order that binds only its own house, or a bill', () => {
    expect(told({ history: passed })).toEqual([]);
    const guideline = { kind: 'guideline', binding: false };
    expect(told({ ...guideline, history: ['2024-01-01 voluntary-in-use'] })).toEqual([]);
    expect(told({ ...guideline, history: ['2024-01-01 adopted', '2027-05-01 in-force'] })).toEqual([]);
    expect(told({ kind: 'order', binding: false, history: ['2025-01-01 in-force'] })).toEqual([]);
    const bill = { binding: false, history: ['2024-01-01 proposed'], days: [null], hasDuty: false };
    expect(told(bill)).toEqual([]);
    expect(told({ ...bill, binding: true })).toEqual([]);
  });

  it('is not a text that binds and is in voluntary use', () => {
    const given = { history: ['2024-01-01 adopted', '2025-01-01 voluntary-in-use'] };
    expectTold(given, 'voluntary-in-use', 'The text binds, and its last status is voluntary-in-use.');
  });

  it('is not a law that does not bind and is in force', () => {
    const given = { binding: false, history: ['2024-01-01 proposed', '2025-01-01 in-force'] };
    expectTold(given, 'in-force', 'A law that does not bind is a bill');
  });

  it('is not a standard that does not bind and is in force', () => {
    const given = { kind: 'standard', binding: false, history: ['2025-01-01 in-force'] };
    expectTold(given, 'in-force', 'Write voluntary-in-use.');
  });

  it('is not a guideline that binds', () => {
    expectTold({ kind: 'guideline', history: passed }, 'true\nauthority', 'A guideline binds nobody.');
  });
});

describe('a history', () => {
  it('may be contested, before the end of a text and after it', () => {
    expect(told({ history: [...passed, '2025-06-01 contested', '2025-07-01 superseded'] })).toEqual([]);
    expect(told({ history: [...passed, '2025-06-01 repealed', '2025-07-01 contested'] })).toEqual([]);
    expect(told({ history: [...passed, '2025-06-01 contested', '2025-07-01 in-force'] })).toEqual([]);
  });

  it('holds nothing else after the end of a text', () => {
    const given = { history: ['2024-01-01 adopted', '2025-01-01 repealed', '2025-06-01 in-force'] };
    expectTold(given, 'in-force', 'Nothing comes after repealed but a contest of it.');
  });

  it('does not go back from force to adoption', () => {
    const given = { history: ['2024-01-01 in-force', '2025-01-01 adopted'], days: ['2027-01-01'] };
    expectTold(given, 'adopted', 'A text that was in-force is not adopted again.');
  });

  it('does not begin with the end of a text', () => {
    expectTold({ history: ['2024-01-01 repealed'] }, 'repealed', 'A history does not begin with repealed.');
  });

  it('may foresee that a text comes into force or ends, and nothing else', () => {
    const coming = { history: ['2024-01-01 adopted', '2027-01-01 in-force'], days: ['2027-01-01'] };
    expect(told(coming)).toEqual([]);
    expect(told({ history: [...passed, '2027-01-01 superseded'] })).toEqual([]);
    expectTold(
      { history: ['2026-11-24 adopted'], days: ['2027-01-01'] },
      'adopted',
      '2026-11-24 is after 2026-11-23',
    );
  });
});

describe('the days of a text', () => {
  it('do not begin while it is only proposed, and it has no duties then', () => {
    const bill = { binding: false, history: ['2024-01-01 proposed'], days: ['2026-11-23'], hasDuty: false };
    expectTold(bill, '2026-11-23, by', 'nothing of it began on 2026-11-23');
    expect(told({ ...bill, days: ['2026-11-24'] })).toEqual([]);
    const asking = { ...bill, days: ['2026-11-24'], hasDuty: true };
    expectTold(asking, 'duties:', 'only proposed, so it has no duties yet');
  });

  it('are set where it is in force', () => {
    expectTold({ history: passed, days: [null] }, 'in-force', 'no date group has a day');
    expect(told({ history: passed, days: [null, '2027-01-01'] })).toEqual([]);
  });

  it('have not all come while a law is only adopted', () => {
    const adopted = { history: ['2024-01-01 adopted'] };
    expectTold({ ...adopted, days: ['2026-11-23'] }, 'adopted', 'Every day of the text has come');
    expect(told({ ...adopted, days: ['2026-11-24'] })).toEqual([]);
    expect(told({ ...adopted, days: ['2018-02-22', '2026-12-10'] })).toEqual([]);
  });
});
