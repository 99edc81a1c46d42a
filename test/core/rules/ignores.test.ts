import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/answer/schema';
import { edited } from '../edited';
import { analyzeFiles, analyzeText } from '../real-catalog';

/** Ignores are looked at when all else is known: one that lapsed, and one that covers nothing, are findings. */

const agent = (approval: string, ignore = '') => `  - id: clerk
    tools: [{ name: pay-out, access: pay, approval: ${approval}, reversible: false }]
${ignore}`;
const rule = 'agent/irreversible-without-approval';
const manifest = (head: string, systems: string) => `version: 1\n${head}systems:\n${systems}`;

const about = (findings: readonly Finding[]) => findings.filter((one) => one.rule.startsWith('ignore/'));
const said = (text: string) => about(analyzeText(text).findings);
const ids = (findings: readonly Finding[]) => findings.map((one) => `${one.rule} ${one.message.id}`);

describe('an ignore that has lapsed', () => {
  const lapsed = (until: string, approval = 'none') =>
    manifest(
      `ignore: [{ rule: ${rule}, path: systems.clerk.tools, reason: a test box, until: ${until} }]\n`,
      agent(approval),
    );

  it('is a finding that names rule, path and day, and what it hid shows again beside it', () => {
    const { findings } = analyzeText(lapsed('2026-11-24'));
    const [finding] = about(findings);
    expect(finding).toMatchObject({ rule: 'ignore/expired', severity: 'warning' });
    for (const word of [rule, 'systems.clerk.tools', '2026-11-24'])
      expect(finding?.message.text).toContain(word);
    expect(finding?.related.map(({ place }) => place.path)).toEqual(['systems.clerk.tools.pay-out.approval']);
    expect(findings.filter((one) => one.rule === rule).map(({ ignored }) => ignored)).toEqual([undefined]);
  });

  it('is none on the day before', () => {
    expect(said(lapsed('2026-11-25'))).toEqual([]);
  });

  it('and has nothing left to cover is one finding, not two, and can safely go', () => {
    const findings = said(lapsed('2026-11-01', 'each'));
    expect(ids(findings)).toEqual(['ignore/expired idle']);
    expect(findings[0]?.fixes).toMatchObject([{ safe: true }]);
  });

  it('in a system is a finding in the system', () => {
    const own = `    ignore: [{ rule: ${rule}, reason: a test box, until: 2026-01-01 }]\n`;
    expect(said(manifest('', agent('none', own))).map(({ place }) => place.path)).toEqual([
      'systems.clerk.ignore[0].until',
    ]);
  });
});

describe('an ignore that covers nothing', () => {
  const ignore = (fields: string) => `ignore: [{ ${fields}, reason: known }]\n`;

  it('is information with a safe fix that removes it', () => {
    const text = manifest(`# us\n${ignore(`rule: ${rule}`)}`, agent('each'));
    const analysis = analyzeText(text);
    const [finding] = about(analysis.findings);
    expect(finding).toMatchObject({
      rule: 'ignore/unused',
      severity: 'information',
      message: { id: 'nothing' },
    });
    expect(finding?.fixes).toEqual([{ id: 'remove', title: 'Remove this ignore', safe: true }]);
    const fixed = edited(text, (finding && analysis.fix(finding, 'remove')) ?? []);
    expect(fixed).toBe(manifest('# us\n', agent('each')));
  });

  it('is none while it covers something, in the root or in the system', () => {
    expect(said(manifest(ignore(`rule: ${rule}`), agent('none')))).toEqual([]);
    expect(said(manifest('', agent('none', `    ignore: [{ rule: ${rule}, reason: known }]\n`)))).toEqual([]);
  });

  it('because its path is misspelt names the nearest place', () => {
    const text = manifest(ignore(`rule: ${rule}, path: systems.clark.tools`), agent('none'));
    const analysis = analyzeText(text);
    const [finding] = about(analysis.findings);
    expect(finding?.message).toMatchObject({ id: 'nearest', params: { nearest: 'systems.clerk.tools' } });
    expect(finding?.place.path).toBe('ignore[0].path');
    const fixed = edited(text, (finding && analysis.fix(finding, 'nearest')) ?? []);
    expect(said(fixed)).toEqual([]);
    expect(analyzeText(fixed).findings.filter((one) => one.rule === rule)[0]?.ignored).toBeDefined();
  });

  it('because its path begins at the system names the whole path', () => {
    const own = `    ignore: [{ rule: ${rule}, path: tools.pay-out, reason: known }]\n`;
    expect(said(manifest('', agent('none', own)))[0]?.message.params).toMatchObject({
      nearest: 'systems.clerk.tools.pay-out',
    });
  });

  it('because it is about another system says where it counts', () => {
    const own = `    ignore: [{ rule: ${rule}, path: systems.other, reason: known }]\n  - id: other\n`;
    expect(ids(said(manifest('', agent('each', own))))).toEqual(['ignore/unused elsewhere']);
  });

  it('because its rule is off says so', () => {
    const head = `policy: { severities: { ${rule}: off } }\n${ignore(`rule: ${rule}`)}`;
    expect(ids(said(manifest(head, agent('none'))))).toEqual(['ignore/unused off']);
  });

  it('of a rule that does not exist, or without a reason, is another rule’s business', () => {
    expect(said(manifest('ignore: [{ rule: agent/nothing, reason: known }]\n', agent('none')))).toEqual([]);
    expect(said(manifest(`ignore: [{ rule: ${rule} }]\n`, agent('each')))).toEqual([]);
  });

  it('and whose path cannot be read covers nothing', () => {
    const { findings } = analyzeText(manifest(ignore(`rule: ${rule}, path: 7`), agent('none')));
    expect(findings.filter((one) => one.rule === rule).map(({ ignored }) => ignored)).toEqual([undefined]);
    expect(about(findings)).toEqual([]);
  });
});

