import { describe, expect, it } from 'vitest';
import { problemsOf, withFiles } from './small-catalog';

/** Conflicts and comparisons are held to what the catalog has. The small catalog has the moon act, of human oversight. */

const source = 'sources: [{ title: Our own, read: 2026-11-23, kind: primary }]\nconfidence: medium';

function conflict(side: string, when = ''): string {
  return `---
title: Here and there
${source}
statement: They clash.
sides:
  - { name: Here, ${side}, asks: this }
  - { name: There, duties: [moon-act.art-1], asks: that }
${when}themes: [human-oversight]
advice: Ask.
---
`;
}

function comparison(regime: string): string {
  return `---
title: Oversight
${source}
strictest: [${regime}]
meets: yes
because: it is alone
---
`;
}

function messages(files: Readonly<Record<string, string>>): string[] {
  return problemsOf(withFiles(files)).map(({ code, message }) => `${code}: ${message}`);
}

describe('the build', () => {
  it('takes a conflict and a comparison of what is there', () => {
    const files = {
      'conflicts/C1.md': conflict('regimes: [moon-act]'),
      'comparisons/human-oversight.md': comparison('moon-act'),
    };
    expect(messages(files)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'a side with a regime that is not there',
      { 'conflicts/C1.md': conflict('regimes: [sun-act]') },
      /unknown-id: .*sun-act/,
    ],
    [
      'a side with a duty that is not there',
      { 'conflicts/C1.md': conflict('duties: [moon-act.art-2]') },
      /unknown-id: .*moon-act\.art-2.*moon-act\.art-1/,
    ],
    [
      'a side that names nobody',
      { 'conflicts/C1.md': conflict('regimes: []') },
      /schema: .*names regimes or duties/,
    ],
    [
      'a condition on what the manifest has not',
      { 'conflicts/C1.md': conflict('regimes: [moon-act]', 'when: { path: system.moon, exists: true }\n') },
      /unknown-path: .*system\.moon/,
    ],
    [
      'a conflict that is called otherwise than C1, C2',
      { 'conflicts/clash.md': conflict('regimes: [moon-act]') },
      /file: .*clash/,
    ],
    [
      'a comparison of a theme that is not there',
      { 'comparisons/oversight.md': comparison('moon-act') },
      /unknown-id: .*no theme with the id oversight/,
    ],
    [
      'a comparison with a regime that is not there',
      { 'comparisons/human-oversight.md': comparison('sun-act') },
      /unknown-id: .*sun-act/,
    ],
  ])('refuses %s', (_what, files, words) => {
    const found = messages(files);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(words);
  });

  it('refuses a comparison with a regime that has no duty of the theme', () => {
    const themes = withFiles({})['vocabularies/themes.md'] ?? '';
    const files = {
      'vocabularies/themes.md': themes.replace('terms:\n', 'terms:\n  - { id: other, title: Other }\n'),
      'comparisons/other.md': comparison('moon-act'),
    };
    expect(messages(files).join('\n')).toContain('The regime moon-act has no duty of the theme other.');
  });
});
