import { describe, expect, it } from 'vitest';
import { analyzeFiles, pack } from '../core/real-catalog';
import { manifestText, readScenarios } from './scenario';

/**
 * What the law does not do. Facts by hand from the sections named, before any program was run: a text without force
 * never looks binding, and statements that are wrong elsewhere are not repeated here.
 */

function answerOf(file: string, asOf: string, jurisdictions: readonly string[]) {
  const scenario = readScenarios().find((one) => one.file === file);
  if (!scenario) throw new Error(`There is no scenario ${file}.`);
  const analysis = analyzeFiles({ 'ai-usage.json': manifestText(scenario) }, { asOf });
  return analysis.answer({ questions: false, portfolio: false, divergence: { jurisdictions } });
}

const forces = (file: string, asOf: string, jurisdiction: string) =>
  answerOf(file, asOf, [jurisdiction]).systems.flatMap(({ divergence }) =>
    (divergence?.themes ?? []).flatMap(({ id, cells }) =>
      cells.filter((cell) => cell.jurisdiction === jurisdiction).map(({ force }) => ({ theme: id, force })),
    ),
  );

const days = ['2024-09-01', '2025-08-02', '2026-11-23', '2027-12-02', '2030-01-01'];

describe('texts without the force of law', () => {
  it.each(days)('bind nobody on %s: UN, OECD, ISO, Council of Europe', (asOf) => {
    const found = forces('z-voluntary-only.yaml', asOf, 'INT');
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ force }) => force === 'binding' || force === 'open')).toEqual([]);
  });

  it.each(days)(
    'leave Singapore without a binding rule on AI in the scores of a bank on %s, personal data aside',
    (asOf) => {
      // The Personal Data Protection Act binds on data (s. 11 to 26D); all on AI is guidance.
      const found = forces('z-bank-singapore-canada.yaml', asOf, 'SG');
      const binding = found.filter(({ force }) => force === 'binding').map(({ theme }) => theme);
      expect([...binding].sort()).toEqual([
        'accuracy-robustness', // s. 23
        'data-governance', // s. 13, 18
        'explanation-and-appeal', // s. 21, 22
        'governance-program', // s. 11, 12
        'incident-reporting', // s. 26D
        'security', // s. 24
      ]);
    },
  );

  it('stay without force in the answer', () => {
    const [system] = answerOf('z-voluntary-only.yaml', '2026-11-23', ['INT']).systems;
    const international = system?.regimes.filter(({ jurisdiction }) => jurisdiction === 'INT') ?? [];
    expect(international.length).toBeGreaterThan(5);
    expect(international.filter(({ binding }) => binding).map(({ id }) => id)).toEqual([]);
  });

  it('are guidelines in Japan, where the act asks for good will alone', () => {
    // Act No. 53 of 2025, art. 7: own initiative and cooperation, no penalty. Labels, audits and filings are not asked.
    const found = forces('z-japan-guidelines-only.yaml', '2026-11-23', 'JP');
    const binding = found.filter(({ force }) => force === 'binding' || force === 'open');
    expect(binding.filter(({ theme }) => theme !== 'governance-program')).toEqual([]);
  });

  it.each(['br-pl-2338', 'ca-bill-c36'])(
    'yield neither classes nor duties while they are bills: %s',
    (id) => {
      for (const asOf of ['2026-11-23', '2030-01-01']) {
        const [system] = answerOf('z-brazil-and-canada-bills.yaml', asOf, ['BR', 'CA']).systems;
        const regime = system?.regimes.find((one) => one.id === id);
        expect(regime).toMatchObject({ status: 'proposed', binding: false, classes: [], duties: [] });
        expect(system?.divergence?.jurisdictions.flatMap(({ coming }) => coming)).toContain(id);
      }
    },
  );

  it('include what Chinese authorities say on agents: opinions of 2026-05-08, not measures in force', () => {
    expect(pack.regimes.find(({ id }) => id === 'cn-ai-agents')?.binding).toBe(false);
  });

  it('include SR 26-2 and OSFI E-23', () => {
    const guidance = pack.regimes.filter(({ id }) => id === 'us-bank-model-risk' || id === 'ca-osfi-e23');
    expect(guidance.map(({ binding }) => binding)).toEqual([false, false]);
  });
});

