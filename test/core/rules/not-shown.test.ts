import { describe, expect, it } from 'vitest';
import { fileFacts } from '../../../src/host/file-facts';
import { edited } from '../edited';
import { analyzeFiles } from '../real-catalog';

/** A control that is said to be done: what it lacks is one finding, as grave as its gravest lack. */

const asOf = '2026-11-24';
const files = ['docs/empty.md', 'docs/review.md', 'web/docs/page.md', 'secret.md'].sort();
const asked: string[] = [];
const known = fileFacts(files, (path) => path === 'docs/empty.md');
const repository = {
  match(glob: string, folder?: string) {
    asked.push(glob);
    return known.match(glob, folder);
  },
};

const whole = 'owner: jane@example.com, reviewBy: 2027-05-01, evidence: [docs/review.md]';

function analyzed(fields: string, { path = 'ai-usage.yaml', more = '' } = {}) {
  const text = `version: 1
systems:
  - id: ranker
${more}    controls:
      - { id: human-review, status: done${fields === '' ? '' : `, ${fields}`} }
`;
  const analysis = analyzeFiles({ [path]: text }, { asOf, repository });
  const findings = analysis.findings.filter(({ rule }) => rule === 'control/not-shown');
  return { text, analysis, findings, finding: findings[0] };
}

describe('a control that is done and shown', () => {
  it('is no finding', () => {
    expect(analyzed(whole).findings).toEqual([]);
  });

  it('stays so where a URL stands beside a file that is there', () => {
    const evidence = whole.replace('[docs/review.md]', '[docs/review.md, "https://example.com/review"]');
    expect(analyzed(evidence).findings).toEqual([]);
  });
});

describe('a control that is done and lacks something', () => {
  const without = (from: string, to: string) => whole.replace(from, to);
  it.each([
    ['an owner', without('owner: jane@example.com, ', ''), 'information', 'no `owner`'],
    ['a review day', without('reviewBy: 2027-05-01, ', ''), 'information', 'no `reviewBy`'],
    ['evidence', without(', evidence: [docs/review.md]', ''), 'information', 'no `evidence`'],
    ['a review to come', without('2027-05-01', '2026-11-24'), 'warning', 'its review was due on 2026-11-24'],
    [
      'a file that is there',
      without('docs/review.md', 'docs/lost.md'),
      'warning',
      '`docs/lost.md` does not exist',
    ],
    [
      'a file that holds something',
      without('docs/review.md', 'docs/empty.md'),
      'warning',
      '`docs/empty.md` is empty',
    ],
    [
      'a file, for it names a URL',
      without('docs/review.md', '"https://example.com"'),
      'hint',
      'a URL cannot be checked',
    ],
  ])('such as %s says so', (_what, fields, severity, words) => {
    const { finding, findings } = analyzed(fields);
    expect(findings).toHaveLength(1);
    expect(finding?.severity).toBe(severity);
    expect(finding?.message.text).toContain(words);
    expect(finding?.place.path).toBe('systems.ranker.controls.human-review');
  });

  it('says everything at once, and points at each thing that is not so', () => {
    const { findings, text } = analyzed('evidence: [docs/lost.md, docs/empty.md], reviewBy: 2026-01-01');
    expect(findings).toHaveLength(1);
    const line = text.split('\n')[4] ?? '';
    const pointed = findings[0]?.related.map(({ place: { range } }) =>
      line.slice(range.start.character, range.end.character),
    );
    expect(pointed).toEqual(['2026-01-01', 'docs/lost.md', 'docs/empty.md']);
    expect(findings[0]?.message.params['lacks']).toHaveLength(4);
  });

  it('is no finding while it is not said to be done', () => {
    const text = `version: 1
systems:
  - id: ranker
    controls: [{ id: human-review, status: in-progress, evidence: [docs/lost.md] }]
`;
    const { findings } = analyzeFiles({ 'ai-usage.yaml': text }, { asOf, repository });
    expect(findings.map(({ rule }) => rule)).not.toContain('control/not-shown');
  });

  it('is no finding while it is waived', () => {
    const waiver =
      '    waivers: [{ control: human-review, reason: audit, approvedBy: cto, expires: 2027-01-01 }]\n';
    expect(analyzed('', { more: waiver }).findings).toEqual([]);
  });
});

describe('evidence', () => {
  it.each([
    '../secret.md',
    'docs/../../secret.md',
    '/etc/passwd',
    'C:/secret.md',
    'docs\\secret.md',
    '**/../../x',
  ])('outside the workspace, such as %s, is a finding and is not looked at', (path) => {
    asked.length = 0;
    const { finding } = analyzed(whole.replace('docs/review.md', `'${path}'`));
    expect(finding?.severity).toBe('warning');
    expect(finding?.message.text).toContain('leads out of the workspace');
    expect(asked).toEqual([]);
  });

  it('may lie in another folder of the workspace than the manifest', () => {
    const fields = whole.replace('docs/review.md', '../docs/review.md');
    expect(analyzed(fields, { path: 'web/ai-usage.yaml' }).findings).toEqual([]);
    const out = whole.replace('docs/review.md', '../../docs/review.md');
    expect(analyzed(out, { path: 'web/ai-usage.yaml' }).finding?.message.text).toContain(
      'out of the workspace',
    );
  });
});

describe('a proposal', () => {
  it('adds the owner of the system, and then nothing lacks', () => {
    const fields = whole.replace('owner: jane@example.com, ', '');
    const { text, analysis, finding } = analyzed(fields, { more: '    owner: team@example.com # us\n' });
    if (!finding) throw new Error('There is no finding.');
    expect(finding.fixes).toEqual([{ id: 'add-owner', title: 'Add owner: team@example.com', safe: false }]);
    const fixed = edited(text, analysis.fix(finding, 'add-owner') ?? []);
    expect(fixed).toContain('owner: team@example.com }');
    expect(fixed).toContain('# us');
    const { findings } = analyzeFiles({ 'ai-usage.yaml': fixed }, { asOf, repository });
    expect(findings.map(({ rule }) => rule)).not.toContain('control/not-shown');
  });

  it('adds a review in a year', () => {
    const { text, analysis, finding } = analyzed(whole.replace('reviewBy: 2027-05-01, ', ''));
    if (!finding) throw new Error('There is no finding.');
    const fixed = edited(text, analysis.fix(finding, 'add-reviewBy') ?? []);
    const { findings } = analyzeFiles({ 'ai-usage.yaml': fixed }, { asOf, repository });
    expect(fixed).toContain('reviewBy: 2027-11-24');
    expect(findings).toEqual([]);
  });
});
