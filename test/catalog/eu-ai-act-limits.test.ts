import { describe, expect, it } from 'vitest';
import { actOn, bases, duty } from '../core/assess/act';

/** What limits the duties of the EU AI Act: relief, carve-outs, and words that changed in July 2026. */

describe('what makes a duty lighter', () => {
  const ranker = { roles: ['provider', 'deployer'], areas: ['employment.recruitment'], markets: ['DE'] };
  const reliefs = (name: string, organization: object, asOf = '2026-11-23') =>
    (duty(actOn(ranker, { organization, asOf }), name)?.reliefs ?? []).map(
      ({ article, applies }) => `${article} ${applies}`,
    );

  it('is the short form of the documentation for SMEs, and since the amendment for small mid-caps', () => {
    expect(reliefs('art-11', { size: 'medium' })).toEqual(['Art. 11(1) yes']);
    expect(reliefs('art-11', { size: 'small-mid-cap' })).toEqual(['Art. 11(1) yes']);
    expect(reliefs('art-11', { size: 'large' })).toEqual([]);
    expect(reliefs('art-11', { size: 'medium' }, '2026-07-01')).toEqual(['Art. 11(1) yes']);
    expect(reliefs('art-11', { size: 'small-mid-cap' }, '2026-07-01')).toEqual([]);
  });

  it('is open while the size is not said', () => {
    expect(reliefs('art-11', {})).toEqual(['Art. 11(1) unknown']);
  });

  it('is a simpler quality system for SMEs, not for small mid-caps, and before for microenterprises alone', () => {
    expect(reliefs('art-17', { size: 'small', sector: 'retail' })).toContain('Art. 63(1) yes');
    expect(reliefs('art-17', { size: 'small-mid-cap', sector: 'retail' })).toEqual(['Art. 17(2) yes']);
    expect(reliefs('art-17', { size: 'small', sector: 'retail' }, '2026-07-01')).toEqual(['Art. 17(2) yes']);
    expect(reliefs('art-17', { size: 'micro', sector: 'retail' }, '2026-07-01')).toContain('Art. 63(1) yes');
  });

  it('is the governance of their own law for financial institutions', () => {
    for (const [name, article] of [
      ['art-17', 'Art. 17(4)'],
      ['art-18', 'Art. 18(3)'],
      ['art-19', 'Art. 19(2)'],
      ['art-26-5', 'Art. 26(5)'],
      ['art-26-6', 'Art. 26(6)'],
      ['art-72', 'Art. 72(4)'],
    ] as const) {
      expect(reliefs(name, { sector: 'banking' }), name).toContain(`${article} yes`);
      expect(reliefs(name, { sector: 'retail' }), name).not.toContain(`${article} yes`);
    }
  });
});

describe('the carve-outs of the act', () => {
  const publicBody = { organization: { publicBody: 'public-body' } };
  const both = {
    roles: ['provider', 'deployer'],
    markets: ['DE'],
    affects: ['public'],
    influence: 'decides',
  };
  const annexIIIOnly = ['art-26-8', 'art-27', 'art-49-1', 'art-86'];

  it('keep critical infrastructure out of Arts. 26(8), 27, 49(1) and 86, and register it nationally', () => {
    const grid = {
      areas: ['infrastructure.critical'],
      infrastructure: { sector: 'water', safetyComponent: true },
    };
    const found = actOn({ ...both, ...grid }, publicBody);
    for (const name of annexIIIOnly) expect(duty(found, name), name).toBeUndefined();
    expect(duty(found, 'art-49-5')).toMatchObject({ applies: 'yes', due: '2027-12-02' });
  });

  it('keep products of Annex I out of Arts. 26(8), 26(11), 27, 49 and 86', () => {
    const product = { law: 'medical-devices', section: 'A', role: 'product', thirdPartyAssessment: true };
    const found = actOn({ ...both, areas: ['health.clinical'], product }, publicBody);
    for (const name of [...annexIIIOnly, 'art-26-11', 'art-49-5'])
      expect(duty(found, name), name).toBeUndefined();
    expect(duty(found, 'art-9')).toMatchObject({ applies: 'yes', due: '2028-08-02' });
    expect(duty(found, 'art-73')?.reliefs).toContainEqual(
      expect.objectContaining({ article: 'Art. 73(10)', applies: 'yes' }),
    );
  });

  it('keep both where the same system falls under another point as well', () => {
    const grid = { infrastructure: { sector: 'water', safetyComponent: true } };
    const found = actOn(
      { ...both, areas: ['infrastructure.critical', 'employment.monitoring'], ...grid },
      publicBody,
    );
    for (const name of [...annexIIIOnly, 'art-49-5']) expect(duty(found, name)?.applies, name).toBe('yes');
  });

  it('put Art. 13 of Directive (EU) 2016/680 in the place of the notice where law enforcement alone uses it', () => {
    const polygraph = { ...both, areas: ['law-enforcement.polygraph'] };
    const ofPolice = actOn({ ...polygraph, usedBy: ['law-enforcement'] });
    expect(duty(ofPolice, 'art-26-11')).toBeUndefined();
    expect(duty(ofPolice, 'art-26-11-police')?.applies).toBe('yes');
    const ofBoth = actOn({ ...both, areas: ['biometric.emotion'], usedBy: ['law-enforcement', 'private'] });
    expect(duty(ofBoth, 'art-26-11')?.applies).toBe('yes');
    const ofOthers = actOn({ ...both, areas: ['biometric.emotion'], usedBy: ['private'] });
    expect(duty(ofOthers, 'art-26-11-police')).toBeUndefined();
    const hiring = actOn({ ...both, areas: ['employment.recruitment'], usedBy: ['law-enforcement'] });
    expect(duty(hiring, 'art-26-11')?.applies).toBe('yes');
    expect(duty(hiring, 'art-26-11-police')).toBeUndefined();
    expect(duty(actOn({ ...both, areas: ['employment.recruitment'] }), 'art-26-11-police')).toBeUndefined();
  });

  it('ask the impact assessment of public services, credit and insurance, not of every deployer', () => {
    const deployer = { roles: ['deployer'], markets: ['DE'] };
    const on = (area: string, body: string) =>
      duty(actOn({ ...deployer, areas: [area] }, { organization: { publicBody: body } }), 'art-27')?.applies;
    expect(on('employment.recruitment', 'none')).toBeUndefined();
    expect(on('employment.recruitment', 'public-service')).toBe('yes');
    expect(on('credit.scoring', 'none')).toBe('yes');
    expect(on('insurance.life-health', 'none')).toBe('yes');
  });
});

