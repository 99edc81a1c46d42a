import { describe, expect, it } from 'vitest';
import { actOn, bases, duty, saidBy } from './act';

/** Art. 111: systems and models that were there before the act reached them. */

const older = {
  roles: ['provider'],
  areas: ['employment.recruitment'],
  markets: ['DE'],
  release: { placed: '2025-03-01' },
  changes: ['none'],
};

describe('a high-risk system that was on the market before its day (Art. 111(2))', () => {
  it('keeps its class: the transition is about duties', () => {
    expect(bases(actOn(older))).toContain('Annex III 4(a)');
  });

  it('is bound only once its design changes, where it is not for public authorities: no day, and open', () => {
    const found = duty(
      actOn({ ...older, usedBy: ['private'] }, { organization: { publicBody: 'none' } }),
      'art-9',
    );
    expect(found).toMatchObject({ applies: 'unknown', due: null });
    expect(saidBy(found)).toEqual(expect.arrayContaining(['transition.holds', 'transition.no-day']));
  });

  it('is bound by 2 August 2030 where it is meant for public authorities, and says why', () => {
    const found = duty(actOn({ ...older, usedBy: ['public-authority'] }), 'art-9');
    expect(found).toMatchObject({ applies: 'yes', due: '2030-08-02' });
    expect(saidBy(found)).toContain('transition.holds');
  });

  it('is bound by 2 August 2030 at the latest while nobody says for whom it is', () => {
    expect(duty(actOn(older), 'art-9')).toMatchObject({ applies: 'unknown', due: '2030-08-02' });
  });

  it('is bound on the day of Annex III where its design was changed', () => {
    const found = duty(actOn({ ...older, changes: ['substantial-modification'] }), 'art-9');
    expect(found).toMatchObject({ applies: 'yes', due: '2027-12-02' });
    expect(saidBy(found)).not.toContain('transition.holds');
  });

  it('loses no duty while a fact is missing: the earlier day stands, and that is said', () => {
    for (const missing of ['changes', 'release']) {
      const given = { ...older, [missing]: undefined };
      const found = duty(
        actOn({ ...given, usedBy: ['private'] }, { organization: { publicBody: 'none' } }),
        'art-9',
      );
      expect(found).toMatchObject({ applies: 'yes', due: '2027-12-02' });
      expect(saidBy(found)).toEqual(expect.arrayContaining(['transition.open', 'date.open']));
    }
  });

  it('counts as there from the day on which a deployer runs it in production', () => {
    const used = {
      ...older,
      roles: ['deployer'],
      release: undefined,
      stage: 'production',
      since: '2026-03-01',
    };
    const found = duty(actOn({ ...used, usedBy: ['public-authority'] }), 'art-26-1');
    expect(found).toMatchObject({ applies: 'yes', due: '2030-08-02' });
  });

  it('that came on its day or after it has no time', () => {
    const late = { ...older, release: { placed: '2027-12-02' }, stage: 'production', since: '2027-12-02' };
    expect(duty(actOn({ ...late, usedBy: ['public-authority'] }), 'art-9')).toMatchObject({
      applies: 'yes',
      due: '2027-12-02',
    });
    const eve = { ...late, release: { placed: '2027-12-01' } };
    expect(duty(actOn({ ...eve, usedBy: ['public-authority'] }), 'art-9')?.due).toBe('2030-08-02');
  });

  it('is measured by the day of products where it is one', () => {
    const device = {
      ...older,
      areas: ['health.clinical'],
      product: { law: 'medical-devices', section: 'A', role: 'product', thirdPartyAssessment: true },
      release: { placed: '2028-01-01' },
    };
    expect(duty(actOn({ ...device, usedBy: ['public-authority'] }), 'art-9')?.due).toBe('2030-08-02');
    expect(duty(actOn({ ...device, changes: ['new-purpose'] }), 'art-9')).toMatchObject({
      applies: 'yes',
      due: '2028-08-02',
    });
  });

  it('was measured by 2 August 2026 in the text of 2024', () => {
    const public_ = { ...older, usedBy: ['public-authority'] };
    expect(duty(actOn(public_, { asOf: '2026-07-01' }), 'art-9')?.due).toBe('2030-08-02');
    const later = { ...public_, release: { placed: '2026-09-01' }, stage: 'production', since: '2026-09-01' };
    expect(duty(actOn(later, { asOf: '2026-07-01' }), 'art-9')?.due).toBe('2026-08-02');
  });

  it('has no pass from Art. 5', () => {
    const practice = { ...older, areas: ['practice.social-scoring'], usedBy: ['private'] };
    expect(duty(actOn(practice), 'art-5')).toMatchObject({ applies: 'yes', due: '2025-02-02' });
  });
});

describe('a general-purpose model (Art. 111(3))', () => {
  const model = (placed?: string) => ({
    roles: ['model-provider'],
    markets: ['DE'],
    models: [{ id: 'ours', general: true, weights: 'closed', ...(placed ? { placed } : {}) }],
  });

  it('placed before 2 August 2025 has until 2 August 2027, and says why', () => {
    const found = duty(actOn(model('2025-08-01')), 'art-53-1-c');
    expect(found).toMatchObject({ applies: 'yes', due: '2027-08-02' });
    const why = found?.reasons.find(({ text }) => text.id === 'date.chosen');
    expect(why?.text.params['article']).toBe('Art. 111(3)');
  });

  it('placed on 2 August 2025 has no time', () => {
    expect(duty(actOn(model('2025-08-02')), 'art-53-1-c')?.due).toBe('2025-08-02');
  });

  it('without a day has the earlier one, and says that it is open', () => {
    const found = duty(actOn(model()), 'art-53-1-c');
    expect(found?.due).toBe('2025-08-02');
    expect(saidBy(found)).toContain('date.open');
  });
});

describe('a generator (Art. 111(4))', () => {
  const generator = (placed: string) => ({
    roles: ['provider'],
    markets: ['DE'],
    content: { interacts: true, generates: ['image'] },
    release: { placed },
  });

  it('placed before 2 August 2026 has until 2 December 2026 for the mark, and for nothing else', () => {
    const act = actOn(generator('2026-08-01'));
    expect(duty(act, 'art-50-2')).toMatchObject({
      due: '2026-12-02',
      dueMoved: { from: '2026-08-02', by: 'Regulation (EU) 2026/1744' },
    });
    expect(saidBy(duty(act, 'art-50-2'))).toContain('date.chosen');
    expect(duty(act, 'art-50-1')?.due).toBe('2026-08-02');
  });

  it('placed on 2 August 2026 had to mark at once', () => {
    expect(duty(actOn(generator('2026-08-02')), 'art-50-2')?.due).toBe('2026-08-02');
  });
});
