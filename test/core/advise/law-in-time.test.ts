import { describe, expect, it } from 'vitest';
import { createAdvisor } from '../../../src/advise/create';
import type { Regime, System } from '../../../src/answer/schema';
import type { Pack } from '../../../src/catalog/pack';
import { findRoots } from '../../../src/manifest/roots';
import { analyzeText, noFiles, pack, today } from '../real-catalog';

/** Which text of a law is read on a day, and what a text that is not law, or no longer, concludes. */

const recruiter = `version: 1
systems:
  - id: ranker
    roles: [deployer]
    areas: [employment.recruitment]
    markets: [DE]
`;

const act = (system: System | undefined): Regime | undefined =>
  system?.regimes.find(({ id }) => id === 'eu-ai-act');

function actOn(day: string): Regime | undefined {
  const { systems } = analyzeText(recruiter, { asOf: day }).answer({ questions: false, portfolio: false });
  return act(systems[0]);
}

const recruitment = (regime: Regime | undefined) =>
  regime?.classes.find(({ basis }) => basis === 'Annex III 4(a)');

const logs = (regime: Regime | undefined) => regime?.duties.find(({ id }) => id === 'eu-ai-act.art-26-6');

describe('a text', () => {
  it('is absent before its adoption: the AI Act was signed on 2024-06-13', () => {
    expect(actOn('2024-06-12')).toBeUndefined();
    expect(actOn('2024-06-13')?.status).toBe('adopted');
  });

  it('is in force from its day: the AI Act on 2024-08-01', () => {
    expect(actOn('2024-07-31')?.status).toBe('adopted');
    expect(actOn('2024-08-01')?.status).toBe('in-force');
  });
});

describe('a class', () => {
  it('holds by what the system is, long before it has effect', () => {
    expect(recruitment(actOn('2024-08-02'))).toMatchObject({ verdict: 'yes', since: '2026-08-02' });
  });

  it('has its day from the text of the day: Annex III moved with the amendment published on 2026-07-24', () => {
    const before = recruitment(actOn('2026-07-23'));
    expect(before?.since).toBe('2026-08-02');
    expect(before).not.toHaveProperty('sinceMoved');
    expect(recruitment(actOn('2026-07-24'))).toMatchObject({
      since: '2027-12-02',
      sinceMoved: { from: '2026-08-02', by: 'Regulation (EU) 2026/1744' },
    });
  });

  it('of a practice that was forbidden later is absent from the text before', () => {
    const generator = recruiter.replace('employment.recruitment', 'practice.intimate-imagery');
    const basesOn = (day: string) =>
      act(
        analyzeText(generator, { asOf: day }).answer({ questions: false, portfolio: false }).systems[0],
      )?.classes.map(({ basis }) => basis) ?? [];
    expect(basesOn('2026-07-23')).not.toContain('Art. 5(1)(ba)');
    expect(basesOn(today)).toContain('Art. 5(1)(ba)');
  });
});

describe('a duty', () => {
  it('is due on the day of the class that brings it, and says that it moved', () => {
    expect(logs(actOn('2026-07-23'))?.due).toBe('2026-08-02');
    expect(logs(actOn('2026-07-24'))).toMatchObject({
      due: '2027-12-02',
      dueMoved: { from: '2026-08-02', by: 'Regulation (EU) 2026/1744' },
    });
  });
});

describe('a wording that changed', () => {
  const literacy = (day: string) => actOn(day)?.duties.filter(({ id }) => id === 'eu-ai-act.art-4') ?? [];

  it('is read in its old version on the eve of publication, and in its new one from that day', () => {
    expect(literacy('2026-07-23')[0]?.statement).toMatch(/sufficient level/);
    expect(literacy('2026-07-24')[0]?.statement).toMatch(/No level has to be guaranteed/);
  });

  it('stands there once on every day', () => {
    for (const day of ['2026-07-01', '2026-07-23', '2026-07-24', '2026-07-27', '2026-08-15']) {
      const ids = actOn(day)?.duties.map(({ id }) => id) ?? [];
      expect(ids.length, day).toBeGreaterThan(10);
      expect([...new Set(ids)], day).toEqual(ids);
    }
  });

  it('keeps its day where only the words changed', () => {
    for (const day of ['2026-07-01', '2026-08-15']) {
      expect(literacy(day)[0]?.due).toBe('2025-02-02');
      expect(literacy(day)[0]).not.toHaveProperty('dueMoved');
    }
  });

  it('is told as written before its first version: a permission of the amendment is absent until then', () => {
    const biased = recruiter + '    data: { classes: [special-category] }\n';
    const idsOn = (day: string) =>
      act(
        analyzeText(biased, { asOf: day }).answer({ questions: false, portfolio: false }).systems[0],
      )?.duties.map(({ id }) => id) ?? [];
    expect(idsOn('2026-07-23')).not.toContain('eu-ai-act.art-4a');
    expect(idsOn('2026-07-24')).toContain('eu-ai-act.art-4a');
  });
});

