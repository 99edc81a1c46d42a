import { describe, expect, it } from 'vitest';
import { catalogPage } from '../../scripts/catalog-page';
import { familiesOf, listCatalog } from '../../src/advise/catalog-list';
import { searchCatalog } from '../../src/advise/catalog-search';
import { statsOf } from '../../src/advise/catalog-stats';
import { createAdvisor } from '../../src/advise/create';
import { entryNamed } from '../../src/advise/explain-entry';
import { catalogListSchema, catalogSearchSchema, catalogStatsSchema } from '../../src/answer/catalog-browse';
import {
  renderCatalogList,
  renderCatalogSearch,
  renderCatalogStats,
} from '../../src/render/text/catalog-browse';
import { withFiles } from './small-catalog';
import { packOf } from './small-packs';

/** Looking into a catalog: lists, search, numbers and pages, on a small one. */

const framework = `---
title: Moon Top Ten
shortTitle: Moon Top, 2026
version: '2026'
publisher: The league
lists: risks
items:
  - { id: M1, title: Haste, was: M9 }
sources: [{ title: The list, read: 2026-11-20, kind: primary }]
confidence: high
---
`;
const small = packOf(withFiles({ 'frameworks/moon-top-2026.md': framework }));
const pack = {
  ...small,
  risks: small.risks.map((risk) => ({
    ...risk,
    crosswalk: { 'moon-top-2026': ['M1'] },
    known: [{ what: 'It paid twice in Bonn.', when: '2025-03', sources: ['S1'] }],
    sources: [
      { id: 'S1', title: 'The gazette', read: '2026-11-23', kind: 'secondary' as const },
      ...risk.sources,
    ],
  })),
  // The same id in two kinds: pages tell of both.
  controls: small.controls.map((control) => ({ ...control, id: 'approval' })),
};

const plain = { width: 100, color: (_role: unknown, text: string) => text };

function pageOf(id: string): string {
  const found = createAdvisor(pack, { 'risks/rash-action': 'Think before you pay.' }).explain(id);
  return 'markdown' in found ? found.markdown : `Nothing, but ${found.nearest.join(', ')}`;
}

describe('the list', () => {
  it('has every entry once, by kind and id', () => {
    const { kinds } = listCatalog(pack, {});
    expect(kinds.map(({ kind, entries }) => [kind, ...entries.map(({ id }) => id)])).toEqual([
      ['regimes', 'moon-act'],
      ['risks', 'rash-action'],
      ['controls', 'approval'],
      ['tools', 'holder'],
      ['capabilities', 'approval'],
      ['frameworks', 'moon-top-2026'],
      ['vocabularies', 'themes'],
    ]);
    expect(catalogListSchema.safeParse(listCatalog(pack, {})).success).toBe(true);
  });

  it('takes one kind, one family, or the law of a place and of those in it', () => {
    const ids = (wish: Parameters<typeof listCatalog>[1]) =>
      listCatalog(pack, wish).kinds.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(ids({ kind: 'tools' })).toEqual(['holder']);
    expect(ids({ family: 'guardrail' })).toEqual(['approval']);
    expect(ids({ jurisdiction: 'DE' })).toEqual(['moon-act']);
    expect(ids({ jurisdiction: 'EU' })).toEqual(['moon-act']);
    expect(ids({ jurisdiction: 'US' })).toEqual([]);
    expect(familiesOf(pack)).toEqual(['guardrail', 'human-oversight', 'technical']);
  });

  it('says so where nothing fits', () => {
    expect(renderCatalogList(listCatalog(pack, { jurisdiction: 'US' }), plain)).toBe('No entry fits.\n');
  });
});

