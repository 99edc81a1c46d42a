import MiniSearch from 'minisearch';
import { browsedKinds, type CatalogSearch } from '../answer/catalog-browse';
import type { Pack } from '../catalog/pack';
import type { BrowsedEntry } from './catalog-list';

type Found = CatalogSearch['found'][number];

/** The best so many are told. */
const most = 20;

/**
 * Entries and duties whose id, title or statement has the words, or words that are nearly written so, all of them
 * where any entry has all; the best first. The same catalog and words give the same list.
 */
export function searchCatalog(pack: Pack, words: string): CatalogSearch {
  const documents = documentsOf(pack);
  const index = new MiniSearch<Document>({
    idField: 'number',
    fields: ['id', 'title', 'statement', 'more'],
    // Ids are read as their words: `audit-log`, `eu-ai-act.art-14`.
    tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''),
    processTerm: (term) => term.toLowerCase(),
    searchOptions: {
      boost: { id: 3, title: 3, statement: 1, more: 0.5 },
      prefix: (term) => term.length >= 3,
      // One letter in five may be wrong; short words would then be any word.
      fuzzy: (term) => (term.length >= 4 ? 0.2 : false),
    },
  });
  index.addAll(documents.map((document, number) => ({ ...document, number })));
  const all = index.search(words, { combineWith: 'AND' });
  const results = all.length > 0 ? all : index.search(words);
  const found = results
    .map(({ id, score }) => ({ number: Number(id), score }))
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, most)
    .flatMap(({ number }) => documents[number] ?? [])
    .map(({ kind, id, title, statement }): Found => ({ kind, id, title, statement }));
  return { schemaVersion: 1, words, count: results.length, found };
}

interface Document extends Found {
  readonly number?: number;
  /** What is found last: examples, items of lists, limits. */
  readonly more: string;
}

/** In a fixed order, which settles whatever two are found equally well. */
function documentsOf(pack: Pack): Document[] {
  const entries = browsedKinds.flatMap((kind) =>
    pack[kind].map((entry) => ({ kind, id: entry.id, title: titleOf(entry), ...saidBy(entry) })),
  );
  const duties = new Map(pack.regimes.flatMap((regime) => regime.duties.map((duty) => [duty.id, duty])));
  return [
    ...entries,
    ...[...duties.values()].map(
      ({ id, title, statement, article }): Document => ({
        kind: 'duties',
        id,
        title,
        statement,
        more: article,
      }),
    ),
  ];
}

function titleOf(entry: BrowsedEntry): string {
  if (!('shortTitle' in entry) || entry.title.includes(entry.shortTitle)) return entry.title;
  return `${entry.shortTitle}: ${entry.title}`;
}

function saidBy(entry: BrowsedEntry): Pick<Document, 'statement' | 'more'> {
  if ('when' in entry && 'example' in entry) return { statement: entry.statement, more: entry.example };
  if ('statement' in entry) return { statement: entry.statement, more: '' };
  if ('scope' in entry) return { statement: entry.scope.statement, more: entry.instrument };
  if ('limits' in entry) return { statement: entry.summary, more: `${entry.owner.name} ${entry.limits}` };
  if ('meaning' in entry) return { statement: entry.meaning, more: '' };
  if ('because' in entry) return { statement: entry.because, more: '' };
  if ('events' in entry) return { statement: entry.summary, more: '' };
  if ('items' in entry) return { statement: '', more: entry.items.map(({ title }) => title).join(' ') };
  return { statement: '', more: entry.terms.map(({ title }) => title).join(' ') };
}
