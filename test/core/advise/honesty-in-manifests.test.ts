import { describe, expect, it } from 'vitest';
import type { Finding, Root, Verdict } from '../../../src/answer/schema';
import { analyzeFiles, analyzeText } from '../real-catalog';

/** What is missing, coarse or wrong in a manifest counts as unknown, never as a no, and is told where it is wrong. */

const answerTo = (text: string): Root => analyzeText(text).answer({ questions: false, portfolio: false });

function applies(text: string, regime = 'eu-ai-act'): Verdict | undefined {
  return answerTo(text).systems[0]?.regimes.find(({ id }) => id === regime)?.applies;
}

const findingsOf = (text: string): readonly Finding[] => analyzeText(text).findings;

describe('a market', () => {
  const elsewhere = (markets: string) => `version: 1
organization: { seat: US }
systems:
  - id: ranker
    roles: [provider]
    areas: [employment.recruitment]
    influence: main-factor
    data: { classes: [personal] }
${markets}`;

  const rows: readonly { markets: string; eu: Verdict; colorado: Verdict; because: string }[] = [
    { markets: '[DE]', eu: 'yes', colorado: 'no', because: 'Germany is in the EU' },
    { markets: '[EU]', eu: 'yes', colorado: 'no', because: 'it is the place itself' },
    { markets: '[US-CO]', eu: 'no', colorado: 'yes', because: 'it is the place itself' },
    { markets: '[JP]', eu: 'no', colorado: 'no', because: 'Japan is in neither' },
    { markets: '[]', eu: 'no', colorado: 'no', because: 'a list that is present is complete' },
    { markets: '[US]', eu: 'no', colorado: 'unknown', because: 'a place says nothing of its members' },
    { markets: '[JP, unknown]', eu: 'unknown', colorado: 'unknown', because: 'there may be more' },
    { markets: 'unknown', eu: 'unknown', colorado: 'unknown', because: 'somebody looked in vain' },
    { markets: '[XX]', eu: 'unknown', colorado: 'unknown', because: 'no place has that id' },
    { markets: 'DE', eu: 'yes', colorado: 'no', because: 'a value where a list belongs is a list of one' },
  ];
  for (const { markets, eu, colorado, because } of rows) {
    it(`of ${markets} is read as it stands: ${because}`, () => {
      const text = elsewhere(`    markets: ${markets}\n`);
      expect([applies(text), applies(text, 'us-co-sb26-189')]).toEqual([eu, colorado]);
    });
  }

  it('that is not said leaves both laws open', () => {
    const text = elsewhere('');
    expect([applies(text), applies(text, 'us-co-sb26-189')]).toEqual(['unknown', 'unknown']);
  });

  it('that the catalog does not have is a finding at its place', () => {
    const found = findingsOf(elsewhere('    markets: [XX]\n'));
    expect(found.map(({ rule, place }) => [rule, place.path])).toContainEqual([
      'catalog/unknown-id',
      'systems.ranker.markets[0]',
    ]);
  });
});

describe('an area', () => {
  const recruiting = (areas: string) => {
    const text = `version: 1\nsystems:\n  - id: a\n    roles: [provider]\n    markets: [DE]\n${areas}`;
    const act = answerTo(text).systems[0]?.regimes.find(({ id }) => id === 'eu-ai-act');
    return act?.classes.find(({ basis }) => basis === 'Annex III 4(a)')?.verdict ?? 'no';
  };

  it('of a family leaves the classes of its members open', () => {
    expect(recruiting('    areas: [employment]\n')).toBe('unknown');
  });

  it('that is no area leaves the list open', () => {
    expect(recruiting('    areas: [employment.recruting]\n')).toBe('unknown');
  });

  it('that is said with another one holds beside it', () => {
    expect(recruiting('    areas: [housing, employment.recruitment]\n')).toBe('yes');
    expect(recruiting('    areas: [housing]\n')).toBe('no');
  });
});

describe('a manifest that is not whole', () => {
  const rows: readonly { name: string; text: string; rule: string; path: string }[] = [
    {
      name: 'systems without a value are an error',
      text: 'version: 1\nsystems:\n',
      rule: 'manifest/wrong-value',
      path: 'systems',
    },
    {
      name: 'one object where the list of systems belongs is a wrong value',
      text: 'version: 1\nsystems: { id: a, roles: [deployer], areas: [practice.social-scoring], markets: [DE] }\n',
      rule: 'manifest/wrong-value',
      path: 'systems',
    },
    {
      name: 'a system whose id has no value is an error',
      text: 'version: 1\nsystems:\n  - id:\n',
      rule: 'manifest/wrong-value',
      path: 'systems[0].id',
    },
    {
      name: 'a system without an id is an error',
      text: 'version: 1\nsystems:\n  - purpose: Sorts claims\n',
      rule: 'manifest/missing-key',
      path: 'systems[0]',
    },
    {
      name: 'no version is an error',
      text: 'systems: []\n',
      rule: 'manifest/missing-key',
      path: '',
    },
  ];
  for (const { name, text, rule, path } of rows) {
    it(name, () => {
      const found = findingsOf(text).filter((finding) => finding.rule === rule);
      expect(found.map(({ severity, place }) => [severity, place.path])).toEqual([['error', path]]);
    });
  }

  it('is answered all the same: what stands in a system without an id counts', () => {
    const root = answerTo('version: 1\nsystems:\n  - areas: [practice.social-scoring]\n    markets: [DE]\n');
    expect(root.findings.map(({ rule }) => rule)).toContain('system/prohibited');
  });

  it('an empty text has no systems, and does not throw', () => {
    expect(answerTo('').systems).toEqual([]);
  });

  it('an unknown key is a warning, and one that begins with x- is free', () => {
    const text = 'version: 1\norganisation: { seat: DE }\nx-team: ours\nsystems: []\n';
    const found = findingsOf(text).filter(({ rule }) => rule === 'manifest/unknown-key');
    expect(found.map(({ severity, place }) => [severity, place.path])).toEqual([['warning', 'organisation']]);
  });
});

describe('systems', () => {
  const nameless = (name: string) =>
    `version: 1\nsystems:\n  - name: ${name}\n    areas: [employment.recruitment]\n    markets: [DE]\n`;

  it('without an id in two parts are kept apart', () => {
    const root = analyzeFiles({
      'ai-usage.yaml': 'version: 1\nsystems: []\n',
      'web/first.ai-usage.yaml': nameless('first'),
      'web/second.ai-usage.yaml': nameless('second'),
    }).answer({ questions: false, portfolio: false });
    expect(root.systems.map(({ name }) => name)).toEqual(['first', 'second']);
    expect(new Set(root.systems.map(({ id }) => id)).size).toBe(2);
    expect(new Set(root.systems.map(({ path }) => path)).size).toBe(2);
  });

  it('of the same id are both read, and the second is a finding', () => {
    const root = answerTo('version: 1\nsystems:\n  - id: a\n  - id: a\n');
    expect(root.systems).toHaveLength(2);
    expect(root.findings.map(({ rule }) => rule)).toContain('manifest/duplicate-id');
  });
});