describe('the search', () => {
  const found = (words: string) => searchCatalog(pack, words).found.map(({ kind, id }) => `${kind}/${id}`);

  it('finds by title, id and statement, also where a letter is wrong', () => {
    expect(found('rash action')[0]).toBe('risks/rash-action');
    expect(found('rahs acton')[0]).toBe('risks/rash-action');
    expect(found('too fast')).toEqual(['risks/rash-action']);
    expect(found('moon-act')[0]).toBe('regimes/moon-act');
  });

  it('finds duties beside entries', () => {
    expect(found('put a person first')).toContain('duties/moon-act.art-1');
  });

  it('asks for all words, and only where no entry has all for any', () => {
    expect(found('rash moon')).toContain('risks/rash-action');
    expect(found('rash moon')).toContain('regimes/moon-act');
    expect(found('moon act')).not.toContain('risks/rash-action');
  });

  it('finds nothing for what is nowhere, and says so', () => {
    const nothing = searchCatalog(pack, 'xylophone');
    expect(nothing).toMatchObject({ count: 0, found: [] });
    expect(renderCatalogSearch(nothing, plain)).toBe('Nothing is found for "xylophone".\n');
    for (const words of ['', '   ', '***', '"']) expect(searchCatalog(pack, words).found).toEqual([]);
  });

  it('is the same each time', () => {
    const once = () => JSON.stringify(searchCatalog(pack, 'approval'));
    expect(once()).toBe(once());
    expect(catalogSearchSchema.safeParse(searchCatalog(pack, 'approval')).success).toBe(true);
  });
});

describe('the numbers', () => {
  const stats = statsOf(pack);

  it('count entries, grades, bases, force, and the day of the newest reading', () => {
    expect(catalogStatsSchema.safeParse(stats).error?.issues ?? []).toEqual([]);
    expect(stats.regimes).toEqual({ binding: 1, other: 0, jurisdictions: 1, duties: 1 });
    expect(stats.toolCapabilities).toEqual({ documented: 1, judged: 0 });
    expect(stats.frameworkItems).toEqual({ count: 1, inCatalog: 1 });
    expect(stats.kinds.find(({ kind }) => kind === 'risks')).toEqual({
      kind: 'risks',
      count: 1,
      grades: { high: 0, medium: 1, low: 0 },
      newestReview: '2026-11-23',
      oldestReview: '2026-11-23',
      unread: 0,
    });
    expect(stats.kinds.find(({ kind }) => kind === 'capabilities')?.grades).toBeNull();
  });

  it('are told as a table', () => {
    const text = renderCatalogStats(stats, plain);
    expect(text).toMatch(/^Tools +1 +1 +0 +0 +2026-11-23/m);
    expect(text).toContain('1 of 1 capabilities documented, 0 judged');
  });
});

describe('the page of a risk', () => {
  it('tells how grave it is and what moves that, where it happened, what answers it and where lists have it', () => {
    const page = pageOf('rash-action');
    expect(page).toContain('Risk, technical.');
    expect(page).toContain('**Severity**: 3 of 5');
    expect(page).toContain('- +1: it pays');
    expect(page).toContain('- 2025-03: It paid twice in Bonn. (The gazette)');
    expect(page).toContain('- Gate (`approval`), mainly');
    expect(page).toContain('Moon Top, 2026: M1 Haste (was M9 in the edition before)');
    expect(page).toContain('no certification');
    expect(page).toContain('Think before you pay.');
  });
});

describe('the page of a control', () => {
  it('tells when people act, the effort, the evidence, and what it answers and fulfills', () => {
    const page = pageOf('controls/approval');
    expect(page).toMatch(/When: operate\. Effort: 2 of 5, days/);
    expect(page).toContain('`docs/gate*`');
    expect(page).toContain('- Approval (`approval`): 1 tool');
    expect(page).toContain('- Rash action (`rash-action`), mainly');
    expect(page).toContain('- mainly fulfills: A person first (Moon act, Art. 1(3); `moon-act.art-1`)');
    expect(page).toContain('duties on Oversight');
    expect(page).not.toContain('**Template**');
  });

  it('names the template of the document that shows it', () => {
    const templates = [
      { id: 'approval', title: 'Plan of gates', path: 'docs/gate.md', scope: 'system' as const },
    ];
    expect(createAdvisor({ ...pack, templates }).explain('approval')).toMatchObject({
      markdown: expect.stringContaining(
        '**Template**: Plan of gates; `ai-governance new control approval` writes it.',
      ),
    });
  });
});

