import { describe, expect, it } from 'vitest';
import type { System } from '../../src/answer/schema';
import { rootFigures, systemFigures } from '../../src/render/page/figures';
import { milestones } from '../../src/render/page/milestones';
import { needGroups } from '../../src/render/page/need-words';
import { spanWords } from '../../src/render/page/spans';
import { namesOf } from '../../src/render/words/names';
import { classOf, control, duty, need, reason, regime, root, system, text } from '../fixtures/sample/parts';

const asOf = '2026-11-23';
const spot = {
  file: 'ai-usage.yaml',
  range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
};
const act = { id: 'act', title: 'Act', jurisdiction: 'EU' };
const highRisk = { id: 'act.high-risk', basis: 'Art. 1', title: 'Grave', verdict: 'yes' as const };

function aSystem(part: Partial<System>): System {
  return system({ id: 'a', ...spot, ...part });
}

describe('dates of a system', () => {
  it('stand by day, and only those of law: a framework without force begins when somebody chooses', () => {
    const found = milestones(
      aSystem({
        regimes: [
          regime({
            ...act,
            id: 'frame',
            binding: false,
            duties: [duty({ id: 'frame.a', title: 'Soft', article: '1', due: '2027-01-01' })],
          }),
          regime({
            ...act,
            classes: [classOf({ ...highRisk, since: '2027-01-01' })],
            duties: [
              duty({ id: 'act.b', title: 'Later', article: '2', due: '2028-01-01' }),
              duty({ id: 'act.a', title: 'Sooner', article: '1', due: '2027-01-01' }),
              duty({ id: 'act.c', title: 'Never', article: '3', due: null }),
            ],
          }),
        ],
      }),
      'yes',
    );
    expect(found.map(({ day }) => day)).toEqual(['2027-01-01', '2028-01-01']);
    expect(found[0]?.classes.map(({ basis }) => basis)).toEqual(['Art. 1']);
    expect(found[0]?.duties.map(({ title }) => title)).toEqual(['Sooner']);
  });

  it('of a law that only may apply are not certain, whatever its duties say', () => {
    const subject = aSystem({
      regimes: [
        regime({
          ...act,
          applies: 'unknown',
          duties: [duty({ id: 'act.a', title: 'A', article: '1', due: '2027-01-01' })],
        }),
      ],
    });
    expect(milestones(subject, 'yes')).toEqual([]);
    expect(milestones(subject, 'unknown').map(({ day }) => day)).toEqual(['2027-01-01']);
  });

  it('of a law that does not apply are nowhere', () => {
    const subject = aSystem({
      regimes: [
        regime({
          ...act,
          applies: 'no',
          duties: [duty({ id: 'x', title: 'X', article: '1', due: '2027-01-01' })],
        }),
      ],
    });
    expect([...milestones(subject, 'yes'), ...milestones(subject, 'unknown')]).toEqual([]);
  });

  it('that were moved name each move once, with its duties', () => {
    const moved = { from: '2026-08-02', by: 'Regulation 2' };
    const [first] = milestones(
      aSystem({
        regimes: [
          regime({
            ...act,
            duties: [
              duty({ id: 'a', title: 'A', article: '1', due: '2027-12-02', dueMoved: moved }),
              duty({ id: 'b', title: 'B', article: '2', due: '2027-12-02' }),
              duty({ id: 'c', title: 'C', article: '3', due: '2027-12-02', dueMoved: { ...moved } }),
            ],
          }),
        ],
      }),
      'yes',
    );
    expect(first?.moves.map(({ from, by, duties }) => [from, by, duties.map(({ title }) => title)])).toEqual([
      ['2026-08-02', 'Regulation 2', ['A', 'C']],
    ]);
  });
});

describe('the figures of a system', () => {
  it('give a class once, from the earliest day on which one of its grounds holds', () => {
    const { held } = systemFigures(
      aSystem({
        regimes: [
          regime({
            ...act,
            classes: [
              classOf({ ...highRisk, since: '2028-08-02' }),
              classOf({ ...highRisk, basis: 'Art. 2', since: '2027-12-02' }),
              classOf({ ...highRisk, basis: 'Art. 3', verdict: 'unknown', since: '2025-01-01' }),
            ],
          }),
        ],
      }),
      asOf,
    );
    expect(held).toEqual([{ id: 'act.high-risk', since: '2027-12-02', atLeast: false }]);
  });

  it('do not name as open what holds already, nor a class that only waits for others', () => {
    const waiting = [reason(text('class.open-others', { classes: ['Art. 4'] }))];
    const { open, settled } = systemFigures(
      aSystem({
        regimes: [
          regime({
            ...act,
            classes: [
              classOf(highRisk),
              classOf({ ...highRisk, basis: 'Art. 2', verdict: 'unknown' }),
              classOf({ ...highRisk, id: 'act.transparency', verdict: 'unknown' }),
              classOf({ ...highRisk, id: 'act.minimal', verdict: 'unknown', reasons: waiting }),
            ],
          }),
        ],
      }),
      asOf,
    );
    expect(open).toEqual(['transparency']);
    expect(settled).toBe(false);
  });

  it('take the next date from binding law to come: not from today, the past or a framework without force', () => {
    const due = (id: string, day: string) => duty({ id, title: id, article: '1', due: day });
    const { next } = systemFigures(
      aSystem({
        regimes: [
          regime({
            ...act,
            duties: [due('past', '2026-01-01'), due('today', asOf), due('coming', '2027-05-01')],
          }),
          regime({ ...act, id: 'frame', binding: false, duties: [due('soft', '2026-12-01')] }),
        ],
      }),
      asOf,
    );
    expect(next?.day).toBe('2027-05-01');
  });
});