describe('several ignores', () => {
  const list = (first: string, second: string) => `ignore:
  - { rule: ${first}, reason: one } # first
  - { rule: ${second}, reason: two } # second
`;

  it('lose the one that is of no use, and keep the other with the comments', () => {
    const text = manifest(list('system/prohibited', rule), agent('none'));
    const analysis = analyzeText(text);
    const [finding] = about(analysis.findings);
    const fixed = edited(text, (finding && analysis.fix(finding, 'remove')) ?? []);
    expect(fixed).toContain(`  - { rule: ${rule}, reason: two } # second`);
    expect(fixed).toContain('# first');
    expect(fixed).not.toContain('system/prohibited');
    expect(about(analyzeText(fixed).findings)).toEqual([]);
  });

  it('of which none is of use go together, so that no empty key is left', () => {
    const text = manifest(list('system/prohibited', rule), agent('each'));
    const analysis = analyzeText(text);
    const [first, second] = about(analysis.findings);
    if (!first || !second) throw new Error('There should be two findings.');
    expect(analysis.fix(first, 'remove')).toEqual(analysis.fix(second, 'remove'));
    const fixed = edited(text, analysis.fix(first, 'remove') ?? []);
    expect(fixed).not.toContain('ignore:');
    expect(analyzeText(fixed).findings.map((one) => one.rule)).toEqual(['system/gaps']);
  });
});

describe('an ignore in defaults', () => {
  const defaults = `defaults: { ignore: [{ rule: ${rule}, reason: known }] }\n`;

  it('is of use as soon as it is to one system', () => {
    expect(said(manifest(defaults, `${agent('none')}  - id: other\n`))).toEqual([]);
  });

  it('that is of use to no system is said once', () => {
    const findings = said(manifest(defaults, `${agent('each')}  - id: other\n`));
    expect(findings.map(({ place }) => place.path)).toEqual(['defaults.ignore[0]']);
  });

  it('of a part is removed from the part', () => {
    const part = manifest(defaults, agent('each'));
    const files = { 'ai-usage.yaml': 'version: 1\nsystems: []\n', 'pay.ai-usage.yaml': part };
    const analysis = analyzeFiles(files);
    const [finding] = about(analysis.findings);
    const edits = (finding && analysis.fix(finding, 'remove')) ?? [];
    expect(edits.map(({ file }) => file)).toEqual(['pay.ai-usage.yaml']);
    expect(edited(part, edits)).toBe(manifest('defaults: {}\n', agent('each')).replace('{}', '{  }'));
  });
});

describe('an ignore in a base', () => {
  const root = `version: 1\nextends: ai-usage-base.yaml\nsystems:\n${agent('each')}`;

  it('that covers nothing here is no finding: other manifests may need it', () => {
    const base = `ignore: [{ rule: ${rule}, reason: known }]\n`;
    expect(about(analyzeFiles({ 'ai-usage.yaml': root, 'ai-usage-base.yaml': base }).findings)).toEqual([]);
  });

  it('that has lapsed is a finding in the base', () => {
    const base = `ignore: [{ rule: ${rule}, reason: known, until: 2026-01-01 }]\n`;
    const findings = about(analyzeFiles({ 'ai-usage.yaml': root, 'ai-usage-base.yaml': base }).findings);
    expect(findings.map(({ place }) => place.file)).toEqual(['ai-usage-base.yaml']);
  });

  it('does not step in where the last ignore of the root goes', () => {
    const text = root.replace('systems:', 'ignore: [{ rule: system/prohibited, reason: known }]\nsystems:');
    const base = `ignore: [{ rule: ${rule}, reason: known }]\n`;
    const analysis = analyzeFiles({ 'ai-usage.yaml': text, 'ai-usage-base.yaml': base });
    const [finding] = about(analysis.findings);
    expect(edited(text, (finding && analysis.fix(finding, 'remove')) ?? [])).toContain('ignore: []');
  });
});

describe('an ignore of a finding about ignores', () => {
  it('covers it', () => {
    const head = `ignore:
  - { rule: system/prohibited, reason: one }
  - { rule: ignore/unused, path: 'ignore[0]', reason: two }
`;
    const findings = said(manifest(head, agent('each')));
    expect(findings.map(({ place, ignored }) => [place.path, ignored?.reason])).toEqual([
      ['ignore[0]', 'two'],
    ]);
  });

  it('that covers none is itself said, and cannot ignore itself', () => {
    const findings = said(manifest('ignore: [{ rule: ignore/unused, reason: all }]\n', agent('each')));
    expect(findings.map((one) => [one.rule, one.ignored])).toEqual([['ignore/unused', undefined]]);
  });
});

describe('whether an ignore is of use', () => {
  it('is seen anew when another system changes, although its own is not assessed again', () => {
    const text = (approval: string) =>
      manifest(`ignore: [{ rule: ${rule}, reason: known }]\n`, `  - id: still\n${agent(approval)}`);
    const before = analyzeText(text('none'));
    expect(about(before.findings)).toEqual([]);
    const after = analyzeText(text('each'), { previous: before });
    expect(ids(about(after.findings))).toEqual(['ignore/unused nothing']);
    expect(after.findings).toEqual(analyzeText(text('each')).findings);
  });
});
