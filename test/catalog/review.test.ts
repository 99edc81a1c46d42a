import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/catalog/pack';
import { Reviews } from '../../src/catalog/review';
import { changed, withFiles } from './small-catalog';
import { answerUnder, packOf, packWith, payer } from './small-packs';

/** In the small catalog every source was read on 2026-11-23; the regime asks for six months. */

const overdue = (pack: Pack, day: string) =>
  new Reviews(pack).allOverdue(day).map(({ kind, id }) => `${kind}/${id}`);

describe('an entry is overdue', () => {
  it.each([
    ['a regime after its own six months', 'regimes/moon-act', '2027-05-22', '2027-05-23'],
    ['a tool after six months', 'tools/holder', '2027-05-22', '2027-05-23'],
    ['a risk after a year', 'risks/rash-action', '2027-11-22', '2027-11-23'],
    ['a control after a year', 'controls/gate', '2027-11-22', '2027-11-23'],
  ])('%s: on that day, and not on the day before', (_name, entry, before, day) => {
    expect(overdue(packOf(), before)).not.toContain(entry);
    expect(overdue(packOf(), day)).toContain(entry);
  });

  it('after the months that it says itself', () => {
    const pack = packWith('tools/holder.md', 'limits: Holds', 'reviewMonths: 1\nlimits: Holds');
    expect(overdue(pack, '2026-12-22')).toEqual([]);
    expect(overdue(pack, '2026-12-23')).toEqual(['tools/holder']);
  });

  it('on the last day of a month that is too short', () => {
    const pack = packOf(
      withFiles({
        ...changed('tools/holder.md', 'read: 2026-11-23', 'read: 2026-08-31'),
      }),
    );
    expect(overdue(pack, '2027-02-27')).toEqual([]);
    expect(overdue(pack, '2027-02-28')).toEqual(['tools/holder']);
  });

  it('by the newest of its sources', () => {
    const older = '{ title: Old, read: 2020-01-01, kind: primary }, { title: README,';
    expect(overdue(packWith('tools/holder.md', '{ title: README,', older), '2027-05-22')).toEqual([]);
  });

  it('on any day where no source was ever read, before all others', () => {
    const pack = packWith('risks/rash-action.md', 'read: 2026-11-23', 'read: null');
    expect(overdue(pack, '2000-01-01')).toEqual(['risks/rash-action']);
    expect(overdue(pack, '2027-05-23')).toEqual(['risks/rash-action', 'regimes/moon-act', 'tools/holder']);
  });

  it('the longest overdue first', () => {
    const pack = packWith('tools/holder.md', 'read: 2026-11-23', 'read: 2026-11-22');
    expect(overdue(pack, '2027-06-01')).toEqual(['tools/holder', 'regimes/moon-act']);
  });

  it('a risk by the list that it points into, where it has no source of its own', () => {
    const [framework, risk] = [
      { ...base, id: 'list', title: 'A list', shortTitle: 'List', version: '1', publisher: 'Us' },
      packOf().risks.map((entry) => ({ ...entry, sources: [], crosswalk: { list: ['L1'] } })),
    ];
    const pack: Pack = { ...packOf(), frameworks: [{ ...framework, lists: 'risks', items }], risks: risk };
    expect(overdue(pack, '2027-03-31')).not.toContain('risks/rash-action');
    expect(overdue(pack, '2027-04-01')).toContain('risks/rash-action');
  });
});

const base = {
  sources: [{ title: 'The list', read: '2026-04-01', kind: 'primary' as const }],
  confidence: 'high' as const,
};
const items = [{ id: 'L1', title: 'First' }];

describe('advice', () => {
  const stale = (day: string, text = payer) =>
    answerUnder(packOf(), text, day).catalog.stale?.map(({ kind, id, read, due }) => [kind, id, read, due]);

  it('says nothing of reviews before the first one is due', () => {
    expect(stale('2027-05-22')).toBeUndefined();
  });

  it('names the law and the tool that it rests on, on their review day', () => {
    expect(stale('2027-05-23')).toEqual([
      ['regimes', 'moon-act', '2026-11-23', '2027-05-23'],
      ['tools', 'holder', '2026-11-23', '2027-05-23'],
    ]);
  });

  it('names the risk that is run and the control that is asked', () => {
    expect(stale('2027-11-23')?.map(([kind]) => kind)).toEqual(['regimes', 'tools', 'controls', 'risks']);
  });

  it('does not name what it does not rest on', () => {
    expect(stale('2027-11-23', payer.replaceAll('DE', 'SG'))).toBeUndefined();
  });

  it('finds no more than before', () => {
    const [before, after] = ['2027-05-22', '2027-05-23'].map((day) => answerUnder(packOf(), payer, day));
    expect(after?.findings).toEqual(before?.findings);
  });
});
