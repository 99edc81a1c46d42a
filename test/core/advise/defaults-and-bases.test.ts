import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/advise/advisor';
import type { Root } from '../../../src/answer/schema';
import { analyzeFiles } from '../real-catalog';

/** Who speaks where a system says nothing: the defaults of its part, of the root, of the base; and what a base locks. */

const answerOf = (analysis: Analysis): Root => analysis.answer({ questions: false, portfolio: false });

function marketsOf(analysis: Analysis, id: string) {
  const fact = answerOf(analysis).systems.find((system) => system.id === id)?.facts.markets;
  return fact && 'value' in fact
    ? { value: fact.value, from: fact.from, file: fact.places[0]?.file }
    : undefined;
}

const rulesOf = ({ findings }: Analysis) => findings.map(({ rule }) => rule);

describe('defaults', () => {
  const root = 'version: 1\ndefaults: { markets: [US] }\nsystems:\n  - id: above\n';
  const part = 'version: 1\ndefaults: { markets: [DE] }\nsystems:\n  - id: below\n';

  it('of a part go before those of the root, for its own systems alone', () => {
    const analysis = analyzeFiles({ 'ai-usage.yaml': root, 'web/chat.ai-usage.yaml': part });
    expect(marketsOf(analysis, 'below')).toEqual({
      value: ['DE'],
      from: 'defaulted',
      file: 'web/chat.ai-usage.yaml',
    });
    expect(marketsOf(analysis, 'above')).toEqual({
      value: ['US'],
      from: 'defaulted',
      file: 'ai-usage.yaml',
    });
  });

  it('of the root fill what a part leaves out', () => {
    const silent = part.replace('defaults: { markets: [DE] }\n', '');
    const analysis = analyzeFiles({ 'ai-usage.yaml': root, 'web/chat.ai-usage.yaml': silent });
    expect(marketsOf(analysis, 'below')).toMatchObject({ value: ['US'], file: 'ai-usage.yaml' });
  });

  it('give way to what a system says itself, a list as a whole', () => {
    const said = part.replace('  - id: below\n', '  - id: below\n    markets: [SG]\n');
    const analysis = analyzeFiles({ 'ai-usage.yaml': root, 'web/chat.ai-usage.yaml': said });
    expect(marketsOf(analysis, 'below')).toMatchObject({ value: ['SG'], from: 'given' });
  });

  it('that are wrong are told once, however many systems take them', () => {
    const analysis = analyzeFiles({
      'ai-usage.yaml': `version: 1
defaults: { controls: [{ id: bias-testing, status: not-applicable }] }
systems:
  - id: a
  - id: b
`,
    });
    const told = analysis.findings.filter(({ rule }) => rule === 'control/unexplained');
    expect(told.map(({ place }) => place.range.start.line)).toEqual([1]);
  });
});

describe('a part', () => {
  it('holds no organization: that is a finding which says where it belongs, and is not read', () => {
    const analysis = analyzeFiles({
      'ai-usage.yaml': 'version: 1\nsystems: []\n',
      'chat.ai-usage.yaml': 'version: 1\norganization: { seat: DE }\nsystems: []\n',
    });
    const [finding] = analysis.findings;
    expect(finding?.place).toMatchObject({ file: 'chat.ai-usage.yaml', path: 'organization' });
    expect(finding?.message.text).toContain('root');
    expect(finding?.message.text).not.toContain('belongs in `organization`');
    expect(answerOf(analysis).organization).toEqual({});
  });

  it('belongs to the nearest root above it', () => {
    const analysis = analyzeFiles({
      'ai-usage.yaml': 'version: 1\nsystems: []\n',
      'web/ai-usage.yaml': 'version: 1\nsystems: []\n',
      'web/chat.ai-usage.yaml': 'version: 1\nsystems: []\n',
      'app/chat.ai-usage.yaml': 'version: 1\nsystems: []\n',
    });
    expect(answerOf(analysis).parts).toEqual(['app/chat.ai-usage.yaml']);
  });
});

const rootWith = (head: string) => `version: 1
extends: ai-usage-base.yaml
${head}systems:
  - id: ranker
    roles: [deployer]
    areas: [employment.recruitment]
`;

const based = (base: string, head = '') =>
  analyzeFiles({ 'ai-usage.yaml': rootWith(head), 'ai-usage-base.yaml': base });

const sizeOf = (analysis: Analysis) => {
  const fact = answerOf(analysis).organization.size;
  return fact && 'value' in fact ? fact.value : undefined;
};

