import { describe, expect, it } from 'vitest';
import { penaltiesOf } from '../../src/catalog/duty-scope';
import type { DutyEntry } from '../../src/catalog/schema/regime';
import { actOn, bases, duty } from '../core/assess/act';
import { pack } from '../core/real-catalog';

/** The EU AI Act as a whole: nothing of it is missing. What is expected stands in the text of the act. */

const act = pack.regimes.find(({ id }) => id === 'eu-ai-act');
if (!act) throw new Error('The act is not in the catalog.');

const police = { usedBy: ['law-enforcement'] };
const border = { usedBy: ['migration-authority'] };

/** Annex III, sub-point by sub-point, each with a system that it names. */
const annexIII: readonly (readonly [point: string, system: Readonly<Record<string, unknown>>])[] = [
  ['1(a)', { areas: ['biometric.identify'], biometrics: { remote: true } }],
  ['1(b)', { areas: ['biometric.categorize'], biometrics: { infers: ['ethnic-origin'] } }],
  ['1(c)', { areas: ['biometric.emotion'] }],
  ['2', { areas: ['infrastructure.critical'], infrastructure: { sector: 'gas', safetyComponent: true } }],
  ['3(a)', { areas: ['education.admission'] }],
  ['3(b)', { areas: ['education.assessment'] }],
  ['3(c)', { areas: ['education.level'] }],
  ['3(d)', { areas: ['education.proctoring'] }],
  ['4(a)', { areas: ['employment.recruitment'] }],
  ['4(b)', { areas: ['employment.monitoring'] }],
  ['5(a)', { areas: ['benefits.public'], usedBy: ['public-authority'] }],
  ['5(b)', { areas: ['credit.scoring'], subjects: ['natural-persons'] }],
  ['5(c)', { areas: ['insurance.life-health'], subjects: ['natural-persons'] }],
  ['5(d)', { areas: ['emergency.dispatch'] }],
  ['6(a)', { areas: ['law-enforcement.victim-risk'], ...police }],
  ['6(b)', { areas: ['law-enforcement.polygraph'], ...police }],
  ['6(c)', { areas: ['law-enforcement.evidence'], ...police }],
  ['6(d)', { areas: ['law-enforcement.offending-risk'], riskBasis: 'mixed', ...police }],
  ['6(e)', { areas: ['law-enforcement.profiling'], ...police }],
  ['7(a)', { areas: ['migration.polygraph'], ...border }],
  ['7(b)', { areas: ['migration.risk'], ...border }],
  ['7(c)', { areas: ['migration.applications'], ...border }],
  ['7(d)', { areas: ['migration.identification'], ...border }],
  ['8(a)', { areas: ['justice.assist'], usedBy: ['judicial-authority'] }],
  ['8(b)', { areas: ['elections.influence'] }],
];

describe('Annex III', () => {
  it('has 25 sub-points', () => {
    expect(new Set(annexIII.map(([point]) => point)).size).toBe(25);
  });

  it.each(annexIII)(
    '%s is high-risk, from 2 December 2027, and before the amendment from 2 August 2026',
    (point, system) => {
      const described = { roles: ['provider'], markets: ['DE'], ...system };
      const basis = `Annex III ${point}`;
      const on = (asOf: string) => actOn(described, { asOf }).classes.find((found) => found.basis === basis);
      expect(on('2026-07-01')).toMatchObject({
        id: 'eu-ai-act.high-risk',
        verdict: 'yes',
        since: '2026-08-02',
      });
      expect(on('2026-08-15')).toMatchObject({
        id: 'eu-ai-act.high-risk',
        verdict: 'yes',
        since: '2027-12-02',
        sinceMoved: { from: '2026-08-02', by: 'Regulation (EU) 2026/1744' },
      });
    },
  );

  it.each(annexIII)(
    '%s: Art. 6(3) takes it out by each of its four conditions, unless it profiles',
    (point, system) => {
      const basis = `Annex III ${point}`;
      for (const condition of ['a', 'b', 'c', 'd']) {
        const described = {
          roles: ['provider'],
          markets: ['DE'],
          influence: 'informs',
          ...system,
          claims: [{ exemption: `eu-ai-act.art-6-3-${condition}`, reason: 'said by this test' }],
        };
        // Point 6(e) is profiling by its own words, so the last subparagraph of Art. 6(3) always keeps it in.
        const out = bases(actOn({ ...described, profiling: false })).includes(basis);
        expect(out, condition).toBe(point === '6(e)');
        const kept = actOn({ ...described, profiling: true }).classes.find((found) => found.basis === basis);
        expect(kept?.verdict, condition).toBe('yes');
      }
    },
  );
});

