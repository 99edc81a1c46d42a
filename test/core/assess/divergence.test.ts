import { describe, expect, it } from 'vitest';
import { cellOf, compared, type Plain, positions, themeOf } from './comparing';

/** What places ask side by side, expected as the comparison of their law says it on 2026-11-23. */

const ranker: Plain = {
  roles: ['deployer'],
  areas: ['employment.recruitment'],
  influence: 'decides',
  effect: 'access-or-terms',
  profiling: true,
  affects: ['applicants'],
  audience: 'internal',
  data: { classes: ['personal'] },
  content: { interacts: false, generates: [] },
  markets: ['DE', 'US-CO'],
};

/** Compares, and expects a table of positions. */
function expectTable(
  system: Plain,
  wanted: Readonly<Record<string, Readonly<Record<string, string>>>>,
  options: Parameters<typeof compared>[1] = {},
) {
  const jurisdictions = [...new Set(Object.values(wanted).flatMap((places) => Object.keys(places)))];
  const { divergence } = compared(system, { jurisdictions, ...options });
  expect(positions(divergence, wanted)).toEqual(wanted);
  return divergence;
}

describe('what places ask of', () => {
  it('a tool that ranks applicants', () => {
    const divergence = expectTable(ranker, {
      'bias-audit': {
        EU: 'none',
        'US-CO': 'under US',
        'US-NY-NYC': 'binding 2023-07-05',
        CN: 'binding 2021-11-01',
        SG: 'voluntary',
      },
      'transparency-to-people': {
        EU: 'binding 2027-12-02',
        'US-CO': 'binding 2027-01-01',
        'US-NY-NYC': 'binding 2023-07-05',
        CN: 'none',
        SG: 'voluntary',
      },
      'human-oversight': {
        EU: 'binding 2018-05-25',
        'US-CO': 'binding 2027-01-01',
        CN: 'binding 2021-11-01',
        SG: 'voluntary',
      },
      'logs-and-records': {
        EU: 'binding 2027-12-02',
        'US-CO': 'binding 2027-01-01',
        'US-NY-NYC': 'under US',
        SG: 'voluntary',
      },
      'explanation-and-appeal': {
        EU: 'binding 2018-05-25',
        'US-CO': 'binding 2027-01-01',
        CN: 'binding 2021-11-01',
        SG: 'binding 2014-07-02', // PDPA s. 21, 22: access and correction
      },
    });
    expect(themeOf(divergence, 'bias-audit')).toMatchObject({ strictest: 'us-nyc-ll144', meets: 'no' });
    expect(themeOf(divergence, 'transparency-to-people')).toMatchObject({
      strictest: 'us-nyc-ll144',
      meets: 'yes',
    });
    expect(themeOf(divergence, 'human-oversight')).toMatchObject({ strictest: 'eu-gdpr', meets: 'yes' });
    expect(themeOf(divergence, 'bias-audit').conflicts).toContain('C1');
  });

  it('the same tool by the law of 2024-09-01, before the omnibus and before the new act of Colorado', () => {
    expectTable(
      ranker,
      {
        'transparency-to-people': { EU: 'binding 2026-08-02', 'US-NY-NYC': 'binding 2023-07-05' },
        'logs-and-records': { EU: 'binding 2026-08-02' },
      },
      { asOf: '2024-09-01' },
    );
  });

  it('a public chatbot', () => {
    const chatbot: Plain = {
      roles: ['provider', 'deployer'],
      audience: 'public',
      affects: ['customers'],
      platform: 'none',
      content: { interacts: true, generates: ['text'] },
      data: { classes: ['personal'] },
      markets: ['CN'],
    };
    const wanted = {
      // The provisions on deep synthesis want labels since 2023-01-10, the labeling measures since 2025-09-01.
      'content-labelling': {
        EU: 'binding 2026-08-02',
        CN: 'binding 2023-01-10',
        'US-CA': 'none',
        KR: 'binding 2026-01-22',
        SG: 'voluntary',
      },
      'content-control': { EU: 'none', CN: 'binding 2022-03-01', 'US-CA': 'none', KR: 'none', SG: 'none' },
      // Deep synthesis, art. 19; whether the filing of algorithms of 2022 is due too turns on more than a manifest says.
      'registration-filing': { CN: 'binding 2023-01-10', SG: 'none' },
    };
    const divergence = expectTable(chatbot, wanted, { organization: { sector: 'technology' } });
    expect(themeOf(divergence, 'content-control')).toMatchObject({
      strictest: 'cn-genai-measures',
      meets: null,
      because: null,
    });
    expect(themeOf(divergence, 'content-labelling')).toMatchObject({
      strictest: 'cn-labeling-measures',
      meets: 'mostly',
    });
  });

  it('a maker of images with more than a million users', () => {
    const divergence = expectTable(
      {
        roles: ['provider'],
        audience: 'public',
        scale: 'over-1m',
        content: { generates: ['image'] },
        markets: ['US-CA'],
      },
      {
        'content-labelling': {
          EU: 'binding 2026-08-02',
          CN: 'binding 2023-01-10',
          'US-CA': 'binding 2026-08-02',
          'US-UT': 'binding 2027-01-01',
          'US-WA': 'binding 2027-02-01',
          IN: 'binding 2026-02-20',
          KR: 'binding 2026-01-22',
        },
      },
    );
    expect(divergence.conflicts.map(({ id }) => id)).toContain('C5');
    expect(divergence.jurisdictions.filter(({ supposed }) => !supposed).map(({ id }) => id)).toEqual([
      'US-CA',
    ]);
  });

  it('a frontier model', () => {
    const divergence = expectTable(
      {
        roles: ['model-provider', 'provider'],
        audience: 'public',
        models: [{ id: 'big', general: true, trainingCompute: 3e26 }],
        content: { interacts: true, generates: ['text'] },
        markets: ['US'],
      },
      {
        'frontier-model': {
          EU: 'binding 2025-08-02',
          'US-CA': 'binding 2026-01-01',
          'US-NY': 'binding 2027-01-01',
          'US-IL': 'binding 2027-01-01',
          CN: 'none',
          SG: 'none',
        },
      },
      { organization: { revenue: { amount: 900_000_000, currency: 'USD' } } },
    );
    expect(themeOf(divergence, 'frontier-model')).toMatchObject({ strictest: 'eu-ai-act', meets: 'mostly' });
  });

  it('a bank that scores borrowers', () => {
    const divergence = expectTable(
      {
        roles: ['provider', 'deployer'],
        areas: ['credit.scoring'],
        influence: 'decides',
        effect: 'access-or-terms',
        profiling: true,
        affects: ['borrowers'],
        data: { classes: ['financial'] },
        markets: ['KR', 'BR'],
      },
      {
        'human-oversight': {
          EU: 'binding 2018-05-25',
          GB: 'binding 2026-02-05',
          KR: 'binding 2024-03-15',
          BR: 'none',
        },
        'explanation-and-appeal': {
          EU: 'binding 2018-05-25',
          GB: 'binding 2026-02-05',
          KR: 'binding 2024-03-15',
        },
        'risk-classification': { SG: 'voluntary', EU: 'binding 2027-12-02' },
      },
      { organization: { sector: 'banking' } },
    );
    // The guidelines of the MAS were not read at their source: they are told, and give no day.
    expect(cellOf(divergence, 'risk-classification', 'SG')).toMatchObject({ since: null, reported: true });
    expect(themeOf(divergence, 'human-oversight').conflicts).toEqual(['C8']);
  });
});

