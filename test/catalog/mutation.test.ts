import { describe, expect, it } from 'vitest';
import { buildFiles, builtCatalog, readFiles } from '../../scripts/built-catalog';
import { root } from '../../scripts/paths';
import { createModel } from '../../src/assess/model';
import { assessRegimes } from '../../src/assess/regimes';
import { readClaims } from '../../src/assess/system';
import { evaluate } from '../../src/logic/evaluate';
import { emptyModel, factsGiven } from '../core/given';
import { mutantsOf } from '../mutation/mutants';
import { reportOf } from '../mutation/report';
import { type JudgedCase, runMutants, worldOf } from '../mutation/run';
import { sitesOf } from '../mutation/sites';
import { filesOf, withFiles } from './small-catalog';

/** The mutation run on a catalog of one act: an agent that acts for ever in Germany is of the class `high`. */

const files = filesOf(withFiles({}));
const { pack } = buildFiles(files);
const model = createModel(pack);
const sites = sitesOf(pack, files);

const payer = {
  markets: ['DE'],
  roles: ['deployer'],
  tools: [{ name: 'pay', access: 'pay', approval: 'none', reversible: false }],
};

/** A case that expects the class of the small act, or its absence. */
function expecting(name: string, system: Readonly<Record<string, unknown>>, wanted: string): JudgedCase {
  return {
    name,
    touches: ({ owner }) => owner === 'moon-act',
    facts: [factsGiven(model, { system })],
    situation: { system, organization: {}, asOf: '2026-11-24' },
    holds: (world) => {
      const facts = factsGiven(world.model, { system });
      const [act] = assessRegimes({ model: world.model, facts, claims: readClaims(facts) }, '2026-11-24');
      return (act?.classes[0]?.verdict ?? 'no') === wanted;
    },
  };
}

const cases = [
  expecting('a payer in Germany is of the class', payer, 'yes'),
  expecting('a payer in Japan is not', { ...payer, markets: ['JP'] }, 'no'),
  expecting('a reader in Germany is not', { ...payer, tools: [] }, 'no'),
];

const ofEntry = (entry: string) => sites.filter((site) => site.entry === entry);

describe('the mutation run', () => {
  it('finds every condition of a catalog, with its file and the entry that carries it', () => {
    expect(sites.map(({ file, entry }) => `${file} ${entry}`)).toEqual([
      'controls/gate.md gate',
      'regimes/moon-act/article-1.md moon-act.small',
      'regimes/moon-act/article-1.md moon-act.art-1',
      'regimes/moon-act/moon-act.md moon-act scope',
      'risks/rash-action.md rash-action',
      'risks/rash-action.md rash-action severity.raises[0]',
    ]);
  });

  it('puts a changed condition into the pack, in its place alone', () => {
    const marked = { path: 'system.memory', equals: 'session' } as const;
    for (const site of sites) {
      const changed = site.with(pack, marked);
      const found = sitesOf(changed, files).filter(
        ({ condition }) => 'equals' in condition && condition.equals === 'session',
      );
      expect(found.map(({ entry }) => entry)).toEqual([site.entry]);
      expect(site.with(changed, site.condition)).toEqual(pack);
    }
  });

  it('notices every change of a condition that has cases on both sides', () => {
    const results = runMutants(pack, [...ofEntry('moon-act scope'), ...ofEntry('moon-act.art-1')], cases);
    expect(results.length).toBeGreaterThan(4);
    const report = reportOf(model, results, cases);
    expect([report.score, report.flipsSurviving]).toEqual([100, 0]);
  });

  it('lists a change that no case notices, with a manifest that would tell', () => {
    const few = cases.slice(0, 1);
    const results = runMutants(pack, ofEntry('moon-act scope'), few);
    const alive = results.filter(({ killedBy }) => killedBy === undefined).map(({ mutant }) => mutant.what);
    expect(alive).toEqual(['always true']);
    const { text, score } = reportOf(model, results, few);
    expect(score).toBeLessThan(100);
    expect(text).toMatch(/moon-act scope: always true\n {6}\{.*\} on 2026-11-24\n {6}moon-act: .+, not yes/);
  });

  it('counts a whole condition turned round that no case notices', () => {
    const results = runMutants(pack, ofEntry('rash-action'), cases);
    const near = cases.map((one) => ({ ...one, touches: () => true }));
    expect(reportOf(model, results, near).flipsSurviving).toBe(1);
  });

  it('sets apart what comes to the same for all facts', () => {
    const [site] = ofEntry('moon-act scope');
    if (!site) throw new Error('The small act has a scope.');
    const twice = { ...site, condition: { all: [site.condition, site.condition] } };
    const report = reportOf(model, runMutants(pack, [twice], cases), cases);
    expect(report.score).toBe(100);
    expect(report.text).toContain('The same as the condition for all facts that it reads: not counted:');
  });

  it('fails a case on the catalog as it is only where the case is wrong', () => {
    expect(cases.every((one) => one.holds(worldOf(pack)))).toBe(true);
    expect(expecting('a wrong one', payer, 'no').holds(worldOf(pack))).toBe(false);
  });
});

describe('the mutants of a condition', () => {
  const paths = {
    autonomy: 'system.autonomy',
    compute: 'system.models.trainingCompute',
    day: 'system.release.placed',
  };
  const whats = (condition: Parameters<typeof mutantsOf>[0]) =>
    mutantsOf(condition).map(({ at, what }) => `${at} ${what}`.trim());

  it('are each another condition, and the first is the whole turned round', () => {
    const condition = {
      all: [
        { path: 'system.areas', includes: ['housing', 'credit.scoring'] },
        { not: { path: 'system.profiling', equals: true } },
      ],
    };
    expect(whats(condition)).toEqual([
      'negated',
      'always true',
      'never true',
      'all read as any',
      'all[0] dropped',
      'all[1] dropped',
      'all[0] negated',
      'all[0] housing dropped',
      'all[0] credit.scoring dropped',
      'all[1].not negated',
    ]);
    const texts = mutantsOf(condition).map((mutant) => JSON.stringify(mutant.condition));
    expect(new Set([JSON.stringify(condition), ...texts]).size).toBe(texts.length + 1);
  });

  it('are one step off an order, a day off a day, and a little off a number', () => {
    expect(whats({ path: paths.autonomy, atLeast: 'acts-in-limits' })).toContain('at least acts-on-approval');
    expect(whats({ path: paths.autonomy, atLeast: 'acts-in-limits' })).toContain('at least acts-alone');
    expect(whats({ path: paths.day, atLeast: '2026-03-01' })).toContain('at least 2026-02-28');
    expect(whats({ path: paths.compute, atLeast: 1000 })).toContain('at least 1010');
  });

  it('turn round what the condition comes to, where the whole is negated', () => {
    const condition = { path: 'system.profiling', equals: true } as const;
    const [flipped] = mutantsOf(condition);
    const facts = factsGiven(emptyModel, { system: { profiling: true } });
    expect(flipped && evaluate(flipped.condition, facts, emptyModel.terms).verdict).toBe('no');
  });
});

describe('the conditions of the real catalog', () => {
  it('are all found, each in a file that is there', async () => {
    const real = await builtCatalog();
    const realFiles = await readFiles(`${root}/catalog`);
    const found = sitesOf(real.pack, realFiles);
    expect(found.length).toBeGreaterThan(180);
    const paths = new Set(realFiles.map(({ path }) => path));
    expect(found.filter(({ file }) => !paths.has(file))).toEqual([]);
  });
});