/** Art. 5(1), point by point, with the day from which it binds. */
const practices: readonly (readonly [point: string, area: string, since: string])[] = [
  ['a', 'manipulation', '2025-02-02'],
  ['b', 'exploit-vulnerability', '2025-02-02'],
  ['ba', 'intimate-imagery', '2026-12-02'],
  ['bb', 'child-abuse-material', '2026-12-02'],
  ['c', 'social-scoring', '2025-02-02'],
  ['d', 'crime-prediction', '2025-02-02'],
  ['e', 'face-scraping', '2025-02-02'],
  ['f', 'emotion-work-education', '2025-02-02'],
  ['g', 'sensitive-categorization', '2025-02-02'],
  ['h', 'realtime-identification', '2025-02-02'],
];

describe('Article 5', () => {
  it.each(practices)('(1)(%s) prohibits %s, from %s', (point, area, since) => {
    const found = actOn({ roles: ['deployer'], areas: [`practice.${area}`], markets: ['DE'] });
    const ground = found.classes.find(({ basis }) => basis === `Art. 5(1)(${point})`);
    expect(ground).toMatchObject({ id: 'eu-ai-act.prohibited', verdict: 'yes', since });
    expect(duty(found, 'art-5')).toMatchObject({ applies: 'yes', due: since });
  });

  it('has ten points, and had eight before the amendment', () => {
    const on = (asOf: string) =>
      new Set(
        act.classes
          .filter(({ from, until }) => (from ?? '') <= asOf && asOf < (until ?? 'never'))
          .filter((basis) => basis.class === 'prohibited')
          .map(({ basis }) => basis),
      ).size;
    expect([on('2026-07-01'), on('2026-08-15')]).toEqual([8, 10]);
  });
});

describe('Article 50', () => {
  const paragraphs: readonly (readonly [string, string, Readonly<Record<string, unknown>>, string])[] = [
    ['Art. 50(1)', 'provider', { content: { interacts: true } }, 'art-50-1'],
    ['Art. 50(2)', 'provider', { content: { generates: ['text'] } }, 'art-50-2'],
    ['Art. 50(3)', 'deployer', { areas: ['biometric.emotion'] }, 'art-50-3'],
    [
      'Art. 50(4) first subparagraph',
      'deployer',
      { content: { generates: ['video'], deepfake: true } },
      'art-50-4',
    ],
    [
      'Art. 50(4) second subparagraph',
      'deployer',
      { content: { generates: ['text'], published: 'public-interest' } },
      'art-50-4',
    ],
  ];

  it.each(paragraphs)('%s binds the %s alone, since 2 August 2026', (basis, role, system, name) => {
    const on = (roles: string[]) => actOn({ roles, markets: ['DE'], ...system });
    expect(on([role]).classes.find((found) => found.basis === basis)).toMatchObject({
      id: 'eu-ai-act.transparency',
      verdict: 'yes',
      since: '2026-08-02',
    });
    expect(duty(on([role]), name)).toMatchObject({ applies: 'yes', roles: [role], due: '2026-08-02' });
    const other = on([role === 'provider' ? 'deployer' : 'provider']);
    expect(bases(other)).not.toContain(basis);
    expect(duty(other, name)).toBeUndefined();
  });
});

/**
 * Every duty of the act with whom it binds and by which penalty. Art. 99(4) reaches Art. 8 to 21, 43, 47, 48 and 49(1)
 * through Art. 16; what it does not name is left to national law (Art. 99(1)).
 */
