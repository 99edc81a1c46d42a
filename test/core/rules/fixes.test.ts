import { describe, expect, it } from 'vitest';
import { edited } from '../edited';
import { analyzeText } from '../real-catalog';

/** Every fix, on a manifest with comments around what is fixed: it removes its finding, adds none, keeps the comments. */

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly text: string;
  /** The line that must stand there afterwards. */
  readonly after: string;
}

const cases: readonly Case[] = [
  {
    name: 'a near value is changed to what was meant',
    rule: 'manifest/wrong-value',
    text: 'version: 1\nsystems:\n  - id: a # one\n    areas: [employment.recruiting] # two\n',
    after: '    areas: [employment.recruitment] # two',
  },
  {
    name: 'a quoted value keeps its quotes',
    rule: 'manifest/wrong-value',
    text: 'version: 1\nsystems:\n  - id: a\n    stage: "productoin" # two\n',
    after: '    stage: "production" # two',
  },
  {
    name: 'a missing version is added at the top',
    rule: 'manifest/missing-key',
    text: '# about us\nsystems:\n  - id: a # one\n',
    after: 'version: 1',
  },
  {
    name: 'a misspelt key is renamed',
    rule: 'manifest/unknown-key',
    text: 'version: 1\nsystems:\n  - id: a # one\n    market: [DE] # two\n',
    after: '    markets: [DE] # two',
  },
  {
    name: 'a single value is wrapped in a list',
    rule: 'manifest/list-expected',
    text: 'version: 1\nsystems:\n  - id: a # one\n    roles: deployer # two\n',
    after: '    roles: [deployer] # two',
  },
  {
    name: 'an id that the catalog nearly has is changed to it',
    rule: 'catalog/unknown-id',
    text: 'version: 1\nsystems:\n  - id: a # one\n    controls:\n      - { id: human-revew, status: planned } # two\n',
    after: '      - { id: human-review, status: planned } # two',
  },
  {
    name: 'Windows line ends stay as they are',
    rule: 'manifest/list-expected',
    text: 'version: 1\r\nsystems:\r\n  - id: a # one\r\n    roles: deployer # two\r\n',
    after: '    roles: [deployer] # two\r',
  },
];

const commentsOf = (text: string) => text.match(/#.*/g) ?? [];

describe('a fix', () => {
  it.each(cases.map((row) => [row.name, row] as const))('%s', (_name, { rule, text, after }) => {
    const analysis = analyzeText(text);
    const finding = analysis.findings.find((candidate) => candidate.rule === rule);
    const [fix] = finding?.fixes ?? [];
    if (!finding || !fix) throw new Error(`${rule} offers no fix.`);
    const fixed = edited(text, analysis.fix(finding, fix.id) ?? []);
    expect(fixed.split('\n')).toContain(after);
    expect(commentsOf(fixed)).toEqual(commentsOf(text));
    const left = analyzeText(fixed)
      .findings.map((one) => one.rule)
      .filter((one) => one.startsWith('manifest/') || one === rule);
    expect(left).toEqual([]);
  });

  it('is not offered twice under one id', () => {
    for (const { text } of cases) {
      for (const { fixes } of analyzeText(text).findings) {
        expect(new Set(fixes.map(({ id }) => id)).size).toBe(fixes.length);
      }
    }
  });
});
