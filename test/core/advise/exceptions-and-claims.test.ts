import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/advise/advisor';
import { createAdvisor } from '../../../src/advise/create';
import type { Regime } from '../../../src/answer/schema';
import type { Pack } from '../../../src/catalog/pack';
import { findRoots } from '../../../src/manifest/roots';
import { analyzeText, noFiles, pack, today } from '../real-catalog';

/** What takes a system out of a class or a regime: by itself, or by a claim that is checked. */

function actIn(analysis: Analysis): Regime {
  const { systems } = analysis.answer({ questions: false, portfolio: false });
  const act = systems[0]?.regimes.find(({ id }) => id === 'eu-ai-act');
  if (!act) throw new Error('The AI Act is not among the regimes.');
  return act;
}

const actOf = (text: string) => actIn(analyzeText(text));

const on = (act: Regime, ground: string) => act.classes.find(({ basis }) => basis === ground);

const refusals = ({ findings }: Analysis) => findings.filter(({ rule }) => rule === 'claim/refused');

describe('an exception that works by itself', () => {
  const scorer = (subjects: string) => `version: 1
systems:
  - id: scorer
    roles: [provider]
    areas: [credit.scoring]
${subjects}    markets: [DE]
`;
  const companiesOnly = 'eu-ai-act.annex-iii-5-b-legal-persons';

  it('takes the class away where its condition is true, and says so: companies only, Annex III 5(b)', () => {
    const act = actOf(scorer('    subjects: [legal-persons]\n'));
    expect(on(act, 'Annex III 5(b)')).toBeUndefined();
    const told = act.reasons.filter(({ entry }) => entry === companiesOnly);
    expect(told[0]?.text.id).toBe('exception.holds');
    expect(told.flatMap(({ places }) => places.map(({ path }) => path))).toContain(
      'systems.scorer.subjects[0]',
    );
  });

  it('does not apply while its condition is unknown, and is listed as open', () => {
    expect(on(actOf(scorer('')), 'Annex III 5(b)')).toMatchObject({
      verdict: 'yes',
      openExceptions: [companiesOnly],
    });
  });

  it('is not listed where its condition is false', () => {
    expect(on(actOf(scorer('    subjects: [natural-persons]\n')), 'Annex III 5(b)')).toMatchObject({
      verdict: 'yes',
      openExceptions: [],
    });
  });
});

const narrowTask = 'eu-ai-act.art-6-3-a';

const recruiter = (facts: string, claims = '') => `version: 1
systems:
  - id: parser
    roles: [provider]
    areas: [employment.recruitment]
    markets: [DE]
${facts}${claims}`;

const claimOf = (id: string, reason = ', reason: turns letters into fields') =>
  `    claims:\n      - { exemption: ${id}${reason} }\n`;

const harmless = '    profiling: false\n    influence: informs\n';

