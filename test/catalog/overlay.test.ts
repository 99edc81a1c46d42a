import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFiles } from '../../scripts/built-catalog';
import { type Catalog, type MergedCatalog, mergeOverlays } from '../../src/catalog/overlay';
import { maxOverlayFile, type Overlay, type OverlayProblem } from '../../src/catalog/overlay-file';
import { sha256 } from '../../src/catalog/sha256';
import { type Files, filesOf, withFiles } from './small-catalog';

/** Overlays over the small catalog. Its own files, changed in one place, are what a company might write. */

const small = withFiles({});
const bundled: Catalog = deepFrozen(buildFiles(filesOf(small)));

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFrozen(inner);
  }
  return value;
}

function overlay(files: Files, folder = 'own'): Overlay {
  return { folder, files: filesOf(files) };
}

const merged = (files: Files): MergedCatalog => mergeOverlays(bundled, [overlay(files)]);

/** A file of the small catalog with each text replaced by the next. */
function rewritten(file: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
    return text.replaceAll(from, to);
  }, small[file] ?? '');
}

const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

const said = (problems: readonly OverlayProblem[]) =>
  problems.map(({ file, message, severity }) => `${severity} ${file}: ${message}`);

const ownTool = rewritten('tools/holder.md', ['Holder', 'Keeper']);
const ownRegime = rewritten('regimes/moon-act/moon-act.md', ['Moon act', 'House rules']);
const ownPart = rewritten('regimes/moon-act/article-1.md', ['moon-act', 'house']);

/** One of everything, under ids that the catalog does not have. */
const own: Files = {
  'capabilities/hold.md': small['capabilities/approval.md'] ?? '',
  'risks/slow-action.md': small['risks/rash-action.md'] ?? '',
  'controls/wait.md': rewritten(
    'controls/gate.md',
    ['[approval]', '[hold]'],
    ['rash-action', 'slow-action'],
    ['moon-act', 'house'],
  ),
  'tools/keeper.md': rewritten('tools/holder.md', ['id: approval', 'id: hold'], ['Holder', 'Keeper']),
  'regimes/house/house.md': ownRegime,
  'regimes/house/article-1.md': ownPart,
};

describe('an overlay', () => {
  it('adds entries of every kind, sorted among those of the catalog', () => {
    const { pack, problems } = merged(own);
    expect(said(problems)).toEqual([]);
    expect(ids(pack.capabilities)).toEqual(['approval', 'hold']);
    expect(ids(pack.risks)).toEqual(['rash-action', 'slow-action']);
    expect(ids(pack.controls)).toEqual(['gate', 'wait']);
    expect(ids(pack.tools)).toEqual(['holder', 'keeper']);
    expect(ids(pack.regimes)).toEqual(['house', 'moon-act']);
    expect(ids(pack.regimes[0]?.duties ?? [])).toEqual(['house.art-1']);
    expect(pack.controls[1]).toMatchObject({
      capabilities: ['hold'],
      mitigates: [{ risk: 'slow-action' }],
      primaryFor: { duties: ['house.art-1'] },
    });
  });

  it('brings the guidance of its entries', () => {
    expect(merged(own).bodies).toMatchObject({
      'risks/slow-action': 'Think before you pay.',
      'regimes/house': 'The main file.',
    });
  });

  it('may write a regime as one file', () => {
    const { pack, problems } = merged({ 'regimes/house.md': ownRegime });
    expect(said(problems)).toEqual([]);
    expect(ids(pack.regimes)).toEqual(['house', 'moon-act']);
  });

  it('leaves the catalog itself as it was', () => {
    const before = JSON.stringify(bundled);
    merged({ ...own, 'tools/holder.md': '---\nwithdrawn: Too slow for us.\n---\n' });
    expect(JSON.stringify(bundled)).toBe(before);
  });

  it('shows in the hash, which depends on its content and not on the order of its files', () => {
    const { hash } = merged(own).pack;
    const turned = { folder: 'own', files: filesOf(own).reverse() };
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toBe(bundled.pack.hash);
    expect(mergeOverlays(bundled, [turned]).pack).toEqual(merged(own).pack);
    expect(
      merged({ ...own, 'tools/keeper.md': `${own['tools/keeper.md']}More words.\n` }).pack.hash,
    ).not.toBe(hash);
  });

  it('tells what it changes, with the file of each change', () => {
    const { pack } = merged({
      'tools/holder.md': '---\nwithdrawn: Too slow for us.\n---\n',
      'tools/keeper.md': ownTool,
      'controls/gate.md': `---\nreplaces: true\n${small['controls/gate.md']?.slice(4) ?? ''}`,
    });
    expect(pack.overlays).toEqual({
      folders: ['own'],
      changes: [
        { kind: 'controls', id: 'gate', how: 'replaced', file: 'own/controls/gate.md' },
        {
          kind: 'tools',
          id: 'holder',
          how: 'withdrawn',
          file: 'own/tools/holder.md',
          reason: 'Too slow for us.',
        },
        { kind: 'tools', id: 'keeper', how: 'added', file: 'own/tools/keeper.md' },
      ],
    });
  });
});