describe('the words of the act before and after the amendment', () => {
  const statement = (system: Readonly<Record<string, unknown>>, name: string, asOf: string) =>
    duty(actOn({ markets: ['DE'], ...system }, { asOf }), name)?.statement;
  const provider = { roles: ['provider'], areas: ['employment.recruitment'] };

  it('asked for a sufficient level of AI literacy, and now ask for measures without a guarantee', () => {
    expect(statement(provider, 'art-4', '2026-07-01')).toMatch(/sufficient level/);
    expect(statement(provider, 'art-4', '2026-08-15')).toMatch(/No level has to be guaranteed/);
    for (const asOf of ['2026-07-01', '2026-08-15']) {
      expect(duty(actOn({ ...provider, markets: ['DE'] }, { asOf }), 'art-4')).toMatchObject({
        applies: 'yes',
        due: '2025-02-02',
      });
    }
  });

  it('permitted special-category data against bias by Art. 10(5), and now by Art. 4a, as a permission alone', () => {
    const biased = { ...provider, data: { classes: ['special-category'] } };
    const on = (asOf: string, name: string) => duty(actOn({ markets: ['DE'], ...biased }, { asOf }), name);
    expect(on('2026-07-01', 'art-10-5')).toMatchObject({ applies: 'unknown' });
    expect(on('2026-07-01', 'art-4a')).toBeUndefined();
    expect(on('2026-08-15', 'art-4a')).toMatchObject({ applies: 'unknown', due: '2026-07-27' });
    expect(on('2026-08-15', 'art-10-5')).toBeUndefined();
  });

  it('open Art. 4a to deployers and to systems that are not high-risk', () => {
    const chatbot = {
      roles: ['deployer'],
      areas: ['customer.service'],
      data: { classes: ['special-category'] },
    };
    expect(duty(actOn({ markets: ['DE'], ...chatbot }), 'art-4a')?.applies).toBe('unknown');
    const plain = { ...chatbot, data: { classes: ['personal'] } };
    expect(duty(actOn({ markets: ['DE'], ...plain }), 'art-4a')).toBeUndefined();
  });

  it('asked the first provider to cooperate, and now say with what', () => {
    expect(statement(provider, 'art-25-2', '2026-07-01')).toMatch(/cooperate closely/);
    expect(statement(provider, 'art-25-2', '2026-08-15')).toMatch(/failure modes/);
  });

  it('let products of Section A be tested in the real world only since the amendment', () => {
    const tested = {
      roles: ['provider'],
      areas: ['health.clinical'],
      product: { law: 'medical-devices', section: 'A', role: 'product', thirdPartyAssessment: true },
      realWorldTesting: true,
    };
    expect(statement(tested, 'art-60', '2026-07-01')).toBeUndefined();
    expect(statement(tested, 'art-60', '2026-08-15')).toBeDefined();
    expect(statement({ ...provider, realWorldTesting: true }, 'art-60', '2026-07-01')).toBeDefined();
  });

  it('had machines in Section A with all duties, and have them now in Section B with testing alone', () => {
    const machine = {
      roles: ['provider'],
      areas: ['product.safety'],
      product: { law: 'machinery', role: 'safety-component', thirdPartyAssessment: true },
      realWorldTesting: true,
      markets: ['DE'],
    };
    const before = actOn(machine, { asOf: '2026-07-01' });
    expect(bases(before)).toContain('Annex I Section A');
    expect(duty(before, 'art-9')).toMatchObject({ applies: 'yes', due: '2027-08-02' });
    const after = actOn(machine, { asOf: '2026-08-15' });
    expect(bases(after)).toContain('Annex I Section B');
    expect(bases(after)).not.toContain('Annex I Section A');
    expect(duty(after, 'art-9')).toBeUndefined();
    expect(duty(after, 'art-60')).toBeUndefined();
    expect(duty(after, 'art-60a')).toMatchObject({ applies: 'yes', due: '2028-08-02' });
  });

  it('moved the day of products from 2 August 2027 to 2 August 2028', () => {
    const device = {
      roles: ['provider'],
      areas: ['health.clinical'],
      product: { law: 'ivd', section: 'A', role: 'product', thirdPartyAssessment: true },
      markets: ['DE'],
    };
    expect(duty(actOn(device, { asOf: '2026-07-01' }), 'art-9')?.due).toBe('2027-08-02');
    expect(duty(actOn(device, { asOf: '2026-08-15' }), 'art-9')).toMatchObject({
      due: '2028-08-02',
      dueMoved: { from: '2027-08-02', by: 'Regulation (EU) 2026/1744' },
    });
  });
});
