import { describe, expect, it } from 'vitest';
import type { Root } from '../../../src/answer/schema';
import { analyzeFiles, analyzeText } from '../real-catalog';

/** What things are called: dotted, list members by id or name, else by index, in quotes where a name is no plain word. */

const text = `version: 1
systems:
  - id: clerk
    roles: [deployer]
    areas: [housing, employment.recruitment]
    markets: [DE]
    tools:
      - { name: send.mail, access: send, approval: none, reversible: false }
      - { name: pay, access: pay, approval: none, reversible: false }
      - { access: send, approval: none, reversible: false }
    controls:
      - { id: human-review, status: not-applicable }
  - id: cv.ranker
    areas: [employment.recruitment]
    markets: [DE]
  - areas: [employment.recruitment]
    markets: [DE]
`;

const root: Root = analyzeText(text).answer({ questions: true, portfolio: false });

const pathsOf = (rule: string) =>
  root.findings.filter((finding) => finding.rule === rule).map(({ place }) => place.path);

describe('the path of a finding', () => {
  it('names a list member by its name, in quotes where that is no plain word, else by its index', () => {
    expect(pathsOf('agent/irreversible-without-approval')).toEqual([
      'systems.clerk.tools["send.mail"].approval',
      'systems.clerk.tools.pay.approval',
      'systems.clerk.tools[2].approval',
    ]);
  });

  it('names a list member by its id', () => {
    expect(pathsOf('control/unexplained')).toEqual(['systems.clerk.controls.human-review.status']);
  });

  it('names a system without an id by its index', () => {
    expect(pathsOf('manifest/missing-key')).toEqual(['systems[2]']);
  });
});

describe('the path of a system', () => {
  it('is its id, in quotes where that is no plain word, else its index', () => {
    expect(root.systems.map(({ path }) => path)).toEqual([
      'systems.clerk',
      'systems["cv.ranker"]',
      'systems[2]',
    ]);
  });

  it('is its name where it has no id', () => {
    const named = analyzeText('version: 1\nsystems:\n  - name: ranker\n    markets: [DE]\n');
    const { systems } = named.answer({ questions: false, portfolio: false });
    expect(systems.map(({ path }) => path)).toEqual(['systems.ranker']);
  });
});

describe('the path of a reason', () => {
  it('names a value in a list by its index, and its place is the value', () => {
    const act = root.systems[0]?.regimes.find(({ id }) => id === 'eu-ai-act');
    const place = act?.classes.find(({ basis }) => basis === 'Annex III 4(a)')?.reasons[0]?.places[0];
    expect(place).toEqual({
      path: 'systems.clerk.areas[1]',
      file: 'ai-usage.yaml',
      range: { start: { line: 4, character: 21 }, end: { line: 4, character: 43 } },
    });
  });
});

describe('the path of a question', () => {
  it('begins with the path of its system, and names a missing key by where it would stand', () => {
    const [, quoted, indexed] = root.systems.map(({ questions }) => questions?.map(({ path }) => path) ?? []);
    expect(quoted).toContain('systems["cv.ranker"].roles');
    expect(quoted?.every((path) => path.startsWith('systems["cv.ranker"].'))).toBe(true);
    expect(indexed).toContain('systems[2].roles');
  });

  it('about the organization stands under the organization, and is asked once', () => {
    const open = analyzeText(
      'version: 1\nsystems:\n  - id: a\n    roles: [deployer]\n  - id: b\n    roles: [deployer]\n',
    );
    const asked = open.answer({ questions: true, portfolio: false });
    expect(asked.questions?.filter(({ path }) => path === 'organization.seat')).toHaveLength(1);
  });
});

describe('a file', () => {
  it('is called from the folder that was asked for, with slashes', () => {
    const { systems } = analyzeFiles({
      'services/hr/ai-usage.yaml': 'version: 1\nsystems: []\n',
      'services/hr/cv/rank.ai-usage.yaml': 'version: 1\nsystems:\n  - id: ranker\n',
    }).answer({ questions: false, portfolio: false });
    expect(systems.map(({ file }) => file)).toEqual(['services/hr/cv/rank.ai-usage.yaml']);
  });
});
