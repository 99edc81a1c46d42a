import { describe, expect, it } from 'vitest';
import { catalogChanges } from '../../src/advise/catalog-changes';
import { diffCatalogs } from '../../src/advise/catalog-diff';
import { catalogDiffSchema, diffedKinds } from '../../src/answer/catalog-diff';
import type { Pack } from '../../src/catalog/pack';
import { renderCatalogDiff } from '../../src/render/text/catalog-diff';
import { changeText } from '../../src/render/words/catalog-diff';
import { changed, type Files, withFiles } from './small-catalog';
import { answerUnder, packOf, packWith, payer } from './small-packs';

const old = packOf();
const article = 'regimes/moon-act/article-1.md';
const main = 'regimes/moon-act/moon-act.md';

const print = (diff: ReturnType<typeof diffCatalogs>) =>
  renderCatalogDiff(diff, { width: 200, color: (_role, text) => text });
const says = (from: Pack, to: Pack) =>
  diffCatalogs(from, to).entries?.flatMap(({ kind, added, removed, changed: both }) => [
    ...added.map(({ id }) => `+ ${kind}/${id}`),
    ...removed.map(({ id }) => `- ${kind}/${id}`),
    ...both.flatMap(({ id, changes }) => changes.map((change) => `${id}: ${changeText(change)}`)),
  ]);

