import { describe, expect, it } from 'vitest';
import { createAdvisor } from '../../../src/advise/create';
import type { Need, Root } from '../../../src/answer/schema';
import type { Pack } from '../../../src/catalog/pack';
import { findRoots } from '../../../src/manifest/roots';
import { analyzeText, noFiles, pack, today } from '../real-catalog';

/** What asked controls want of tools, and which tools may be given for it. */

function answerTo(text: string): Root {
  return analyzeText(text).answer({ questions: false, portfolio: true });
}

function answerWith(edited: Pack, text: string): Root {
  const [files] = findRoots(['ai-usage.yaml']);
  if (!files) throw new Error('There is no root.');
  const input = { files, texts: new Map([['ai-usage.yaml', text]]), today, repository: noFiles };
  return createAdvisor(edited).analyze(input).answer({ questions: false, portfolio: true });
}

const needsOf = (root: Root): readonly Need[] => root.portfolio?.needs ?? [];

const agent = (id: string) => `version: 1
systems:
  - id: ${id}
    roles: [provider, deployer]
    kind: agent
    areas: [employment.recruitment]
    affects: [applicants]
    influence: main-factor
    profiling: true
    autonomy: acts-alone
    inputs: untrusted
    tools: [{ name: send-mail, access: send, approval: none, reversible: false }]
    markets: [DE]
`;

const recruiter = `version: 1
systems:
  - id: ranker
    roles: [deployer]
    areas: [employment.recruitment]
    markets: [DE]
`;

describe('an asked control', () => {
  const asWaived =
    '    waivers:\n      - { control: audit-log, reason: new log, approvedBy: cto@example.com, expires: 2027-01-01 }\n';
  const asApart =
    '    controls:\n      - { id: audit-log, status: not-applicable, note: the vendor keeps them }\n';
  const wants = (text: string) =>
    needsOf(answerTo(text)).some(({ controls }) => controls.includes('audit-log'));

  it('that is missing is a need', () => {
    expect(wants(recruiter)).toBe(true);
  });

  it('that is only begun, or only declared, is a need still', () => {
    expect(wants(`${recruiter}    controls: [{ id: audit-log, status: in-progress }]\n`)).toBe(true);
    expect(wants(`${recruiter}    controls: [{ id: audit-log, status: done }]\n`)).toBe(true);
  });

  it('that is waived or not applicable is none', () => {
    expect(wants(`${recruiter}${asWaived}`)).toBe(false);
    expect(wants(`${recruiter}${asApart}`)).toBe(false);
  });
});

describe('a need', () => {
  /** Least tools (a grave risk) and AI literacy (a duty that is due) both want the same of a tool. */
  const shared: Pack = {
    ...pack,
    controls: pack.controls.map((control) =>
      control.id === 'least-tools' || control.id === 'ai-literacy'
        ? { ...control, capabilities: ['agent-inventory'] }
        : control,
    ),
  };

  it('weighs the gravest risk and the duty behind all of its controls together: 5 and 5', () => {
    const need = needsOf(answerWith(shared, agent('clerk'))).find(
      ({ system, controls }) => system === 'clerk' && controls.includes('least-tools'),
    );
    expect(need?.controls).toEqual(expect.arrayContaining(['ai-literacy', 'least-tools']));
    expect(need?.weight).toBe(10);
    expect(need?.legal).toBe(true);
  });

  it('of a duty that is due later than twelve months from now weighs 3 for that', () => {
    const log = answerTo(recruiter).systems[0]?.controls.find(({ id }) => id === 'audit-log');
    expect(log).toMatchObject({ due: '2027-12-02', severity: 0, weight: 3 });
  });

  it('of a duty that is due on the last day of the twelve months weighs 5 for that', () => {
    const asOf = (day: string) =>
      analyzeText(recruiter, { asOf: day })
        .answer({ questions: false, portfolio: false })
        .systems[0]?.controls.find(({ id }) => id === 'audit-log')?.weight;
    expect(asOf('2026-12-01')).toBe(3);
    expect(asOf('2026-12-02')).toBe(5);
  });

  it('of a duty that has no day weighs nothing for that', () => {
    const undated: Pack = {
      ...pack,
      regimes: pack.regimes.map((regime) => ({
        ...regime,
        dates: regime.dates.map((group) =>
          group.id === 'annex-iii' ? { ...group, confidence: 'low' as const } : group,
        ),
      })),
    };
    const log = answerWith(undated, recruiter).systems[0]?.controls.find(({ id }) => id === 'audit-log');
    expect(log).toMatchObject({ due: null, weight: 0 });
  });

  it('of a system is kept apart from those of the organization, even where the system is called organization', () => {
    const needs = needsOf(answerTo(agent('organization')));
    const own = needs.filter(({ system }) => system === 'organization').flatMap(({ controls }) => controls);
    const shared = needs.filter(({ system }) => system === '*').flatMap(({ controls }) => controls);
    expect(own).toContain('audit-log');
    expect(own).not.toContain('agent-register');
    expect(shared).toContain('agent-register');
    expect(shared).not.toContain('audit-log');
  });
});

describe('a tool', () => {
  const chosen = (root: Root) => root.portfolio?.tools.map(({ tool }) => tool) ?? [];

  it('that is excluded stays excluded where the list says that there may be more', () => {
    const [first = ''] = chosen(answerTo(agent('clerk')));
    expect(first).not.toBe('');
    const preferences = `preferences: { toolsExcluded: [${first}, unknown] }\n`;
    const root = answerTo(agent('clerk').replace('systems:\n', `${preferences}systems:\n`));
    expect(chosen(root)).not.toContain(first);
  });

  it('is not shut out by a kind that is said to be unknown', () => {
    const service = `version: 1
systems:
  - id: desk
    roles: [deployer]
    kind: unknown
    areas: [insurance.other]
    influence: main-factor
    markets: [DE]
`;
    const root = answerTo(service);
    expect(needsOf(root).length).toBeGreaterThan(0);
    expect(root.portfolio?.unmet.map(({ why }) => why)).not.toContain('no-tool');
  });

  it('made for agents alone, or for what makes text alone, is not chosen while the kind of a system is open', () => {
    const ranker = (kind: string) => `version: 1
systems:
  - id: ranker
    roles: [provider, deployer]
${kind}    areas: [employment.recruitment]
    affects: [applicants]
    influence: main-factor
    markets: [DE]
`;
    const made = (root: Root) =>
      (root.portfolio?.frontier ?? []).flatMap(({ tools }) =>
        pack.tools.filter(({ id, kinds }) => tools.includes(id) && !kinds.includes('predictive')),
      );
    expect(made(answerTo(ranker('    kind: agent\n'))).length).toBeGreaterThan(0);
    expect(made(answerTo(ranker('')))).toEqual([]);
  });
});