describe('a claim', () => {
  it('is accepted where its condition is true: the class is gone, and the regime tells', () => {
    const analysis = analyzeText(recruiter(harmless, claimOf(narrowTask)));
    const act = actIn(analysis);
    expect(on(act, 'Annex III 4(a)')).toBeUndefined();
    const [told] = act.reasons.filter(({ entry }) => entry === narrowTask);
    expect(told?.text.id).toBe('claim.accepted');
    expect(told?.places[0]?.path).toBe('systems.parser.claims[0]');
    expect(refusals(analysis)).toEqual([]);
  });

  it('is needed: the same facts without it leave the class', () => {
    expect(on(actOf(recruiter(harmless)), 'Annex III 4(a)')?.verdict).toBe('yes');
  });

  it('without a reason is none', () => {
    const act = actOf(recruiter(harmless, claimOf(narrowTask, '')));
    expect(on(act, 'Annex III 4(a)')).toMatchObject({ verdict: 'yes', claims: [] });
  });

  it('stays open while its condition is unknown, and the class stays', () => {
    const analysis = analyzeText(recruiter('    profiling: false\n', claimOf(narrowTask)));
    const found = on(actIn(analysis), 'Annex III 4(a)');
    expect(found?.verdict).toBe('yes');
    expect(found?.claims.map(({ id, state }) => [id, state])).toEqual([[narrowTask, 'open']]);
    expect(refusals(analysis)).toEqual([]);
  });

  it('is refused where its condition is false: profiling is always high-risk (Art. 6(3)), and a finding', () => {
    const analysis = analyzeText(
      recruiter('    profiling: true\n    influence: informs\n', claimOf(narrowTask)),
    );
    const found = on(actIn(analysis), 'Annex III 4(a)');
    expect(found?.verdict).toBe('yes');
    expect(found?.claims.map(({ id, state }) => [id, state])).toEqual([[narrowTask, 'refused']]);
    const [finding] = refusals(analysis);
    expect(finding?.place.path).toBe('systems.parser.claims[0].exemption');
    expect(finding?.related.map(({ place }) => place.path)).toContain('systems.parser.profiling');
  });

  it('without a condition is accepted on the claimant’s word, and that is said', () => {
    const text = `version: 1
systems:
  - id: gate
    roles: [provider]
    areas: [biometric.identify]
    biometrics: { remote: true }
    markets: [DE]
    claims:
      - { exemption: eu-ai-act.annex-iii-1-cybersecurity, reason: guards our own network }
`;
    const act = actOf(text);
    expect(on(act, 'Annex III 1(a)')).toBeUndefined();
    const [told] = act.reasons.filter(({ entry }) => entry === 'eu-ai-act.annex-iii-1-cybersecurity');
    expect(told?.text.id).toBe('claim.accepted-on-word');
  });

  it('that is refused says which fact rules it out: Art. 6(3), last subparagraph', () => {
    const facts = '    profiling: true\n    influence: informs\n';
    const [finding] = refusals(analyzeText(recruiter(facts, claimOf(narrowTask))));
    expect(finding?.message.text).toContain('`profiling` is true');
    expect(finding?.related.map(({ message }) => message)).toEqual(['`profiling` is true']);
  });

  it('of somebody of whom Art. 6(4) does not speak is noted, and no finding: that is a reading', () => {
    const text = recruiter(harmless, claimOf(narrowTask)).replace('[provider]', '[deployer]');
    const analysis = analyzeText(text);
    const notes = actIn(analysis).reasons.map((because) => because.text.id);
    expect(notes).toContain('claim.by-other');
    expect(analysis.findings.filter(({ rule }) => rule.startsWith('claim/'))).toEqual([]);
    const ofProvider = actOf(recruiter(harmless, claimOf(narrowTask)));
    expect(ofProvider.reasons.map((because) => because.text.id)).not.toContain('claim.by-other');
  });

  const idle = ({ findings }: Analysis) =>
    findings
      .filter(({ rule }) => rule === 'claim/without-effect')
      .map(({ message, severity }) => [message.id, severity]);

  it('of grounds that do not hold is information while the class stays, else a hint', () => {
    const cybersecurity = claimOf('eu-ai-act.annex-iii-1-cybersecurity');
    expect(idle(analyzeText(recruiter(harmless, cybersecurity)))).toEqual([['stays', 'information']]);
    const clerk = recruiter('', cybersecurity).replace('employment.recruitment', 'research');
    const settled = clerk.replace(
      '    markets',
      '    biometrics: { infers: [] }\n    product: { role: none }\n    markets',
    );
    expect(idle(analyzeText(settled))).toEqual([['idle', 'hint']]);
  });

  it('of what works by itself is a hint to say the facts', () => {
    const companies = claimOf('eu-ai-act.annex-iii-5-b-legal-persons');
    expect(idle(analyzeText(recruiter(harmless, companies)))).toEqual([['automatic', 'hint']]);
  });

  it('that is accepted, open or refused is not without effect', () => {
    for (const facts of [harmless, '    profiling: false\n', '    profiling: true\n'])
      expect(idle(analyzeText(recruiter(facts, claimOf(narrowTask))))).toEqual([]);
  });

  it('of an exception that another class has does nothing to this one', () => {
    const claim = claimOf('eu-ai-act.annex-iii-1-cybersecurity');
    expect(on(actOf(recruiter(harmless, claim)), 'Annex III 4(a)')?.verdict).toBe('yes');
  });
});

describe('an exclusion from a regime', () => {
  const foreignAuthority = 'eu-ai-act.art-2-4';

  it('that works by itself takes the system out: military use only, Art. 2(3)', () => {
    expect(actOf(recruiter('    exclusiveUse: defense\n'))).toMatchObject({
      applies: 'no',
      classes: [],
      duties: [],
    });
  });

  it('that is claimed takes the system out where its condition is true, and that is said: Art. 2(4)', () => {
    const text = recruiter('', claimOf(foreignAuthority)).replace('[provider]', '[deployer]');
    const abroad = text.replace('systems:', 'organization: { seat: CH, publicBody: public-body }\nsystems:');
    const act = actOf(abroad);
    expect(act).toMatchObject({ applies: 'no', classes: [], duties: [] });
    expect(act.reasons.map((because) => because.text.id)).toContain('claim.accepted');
  });

  it('whose claim the facts rule out leaves the regime, and is a finding', () => {
    const conditional: Pack = {
      ...pack,
      regimes: pack.regimes.map((regime) => ({
        ...regime,
        exclusions: regime.exclusions.map((exclusion) =>
          exclusion.id === foreignAuthority
            ? { ...exclusion, condition: { path: 'system.profiling', equals: false } }
            : exclusion,
        ),
      })),
    };
    const [files] = findRoots(['ai-usage.yaml']);
    if (!files) throw new Error('There is no root.');
    const text = recruiter('    profiling: true\n', claimOf(foreignAuthority));
    const texts = new Map([['ai-usage.yaml', text]]);
    const analysis = createAdvisor(conditional).analyze({ files, texts, today, repository: noFiles });
    expect(actIn(analysis).applies).toBe('yes');
    expect(refusals(analysis)).toHaveLength(1);
  });

  const openSource = (more: string) => `version: 1
systems:
  - id: library
    roles: [provider]
    release: { license: open-source, monetized: false }
    markets: [DE]
${more}`;

  it('for open source is blocked by a class that holds: high-risk, Art. 2(12)', () => {
    expect(actOf(openSource('    areas: [employment.recruitment]\n')).applies).toBe('yes');
  });

  it('for open source is blocked by a class that may hold', () => {
    expect(actOf(openSource('')).applies).toBe('yes');
  });

  it('for open source holds where no other class does', () => {
    const plain = `    kind: predictive
    areas: [research]
    content: { interacts: false, generates: [] }
    biometrics: { infers: [] }
    models: []
`;
    expect(actOf(openSource(plain)).applies).toBe('no');
    const sold = openSource(plain).replace('monetized: false', 'monetized: true');
    expect(actOf(sold).classes.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['eu-ai-act.minimal', 'yes'],
    ]);
  });
});
