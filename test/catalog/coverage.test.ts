import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/advise/coverage';
import { createAdvisor } from '../../src/advise/create';
import { type CoverageItem, coverageSchema, type FrameworkCoverage } from '../../src/answer/coverage';
import { fileFacts } from '../../src/host/file-facts';
import { findRoots } from '../../src/manifest/roots';
import { renderCoverageMarkdown } from '../../src/render/markdown/coverage';
import { renderCoverage } from '../../src/render/text/coverage';
import { changed, type Files } from './small-catalog';
import { packOf, payer } from './small-packs';

/** What of a published list a manifest touches, meets and misses, on lists of our own. */

const list = (title: string, version: string, lists: string, items: string) => `---
title: ${title}
shortTitle: ${title}, ${version}
version: '${version}'
publisher: The league
lists: ${lists}
items:
${items}
sources: [{ title: The list, read: 2026-11-23, kind: primary }]
confidence: high
---
`;

const lists: Files = {
  'frameworks/moon-top-2025.md': list('Moon Top', '2025', 'risks', '  - { id: M9, title: Haste }'),
  'frameworks/moon-top-2026.md': list(
    'Moon Top',
    '2026',
    'risks',
    `  - { id: M1, title: Haste, was: M9 }
  - { id: M2, title: Sloth }
  - { id: M3, title: All of it }
  - { id: M3.1, title: A part, parent: M3 }`,
  ),
  'frameworks/moon-rules.md': list(
    'Moon rules',
    '1',
    'clauses',
    `  - { id: R1, title: A gate }
  - { id: R2, title: Care }
  - { id: R3, title: Silence }`,
  ),
};

const files: Files = {
  ...lists,
  ...changed(
    'risks/rash-action.md',
    'confidence: medium',
    'crosswalk: { moon-top-2026: [M1, M3.1], moon-rules: [R1, R2] }\nconfidence: medium',
  ),
};
const withGate = changed('controls/gate.md', 'effort: 2', 'effort: 2\ncrosswalk: { moon-rules: [R1] }');
const pack = packOf({ ...files, 'controls/gate.md': withGate['controls/gate.md'] ?? '' });

const shown =
  '{ id: gate, status: done, owner: a@example.com, reviewBy: 2099-01-01, evidence: [docs/gate.md] }';
const declaring = (control: string) => `${payer}    controls:\n      - ${control}\n`;

function coverage(framework: string, manifest: string): FrameworkCoverage {
  const [root] = findRoots(['ai-usage.yaml']);
  const entry = pack.frameworks.find(({ id }) => id === framework);
  if (!root || !entry) throw new Error('There is no manifest, or no such list.');
  const repository = fileFacts(['docs/gate.md'], () => false);
  const texts = new Map([['ai-usage.yaml', manifest]]);
  const analysis = createAdvisor(pack).analyze({ files: root, texts, today: '2026-11-24', repository });
  return coverageOf(pack, analysis.answer({ questions: false, portfolio: false }), entry);
}

function item(framework: string, id: string, manifest: string): CoverageItem {
  const found = coverage(framework, manifest).items?.find((one) => one.id === id);
  if (!found) throw new Error(`${framework} has no ${id}.`);
  return found;
}

const haste = (manifest: string) => item('moon-top-2026', 'M1', manifest).state;

