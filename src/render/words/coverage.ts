import type { CoverageItem, FrameworkCoverage, Ground, ItemState } from '../../answer/coverage';
import { counted, inSentence, stateWords } from './labels';

/** The states of an item, as people read them. */
export const itemStateWords: Readonly<Record<ItemState, string>> = {
  open: 'open',
  'may-be-open': 'may be open',
  met: 'met',
  'not-touched': 'not touched',
  'not-in-catalog': 'not in the catalog',
};

/** What each state means here, in a sentence. */
export const itemStateMeanings: Readonly<Record<ItemState, string>> = {
  open: 'What stands behind it holds or is asked, and is not shown to be answered.',
  'may-be-open':
    'The manifest does not say enough: it may hold or be asked, and is not shown to be answered.',
  met: 'Each control that counts is shown: done, with owner, review date and evidence.',
  'not-touched': 'Nothing that stands behind it concerns this manifest.',
  'not-in-catalog': 'No entry of the catalog points to it, so nothing is said about it.',
};

export const crosswalkNote =
  'Which risk or control belongs to which item is a reading of ours; it is no certification, and not endorsed by the publisher of the list.';

const kinds: Readonly<Record<FrameworkCoverage['framework']['lists'], readonly [string, string]>> = {
  risks: ['risk', 'risks'],
  controls: ['measure', 'measures'],
  clauses: ['clause', 'clauses'],
};

/** `3 open, 2 may be open, 1 met, 4 not touched of 10 risks`; states without an item are left out. */
export function countWords({ counts, framework: { lists } }: FrameworkCoverage): string {
  const states: readonly ItemState[] = ['open', 'may-be-open', 'met', 'not-touched', 'not-in-catalog'];
  const told = states
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${itemStateWords[state]}`);
  const total = states.reduce((sum, state) => sum + counts[state], 0);
  return `${told.join(', ')} of ${counted(total, ...kinds[lists])}`;
}

/** What a list is: its title, version and publisher. */
export function frameworkWords({ title, version, publisher }: FrameworkCoverage['framework']): string {
  return `${title}${title.includes(version) ? '' : `, version ${version}`}, by ${publisher}.`;
}

/** One risk or control behind an item, in a line: `excessive agency holds, severity 4: missing tool gate`. */
export function groundWords({ kind, title, holds, severity, controls }: Ground): string {
  if (kind === 'control') {
    const [state] = controls.map((control) => stateWords[control.state]);
    return `${inSentence(title)}: ${holds === 'yes' ? state : `may be asked; ${state}`}`;
  }
  const verdict = `${inSentence(title)} ${holds === 'yes' ? 'holds' : 'may hold'}, severity ${severity}`;
  if (controls.length === 0) return `${verdict}: no control of the catalog mainly answers it here`;
  const states = [...new Set(controls.map(({ state }) => state))];
  const byState = states.map((state) => {
    const names = controls.filter((control) => control.state === state).map((one) => inSentence(one.title));
    return `${stateWords[state]}: ${names.join(', ')}`;
  });
  return `${verdict}; ${byState.join('; ')}`;
}

/** Of what stands behind one item, and of the systems that have it, so many are told; JSON has all. */
const shownGrounds = 5;
const shownSystems = 3;

/** What is told of an item: lines with the systems that they are about, and how many lines more there are. */
export interface ToldGrounds {
  readonly lines: readonly { readonly words: string; readonly systems: string }[];
  readonly more: number;
}

/**
 * What stands behind an item, the same of several systems in one line. Of an item above others nothing is told: what
 * stands behind those is told there.
 */
export function toldGrounds(item: CoverageItem, items: readonly CoverageItem[]): ToldGrounds {
  if (items.some(({ parent }) => parent === item.id)) return { lines: [], more: 0 };
  const together = new Map<string, string[]>();
  for (const ground of item.grounds) {
    const words = groundWords(ground);
    const system = ground.system === '*' ? 'the organization' : ground.system;
    together.set(words, [...(together.get(words) ?? []), system]);
  }
  const all = [...together].map(([words, systems]) => ({ words, systems: fewNames(systems) }));
  const lines = all.length <= shownGrounds + 1 ? all : all.slice(0, shownGrounds);
  return { lines, more: all.length - lines.length };
}

/** Names in a row, and of many the first few; one more would take as long as naming it. */
export function fewNames(names: readonly string[]): string {
  const rest = names.length - shownSystems;
  return rest <= 1 ? names.join(', ') : `${names.slice(0, shownSystems).join(', ')} and ${rest} more`;
}