const owed: Readonly<Record<string, readonly [roles: string, ...penalties: string[]]>> = {
  'art-4': ['provider deployer', 'national', 'art-75c'],
  'art-4a': ['provider deployer model-provider model-modifier', 'national'],
  'art-5': ['provider deployer importer product-manufacturer', 'art-99-3', 'art-100'],
  'art-5-2': ['deployer', 'art-99-3', 'art-100'],
  'art-6-4': ['provider', 'national'],
  'art-8': ['provider', 'art-99-4'],
  'art-9': ['provider', 'art-99-4'],
  'art-10': ['provider', 'art-99-4'],
  'art-10-5': ['provider', 'art-99-4'],
  'art-11': ['provider', 'art-99-4'],
  'art-12': ['provider', 'art-99-4'],
  'art-13': ['provider', 'art-99-4'],
  'art-14': ['provider', 'art-99-4'],
  'art-15': ['provider', 'art-99-4'],
  'art-16': ['provider', 'art-99-4'],
  'art-17': ['provider', 'art-99-4'],
  'art-18': ['provider', 'art-99-4'],
  'art-19': ['provider', 'art-99-4'],
  'art-20': ['provider', 'art-99-4'],
  'art-21': ['provider', 'art-99-4', 'art-99-5'],
  'art-22': ['provider authorized-representative', 'art-99-4', 'national'],
  'art-23': ['importer', 'art-99-4', 'art-99-5'],
  'art-24': ['distributor', 'art-99-4', 'art-99-5'],
  'art-25-1': ['deployer importer distributor product-manufacturer', 'art-99-4'],
  'art-25-2': ['provider', 'art-99-4'],
  'art-25-3': ['product-manufacturer', 'art-99-4'],
  'art-25-4': ['provider model-provider', 'art-99-4'],
  'art-26-1': ['deployer', 'art-99-4'],
  'art-26-4': ['deployer', 'art-99-4'],
  'art-26-5': ['deployer', 'art-99-4'],
  'art-26-6': ['deployer', 'art-99-4'],
  'art-26-7': ['deployer', 'art-99-4'],
  'art-26-8': ['deployer', 'art-99-4', 'art-100'],
  'art-26-9': ['deployer', 'art-99-4'],
  'art-26-10': ['deployer', 'art-99-4'],
  'art-26-11': ['deployer', 'art-99-4'],
  'art-26-11-police': ['deployer', 'art-99-4'],
  'art-26-12': ['deployer', 'art-99-4', 'art-99-5'],
  'art-27': ['deployer', 'national'],
  'art-43': ['provider', 'art-99-4'],
  'art-47': ['provider', 'art-99-4'],
  'art-48': ['provider', 'art-99-4'],
  'art-49-1': ['provider authorized-representative', 'art-99-4'],
  'art-49-2': ['provider authorized-representative', 'national'],
  'art-49-5': ['provider authorized-representative', 'national'],
  'art-50-1': ['provider', 'art-99-4'],
  'art-50-2': ['provider', 'art-99-4'],
  'art-50-3': ['deployer', 'art-99-4'],
  'art-50-4': ['deployer', 'art-99-4'],
  'art-52': ['model-provider model-modifier', 'art-101'],
  'art-53-1-a': ['model-provider model-modifier', 'art-101'],
  'art-53-1-b': ['model-provider model-modifier', 'art-101'],
  'art-53-1-c': ['model-provider model-modifier', 'art-101'],
  'art-53-1-d': ['model-provider model-modifier', 'art-101'],
  'art-53-3': ['model-provider model-modifier', 'art-101'],
  'art-54': ['model-provider model-modifier', 'art-101'],
  'art-55': ['model-provider model-modifier', 'art-101'],
  'art-60': ['provider', 'national'],
  'art-60a': ['provider', 'national'],
  'art-72': ['provider', 'national', 'art-75c'],
  'art-73': ['provider', 'national', 'art-75c'],
  'art-86': ['deployer', 'national'],
};

const newest = (name: string): DutyEntry | undefined =>
  act.duties.findLast(({ id }) => id === `eu-ai-act.${name}`);
const oldest = (name: string) => act.duties.find(({ id }) => id === `eu-ai-act.${name}`);