describe('the figures of a manifest', () => {
  it('count gaps of systems and of the organization, those that binding law asks for, and those due already', () => {
    const because = (...duties: string[]) => ({ duties, risks: [] });
    const figures = rootFigures(
      root({
        systems: [
          aSystem({
            regimes: [
              regime({ ...act, duties: [duty({ id: 'act.a', title: 'A', article: '1' })] }),
              regime({
                ...act,
                id: 'frame',
                binding: false,
                duties: [duty({ id: 'frame.a', title: 'Soft', article: '1' })],
              }),
            ],
            controls: [
              control({ id: 'a', title: 'Due', because: because('act.a'), due: asOf }),
              control({ id: 'b', title: 'Coming', because: because('act.a'), due: '2027-01-01' }),
              control({ id: 'c', title: 'Soft', because: because('frame.a') }),
              control({ id: 'd', title: 'Met', because: because('act.a'), due: asOf, state: 'met' }),
            ],
          }),
        ],
        controls: [control({ id: 'o', title: 'Organization', because: { duties: [], risks: ['r'] } })],
      }),
    );
    expect([figures.asked, figures.gaps, figures.legalGaps, figures.overdue]).toEqual([5, 4, 2, 1]);
  });

  it('tell a prohibited practice apart', () => {
    const bad = aSystem({
      regimes: [regime({ ...act, classes: [classOf({ ...highRisk, id: 'act.prohibited' })] })],
    });
    const open = aSystem({
      regimes: [
        regime({ ...act, classes: [classOf({ ...highRisk, id: 'act.prohibited', verdict: 'unknown' })] }),
      ],
    });
    expect(rootFigures(root({ systems: [open, bad] })).prohibited.map(({ system }) => system)).toEqual([bad]);
  });
});

describe('words', () => {
  it('a span is told in the largest unit that says it well', () => {
    const cases: [string, string, string][] = [
      ['2026-11-23', '2026-11-23', 'today'],
      ['2026-11-23', '2026-11-24', 'in 1 day'],
      ['2026-11-23', '2026-12-02', 'in 9 days'],
      ['2026-11-23', '2026-11-01', '22 days ago'],
      ['2024-02-28', '2024-03-01', 'in 2 days'],
      ['2026-11-23', '2027-12-02', 'in 12 months'],
      ['2026-11-23', '2025-02-02', '22 months ago'],
      ['2026-11-23', '2030-08-02', 'in 4 years'],
    ];
    for (const [from, to, words] of cases) expect(spanWords(from, to), `${from} to ${to}`).toBe(words);
  });

  it('needs of one capability are one phrase with its moments, by system', () => {
    const names = namesOf(
      root({
        systems: [aSystem({ name: 'Ranker' }), aSystem({ id: 'b' })],
        portfolio: {
          proven: true,
          size: 5,
          needs: [
            need('a', 'bias-metrics', 'test'),
            need('a', 'bias-metrics', 'operate'),
            need('a', 'audit-log', 'operate'),
            need('b', 'audit-log', 'operate'),
          ],
          processOnly: [],
          tools: [],
          unmet: [],
          excluded: [],
          frontier: [],
          firm: [],
        },
      }),
    );
    const ids = [
      'a:bias-metrics:test',
      'b:audit-log:operate',
      'a:bias-metrics:operate',
      'a:audit-log:operate',
      'gone',
    ];
    expect(needGroups(ids, names)).toEqual([
      { system: 'Ranker', words: ['bias metrics in test and in operation', 'audit log in operation'] },
      { system: 'b', words: ['audit log in operation'] },
    ]);
  });
});

describe('the class of a system', () => {
  it('is at least so much where it is sure while a graver one is open', () => {
    const { held, open } = systemFigures(
      aSystem({
        regimes: [
          regime({
            ...act,
            classes: [
              classOf({ id: 'act.prohibited', basis: 'Art. 5', title: 'Worse', verdict: 'unknown' }),
              classOf({ ...highRisk, since: '2027-01-01' }),
            ],
            atLeast: { class: 'act.high-risk', open: ['act.prohibited'], by: ['systems.a.riskBasis'] },
          }),
        ],
      }),
      asOf,
    );
    expect(held).toEqual([{ id: 'act.high-risk', since: '2027-01-01', atLeast: true }]);
    expect(open).toEqual(['prohibited']);
  });
});