describe('a column', () => {
  it('of proposed law alone never binds: it is coming', () => {
    const { divergence } = compared({ ...ranker, markets: ['BR'] }, { jurisdictions: ['BR'] });
    expect(divergence.jurisdictions[0]).toMatchObject({ id: 'BR', coming: ['br-pl-2338'], supposed: false });
    const duties = divergence.themes.flatMap(({ cells }) => cells.flatMap((cell) => cell.duties));
    expect(duties.filter((id) => id.startsWith('br-pl-2338'))).toEqual([]);
  });

  it('without law in the catalog is unseen, never none', () => {
    const { divergence } = compared(ranker, { jurisdictions: ['EU', 'NG'] });
    const nigeria = divergence.themes.map(({ cells }) => cells[1]?.force);
    expect(new Set(nigeria)).toEqual(new Set(['unseen']));
  });

  it('of a member state shows that Union law binds there', () => {
    const { divergence } = compared(ranker, { jurisdictions: ['DE'] });
    expect(cellOf(divergence, 'literacy', 'DE')).toMatchObject({
      force: 'unseen',
      around: [{ jurisdiction: 'EU', force: 'binding' }],
    });
  });

  it('of a market that is too coarse leaves its members open', () => {
    const coarse = { ...ranker, markets: ['US'] };
    const { divergence } = compared(coarse, { jurisdictions: ['US'] });
    expect(divergence.jurisdictions[0]?.supposed).toBe(false);
    expect(divergence.jurisdictions[0]?.inside).toEqual(
      expect.arrayContaining(['US-CA', 'US-CO', 'US-IL', 'US-NY-NYC']),
    );
    const named = compared(coarse, { jurisdictions: ['US', 'US-CO'] }).divergence;
    expect(named.jurisdictions[1]?.supposed).toBe(true);
    expect(named.jurisdictions[0]?.inside).toContain('US-NY-NYC');
    expect(named.jurisdictions[0]?.inside).not.toContain('US-CO');
  });

  it('names the places inside it that bind beside it', () => {
    const { divergence } = compared(
      { ...ranker, markets: ['US-CO'] },
      { jurisdictions: ['US'], organization: { seat: 'DE' } },
    );
    expect(divergence.jurisdictions[0]?.inside).toEqual(['US-CO']);
  });

  it('stands by itself for each market with law and what contains it, the world last', () => {
    const { divergence } = compared(ranker);
    expect(divergence.jurisdictions.map(({ id }) => id)).toEqual(['EU', 'US', 'US-CO', 'INT']);
    expect(divergence.jurisdictions.every(({ supposed }) => !supposed)).toBe(true);
  });

  it('that an unstated fact decides may bind, and has no day', () => {
    const unstated = { ...ranker, influence: 'unknown' };
    const { divergence } = compared(unstated, { jurisdictions: ['US-NY-NYC'] });
    expect(cellOf(divergence, 'bias-audit', 'US-NY-NYC')).toMatchObject({
      force: 'open',
      since: null,
      duties: ['us-nyc-ll144.bias-audit', 'us-nyc-ll144.publish-summary'],
    });
  });
});