describe('an entry with an id of the catalog', () => {
  it('is refused, and the one of the catalog stays', () => {
    const { pack, problems } = merged({ 'tools/holder.md': ownTool });
    expect(pack.tools[0]?.title).toBe('Holder');
    expect(said(problems)).toEqual([
      expect.stringMatching(
        /^error own\/tools\/holder\.md: There is a tool holder already\..*replaces: true/,
      ),
    ]);
  });

  it('stands in its place, whole and with its guidance, when it says that it replaces it', () => {
    const text = `---\nreplaces: true\n${rewritten('risks/rash-action.md', ['base: 3', 'base: 5']).slice(4)}`;
    const { pack, bodies, problems } = merged({
      'risks/rash-action.md': text.replace('Think before you pay.', 'Never pay.'),
    });
    expect(said(problems)).toEqual([]);
    expect(pack.risks.map(({ severity }) => severity.base)).toEqual([5]);
    expect(bodies['risks/rash-action']).toBe('Never pay.');
  });

  it('leaves the one of the catalog where it has an error itself', () => {
    const text = `---\nreplaces: true\n${rewritten('risks/rash-action.md', ['base: 3', 'base: 9']).slice(4)}`;
    const { pack, bodies, problems } = merged({ 'risks/rash-action.md': text });
    expect(pack.risks.map(({ severity }) => severity.base)).toEqual([3]);
    expect(bodies['risks/rash-action']).toBe('Think before you pay.');
    expect(pack.overlays?.changes).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('that is not there is added, and said to replace nothing', () => {
    const { pack, problems } = merged({ 'tools/keeper.md': `---\nreplaces: true\n${ownTool.slice(4)}` });
    expect(ids(pack.tools)).toEqual(['holder', 'keeper']);
    expect(said(problems)).toEqual([
      expect.stringContaining('warning own/tools/keeper.md: There is no tool keeper to replace'),
    ]);
  });
});

describe('a withdrawal', () => {
  const withdrawn = (path: string) => merged({ [path]: '---\nwithdrawn: Not for us.\n---\n' });

  it('takes the entry and its guidance away', () => {
    const { pack, bodies, problems } = withdrawn('regimes/moon-act.md');
    expect(said(problems)).toEqual([]);
    expect(pack.regimes).toEqual([]);
    expect(bodies['regimes/moon-act']).toBeUndefined();
  });

  it('leaves nothing that points at what is gone', () => {
    const risk = withdrawn('risks/rash-action.md');
    expect(risk.pack.controls[0]?.mitigates).toEqual([]);
    const capability = withdrawn('capabilities/approval.md');
    expect(capability.pack.controls[0]?.capabilities).toEqual([]);
    expect(capability.pack.tools[0]?.capabilities).toEqual([]);
    const regime = withdrawn('regimes/moon-act/moon-act.md');
    expect(regime.pack.controls[0]?.primaryFor).toEqual({ duties: [], themes: ['human-oversight'] });
  });

  it('of what is not there names the nearest id', () => {
    expect(said(withdrawn('tools/holdr.md').problems)).toEqual([
      'error own/tools/holdr.md: There is no tool holdr to withdraw. Did you mean holder? Then call the file holder.md.',
    ]);
  });

  it.each([
    ['says why', 'withdrawn:', 'Say why it is withdrawn'],
    ['says it as text', 'withdrawn: true', 'Say why it is withdrawn'],
    [
      'says nothing else',
      'withdrawn: Not for us.\ntitle: Holder',
      'A withdrawal says only why. Remove title',
    ],
    ['can be read', 'withdrawn: [Not for us', 'The front matter cannot be read'],
  ])('counts only where it %s', (_says, front, words) => {
    const { pack, problems } = merged({ 'tools/holder.md': `---\n${front}\n---\n` });
    expect(ids(pack.tools)).toEqual(['holder']);
    expect(problems.map(({ message }) => message).join('\n')).toContain(words);
  });

  it('may be followed by an entry of the same id in a later overlay', () => {
    const { pack, problems } = mergeOverlays(bundled, [
      overlay({ 'tools/holder.md': '---\nwithdrawn: Not for us.\n---\n' }, 'company'),
      overlay({ 'tools/holder.md': ownTool }, 'team'),
    ]);
    expect(said(problems)).toEqual([]);
    expect(pack.tools.map(({ title }) => title)).toEqual(['Keeper']);
    expect(pack.overlays?.folders).toEqual(['company', 'team']);
  });
});

describe('several overlays', () => {
  it('may point at what another one brings, whatever their order', () => {
    const { 'controls/wait.md': control = '', ...rest } = own;
    for (const overlays of [
      [overlay({ 'controls/wait.md': control }, 'a'), overlay(rest, 'b')],
      [overlay(rest, 'a'), overlay({ 'controls/wait.md': control }, 'b')],
    ]) {
      const { pack, problems } = mergeOverlays(bundled, overlays);
      expect(said(problems)).toEqual([]);
      expect(ids(pack.controls)).toEqual(['gate', 'wait']);
    }
  });

  it('do not take an id of an earlier one without saying so', () => {
    const { pack, problems } = mergeOverlays(bundled, [
      overlay({ 'tools/keeper.md': ownTool }, 'company'),
      overlay({ 'tools/keeper.md': ownTool.replace('Keeper', 'Our keeper') }, 'team'),
    ]);
    expect(pack.tools.map(({ title }) => title)).toEqual(['Holder', 'Keeper']);
    expect(said(problems)).toEqual([
      expect.stringContaining('team/tools/keeper.md: There is a tool keeper already'),
    ]);
  });
});

describe('a vocabulary', () => {
  const themes = (terms: string) => `---\ntitle: Our themes\nterms: ${terms}\n---\n`;

  it('adds its terms to those of the catalog, and duties may use them', () => {
    const { pack, problems } = merged({
      'vocabularies/themes.md': themes('[{ id: house-keeping, title: House keeping }]'),
      'regimes/house/house.md': ownRegime,
      'regimes/house/article-1.md': ownPart.replace('themes: [human-oversight]', 'themes: [house-keeping]'),
    });
    expect(said(problems)).toEqual([]);
    expect(ids(pack.vocabularies[0]?.terms ?? [])).toEqual(['human-oversight', 'house-keeping']);
    expect(pack.regimes[0]?.duties[0]?.themes).toEqual(['house-keeping']);
  });

  it('changes no term of the catalog', () => {
    const { pack, problems } = merged({
      'vocabularies/themes.md': themes('[{ id: human-oversight, title: No oversight }]'),
    });
    expect(pack.vocabularies).toEqual(bundled.pack.vocabularies);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('There is a term human-oversight already'),
    ]);
  });

  it('that nothing reads is told', () => {
    const { problems } = merged({ 'vocabularies/colors.md': themes('[{ id: blue, title: Blue }]') });
    expect(said(problems)).toEqual([expect.stringContaining('There is no vocabulary colors')]);
  });
});

