import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/answer/schema';
import { analyzeText } from '../real-catalog';

/** What decides about findings stands in the manifest: severities, what is ignored, and from where a run fails. */

const systems = `systems:
  - id: ranker
    roles: [deployer]
    areas: [employment.recruitment]
    markets: [DE]
  - id: clerk
    roles: [deployer]
    areas: [employment.recruitment]
    markets: [DE]
    tools: [{ name: send.mail, access: send, approval: none, reversible: false }]
`;

const withHead = (head: string) => `version: 1\n${head}${systems}`;

const findingsOf = (text: string): readonly Finding[] => analyzeText(text).findings;

const gaps = (text: string) => findingsOf(text).filter(({ rule }) => rule === 'system/gaps');

/** Paths of the gaps that are ignored. */
const ignoredGaps = (text: string) =>
  gaps(text).flatMap(({ ignored, place }) => (ignored ? [place.path] : []));

describe('a severity', () => {
  it('that is not set is that of the rule', () => {
    expect(gaps(withHead('')).map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  it('that is set goes for every finding of the rule, and for no other rule', () => {
    const text = withHead('policy: { severities: { system/gaps: error } }\n');
    expect(gaps(text).map(({ severity }) => severity)).toEqual(['error', 'error']);
    const others = findingsOf(text).filter(({ rule }) => rule === 'agent/irreversible-without-approval');
    expect(others.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('off takes the findings away', () => {
    expect(gaps(withHead('policy: { severities: { system/gaps: off } }\n'))).toEqual([]);
  });

  it('of a rule that does not exist is a finding that names the nearest one', () => {
    const text = withHead('policy: { severities: { system/gap: off } }\n');
    const found = findingsOf(text).filter(({ rule }) => rule === 'catalog/unknown-id');
    expect(found.map(({ place }) => place.path)).toEqual(['policy.severities["system/gap"]']);
    expect(found[0]?.message.params).toMatchObject({ id: 'system/gap', nearest: 'system/gaps' });
    expect(gaps(text)).toHaveLength(2);
  });
});

describe('an ignore', () => {
  const ignore = (fields: string) => withHead(`ignore: [{ rule: system/gaps${fields} }]\n`);

  it('of a rule covers each of its findings, which stay in the answer with the reason', () => {
    const found = gaps(ignore(', reason: known'));
    expect(found.map(({ ignored }) => ignored)).toEqual([
      { reason: 'known', until: null },
      { reason: 'known', until: null },
    ]);
  });

  it('of a path covers that system alone', () => {
    expect(ignoredGaps(ignore(', path: systems.ranker, reason: known'))).toEqual(['systems.ranker']);
  });

  it('of a path covers all that stands below it, also where a name is quoted', () => {
    const tools = (path: string) =>
      findingsOf(
        withHead(
          `ignore: [{ rule: agent/irreversible-without-approval, path: '${path}', reason: a test box }]\n`,
        ),
      )
        .filter(({ rule }) => rule === 'agent/irreversible-without-approval')
        .map(({ ignored }) => ignored !== undefined);
    expect(tools('systems.clerk.tools["send.mail"]')).toEqual([true]);
    expect(tools('systems.clerk.tools')).toEqual([true]);
    expect(tools('systems.clerk')).toEqual([true]);
    expect(tools('systems.cle')).toEqual([false]);
    expect(tools('systems.clerk.tools["send"]')).toEqual([false]);
  });

  it('without a reason covers nothing', () => {
    expect(ignoredGaps(ignore(''))).toEqual([]);
  });

  it('covers nothing once its day is past', () => {
    expect(ignoredGaps(ignore(', reason: known, until: 2026-11-23'))).toEqual([]);
    expect(ignoredGaps(ignore(', reason: known, until: 2026-11-25'))).toHaveLength(2);
  });

  it('whose day cannot be read does not last forever', () => {
    const text = ignore(', reason: known, until: 2020-1-1');
    expect(ignoredGaps(text)).toEqual([]);
    expect(findingsOf(text).map(({ rule }) => rule)).toContain('manifest/wrong-value');
  });

  it('that is no list is a list of one', () => {
    expect(ignoredGaps(withHead('ignore: { rule: system/gaps, reason: known }\n'))).toHaveLength(2);
  });

  it('of a system covers nothing of another system', () => {
    const own = '    ignore: [{ rule: system/gaps, reason: known }]\n  - id: clerk\n';
    expect(ignoredGaps(withHead('').replace('  - id: clerk\n', own))).toEqual(['systems.ranker']);
  });

  it('of a system that names another system covers nothing', () => {
    const other = '    ignore: [{ rule: system/gaps, path: systems.clerk, reason: known }]\n  - id: clerk\n';
    expect(ignoredGaps(withHead('').replace('  - id: clerk\n', other))).toEqual([]);
  });

  it('of a rule that does not exist is a finding that names the nearest one', () => {
    const text = withHead('ignore: [{ rule: system/gap, reason: known }]\n');
    const found = findingsOf(text).filter(({ rule }) => rule === 'catalog/unknown-id');
    expect(found.map(({ place }) => place.path)).toEqual(['ignore[0].rule']);
    expect(found[0]?.message.params).toMatchObject({ nearest: 'system/gaps' });
  });
});

describe('the bar from which a run fails', () => {
  const failOn = (head: string) => analyzeText(withHead(head)).failOn;

  it('is what the policy says', () => {
    expect(failOn('policy: { failOn: warning }\n')).toBe('warning');
    expect(failOn('policy: { failOn: never }\n')).toBe('never');
  });

  it('is left to the caller where the policy says nothing that can be read', () => {
    expect(failOn('')).toBeUndefined();
    expect(failOn('policy: { failOn: always }\n')).toBeUndefined();
  });
});
