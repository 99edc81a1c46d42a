import type { Bodies, Pack } from '../catalog/pack';
import { page } from './explain-page';
import { named } from './explain-sections';

/** A page about how the regimes of one theme stand to each other. */
export function explainComparison(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const comparison = pack.comparisons.find((candidate) => candidate.id === id);
  if (!comparison) return undefined;
  const { title, strictest, meets, because, sources, confidence } = comparison;
  const titleOf = (regime: string) => pack.regimes.find((one) => one.id === regime)?.shortTitle;
  const facts = [
    `How the laws on one theme stand to each other. Our judgment, ${confidence}.`,
    `**The strictest first**: ${strictest.map((regime) => named(regime, titleOf(regime))).join(', ')}.`,
    `**Does meeting the first meet the others?** ${meets}: ${because}.`,
  ];
  return page(title, facts, bodies[`comparisons/${id}`], sources);
}

/** A page about a closed list of terms. */
export function explainVocabulary(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const vocabulary = pack.vocabularies.find((candidate) => candidate.id === id);
  if (!vocabulary) return undefined;
  const terms = vocabulary.terms.map(
    (term) => `- \`${term.id}\`: ${term.title}${term.meaning === undefined ? '' : `. ${term.meaning}`}`,
  );
  return page(vocabulary.title, [terms.join('\n')], bodies[`vocabularies/${id}`], []);
}