describe('a base', () => {
  it('speaks where the root says nothing', () => {
    const analysis = based(
      'organization: { size: small }\ndefaults: { markets: [DE] }\npolicy: { failOn: warning, asOf: 2026-03-01 }\n',
    );
    expect(sizeOf(analysis)).toBe('small');
    expect(marketsOf(analysis, 'ranker')).toEqual({
      value: ['DE'],
      from: 'defaulted',
      file: 'ai-usage-base.yaml',
    });
    expect(analysis.failOn).toBe('warning');
    expect(analysis.asOf).toBe('2026-03-01');
  });

  it('gives way to what the root says, field by field', () => {
    const analysis = based(
      'organization: { size: small, seat: DE }\ndefaults: { markets: [DE] }\n',
      'organization: { size: large }\ndefaults: { markets: [SG] }\n',
    );
    expect(sizeOf(analysis)).toBe('large');
    expect(answerOf(analysis).organization.seat).toMatchObject({ value: 'DE' });
    expect(marketsOf(analysis, 'ranker')).toMatchObject({ value: ['SG'], file: 'ai-usage.yaml' });
    expect(rulesOf(analysis)).not.toContain('manifest/locked');
  });

  it('speaks of ignores where the root has none', () => {
    const analysis = based(
      'defaults: { markets: [DE] }\nignore: [{ rule: system/gaps, reason: one list for all }]\n',
    );
    const gaps = analysis.findings.filter(({ rule }) => rule === 'system/gaps');
    expect(gaps.map(({ ignored }) => ignored?.reason)).toEqual(['one list for all']);
  });
});

describe('a lock', () => {
  it('keeps what the base says, and to say otherwise is a finding where it stands', () => {
    const analysis = based(
      'organization: { size: small }\nlocked: [organization.size]\n',
      'organization: { size: large, seat: DE }\n',
    );
    expect(sizeOf(analysis)).toBe('small');
    expect(answerOf(analysis).organization.seat).toMatchObject({ value: 'DE' });
    const found = analysis.findings.filter(({ rule }) => rule === 'manifest/locked');
    expect(found.map(({ place }) => [place.file, place.path])).toEqual([
      ['ai-usage.yaml', 'organization.size'],
    ]);
  });

  it('of an object locks all below it: a severity cannot be turned off', () => {
    const analysis = based(
      'defaults: { markets: [DE] }\npolicy: { severities: { system/gaps: error } }\nlocked: [policy.severities]\n',
      'policy: { severities: { system/gaps: off } }\n',
    );
    const gaps = analysis.findings.filter(({ rule }) => rule === 'system/gaps');
    expect(gaps.map(({ severity }) => severity)).toEqual(['error']);
    expect(rulesOf(analysis)).toContain('manifest/locked');
  });

  it('of the bar keeps the bar, and of the day keeps the day', () => {
    const analysis = based(
      'policy: { failOn: warning, asOf: 2026-03-01 }\nlocked: [policy.failOn, policy.asOf]\n',
      'policy: { failOn: never, asOf: 2026-06-01 }\n',
    );
    expect([analysis.failOn, analysis.asOf]).toEqual(['warning', '2026-03-01']);
  });

  it('of a default goes before what a system says, and that is a finding', () => {
    const analysis = analyzeFiles({
      'ai-usage.yaml': `${rootWith('')}    markets: [SG]\n`,
      'ai-usage-base.yaml': 'defaults: { markets: [DE] }\nlocked: [defaults.markets]\n',
    });
    expect(marketsOf(analysis, 'ranker')).toMatchObject({ value: ['DE'] });
    expect(rulesOf(analysis)).toContain('manifest/locked');
  });

  it('breaks nothing where the root does not say otherwise', () => {
    const analysis = based('organization: { size: small }\nlocked: [organization.size]\n');
    expect(sizeOf(analysis)).toBe('small');
    expect(rulesOf(analysis)).not.toContain('manifest/locked');
  });
});

describe('extends', () => {
  const extending = (extended: string) => `version: 1\nextends: ${extended}\nsystems: []\n`;
  const base = 'organization: { size: small }\n';

  const problemOf = (analysis: Analysis) =>
    analysis.findings
      .filter(({ rule }) => rule === 'manifest/files')
      .map(({ message, place }) => [message.id, place.path]);

  it('may name a base in another folder of the workspace', () => {
    const analysis = analyzeFiles({
      'app/ai-usage.yaml': extending('../org/ai-usage-base.yaml'),
      'org/ai-usage-base.yaml': base,
    });
    expect(sizeOf(analysis)).toBe('small');
    expect(problemOf(analysis)).toEqual([]);
  });

  const refused: Readonly<Record<string, string>> = {
    'a file outside the workspace': '../ai-usage-base.yaml',
    'a file outside that comes back in': '../repository/ai-usage-base.yaml',
    'a path from the top of the machine': '/ai-usage-base.yaml',
    'a file of another name': 'org/settings.yaml',
  };
  for (const [what, extended] of Object.entries(refused)) {
    it(`may not name ${what}: a finding, and nothing is taken from it`, () => {
      const analysis = analyzeFiles({
        'ai-usage.yaml': extending(extended),
        'ai-usage-base.yaml': base,
        'org/settings.yaml': base,
      });
      expect(sizeOf(analysis)).toBeUndefined();
      expect(problemOf(analysis)).toEqual([['outside', 'extends']]);
    });
  }

  it('that names no file is a finding', () => {
    const analysis = analyzeFiles({ 'ai-usage.yaml': extending('org/ai-usage-base.yaml') });
    expect(problemOf(analysis)).toEqual([['missing', 'extends']]);
  });
});
