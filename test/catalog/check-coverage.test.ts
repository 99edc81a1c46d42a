import { describe, expect, it } from 'vitest';
import { holes } from '../../src/catalog/checks/holes';
import { changed, type Files, inEditor, placeOf, problemsOf, withFiles } from './small-catalog';

/** What the catalog has is used, answered and fulfilled, or says why not. */

const control = 'controls/gate.md';
const capability = 'capabilities/approval.md';
const themes = 'vocabularies/themes.md';
const article = 'regimes/moon-act/article-1.md';

const told = (files: Files) => problemsOf(files).map((problem) => `${inEditor(problem)} ${problem.message}`);

/** The small catalog with one stretch of several files replaced. */
function all(...changes: readonly (readonly [file: string, from: string, to: string])[]): Files {
  let files = withFiles({});
  for (const [file, from, to] of changes) files = { ...files, [file]: changed(file, from, to)[file] ?? '' };
  return files;
}

describe('a control', () => {
  const bare = [control, 'capabilities: [approval]\n', ''] as const;

  it('without a capability says below its front matter how to do it', () => {
    const files = all(bare);
    expect(told(files)).toContainEqual(
      `${control}:2:1 no-process Neither a tool nor a text helps with gate. Name the capabilities that it wants, or write below the front matter how to do it.`,
    );
    const body = `${files[control] ?? ''}${'Ask somebody. '.repeat(60)}\n`;
    const codes = problemsOf({ ...files, [control]: body }).map(({ code }) => code);
    expect(codes).toEqual(['unused']);
  });

  it('is wanted for each capability, and without it the capability is not used', () => {
    expect(told(all(bare))).toContainEqual(
      `${capability}:2:1 unused No control wants the capability approval. Let one want it, or remove it.`,
    );
  });
});

describe('a capability', () => {
  const moments = [capability, 'moments: [operate]', 'moments: [operate, test]'] as const;
  const gaps = (...list: readonly string[]) =>
    [
      capability,
      'runtime: true',
      `runtime: true\ngaps:\n${list.map((gap) => `  - ${gap}\n`).join('')}`,
    ] as const;
  const why = 'why: Nobody makes such a tool.';

  it('has a living tool at each moment, or says why there is none', () => {
    const without = all(moments);
    expect(told(without)).toEqual([
      `${placeOf(without, capability, 'test]')} no-tool No living tool does approval at the moment test. Find one, or say in gaps why there is none.`,
    ]);
    const text = (changed(...moments)[capability] ?? '').replace(
      gaps()[1],
      gaps(`{ moment: test, ${why} }`)[2],
    );
    expect(told(withFiles({ [capability]: text }))).toEqual([]);
  });

  it('is not served by a tool that was given up', () => {
    const files = changed('tools/holder.md', 'state: active', 'state: discontinued');
    expect(problemsOf(files).map(inEditor)).toEqual([`${placeOf(files, capability, 'operate]')} no-tool`]);
    const slow = changed('tools/holder.md', 'state: active', 'state: maintenance');
    expect(told(slow)).toEqual([]);
  });

  it('names no gap that is none any more', () => {
    const files = all(gaps(`{ moment: operate, ${why} }`));
    expect(told(files)).toEqual([
      `${placeOf(files, capability, 'operate, why')} gap A living tool does approval at the moment operate: it is no gap any more. Remove it.`,
    ]);
  });

  it('names no gap at a moment that it does not have, and none twice', () => {
    const [, from] = gaps();
    const gap = `{ moment: test, ${why} }`;
    const other = all(gaps(gap));
    expect(told(other)).toEqual([expect.stringContaining('gap The capability approval has no moment test')]);
    const twice = (changed(...moments)[capability] ?? '').replace(from, gaps(gap, gap)[2]);
    expect(told(withFiles({ [capability]: twice }))).toEqual([
      expect.stringContaining('gap The gap at the moment test is told twice.'),
    ]);
  });

  it('says why it has a gap', () => {
    expect(problemsOf(all(gaps('{ moment: test }'))).map(({ code }) => code)).toContain('schema');
  });
});

describe('a duty that binds', () => {
  const joined = 'primaryFor:\n  duties: [moon-act.art-1]\n  themes: [human-oversight]\n';
  const none = [control, joined, ''] as const;
  const excuse = 'noControl: The state does this, nobody else.';
  const ofDuty = [article, 'penalty: fine', `penalty: fine\n    ${excuse}`] as const;
  const ofTheme = [themes, 'title: Oversight }', `title: Oversight, ${excuse.replace(',', '')} }`] as const;

  it('has a control', () => {
    const files = all(none);
    expect(told(files)).toEqual([
      `${placeOf(files, article, 'moon-act.art-1\n    title: A person')} bare-duty No control fulfills moon-act.art-1. Let one name it, or say in noControl why none can.`,
    ]);
  });

  it.each([
    ['its id', 'primaryFor: { duties: [moon-act.art-1] }\n'],
    ['its theme', 'primaryFor: { themes: [human-oversight] }\n'],
  ])('may have it by %s', (_, to) => {
    expect(told(all([control, joined, to]))).toEqual([]);
  });

  it.each([
    ['its id', 'serves: { duties: [moon-act.art-1] }\n'],
    ['its theme', 'serves: { themes: [human-oversight] }\n'],
  ])('needs more than one that helps, by %s', (_, to) => {
    expect(problemsOf(all([control, joined, to])).map(({ code }) => code)).toContain('bare-duty');
  });

  it('may say that the one of its theme is none for it', () => {
    expect(told(all([control, joined, 'primaryFor: { themes: [human-oversight] }\n'], ofDuty))).toEqual([]);
  });

  it('may say itself why there is none, or by its theme', () => {
    expect(told(all(none, ofDuty))).toEqual([]);
    expect(told(all(none, ofTheme))).toEqual([]);
  });

  it('does not say that there is none where there is one', () => {
    const duty = all(ofDuty);
    expect(told(duty)).toEqual([
      `${placeOf(duty, article, 'noControl')} gap The control gate names the duty. Remove noControl, or the duty from the control.`,
    ]);
    const theme = all(ofTheme);
    expect(told(theme)).toEqual([
      `${placeOf(theme, themes, 'noControl')} gap The control gate names the theme human-oversight. Remove noControl, or the theme from the control.`,
    ]);
  });

  it('is none of a text that is voluntary', () => {
    const files = all(none);
    const act = 'regimes/moon-act/moon-act.md';
    const voluntary = (files[act] ?? '')
      .replace('kind: law', 'kind: guideline')
      .replace('binding: true', 'binding: false');
    expect(told({ ...files, [act]: voluntary })).toEqual([]);
  });
});

it('tells every hole as gravely as the others', () => {
  const files = all(
    [control, 'strength: primary', 'strength: partial'],
    [capability, 'moments: [operate]', 'moments: [operate, test]'],
    [themes, 'title: Oversight }', 'title: Oversight }\n  - { id: security, title: Security }'],
  );
  expect(problemsOf(files).map(({ code, severity }) => [code, severity])).toEqual([
    ['no-tool', holes],
    ['no-control', holes],
    ['unused', holes],
  ]);
});
