import type { Pack } from '../catalog/pack';
import { budget as budgets } from '../manifest/enums/choices';
import type { Preferences } from '../select/preferences';
import { nearest } from '../text/nearest';
import { nearestOf } from './nearest-of';

/** Preferences that go before those of the manifest for one answer. The manifest stays as it is. */
export interface AskedPreferences {
  readonly maxTools?: number;
  /** A class of the manifest's `preferences.budget`. */
  readonly budget?: string;
  /** Tools that must not be recommended, beside those that the manifest excludes. */
  readonly without?: readonly string[];
}

/** Which one cannot be used, and what to say instead. */
export interface AskedProblem {
  readonly field: keyof AskedPreferences;
  readonly message: string;
}

/** How many tools anybody may ask for: beyond this it is no choice any more. */
const mostTools = 100;

/**
 * What is wrong with asked preferences, each with the nearest right value. Tools may be those of any of the catalogs:
 * manifests with overlays know more than others.
 */
export function askedProblems(
  { maxTools, budget, without = [] }: AskedPreferences,
  packs: readonly Pack[],
): AskedProblem[] {
  const problems: AskedProblem[] = [];
  if (maxTools !== undefined && !(Number.isInteger(maxTools) && maxTools >= 1 && maxTools <= mostTools))
    problems.push({ field: 'maxTools', message: sizeProblem(maxTools) });
  if (budget !== undefined && !isBudget(budget))
    problems.push({ field: 'budget', message: budgetProblem(budget) });
  const known = [...new Set(packs.flatMap(({ tools }) => tools.map(({ id }) => id)))];
  for (const id of without) {
    if (known.includes(id)) continue;
    const meant = nearestOf(id, known);
    const advice =
      meant.length > 0
        ? `Did you mean ${meant.join(' or ')}?`
        : '"ai-governance catalog list tools" lists them.';
    problems.push({ field: 'without', message: `There is no tool ${shown(id)} in the catalog. ${advice}` });
  }
  return problems;
}

/** The preferences of a manifest with the asked ones before them. What `askedProblems` finds is left out. */
export function withAsked(preferences: Preferences, asked: AskedPreferences = {}): Preferences {
  const { maxTools, budget, without = [] } = asked;
  return {
    ...preferences,
    ...(maxTools === undefined ? {} : { maxTools }),
    ...(isBudget(budget) ? { budget } : {}),
    toolsExcluded: [...new Set([...preferences.toolsExcluded, ...without])],
  };
}

function isBudget(text: string | undefined): text is NonNullable<Preferences['budget']> {
  return text === 'free' || text === 'low' || text === 'medium' || text === 'high';
}

function sizeProblem(asked: number): string {
  const nearestSize = Math.min(mostTools, Math.max(1, Math.round(asked) || 1));
  return `${shown(String(asked))} is no number of tools: say a whole number from 1 to ${mostTools}, such as ${nearestSize}.`;
}

/** Money as people write it: `500`, `$5,000`, `500 EUR a year`. */
const amount = /^(?:[A-Za-z]{3} ?|\W{0,3})\d/;

function budgetProblem(asked: string): string {
  const classes = Object.keys(budgets);
  const all = `${classes.slice(0, -1).join(', ')} or ${classes.at(-1)}`;
  if (Number(asked) === 0 && asked.trim() !== '')
    return `${shown(asked)} is an amount, and a budget is a class. Did you mean free?`;
  if (amount.test(asked))
    return `${shown(asked)} is an amount, and a budget is a class, since the catalog holds no prices. Say ${all}.`;
  const meant = nearest(asked, classes);
  return `${shown(asked)} is no budget class. ${meant === undefined ? `Say ${all}.` : `Did you mean ${meant}?`}`;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