/** A file of `own` that is broken in one place, and the stretch of it that the problem underlines. */
const breaks: readonly {
  says: string;
  file: string;
  from: string;
  to: string;
  underlined: string;
  words: string;
}[] = [
  {
    says: 'a value that its schema refuses',
    file: 'tools/keeper.md',
    from: 'price: free-oss',
    to: 'price: cheap',
    underlined: 'cheap',
    words: 'price is not as it must be',
  },
  {
    says: 'a key that is not known',
    file: 'tools/keeper.md',
    from: 'limits: Holds',
    to: 'limit: Holds',
    underlined: 'limit',
    words: 'Did you mean limits?',
  },
  {
    says: 'an id that points nowhere, the ids of the catalog included',
    file: 'controls/wait.md',
    from: 'risk: slow-action',
    to: 'risk: rash-actions',
    underlined: 'rash-actions',
    words: 'Did you mean rash-action?',
  },
  {
    says: 'a condition that no manifest answers',
    file: 'risks/slow-action.md',
    from: 'path: system.markets',
    to: 'path: system.market',
    underlined: 'system.market',
    words: 'Did you mean system.markets?',
  },
  {
    says: 'a day that does not exist',
    file: 'regimes/house/house.md',
    from: 'date: 2024-01-01',
    to: 'date: 2024-02-30',
    underlined: '2024-02-30',
    words: 'There is no day 2024-02-30',
  },
  {
    says: 'an id that does not begin with its regime, in a part',
    file: 'regimes/house/article-1.md',
    from: 'id: house.small',
    to: 'id: moon-act.tiny',
    underlined: 'moon-act.tiny',
    words: 'belongs to the regime house',
  },
  {
    says: 'a front matter that is no YAML',
    file: 'capabilities/hold.md',
    from: 'moments: [operate]',
    to: 'moments: [operate',
    underlined: '[',
    words: 'cannot be read',
  },
  {
    says: 'a file in no folder of a kind',
    file: 'tool/keeper.md',
    from: '',
    to: '',
    underlined: 'title: Keeper',
    words: 'belongs to no entry',
  },
];