describe('an item of a list of risks', () => {
  it('is open while a risk behind it holds and its main control is not in place', () => {
    const { state, grounds } = item('moon-top-2026', 'M1', payer);
    expect(state).toBe('open');
    expect(grounds).toMatchObject([
      {
        kind: 'risk',
        id: 'rash-action',
        system: 'payer',
        holds: 'yes',
        severity: 4,
        controls: [{ id: 'gate', state: 'missing' }],
      },
    ]);
  });

  it('is met once that control is shown', () => {
    expect(haste(declaring(shown))).toBe('met');
  });

  it.each([
    [
      'declared',
      'without evidence',
      '{ id: gate, status: done, owner: a@example.com, reviewBy: 2099-01-01 }',
    ],
    ['partial', 'in progress', '{ id: gate, status: in-progress }'],
    ['not-applicable', 'said not to apply', '{ id: gate, status: not-applicable, note: no payments }'],
  ])('is not met by a control that is %s: %s', (state, _how, control) => {
    const found = item('moon-top-2026', 'M1', declaring(control));
    expect(found.grounds[0]?.controls).toMatchObject([{ id: 'gate', state }]);
    expect(found.state).toBe('open');
  });

  it('is not met by a waiver', () => {
    const waiver = '{ control: gate, reason: later, approvedBy: b@example.com, expires: 2027-01-01 }';
    const found = item('moon-top-2026', 'M1', `${payer}    waivers:\n      - ${waiver}\n`);
    expect(found.grounds[0]?.controls).toMatchObject([{ state: 'waived' }]);
    expect(found.state).toBe('open');
  });

  it('may be open where the manifest does not say whether the risk holds', () => {
    expect(haste(payer.replace('    markets: [DE]\n', ''))).toBe('may-be-open');
  });

  it('is not touched where the risk does not hold', () => {
    expect(haste(payer.replace('kind: agent', 'kind: predictive'))).toBe('not-touched');
  });

  it('is not in the catalog where no entry points to it, whatever the manifest says', () => {
    expect(item('moon-top-2026', 'M2', payer).state).toBe('not-in-catalog');
  });

  it('is read with the items below it', () => {
    expect(item('moon-top-2026', 'M3', payer)).toMatchObject({
      state: 'open',
      grounds: [{ id: 'rash-action' }],
    });
  });

  it('is as open as in the system where it is the most open', () => {
    const second = payer.slice(payer.indexOf('  - id: payer')).replace('id: payer', 'id: other');
    const { state, grounds } = item('moon-top-2026', 'M1', declaring(shown) + second);
    expect(grounds.map(({ system, met }) => [system, met])).toEqual([
      ['other', false],
      ['payer', true],
    ]);
    expect(state).toBe('open');
  });

  it('has its year, and its number in the edition before', () => {
    expect(item('moon-top-2026', 'M1', payer)).toMatchObject({
      reference: 'Moon Top, 2026: M1',
      was: 'Moon Top, 2025: M9',
    });
  });
});

describe('an item of a list of clauses', () => {
  it('is open while a control behind it is asked and not shown', () => {
    expect(item('moon-rules', 'R1', payer)).toMatchObject({
      state: 'open',
      grounds: [{ kind: 'control', id: 'gate', holds: 'yes', met: false }],
    });
  });

  it('is met once the control is shown', () => {
    expect(item('moon-rules', 'R1', declaring(shown)).state).toBe('met');
  });

  it('may be open where it is not known whether the control is asked', () => {
    // Neither the law nor the risk is sure without a market.
    expect(item('moon-rules', 'R1', payer.replace('    markets: [DE]\n', '')).state).toBe('may-be-open');
  });

  it('is not touched where nobody asks for the control', () => {
    const elsewhere = payer.replace('markets: [DE]', 'markets: [SG]');
    expect(item('moon-rules', 'R1', elsewhere).state).toBe('not-touched');
  });

  it('is read by its risks where no control points to it', () => {
    expect(item('moon-rules', 'R2', payer)).toMatchObject({ state: 'open', grounds: [{ kind: 'risk' }] });
    expect(item('moon-rules', 'R2', declaring(shown)).state).toBe('met');
    expect(item('moon-rules', 'R3', payer).state).toBe('not-in-catalog');
  });
});

describe('a whole list', () => {
  const found = coverage('moon-top-2026', payer);
  const whole = {
    schemaVersion: 1 as const,
    crosswalk: 'editorial' as const,
    roots: [
      {
        path: 'ai-usage.yaml',
        asOf: '2026-11-24',
        knownUntil: '2026-11-23',
        systems: ['payer'],
        frameworks: [found],
      },
    ],
  };

  it('counts each item once', () => {
    expect(found.counts).toEqual({
      open: 3,
      'may-be-open': 0,
      met: 0,
      'not-touched': 0,
      'not-in-catalog': 1,
    });
  });

  it('fits its schema', () => {
    expect(coverageSchema.safeParse(whole).error?.issues ?? []).toEqual([]);
  });

  it('is told with years, states, what is missing, and that it is no certification', () => {
    const text = renderCoverage(whole, { width: 200, color: (_role, words) => words });
    expect(text).toContain('Moon Top, 2026: M1 Haste (was Moon Top, 2025: M9)');
    expect(text).toContain('rash action holds, severity 4; missing: gate (payer)');
    expect(text).toContain('3 open, 1 not in the catalog of 4 risks.');
    expect(text).toContain('no certification');
    expect(text.split('rash action holds').length - 1).toBe(2);
  });

  it('is a table in Markdown', () => {
    const text = renderCoverageMarkdown(whole);
    expect(text).toContain('| Item | State | Behind it |');
    expect(text).toMatch(/\| Moon Top, 2026: M2 Sloth \| not in the catalog \| {3}\|/);
    expect(text).toContain('no certification');
  });
});
