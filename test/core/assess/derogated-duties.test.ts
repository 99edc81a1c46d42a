import { describe, expect, it } from 'vitest';
import { actOn, bases, duty, saidBy } from './act';

/** What stays where the provider decides, by Art. 6(3), that a system of Annex III is not high-risk: 6(4), 49(2). */

const parser = {
  roles: ['provider'],
  areas: ['employment.recruitment'],
  markets: ['DE'],
  profiling: false,
  influence: 'none',
  content: { interacts: false, generates: [] },
  claims: [{ exemption: 'eu-ai-act.art-6-3-a', reason: 'turns a CV into fields' }],
};

describe('a system that Art. 6(3) takes out of Annex III', () => {
  it('is documented and registered by its provider, from the day of Annex III', () => {
    const act = actOn(parser);
    expect(bases(act)).not.toContain('Annex III 4(a)');
    for (const name of ['art-6-4', 'art-49-2']) {
      expect(duty(act, name)).toMatchObject({
        applies: 'yes',
        due: '2027-12-02',
        dueMoved: { from: '2026-08-02', by: 'Regulation (EU) 2026/1744' },
      });
      expect(saidBy(duty(act, name))).toContain('duty.lifted');
    }
  });

  it('owes nothing else of Chapter III', () => {
    const act = actOn(parser);
    for (const name of ['art-9', 'art-16', 'art-43', 'art-49-1', 'art-72']) {
      expect(duty(act, name), name).toBeUndefined();
    }
  });

  it('says which article took it out, at the claim', () => {
    const [why] = duty(actOn(parser), 'art-6-4')?.reasons ?? [];
    expect(why?.text.params).toMatchObject({ article: 'Art. 6(3)(a)', basis: 'Annex III 4(a)' });
    expect(why?.places[0]?.path).toContain('claims');
  });

  it('leaves its deployer neither: Art. 6(4) speaks of the provider', () => {
    const act = actOn({ ...parser, roles: ['deployer'] });
    expect(duty(act, 'art-6-4')).toBeUndefined();
    expect(duty(act, 'art-49-2')).toBeUndefined();
  });

  it('was due on the old day before the amendment', () => {
    const before = duty(actOn(parser, { asOf: '2026-07-01' }), 'art-6-4');
    expect(before).toMatchObject({ applies: 'yes', due: '2026-08-02' });
    expect(before).not.toHaveProperty('dueMoved');
  });

  it('has less to register since points 7 and 9 of Annex VIII Section B were cut', () => {
    const statement = (asOf: string) => duty(actOn(parser, { asOf }), 'art-49-2')?.statement ?? '';
    expect(statement('2026-07-01')).toContain('member states');
    expect(statement('2026-08-15')).not.toContain('member states');
  });
});

describe('while a claim of Art. 6(3) is open', () => {
  const open = { ...parser, profiling: undefined };

  it('the class stays, and whether 6(4) and 49(2) are owed is open as well', () => {
    const act = actOn(open);
    expect(bases(act)).toContain('Annex III 4(a)');
    for (const name of ['art-6-4', 'art-49-2']) {
      expect(duty(act, name)?.applies).toBe('unknown');
      expect(saidBy(duty(act, name))).toContain('duty.may-be-lifted');
    }
    expect(duty(act, 'art-9')?.applies).toBe('yes');
  });
});

describe('without a claim that holds', () => {
  it('a high-risk system owes neither', () => {
    const act = actOn({ ...parser, claims: [] });
    expect(duty(act, 'art-6-4')).toBeUndefined();
    expect(duty(act, 'art-49-2')).toBeUndefined();
    expect(duty(act, 'art-49-1')?.applies).toBe('yes');
  });

  it('a system that profiles owes neither: profiling refuses the claim', () => {
    const act = actOn({ ...parser, profiling: true });
    expect(duty(act, 'art-6-4')).toBeUndefined();
    expect(duty(act, 'art-49-2')).toBeUndefined();
    expect(duty(act, 'art-49-1')?.applies).toBe('yes');
  });

  it('another way out of Annex III leaves neither: verification is not in Annex III 1(a) at all', () => {
    const act = actOn({
      roles: ['provider'],
      areas: ['biometric.identify', 'biometric.verify'],
      biometrics: { remote: true },
      markets: ['DE'],
      claims: [{ exemption: 'eu-ai-act.annex-iii-1-a-verification', reason: 'unlocks a door' }],
    });
    expect(duty(act, 'art-6-4')).toBeUndefined();
    expect(duty(act, 'art-49-2')).toBeUndefined();
  });
});
