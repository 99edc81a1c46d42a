import { describe, expect, it } from 'vitest';
import { changed, type Files, inEditor, placeOf, problemsOf, withFiles } from './small-catalog';

/** Nobody read a source after the catalog was made, or saw an event after the last day that it has seen. */

const told = (files: Files) => problemsOf(files).map((problem) => `${inEditor(problem)} ${problem.message}`);

describe('the days of what was read and seen', () => {
  it.each([
    ['regimes/moon-act/moon-act.md', 'title: The act, read: 2026-11-23', 'title: The act, read: '],
    ['risks/rash-action.md', 'title: Our own, read: 2026-11-23', 'title: Our own, read: '],
    ['controls/gate.md', 'title: Our own, read: 2026-11-23', 'title: Our own, read: '],
    ['tools/holder.md', 'https://example.org, read: 2026-11-23', 'https://example.org, read: '],
  ])('of a source in %s are not after the day of the catalog', (file, from, to) => {
    expect(told(changed(file, from, `${to}2026-11-24`))).toEqual([]);
    const late = changed(file, from, `${to}2026-11-25`);
    expect(told(late)).toEqual([
      `${placeOf(late, file, '2026-11-25')} date 2026-11-25 is after 2026-11-24, the day of the catalog. Correct it, or raise version in catalog.yaml.`,
    ]);
  });

  it('of an advisory are not after the last day that the catalog has seen', () => {
    const advisory = (date: string) =>
      changed(
        'tools/holder.md',
        'sources: [',
        `advisories: [{ date: ${date}, what: A bad upload., source: the registry }]\nsources: [`,
      );
    expect(told(advisory('2026-11-23'))).toEqual([]);
    expect(told(advisory('2026-11-24'))).toEqual([expect.stringContaining('2026-11-24 is after 2026-11-23')]);
  });

  it('of background events stand in the order of time, each with a source', () => {
    const background = (first: string, second: string, source = 'S1') =>
      withFiles({
        'background/moon.md': `---
title: The moon
summary: It turns.
events:
  - { date: ${first}, what: It rose., sources: [S1], confidence: high }
  - { date: ${second}, what: It set., sources: [${source}], confidence: high }
sources: [{ id: S1, title: The sky, read: 2026-11-23, kind: primary }]
confidence: high
---
`,
      });
    expect(told(background('2025-01-01', '2025-01-02'))).toEqual([]);
    expect(told(background('2025-01-02', '2025-01-01'))).toEqual([
      expect.stringContaining('2025-01-01 stands after 2025-01-02'),
    ]);
    expect(told(background('2025-01-01', '2025-01-02', 'S2'))).toEqual([
      expect.stringContaining('unknown-id There is no source with the id S2.'),
    ]);
  });
});