describe('the page of a tool', () => {
  it('tells what is documented, its terms, its owner and whose models it would judge', () => {
    const page = pageOf('holder');
    expect(page).toContain('- Approval (`approval`): documented (README)');
    expect(page).toContain('**License**: MIT, open source. **Price**: free-oss. **Hosting**: library.');
    expect(page).toContain('**Owner**: Somebody (INT). It sells no models');
    expect(page).toContain('**Status**: active; newest sign of life seen: release 1.0, 2026-10-01.');
    const seller = {
      ...pack,
      tools: pack.tools.map((tool) => ({ ...tool, owner: { ...tool.owner, sellsModels: true } })),
    };
    expect(createAdvisor(seller).explain('holder')).toMatchObject({
      markdown: expect.stringContaining('a conflict of interest'),
    });
  });
});

describe('pages of other kinds', () => {
  it('tell of a capability which controls want it and which tools have it', () => {
    const page = pageOf('capabilities/approval');
    expect(page).toContain('- Gate (`approval`)');
    expect(page).toContain('- Holder (`holder`): documented');
  });

  it('tell of a list its items, by which entries they are reached, and that this is a reading', () => {
    const page = pageOf('moon-top-2026');
    expect(page).toContain('- Moon Top, 2026: M1 Haste (was M9 in the edition before): `rash-action`');
    expect(page).toContain('our reading, no certification');
  });

  it('name the other entry where two have one id', () => {
    expect(pageOf('approval')).toMatch(/^# Gate/);
    expect(pageOf('approval')).toContain('Also called so: `capabilities/approval`.');
    expect(pageOf('capabilities/approval')).not.toContain('Also called so');
  });

  it('are offered where only a part of the id is written', () => {
    expect(pageOf('moon-top')).toBe('Nothing, but moon-top-2026');
  });
});

describe('an entry as data', () => {
  it('has its kind, all that the catalog says, and its guidance', () => {
    expect(entryNamed(pack, {}, 'holder')).toEqual({ kind: 'tools', entry: pack.tools[0], guidance: null });
    expect(entryNamed(pack, { 'tools/holder': 'Hold on.' }, 'tools/holder')?.guidance).toBe('Hold on.');
    expect(entryNamed(pack, {}, 'controls/holder')).toBeUndefined();
  });
});

describe('the page about the catalog', () => {
  it('has the counts, the places with their texts, the families, and what is not verified', () => {
    const page = catalogPage(pack);
    expect(page).toContain('| `tools/` | 1 | 1, 0, 0 |');
    expect(page).toContain('| DE Germany | `moon-act` |  |');
    expect(page).toContain('| technical | 1 | `rash-action` |');
    expect(page).toContain('| guardrail | 1 | 1 |  |');
    expect(page).toContain('1 are documented by a source that was read and 0 are judged');
    expect(page).toContain('Nothing is known of.');
  });

  it('names what nobody has read', () => {
    const unread = {
      ...pack,
      tools: pack.tools.map((tool) => ({
        ...tool,
        confidence: 'low' as const,
        capabilities: [{ id: 'approval', basis: 'judged' as const }],
        sources: [{ title: 'Memory', read: null, kind: 'memory' as const }],
      })),
    };
    const page = catalogPage(unread);
    expect(page).toContain('- Weakly sourced tools: `holder`.');
    expect(page).toContain('- Tools with a judged capability: `holder`.');
    expect(page).toContain('- Entries with a source that was not read: `tools/holder`.');
  });
});
