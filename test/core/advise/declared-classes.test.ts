import { describe, expect, it } from 'vitest';
import { analyzeText } from '../real-catalog';

/** What somebody says a class is, beside what follows from the facts. The facts decide; the words are only quoted. */

function declared(declares: string, facts: string, role = 'deployer') {
  const analysis = analyzeText(`version: 1
systems:
  - id: s
    roles: [${role}]
    markets: [DE]
${facts}    declares: ${declares}
`);
  const [system] = analysis.answer({ questions: false, portfolio: false }).systems;
  const findings = analysis.findings.filter(({ rule }) => rule === 'class/declared-otherwise');
  return { declared: system?.declared ?? [], findings, finding: findings[0], classes: system?.regimes };
}

const recruiting = '    areas: [employment.recruitment]\n    biometrics: { infers: [] }\n    models: []\n';
const plain = `    areas: [research]
    kind: predictive
    content: { interacts: false, generates: [], likeness: false }
    biometrics: { infers: [] }
    models: []
    tools: []
`;

describe('a declared class that follows from the facts', () => {
  it('agrees, and is no finding', () => {
    const { declared: rows, findings } = declared('[{ class: eu-ai-act.high-risk }]', recruiting);
    expect(rows).toMatchObject([
      { regime: 'eu-ai-act', class: 'eu-ai-act.high-risk', agrees: 'yes', said: null },
    ]);
    expect(findings).toEqual([]);
  });

  it('agrees also where a milder class holds beside it that nobody names', () => {
    const both = `${recruiting}    content: { interacts: true }\n`;
    const { declared: rows, findings } = declared('[{ class: eu-ai-act.high-risk }]', both, 'provider');
    expect(rows.map(({ agrees }) => agrees)).toEqual(['yes']);
    expect(findings).toEqual([]);
  });
});

describe('a class that is declared milder than derived', () => {
  it('is a warning with both reasons: Annex III 4(a) is high-risk, whatever is declared', () => {
    const {
      declared: rows,
      finding,
      classes,
    } = declared('[{ regime: eu-ai-act, class: eu-ai-act.minimal, reason: It only sorts. }]', recruiting);
    expect(rows).toMatchObject([
      { agrees: 'no', differs: 'milder', derived: ['eu-ai-act.high-risk'], said: 'It only sorts.' },
    ]);
    expect(finding?.severity).toBe('warning');
    expect(finding?.place.path).toBe('systems.s.declares[0].class');
    expect(finding?.message.text).toContain('“It only sorts.”');
    expect(finding?.message.text).toContain('Annex III 4(a)');
    expect(finding?.message.text).toContain('`areas` is employment.recruitment');
    expect(finding?.related.map(({ place }) => place.path)).toEqual([
      'systems.s.declares[0].reason',
      'systems.s.areas[0]',
    ]);
    const act = classes?.find(({ id }) => id === 'eu-ai-act');
    expect(act?.classes.find(({ basis }) => basis === 'Annex III 4(a)')?.verdict).toBe('yes');
  });

  it('is one where it holds too, and a graver one that nobody declares holds beside it', () => {
    const both = `${recruiting}    content: { interacts: true, generates: [text] }\n`;
    const alone = declared('[{ class: eu-ai-act.transparency }]', both, 'provider');
    expect(alone.declared).toMatchObject([{ agrees: 'no', differs: 'milder' }]);
    const named = declared(
      '[{ class: eu-ai-act.transparency }, { class: eu-ai-act.high-risk }]',
      both,
      'provider',
    );
    expect(named.findings).toEqual([]);
  });

  it('is never believed for its reason, however long it is', () => {
    const reason = `certified ${'by everybody '.repeat(40)}`;
    const { finding } = declared(`[{ class: eu-ai-act.minimal, reason: "${reason}" }]`, recruiting);
    expect(finding?.message.text).toContain('“certified by everybody');
    expect((finding?.message.text ?? '').length).toBeLessThan(400);
  });
});

describe('a class that is declared graver than derived', () => {
  it('is caution: information, and nothing follows from it', () => {
    const { declared: rows, finding, classes } = declared('[{ class: eu-ai-act.high-risk }]', plain);
    expect(rows).toMatchObject([{ agrees: 'no', differs: 'graver', derived: ['eu-ai-act.minimal'] }]);
    expect(finding?.severity).toBe('information');
    expect(classes?.find(({ id }) => id === 'eu-ai-act')?.classes.map(({ id }) => id)).toEqual([
      'eu-ai-act.minimal',
    ]);
  });

  it('is so too where the law does not apply at all', () => {
    const { declared: rows } = declared(
      '[{ class: eu-ai-act.high-risk }]',
      `${plain}    exclusiveUse: defense\n`,
    );
    expect(rows).toMatchObject([{ agrees: 'no', differs: 'graver', derived: [] }]);
  });
});

describe('a declared class that is still open', () => {
  it('is information at most, and says what keeps it open', () => {
    const { declared: rows, finding } = declared('[{ class: eu-ai-act.minimal, reason: small }]', '');
    expect(rows).toMatchObject([{ agrees: 'unknown', derived: [] }]);
    expect(finding?.severity).toBe('information');
    expect(finding?.message.text).toContain('is not said');
  });

  it('contradicts nothing where it holds and only a graver one is open', () => {
    const { declared: rows, findings } = declared(
      '[{ class: eu-ai-act.high-risk }]',
      '    areas: [employment.recruitment, unknown]\n',
    );
    expect(rows.map(({ agrees }) => agrees)).toEqual(['yes']);
    expect(findings).toEqual([]);
  });
});

describe('a declaration that cannot be compared', () => {
  it('with a class that the catalog does not have is left to the rule about ids, which names the whole one', () => {
    const analysis = analyzeText('version: 1\nsystems: [{ id: s, declares: [{ class: covered-admt }] }]\n');
    const found = analysis.findings.filter(({ rule }) => rule === 'catalog/unknown-id');
    expect(found[0]?.message.params).toMatchObject({ nearest: 'us-co-sb26-189.covered-admt' });
    expect(analysis.answer({ questions: false, portfolio: false }).systems[0]?.declared).toEqual([]);
  });

  it('with a regime that the class is not of says so', () => {
    const { findings } = declared('[{ regime: us-co-sb26-189, class: eu-ai-act.high-risk }]', recruiting);
    expect(findings.map(({ message, place }) => [message.id, place.path])).toEqual([
      ['foreign', 'systems.s.declares[0].regime'],
    ]);
  });

  it('under a text that did not exist then says only that', () => {
    const analysis = analyzeText(
      'version: 1\nsystems: [{ id: s, markets: [DE], declares: [{ class: eu-ai-act.minimal }] }]\n',
      { asOf: '2020-01-01' },
    );
    const [system] = analysis.answer({ questions: false, portfolio: false }).systems;
    expect(system?.declared).toMatchObject([
      { agrees: 'unknown', reasons: [{ text: { id: 'declared.no-text' } }] },
    ]);
    expect(analysis.findings).toEqual([]);
  });
});
