import { describe, expect, it } from 'vitest';
import { createAdvisor } from '../../../src/advise/create';
import type { Reason, Regime, System } from '../../../src/answer/schema';
import type { Pack } from '../../../src/catalog/pack';
import { findRoots } from '../../../src/manifest/roots';
import { analyzeText, noFiles, pack, today } from '../real-catalog';

/** What is known from a report alone never yields a yes or a day: it says "reported, check". */

const provider = `version: 1
systems:
  - id: ranker
    roles: [provider]
    areas: [employment.recruitment]
    markets: [DE]
`;

type RegimeEntry = Pack['regimes'][number];

/** What the AI Act comes to where its entry in the catalog is another. */
function actWhere(edit: (entry: RegimeEntry) => RegimeEntry): { system: System; act: Regime } {
  const edited: Pack = {
    ...pack,
    // The act alone: what other laws ask of the same system is not in question here.
    regimes: pack.regimes.flatMap((entry) => (entry.id === 'eu-ai-act' ? [edit(entry)] : [])),
  };
  const [files] = findRoots(['ai-usage.yaml']);
  if (!files) throw new Error('There is no root.');
  const input = { files, texts: new Map([['ai-usage.yaml', provider]]), today, repository: noFiles };
  const root = createAdvisor(edited).analyze(input).answer({ questions: false, portfolio: false });
  const [system] = root.systems;
  const act = system?.regimes.find(({ id }) => id === 'eu-ai-act');
  if (!system || !act) throw new Error('The AI Act is not among the regimes.');
  return { system, act };
}

const recruitment = ({ classes }: Regime) => classes.find(({ basis }) => basis === 'Annex III 4(a)');
const oversight = ({ duties }: Regime) => duties.find(({ id }) => id === 'eu-ai-act.art-14');
const saysCheck = (reasons: readonly Reason[] | undefined) =>
  reasons?.some(({ text }) => text.id === 'reported.check');

const low = 'low' as const;

describe('the catalog as it is', () => {
  it('has read the AI Act itself: recruitment is high-risk for sure, with its day', () => {
    const { act } = actWhere((entry) => entry);
    expect(recruitment(act)).toMatchObject({ verdict: 'yes', since: '2027-12-02', reported: false });
    expect(oversight(act)).toMatchObject({ applies: 'yes', due: '2027-12-02', reported: false });
  });

  it('knows from a report alone that an output which only informs counts in Colorado', () => {
    const root = analyzeText(`version: 1
systems:
  - id: ranker
    roles: [deployer]
    areas: [employment.recruitment]
    affects: [applicants]
    influence: informs
    data: { classes: [personal] }
    markets: [US-CO]
`).answer({ questions: false, portfolio: false });
    const colorado = root.systems[0]?.regimes.find(({ id }) => id === 'us-co-sb26-189');
    expect(colorado?.classes).toHaveLength(1);
    expect(colorado?.classes[0]).toMatchObject({ verdict: 'unknown', since: null, reported: true });
    expect(saysCheck(colorado?.classes[0]?.reasons)).toBe(true);
    expect(colorado?.duties.length).toBeGreaterThan(0);
    for (const duty of colorado?.duties ?? []) {
      expect(duty).toMatchObject({ applies: 'unknown', due: null, reported: true });
      expect(saysCheck(duty.reasons)).toBe(true);
    }
  });
});

describe('a regime that is only reported', () => {
  const grades: Readonly<Record<string, (entry: RegimeEntry) => RegimeEntry>> = {
    'graded low': (entry) => ({ ...entry, confidence: low }),
    'read at none of its sources': (entry) => ({
      ...entry,
      sources: entry.sources.map((source) => ({ ...source, read: null })),
    }),
  };
  for (const [how, edit] of Object.entries(grades)) {
    it(`since it is ${how} may apply, and its classes and duties are no surer`, () => {
      const { act, system } = actWhere(edit);
      expect(act).toMatchObject({ applies: 'unknown', reported: true });
      expect(act.classes.length).toBeGreaterThan(0);
      expect(act.classes.map(({ verdict }) => verdict)).not.toContain('yes');
      expect(act.duties.length).toBeGreaterThan(0);
      expect(act.duties.map(({ applies }) => applies)).not.toContain('yes');
      expect(system.controls.filter(({ legal }) => legal)).toEqual([]);
    });
  }

  it('is no yes either while it is proposed', () => {
    const { act } = actWhere((entry) => ({
      ...entry,
      confidence: low,
      history: entry.history.slice(0, 1).map((step) => ({ ...step, status: 'proposed' as const })),
    }));
    expect(act).toMatchObject({ status: 'proposed', applies: 'unknown', reported: true });
  });
});

describe('a ground of a class that is only reported', () => {
  const { act } = actWhere((entry) => ({
    ...entry,
    classes: entry.classes.map((ground) =>
      ground.id === 'eu-ai-act.annex-iii-4-a' ? { ...ground, confidence: low } : ground,
    ),
  }));

  it('may hold, without a day, and says that it is to be checked', () => {
    expect(recruitment(act)).toMatchObject({ verdict: 'unknown', since: null, reported: true, grade: 'low' });
    expect(saysCheck(recruitment(act)?.reasons)).toBe(true);
  });

  it('gives the duties that rest on it alone no day either', () => {
    expect(oversight(act)).toMatchObject({ applies: 'unknown', due: null, reported: true, grade: 'low' });
  });
});

describe('a day that is only reported', () => {
  const { act } = actWhere((entry) => ({
    ...entry,
    dates: entry.dates.map((group) => (group.id === 'annex-iii' ? { ...group, confidence: low } : group)),
  }));

  it('is not given, and the class says so while it holds', () => {
    expect(recruitment(act)).toMatchObject({ verdict: 'yes', since: null, reported: true });
    expect(saysCheck(recruitment(act)?.reasons)).toBe(true);
  });

  it('is not given to the duty either, which says so', () => {
    expect(oversight(act)).toMatchObject({ applies: 'yes', due: null, reported: true });
    expect(saysCheck(oversight(act)?.reasons)).toBe(true);
  });
});

describe('a duty that is only reported', () => {
  it('may apply, without a day, and asks for nothing', () => {
    const { act, system } = actWhere((entry) => ({
      ...entry,
      duties: entry.duties.map((duty) =>
        duty.id === 'eu-ai-act.art-12' || duty.id === 'eu-ai-act.art-19'
          ? { ...duty, confidence: low }
          : duty,
      ),
    }));
    const logs = act.duties.find(({ id }) => id === 'eu-ai-act.art-12');
    expect(logs).toMatchObject({ applies: 'unknown', due: null, state: 'unknown', reported: true });
    expect(saysCheck(logs?.reasons)).toBe(true);
    expect(system.controls.find(({ id }) => id === 'audit-log')?.asked).toBe(false);
  });
});