describe('the day on which the law is read', () => {
  const withPolicy = `policy: { asOf: 2026-03-01 }\n${recruiter}`;

  it('is today where nobody says another', () => {
    expect(analyzeText(recruiter).asOf).toBe(today);
  });

  it('is that of the policy where it says one', () => {
    const analysis = analyzeText(withPolicy);
    expect(analysis.asOf).toBe('2026-03-01');
    const root = analysis.answer({ questions: false, portfolio: false });
    expect(root.asOf).toBe('2026-03-01');
    expect(recruitment(act(root.systems[0]))?.since).toBe('2026-08-02');
  });

  it('is the one that was asked for, whatever the policy says', () => {
    const analysis = analyzeText(withPolicy, { asOf: '2024-06-12' });
    expect(analysis.asOf).toBe('2024-06-12');
    expect(act(analysis.answer({ questions: false, portfolio: false }).systems[0])).toBeUndefined();
  });

  it('is today where the policy says no day that can be read', () => {
    expect(analyzeText(`policy: { asOf: soon }\n${recruiter}`).asOf).toBe(today);
  });
});

type Status = Regime['status'];

/** The catalog with another history of the AI Act. */
function withHistory(...steps: readonly { date: string; status: Status }[]): Pack {
  const history = steps.map((step) => ({
    ...step,
    what: 'Said by this test.',
    sources: ['S1'],
    confidence: 'high' as const,
  }));
  return {
    ...pack,
    regimes: pack.regimes.map((regime) => (regime.id === 'eu-ai-act' ? { ...regime, history } : regime)),
  };
}

function systemUnder(edited: Pack, text: string, asOf: string): System | undefined {
  const [files] = findRoots(['ai-usage.yaml']);
  if (!files) throw new Error('There is no root.');
  const input = { files, texts: new Map([['ai-usage.yaml', text]]), today, asOf, repository: noFiles };
  const analysis = createAdvisor(edited).analyze(input);
  return analysis.answer({ questions: false, portfolio: false }).systems[0];
}

const legalControls = (system: System | undefined) =>
  system?.controls.filter(({ legal }) => legal).map(({ id }) => id);

for (const status of ['repealed', 'superseded'] as const) {
  describe(`a text that was ${status}`, () => {
    const edited = withHistory({ date: '2024-08-01', status: 'in-force' }, { date: '2026-10-01', status });

    it('applies up to the day before its end', () => {
      const system = systemUnder(edited, recruiter, '2026-09-30');
      expect(act(system)).toMatchObject({ applies: 'yes', status: 'in-force' });
      expect(legalControls(system)).toContain('audit-log');
    });

    it('applies no more from its end, says why, and asks for nothing', () => {
      const system = systemUnder(edited, recruiter, '2026-10-01');
      expect(act(system)).toMatchObject({ applies: 'no', status, classes: [], duties: [] });
      expect(act(system)?.reasons[0]?.text).toEqual({
        id: 'status.ended',
        params: { status, date: '2026-10-01' },
      });
      expect(legalControls(system)).toEqual([]);
    });
  });
}

describe('a text that is only proposed', () => {
  const edited = withHistory({ date: '2026-01-01', status: 'proposed' });

  it('applies by its scope, without classes and duties, and asks for nothing', () => {
    const system = systemUnder(edited, recruiter, today);
    expect(act(system)).toMatchObject({ applies: 'yes', status: 'proposed', classes: [], duties: [] });
    expect(legalControls(system)).toEqual([]);
  });

  it('does not apply out of its scope', () => {
    const elsewhere = `organization: { seat: JP }\n${recruiter.replace('[DE]', '[JP]')}`;
    expect(act(systemUnder(edited, elsewhere, today))?.applies).toBe('no');
  });

  it('may apply where the scope is open', () => {
    const open = recruiter.replace('    markets: [DE]\n', '');
    expect(act(systemUnder(edited, open, today))?.applies).toBe('unknown');
  });

  it('brings its classes once it is adopted', () => {
    const adopted = withHistory(
      { date: '2026-01-01', status: 'proposed' },
      { date: '2026-11-24', status: 'adopted' },
    );
    expect(recruitment(act(systemUnder(adopted, recruiter, '2026-11-23')))).toBeUndefined();
    expect(recruitment(act(systemUnder(adopted, recruiter, '2026-11-24')))?.verdict).toBe('yes');
  });
});

describe('a regime out of scope', () => {
  it('has no classes and no duties', () => {
    const elsewhere = `organization: { seat: JP }\n${recruiter.replace('[DE]', '[JP]')}`;
    const root = analyzeText(elsewhere).answer({ questions: false, portfolio: false });
    expect(act(root.systems[0])).toMatchObject({ applies: 'no', classes: [], duties: [] });
  });
});