describe('the duties of the act', () => {
  it('are these', () => {
    expect([...new Set(act.duties.map(({ id }) => id))].sort()).toEqual(
      Object.keys(owed)
        .map((name) => `eu-ai-act.${name}`)
        .sort(),
    );
  });

  it.each(Object.entries(owed))('%s binds whom it names, by its penalty', (name, [roles, ...penalties]) => {
    const found = newest(name);
    expect(found?.roles).toEqual(roles.split(' '));
    expect(found && penaltiesOf(found)).toEqual(penalties);
  });

  it('of Art. 25(2) and (4) had no fine band before the amendment', () => {
    expect(oldest('art-25-2')?.penalty).toBe('national');
    expect(oldest('art-25-4')?.penalty).toBe('national');
  });

  it('bind a provider by Arts. 8 to 21, and a deployer by Arts. 26, 27 and 86', () => {
    const system = { areas: ['employment.recruitment'], affects: ['applicants'], markets: ['DE'] };
    const ofProvider = actOn({ ...system, roles: ['provider'] });
    const ofDeployer = actOn({ ...system, roles: ['deployer'] });
    for (const name of ['art-9', 'art-10', 'art-14', 'art-15', 'art-17', 'art-43', 'art-72', 'art-73']) {
      expect(duty(ofProvider, name)?.applies, name).toBe('yes');
      expect(duty(ofDeployer, name), name).toBeUndefined();
    }
    for (const name of ['art-26-1', 'art-26-5', 'art-26-6', 'art-26-11', 'art-26-12', 'art-86']) {
      expect(duty(ofDeployer, name)?.applies, name).toBe('yes');
      expect(duty(ofProvider, name), name).toBeUndefined();
    }
    const own = actOn({ ...system, roles: ['provider', 'deployer'] });
    expect([duty(own, 'art-9')?.applies, duty(own, 'art-26-1')?.applies]).toEqual(['yes', 'yes']);
  });
});

describe('the penalties of the act', () => {
  const newestPenalty = (id: string) => act.penalties.findLast((penalty) => penalty.id === id);

  it.each([
    ['art-99-3', /35 million or 7 %/],
    ['art-99-4', /15 million or 3 %/],
    ['art-99-5', /7\.5 million or 1 %/],
    ['art-100', /1\.5 million .* 750 000/],
    ['art-101', /15 million or 3 %/],
    ['art-75c', /99\(3\) to \(7\)/],
    ['national', /law of the member state/],
  ])('%s is as the act says', (id, max) => {
    expect(newestPenalty(id)?.max).toMatch(max);
  });

  it('are lower for SMEs in all three bands of Art. 99, and for small mid-caps in two', () => {
    for (const id of ['art-99-3', 'art-99-4', 'art-99-5'])
      expect(newestPenalty(id)?.relief).toContain('99(6)');
    expect(newestPenalty('art-99-3')?.relief).toContain('no relief');
    for (const id of ['art-99-4', 'art-99-5']) expect(newestPenalty(id)?.relief).toContain('99(6a)');
  });

  it('knew no small mid-caps before the amendment', () => {
    const before = act.penalties.filter(({ until }) => until === '2026-07-24');
    expect(before.map(({ id }) => id).sort()).toEqual(['art-99-3', 'art-99-4', 'art-99-5', 'national']);
    expect(before.map(({ relief }) => relief).join(' ')).not.toContain('mid-cap');
  });

  it('on model providers began a year after their duties', () => {
    expect(newestPenalty('art-101')?.since).toBe('2026-08-02');
  });
});

describe('the articles that the catalog cites', () => {
  const texts = JSON.stringify(act);

  it('never number the paragraphs of Art. 113, which have no numbers', () => {
    expect(texts).not.toMatch(/Art(?:\.|icle) 113\(\d/);
    expect(texts).toMatch(/Art\. 113, third paragraph/);
  });

  it('call the new prohibitions (ba) and (bb), and nothing else', () => {
    const points = new Set([...texts.matchAll(/Art\. 5\(1\)\(([a-z]+)\)/g)].map(([, point]) => point));
    expect([...points].sort()).toEqual(['a', 'b', 'ba', 'bb', 'c', 'd', 'e', 'f', 'g', 'h']);
  });

  it('count the days of Art. 73 from becoming aware, and none of them as working days', () => {
    const incident = newest('art-73')?.statement ?? '';
    expect(incident).toMatch(/15 days after becoming aware/);
    expect(incident).toMatch(/10 days/);
    expect(incident).toMatch(/2 days/);
    expect(texts).not.toMatch(/working day/);
    expect(newest('art-55')?.note).toMatch(/no number of days/);
  });

  it('name the AI Office as the addressee of incidents where it alone is competent', () => {
    expect(newest('art-73')?.note).toMatch(/AI Office/);
  });

  it('show draft guidance as a draft', () => {
    expect(act.sources.find(({ title }) => title.includes('Art. 6(5)'))?.title).toMatch(/draft/);
    expect(newest('art-73')?.note).toMatch(/draft/);
  });
});
