import type { BrowsedKind, CatalogSearch } from '../../answer/catalog-browse';

/** Headings for the kinds of entry, and for duties, which stand inside the laws. */
export const kindHeadings: Readonly<Record<BrowsedKind | 'duties', string>> = {
  regimes: 'Laws and frameworks',
  conflicts: 'Conflicts',
  comparisons: 'Comparisons',
  background: 'Background',
  risks: 'Risks',
  controls: 'Controls',
  tools: 'Tools',
  capabilities: 'Capabilities',
  frameworks: 'Lists of risks and controls',
  vocabularies: 'Vocabularies',
  duties: 'Duties',
};

/** What one entry of a kind is called. */
export const kindNames: Readonly<Record<CatalogSearch['found'][number]['kind'], string>> = {
  regimes: 'law',
  conflicts: 'conflict',
  comparisons: 'comparison',
  background: 'background',
  risks: 'risk',
  controls: 'control',
  tools: 'tool',
  capabilities: 'capability',
  frameworks: 'list',
  vocabularies: 'vocabulary',
  duties: 'duty',
};