describe('the comparison', () => {
  it('says nothing of the rest where one place alone binds', () => {
    const { divergence } = compared(ranker, { jurisdictions: ['EU', 'SG'] });
    expect(themeOf(divergence, 'human-oversight')).toMatchObject({ strictest: 'eu-gdpr', meets: null });
  });

  it('names the strictest of those that bind, and nothing of the rest where the strictest of all does not', () => {
    const { divergence } = compared(ranker, { jurisdictions: ['US-CO', 'US-NJ'] });
    expect(themeOf(divergence, 'bias-audit')).toMatchObject({
      strictest: 'us-nj-disparate-impact',
      meets: null,
    });
  });

  it('knows that more places may count where markets are not all said', () => {
    const unstated = { ...ranker, markets: 'unknown' };
    expect(compared(unstated).divergence.open).toBe(true);
    expect(compared({ ...ranker, markets: ['DE', 'unknown'] }).divergence.open).toBe(true);
    expect(compared(ranker).divergence.open).toBe(false);
    const supposed = compared(unstated, { jurisdictions: ['US-NY-NYC'] }).divergence;
    expect(cellOf(supposed, 'bias-audit', 'US-NY-NYC').force).toBe('binding');
  });

  it('leaves the conclusions of the manifest as they are', () => {
    const { root } = compared(ranker, { jurisdictions: ['CN'] });
    expect(root.systems[0]?.regimes.find(({ id }) => id === 'cn-pipl-adm')?.applies).toBe('no');
    expect(root.conflicts.map(({ id }) => id)).not.toContain('C6');
  });
});
