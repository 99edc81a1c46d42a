import { describe, expect, it } from 'vitest';
import { format, joined } from '../../../src/answer/format';
import { dueWords, sinceWords } from '../../../src/render/words/days';
import { gapsOf } from '../../../src/render/words/gaps';
import { plain } from '../../../src/render/words/plain';
import { because, sentence } from '../../../src/render/words/sentence';
import { control, reason, text } from '../../fixtures/sample/parts';

describe('a message template', () => {
  it('takes texts, numbers and lists', () => {
    expect(format('{a}, {b}: {list}', { a: 'x', b: 2, list: ['p', 'q', 'r'] })).toBe('x, 2: p, q and r');
  });

  it('joins with or where it says so, and says none for an empty list', () => {
    expect(format('{list:or}; {empty}', { list: ['p', 'q'], empty: [] })).toBe('p or q; none');
  });

  it('chooses the form of one or of many by a number or by the length of a list', () => {
    const template = '{n|one gap|{n} gaps} in {list|the system|the systems} {list}';
    expect(format(template, { n: 1, list: ['a'] })).toBe('one gap in the system a');
    expect(format(template, { n: 3, list: ['a', 'b'] })).toBe('3 gaps in the systems a and b');
    expect(format(template, { n: 0, list: [] })).toBe('0 gaps in the systems none');
  });

  it('leaves a placeholder without a parameter to be seen', () => {
    expect(format('{path} is {value}', { path: 'areas' })).toBe('areas is {value}');
    expect(format('{toString}', {})).toBe('{toString}');
  });

  it('never reads a value as a template', () => {
    expect(format('{a} {b|{a}|{a}s}', { a: '{b}', b: 1 })).toBe('{b} {b}');
  });

  it('takes hostile templates in no time', () => {
    const template = '{n|'.repeat(20_000);
    expect(format(template, { n: 1 })).toBe(template);
  });
});

describe('a list in words', () => {
  it.each([
    [[], 'none'],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j is "%s"', (items, words) => {
    expect(joined(items)).toBe(words);
  });
});

describe('a reason as a sentence', () => {
  it.each([
    [
      'fact.is',
      { path: 'areas', value: ['employment.recruitment'], wanted: [] },
      'areas is employment.recruitment',
    ],
    ['fact.is', { path: 'tools', value: [], wanted: [] }, 'tools is there'],
    [
      'fact.is-not',
      { path: 'influence', value: ['main-factor'], wanted: ['none', 'informs'] },
      'influence is main-factor, not none or informs',
    ],
    ['fact.is-not', { path: 'affects', value: ['none'], wanted: [] }, 'affects is none'],
    ['fact.unknown', { path: 'profiling', wanted: ['true'], value: [] }, 'profiling is not said'],
    [
      'fact.unknown',
      { path: 'kind', wanted: ['agent'], value: ['predictive', 'agent'] },
      'kind may be predictive or agent',
    ],
    [
      'fact.open',
      { path: 'areas', value: ['research'], wanted: ['housing'] },
      'areas is research and perhaps more',
    ],
    [
      'fact.coarse',
      { path: 'markets', value: ['US'], wanted: ['US-CO'] },
      'US in markets does not say whether US-CO',
    ],
    ['fact.absent', { path: 'owner', wanted: [], value: [] }, 'there is no owner'],
    ['fact.is', { path: 'kind', value: ['agent', 'generative'], wanted: [] }, 'kind is agent or generative'],
    ['fact.is', { path: 'derived.peopleAffected', value: ['true'], wanted: ['true'] }, 'people are affected'],
    [
      'fact.is-not',
      { path: 'derived.personalData', value: ['false'], wanted: ['true'] },
      'it processes no personal data',
    ],
    [
      'risk.raised',
      { why: 'its output weighs in a decision', by: 1 },
      'its output weighs in a decision (+1)',
    ],
    ['class.open-others', { classes: ['Art. 50(1)'] }, 'Art. 50(1) is still open'],
    [
      'class.open-others',
      { classes: ['Art. 50(1)', 'Art. 50(2)'] },
      'Art. 50(1) and Art. 50(2) are still open',
    ],
    ['question.flips', { path: 'markets', count: 1 }, 'markets settles one conclusion'],
    ['question.flips', { path: 'markets', count: 7 }, 'markets settles 7 conclusions'],
  ])('%s %j', (id, params, words) => {
    expect(sentence(text(id, params))).toBe(words);
  });

  it('an id that nobody knows is shown with its parameters', () => {
    expect(sentence(text('moon.full', { day: '2026-11-24', who: ['a', 'b'] }))).toBe(
      'moon.full (day: 2026-11-24; who: a, b)',
    );
    expect(sentence(text('constructor'))).toBe('constructor');
  });

  it('a long list is counted after its first members', () => {
    const wanted = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(sentence(text('fact.is-not', { path: 'x', value: ['z'], wanted }))).toBe(
      'x is z, not a, b, c or 3 more',
    );
  });

  it('several reasons become one clause, each said once', () => {
    const owner = reason(text('fact.absent', { path: 'owner' }));
    expect(because([])).toBe('');
    expect(because([owner, owner])).toBe('there is no owner');
    expect(because([owner, reason(text('class.otherwise'))])).toBe(
      'there is no owner and no other class holds',
    );
  });
});

describe('days in words', () => {
  it('a class has effect since or from its day, and a moved day says from where', () => {
    expect(sinceWords({ since: '2026-08-02' }, '2026-08-02')).toBe('since 2026-08-02');
    expect(
      sinceWords({ since: '2027-12-02', sinceMoved: { from: '2026-08-02', by: 'x' } }, '2026-11-23'),
    ).toBe('from 2027-12-02 (moved from 2026-08-02)');
    expect(sinceWords({ since: null }, '2026-11-23')).toBe('with no date set');
  });

  it('a duty is due since its own day on', () => {
    expect(dueWords('2026-11-23', '2026-11-23')).toBe('due since 2026-11-23');
    expect(dueWords('2026-11-24', '2026-11-23')).toBe('due 2026-11-24');
    expect(dueWords(null, '2026-11-23')).toBe('no date');
  });
});

describe('gaps', () => {
  it('are asked controls that are missing, begun or not shown, in their order', () => {
    const controls = (['met', 'declared', 'waived', 'partial', 'not-applicable', 'missing'] as const).map(
      (state) => control({ id: state, title: state, state }),
    );
    const unasked = control({ id: 'unasked', title: 'Unasked', asked: false });
    expect(gapsOf([...controls, unasked]).map(({ id }) => id)).toEqual(['declared', 'partial', 'missing']);
  });
});

describe('plain text', () => {
  it('has no control characters, line breaks or marks of direction', () => {
    expect(plain('a\u001b[31mb\r\nc\u202ed\u0007\u2028e\u009b')).toBe('a [31mb c d e');
  });

  it('keeps every other character', () => {
    expect(plain('Größe 履歴書 👩‍💻 ~ {x}')).toBe('Größe 履歴書 👩‍💻 ~ {x}');
  });
});