describe('an entry with an error', () => {
  it.each(breaks)('is told at its place, and is left out: $says', (row) => {
    const files = { ...own, [row.file]: (own[row.file] ?? ownTool).replace(row.from, () => row.to) };
    const { pack, problems } = merged(files);
    const [problem] = problems;
    expect(problem?.file).toBe(`own/${row.file}`);
    expect(problem?.message).toContain(row.words);
    const { start = 0, end = 0 } = problem?.span ?? {};
    expect(files[row.file]?.slice(start, end)).toBe(row.underlined);
    const counted = pack.overlays?.changes.map(({ kind, id }) => `${kind}/${id}`) ?? [];
    const [kind = '', name = ''] = row.file.replace('.md', '').split('/');
    expect(counted).not.toContain(`${kind}/${name}`);
    const others = [
      'capabilities/hold',
      'controls/wait',
      'regimes/house',
      'risks/slow-action',
      'tools/keeper',
    ];
    expect(counted).toEqual(others.filter((other) => other !== `${kind}/${name}`));
  });

  it('makes no finding of what points at it', () => {
    const broken = { ...own, 'risks/slow-action.md': '---\ntitle: Slow\n---\n' };
    const { pack, problems } = merged(broken);
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['own/risks/slow-action.md']));
    expect(pack.controls.find(({ id }) => id === 'wait')?.mitigates).toEqual([]);
  });

  it('is one that could not be read', () => {
    const files = [{ path: 'tools/keeper.md', problem: 'permission denied' }];
    const { pack, problems } = mergeOverlays(bundled, [{ folder: 'own', files }]);
    expect(said(problems)).toEqual([
      'error own/tools/keeper.md: The file cannot be read: permission denied.',
    ]);
    expect(ids(pack.tools)).toEqual(['holder']);
  });

  it('is one that is longer than is read', () => {
    const { pack, problems } = merged({ 'tools/keeper.md': ownTool + 'x'.repeat(maxOverlayFile) });
    expect(said(problems)).toEqual([expect.stringContaining('so it is not read')]);
    expect(ids(pack.tools)).toEqual(['holder']);
  });

  it('tells at most twenty problems', () => {
    const keys = Array.from({ length: 300 }, (_, index) => `key${index}: 1`).join('\n');
    const { problems } = merged({ 'tools/keeper.md': `---\n${keys}\n---\n` });
    expect(problems).toHaveLength(20);
  });
});

describe('what a company does otherwise than the catalog', () => {
  it('only warns: a tool without a sign of life counts', () => {
    const { pack, problems } = merged({
      'tools/keeper.md': ownTool.replace(/ {2}seen: .*\n/, ''),
    });
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(ids(pack.tools)).toEqual(['holder', 'keeper']);
  });

  it('only warns: one more control for a duty that has three already counts', () => {
    const control = small['controls/gate.md'] ?? '';
    const { pack, problems } = merged({
      'controls/a.md': control,
      'controls/b.md': control,
      'controls/c.md': control,
    });
    expect(ids(pack.controls)).toEqual(['a', 'b', 'c', 'gate']);
    expect(said(problems)).toEqual(
      [
        expect.stringContaining('own/controls/c.md: The theme human-oversight has more than 3'),
        expect.stringContaining('own/controls/c.md: The duty moon-act.art-1 has more than 3'),
      ]
        .sort()
        .reverse(),
    );
  });
});

describe('bad input', () => {
  it('never throws, and every problem stands inside its file', () => {
    const parts = fc.constantFrom(
      '---\n',
      'title: x\n',
      'withdrawn: y\n',
      'replaces: true\n',
      'terms: [{ id: &a b }, *a]\n',
      'classes: [{ id: moon-act.x }]\n',
      '\t- {[\n',
      '<<: *x\n',
      '__proto__: { withdrawn: no }\n',
      '\u2028',
      '\r\n',
      '\uD800',
    );
    const text = fc.oneof(
      fc.array(parts, { maxLength: 12 }).map((list) => list.join('')),
      fc.string(),
    );
    const path = fc.constantFrom(
      'tools/holder.md',
      'regimes/moon-act.md',
      'regimes/moon-act/x.md',
      'regimes/a/b/c.md',
      'vocabularies/themes.md',
      'x.md',
      'catalog.yaml',
      'tools/__proto__.md',
      'tools/.md',
    );
    fc.assert(
      fc.property(fc.dictionary(path, text), (files) => {
        const { pack, problems } = merged(files);
        for (const { file, span } of problems) {
          const length = files[file.slice('own/'.length)]?.length ?? 0;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(length);
        }
        // Whatever cannot be read leaves what is there.
        const gone =
          pack.overlays?.changes.filter(({ how }) => how === 'withdrawn').map(({ id }) => id) ?? [];
        for (const tool of bundled.pack.tools) {
          expect(ids(pack.tools).includes(tool.id)).toBe(!gone.includes(tool.id));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the hash of the core', () => {
  it('is SHA-256, as Node computes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });
});