describe('wrong statements that are told elsewhere', () => {
  it('Texas: no impact assessment and no tiers of risk (dropped before enactment)', () => {
    const found = forces('z-texas-no-tiers.yaml', '2026-11-23', 'US-TX');
    const asked = found
      .filter(({ force }) => force === 'binding' || force === 'open')
      .map(({ theme }) => theme);
    expect(asked).toContain('prohibited-use');
    const traiga = pack.regimes.find(({ id }) => id === 'us-tx-traiga');
    expect(traiga?.duties.flatMap(({ themes }) => themes)).not.toContain('impact-assessment');
    expect(traiga?.duties.flatMap(({ themes }) => themes)).not.toContain('risk-classification');
  });

  it('Council of Europe: in force on no day (one ratification of five)', () => {
    const convention = pack.regimes.find(({ id }) => id === 'coe-framework-convention');
    expect(convention?.history.map(({ status }) => status)).not.toContain('in-force');
  });

  it('Vietnam: three classes, not four (Law 134/2025 art. 9(1))', () => {
    const law = pack.regimes.find(({ id }) => id === 'vn-ai-law');
    expect([...new Set(law?.classes.map((one) => one.class))].sort()).toEqual(['high', 'low', 'medium']);
  });

  it('DORA and NIS2: the last report runs from the report before it, not from the incident', () => {
    const last = (id: string) =>
      pack.regimes
        .find((one) => one.id === id)
        ?.deadlines.filter(({ within }) => within === 'P1M')
        .map(({ from }) => from);
    expect(last('eu-dora')).toEqual([expect.stringMatching(/intermediate/)]);
    expect(last('eu-nis2')?.[0]).toMatch(/notification/);
  });

  it('Korea: no fine on a missing label itself (art. 43)', () => {
    const act = pack.regimes.find(({ id }) => id === 'kr-ai-basic-act');
    const label = act?.duties.find(({ id }) => id === 'kr-ai-basic-act.label');
    const notice = act?.duties.find(({ id }) => id === 'kr-ai-basic-act.prior-notice');
    expect(notice?.penalty).toBeDefined();
    expect(label?.penalty).not.toBe(notice?.penalty);
  });

  it('Singapore: no rule that binds the largest banks by the end of 2026; its days are told as reported', () => {
    const guidelines = pack.regimes.find(({ id }) => id === 'sg-mas-ai-risk');
    expect(guidelines?.binding).toBe(false);
    const told = guidelines?.dates.flatMap(({ history }) => history.map(({ day }) => day));
    expect(told).toEqual(expect.arrayContaining(['2027-10-07', '2028-10-07']));
    expect(told?.filter((day) => day !== null && day < '2027-10-07')).toEqual([]);
  });

  it('Korea and Utah: what happens on 2027-01-22 and 2027-07-01 ends no duty', () => {
    const events = (id: string) => pack.regimes.find((one) => one.id === id)?.history ?? [];
    expect(events('kr-ai-basic-act')).toContainEqual(
      expect.objectContaining({ date: '2027-01-22', status: 'in-force' }),
    );
    expect(events('us-ut-aipa')).toContainEqual(
      expect.objectContaining({ date: '2027-07-01', status: 'in-force' }),
    );
    const utah = pack.regimes.find(({ id }) => id === 'us-ut-aipa');
    expect(utah?.duties.filter(({ until }) => until === '2027-07-01')).toEqual([]);
  });

  it('Virginia and Maine: SB 796 and LD 2162 are not law', () => {
    expect(pack.regimes.filter(({ jurisdiction }) => jurisdiction === 'US-VA')).toEqual([]);
    const maine = pack.regimes.filter(({ jurisdiction }) => jurisdiction === 'US-ME').map(({ id }) => id);
    expect(maine).toEqual(['us-me-chatbot']);
  });
});