/** The small catalog with several stretches replaced, one after the other. */
function edited(...edits: readonly (readonly [string, string, string])[]): Files {
  return edits.reduce<Files>((files, [file, from, to]) => {
    const text = files[file] ?? '';
    if (text.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
    return { ...files, [file]: text.replace(from, () => to) };
  }, withFiles({}));
}

const duty = `  - id: moon-act.art-2
    title: A log
    article: Art. 2
    statement: Keep a log.
    roles: [deployer]
    classes: [high]
    date: general
    themes: [human-oversight]
    sources: [S1]
    confidence: high
`;
const withDuty = edited([
  article,
  '    until: 2030-01-01\n    sources: [S1]\n    confidence: high\n',
  `    until: 2030-01-01\n    sources: [S1]\n    confidence: high\n${duty}`,
]);
const movedDay = edited([
  main,
  '{ from: 2025-06-01, day: 2027-01-01, by: Act 2 }',
  '{ from: 2025-06-01, day: 2027-01-01, by: Act 2 }\n      - { from: 2026-06-01, day: 2027-07-01, by: Act 3 }',
]);

describe('catalog against catalog', () => {
  it('of one catalog with itself says that nothing differs', () => {
    expect(diffCatalogs(old, packOf()).entries).toEqual([]);
    expect(print(diffCatalogs(old, packOf()))).toMatch(
      /^Both are the catalog 2026\.11\.24 .*nothing differs\.\n$/,
    );
  });

  it.each<[string, Files, string[]]>([
    ['a day that moved', movedDay, ['moon-act: date “General”: 2027-01-01 -> 2027-07-01, by Act 3']],
    ['a duty that was added', withDuty, ['moon-act: duty added: A log (Art. 2)']],
    [
      'a duty that was reworded',
      changed(article, 'statement: Put a person first.', 'statement: Put two persons first.'),
      ['moon-act: duty reworded: A person first (Art. 1(3))'],
    ],
    [
      'a duty that binds others',
      changed(article, 'roles: [deployer]', 'roles: [deployer, provider]'),
      ['moon-act: duty changed: A person first (Art. 1(3)): roles'],
    ],
    [
      'an event of its history',
      changed(
        main,
        'scope:\n',
        '  - { date: 2026-10-01, status: contested, what: Before a court., sources: [S1], confidence: high }\nscope:\n',
      ),
      ['moon-act: 2026-10-01 contested: Before a court.'],
    ],
    ['another scope', changed(main, 'includes: DE', 'includes: EU'), ['moon-act: changed: scope']],
    [
      'an exception that works otherwise',
      changed(article, 'oneOf: [micro, small]', 'oneOf: [micro]'),
      ['moon-act: exceptions changed (1 -> 1)'],
    ],
    [
      'a graver risk',
      changed('risks/rash-action.md', 'base: 3', 'base: 4'),
      ['rash-action: severity 3 -> 4'],
    ],
    [
      'what else a risk says',
      changed('risks/rash-action.md', 'example: It pays twice.', 'example: It pays thrice.'),
      ['rash-action: changed: example'],
    ],
    [
      'a tool that rests',
      changed('tools/holder.md', 'state: active', 'state: archived'),
      ['holder: state active -> archived'],
    ],
    [
      'a tool that costs',
      changed('tools/holder.md', 'price: free-oss', 'price: commercial'),
      ['holder: price free-oss -> commercial'],
    ],
    [
      'a term',
      changed('vocabularies/themes.md', 'title: Oversight }', 'title: Oversight by people }'),
      ['themes: terms changed: human-oversight'],
    ],
  ])('tells %s', (_name, files, words) => {
    expect(says(old, packOf(files))).toEqual(words);
  });

  it('tells backwards what went', () => {
    expect(says(packOf(withDuty), old)).toEqual(['moon-act: duty removed: A log (Art. 2)']);
  });

  it('tells entries that came and went', () => {
    const other = { ...old, tools: old.tools.map((tool) => ({ ...tool, id: 'keeper' })), hash: 'other' };
    expect(says(old, other)).toEqual(['+ tools/keeper', '- tools/holder']);
    expect(print(diffCatalogs(old, other))).toContain(
      'Tools\n  added    keeper: Holder\n  removed  holder: Holder\n',
    );
  });

  it('counts what was only read again, and what is only a newer release, without a line each', () => {
    const files = edited(
      [main, 'read: 2026-11-23', 'read: 2026-11-20'],
      ['tools/holder.md', 'what: release 1.0, date: 2026-10-01', 'what: release 1.1, date: 2026-11-01'],
    );
    const diff = diffCatalogs(old, packOf(files));
    expect(diff.entries?.map(({ kind, changed: both, reread }) => [kind, both, reread])).toEqual([
      ['regimes', [], ['moon-act']],
      ['tools', [], ['holder']],
    ]);
    expect(print(diff)).toContain('reread   1 entry without another change');
  });

  it('does not mind the order of keys', () => {
    const turned = old.tools.map((tool) => Object.fromEntries(Object.entries(tool).reverse()) as typeof tool); // the same entry
    expect(diffCatalogs(old, { ...old, tools: turned, hash: 'other' }).entries).toEqual([]);
  });

  it('names the second as the older one where it knows less', () => {
    const newer = { ...old, knownUntil: '2027-01-01', hash: 'other' };
    expect(print(diffCatalogs(newer, old))).toContain('the second is the older one');
    expect(print(diffCatalogs(old, newer))).not.toContain('older');
  });

  it('compares every list that a catalog has', () => {
    const lists = Object.entries(old).flatMap(([key, value]) => (Array.isArray(value) ? key : []));
    expect([...diffedKinds].sort()).toEqual(lists.sort());
  });

  it('has a shape that programs can rely on', () => {
    expect(catalogDiffSchema.parse(diffCatalogs(old, packOf(movedDay)))).toBeTruthy();
  });
});

describe('for a manifest', () => {
  const tells = (to: Pack, from = old, text = payer) => {
    const { systems, changes } = catalogChanges(answerUnder(from, text), answerUnder(to, text));
    return [...systems.flatMap((system) => system.changes), ...changes].map(changeText);
  };

  it('nothing changes where the catalogs differ in what does not concern it', () => {
    const elsewhere = payer.replace(/DE/g, 'SG');
    expect(tells(packOf(movedDay), old, elsewhere)).toEqual([]);
    const root = catalogChanges(answerUnder(old, elsewhere), answerUnder(packOf(movedDay), elsewhere));
    const diff = { ...diffCatalogs(old, packOf(movedDay)), entries: null, roots: [root] };
    expect(print(diff)).toContain('Nothing changes for this manifest.');
  });

  it('tells a day that moved, of the class and of the duty', () => {
    expect(tells(packOf(movedDay))).toEqual([
      'Moon act: high by Art. 1(1): 2027-01-01 -> 2027-07-01',
      'Moon act: A person first (Art. 1(3)): due 2027-01-01 -> 2027-07-01',
    ]);
  });

  it('tells a duty that is new, and one that is gone', () => {
    expect(tells(packOf(withDuty))).toEqual(['Moon act: new duty: A log (Art. 2), due 2027-01-01']);
    expect(tells(old, packOf(withDuty))).toEqual(['Moon act: duty gone: A log (Art. 2)']);
  });

  it('tells a duty that reads otherwise', () => {
    const files = changed(article, 'statement: Put a person first.', 'statement: Put two persons first.');
    expect(tells(packOf(files))).toEqual(['Moon act: duty reworded: A person first (Art. 1(3))']);
  });

  it('tells law that applies newly with what it asks, and what follows from it', () => {
    const nowhere = packWith(main, 'includes: DE', 'includes: SG');
    expect(tells(old, nowhere)).toEqual([
      'applies now: Moon act (DE, law), with one duty, the first due 2027-01-01',
    ]);
    expect(tells(nowhere)).toEqual(['no longer applies: Moon act (DE, law)']);
  });

  it('tells a risk that weighs otherwise', () => {
    expect(tells(packWith('risks/rash-action.md', 'base: 3', 'base: 4'))).toEqual([
      'risk Rash action: severity 4 -> 5',
    ]);
  });

  it('tells a risk that is run no longer', () => {
    expect(tells(packWith('risks/rash-action.md', 'includes: EU', 'includes: SG'))).toContain(
      'risk no longer run: Rash action',
    );
  });

  it('tells a control that is asked no longer, and the tool that goes with it', () => {
    const files = edited(
      ['controls/gate.md', '  duties: [moon-act.art-1]\n  themes: [human-oversight]', '  duties: []'],
      ['controls/gate.md', 'strength: primary', 'strength: partial'],
    );
    expect(tells(packOf(files))).toEqual([
      'control no longer asked: Gate',
      'tool no longer recommended: Holder',
    ]);
    expect(tells(old, packOf(files))).toEqual(['control asked now: Gate', 'tool recommended now: Holder']);
  });

  it('tells an error that the manifest has only under the newer one', () => {
    const asking = payer.replace('systems:', 'policy: { requires: { catalog: "<2027" } }\nsystems:');
    expect(tells({ ...old, version: '2027.01.01' }, old, asking).join()).toMatch(
      /^error now: .*2027\.01\.01.*\[policy\/catalog-version\]$/,
    );
  });

  it('names the first few of many alike, and counts the others', () => {
    const changes = Array.from({ length: 9 }, (_, index) => ({
      id: 'control.asked',
      params: { title: `C${index}` },
    }));
    const roots = [{ path: 'a.yaml', asOf: '2026-11-24', systems: [], changes }];
    const text = print({ ...diffCatalogs(old, old), entries: null, roots });
    expect(text).toContain('control asked now: C4\n');
    expect(text).not.toContain('C5');
    expect(text).toContain('and 4 more like it');
  });
});
