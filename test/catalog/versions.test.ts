import { describe, expect, it } from 'vitest';
import { buildFiles } from '../../scripts/built-catalog';
import { changed, type Files, filesOf, problemsOf, withFiles } from './small-catalog';

/** Versions of one entry, and what a duty may say of grounds, exceptions and transitions. */

const act = 'regimes/moon-act/moon-act.md';

/** A further duty of the small catalog, written into a file of its own. */
function withDuty(lines: string): Files {
  return withFiles({
    'regimes/moon-act/article-2.md': `---
title: Article 2
duties:
  - title: Another
    article: Art. 2
    statement: Do another thing.
    roles: [deployer]
    themes: [human-oversight]
    sources: [S1]
    confidence: high
${lines}
---
`,
  });
}

const errors = (files: Files) =>
  problemsOf(files).flatMap(({ severity, code, message }) =>
    severity === 'error' ? [`${code}: ${message}`] : [],
  );

describe('entries of one id', () => {
  const version = (from: string) =>
    withDuty(`    id: moon-act.art-1\n    classes: [high]\n    date: by-class\n    from: ${from}`);

  it('are versions where one begins on the day on which the other ends', () => {
    const files = version('2030-01-01');
    expect(errors(files)).toEqual([]);
    const { pack } = buildFiles(filesOf(files));
    expect(pack.regimes[0]?.duties.map(({ id, until, from }) => [id, from, until])).toEqual([
      ['moon-act.art-1', '2025-01-01', '2030-01-01'],
      ['moon-act.art-1', '2030-01-01', undefined],
    ]);
  });

  it('are refused where their spans overlap by one day', () => {
    expect(errors(version('2029-12-31'))).toEqual([
      'duplicate-id: This version of moon-act.art-1 overlaps an earlier one. Write the older first, with until, and let the newer begin from that day.',
    ]);
  });

  it('are refused where the newer stands first', () => {
    const old = withDuty(
      '    id: moon-act.art-1\n    classes: [high]\n    date: by-class\n    from: 2024-06-01\n    until: 2025-01-01',
    );
    expect(errors(old)[0]).toMatch(/^duplicate-id: .*Write the older first/);
  });

  it('may be penalties as well', () => {
    const penalty =
      '  - { id: fine, article: Art. 9, who: all, max: ten coins, since: 2025-01-01, sources: [S1], confidence: high }';
    const two = (first: string, second: string) =>
      changed(act, penalty, [first, second].map((span) => penalty.replace(' }', `, ${span} }`)).join('\n'));
    expect(errors(two('until: 2026-01-01', 'from: 2026-01-01'))).toEqual([]);
    expect(errors(two('until: 2026-01-02', 'from: 2026-01-01'))[0]).toMatch(/^duplicate-id/);
  });
});

describe('what a duty says of its grounds', () => {
  it('may be the exception that leaves it, if a ground of its classes admits that', () => {
    const rest = '    classes: [high]\n    date: by-class\n    whereLifted: [moon-act.small]';
    expect(errors(withDuty(`    id: moon-act.art-2\n${rest}`))).toEqual([]);
  });

  it('is refused for an exception that is not there', () => {
    const rest = '    classes: [high]\n    date: by-class\n    whereLifted: [moon-act.smal]';
    expect(errors(withDuty(`    id: moon-act.art-2\n${rest}`))).toEqual([
      'unknown-id: There is no exception with the id moon-act.smal. Did you mean moon-act.small?',
    ]);
  });

  it('is refused for an exception that no ground of its classes admits', () => {
    const rest =
      '    classes: [high]\n    exceptBases: [moon-act.art-1]\n    date: by-class\n    whereLifted: [moon-act.small]';
    expect(errors(withDuty(`    id: moon-act.art-2\n${rest}`))[0]).toMatch(
      /^unknown-id: No ground of the duty's classes names the exception moon-act\.small/,
    );
  });

  it('names the grounds that it is for, or those that it is not for', () => {
    const rest =
      '    classes: [high]\n    bases: [moon-act.art-1]\n    exceptBases: [moon-act.art-1]\n    date: by-class';
    expect(errors(withDuty(`    id: moon-act.art-2\n${rest}`))).toEqual([
      'schema: A duty names the bases that it is for, or those that it is not for. Remove bases or exceptBases.',
    ]);
    const unknown = '    classes: [high]\n    exceptBases: [moon-act.art-3]\n    date: by-class';
    expect(errors(withDuty(`    id: moon-act.art-2\n${unknown}`))[0]).toMatch(
      /^unknown-id: There is no class basis/,
    );
  });

  it('may be several penalties, each of which is there', () => {
    const rest = '    classes: [high]\n    date: by-class\n    penalty: [fine, prison]';
    expect(errors(withDuty(`    id: moon-act.art-2\n${rest}`))[0]).toMatch(
      /^unknown-id: There is no penalty/,
    );
  });

  it('asks what makes it lighter in words of the manifest', () => {
    const rest =
      '    classes: [high]\n    date: by-class\n    relief:\n      - { article: Art. 3, statement: Less., condition: { path: organization.size, oneOf: [tiny] } }';
    expect(errors(withDuty(`    id: moon-act.art-2\n${rest}`))[0]).toMatch(
      /^wrong-value: organization\.size/,
    );
  });
});

describe('a transition', () => {
  const transition = (puts: string, condition: string, date: string) =>
    changed(
      act,
      'penalties:\n',
      `transitions:
  - id: moon-act.old
    article: Art. 8
    title: Old agents
    statement: Old agents have longer.
    puts: [${puts}]
    condition: ${condition}
    date: ${date}
    sources: [S1]
    confidence: high
penalties:
`,
    );
  const old = "{ not: { path: system.release.placed, atLeast: '2026-01-01' } }";

  it('points at date groups that are there, and asks what a manifest says', () => {
    expect(errors(transition('general', old, 'general'))).toEqual([]);
    expect(errors(transition('later', old, 'general'))[0]).toMatch(/^unknown-id: There is no date group/);
    expect(errors(transition('general', old, 'later'))[0]).toMatch(/^unknown-id: There is no date group/);
    expect(errors(transition('general', '{ path: system.placed, exists: true }', 'general'))[0]).toMatch(
      /^unknown-path/,
    );
  });
});
