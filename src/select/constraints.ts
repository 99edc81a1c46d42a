import type { ToolEntry } from '../catalog/schema/tool';
import { licenseFits } from './licenses';
import type { Preferences } from './preferences';

/** Preferences that can shut a tool out, by their path. */
export type PreferenceConstraint =
  `preferences.${'toolsExcluded' | 'licenses' | 'budget' | 'hosting' | 'dataMayLeave' | 'ecosystems'}`;

/** Names of constraints, as they stand in the answer: those of the manifest by their path. */
export type Constraint = 'tool.discontinued' | 'tool.closed-to-new' | 'tool.advisory' | PreferenceConstraint;

/** Price models that a budget class allows (docs/selection.md). */
const pricesByBudget: Readonly<Record<NonNullable<Preferences['budget']>, readonly ToolEntry['price'][]>> = {
  free: ['free-oss', 'public-service'],
  low: ['free-oss', 'public-service', 'open-core'],
  medium: ['free-oss', 'public-service', 'open-core', 'cloud-metered'],
  high: ['free-oss', 'public-service', 'open-core', 'cloud-metered', 'commercial'],
};

const order: readonly Constraint[] = [
  'tool.discontinued',
  'tool.closed-to-new',
  'tool.advisory',
  'preferences.toolsExcluded',
  'preferences.licenses',
  'preferences.budget',
  'preferences.hosting',
  'preferences.dataMayLeave',
  'preferences.ecosystems',
];

/** The same constraints in the one order in which they are told. */
export function inOrder(constraints: readonly Constraint[]): Constraint[] {
  return constraints.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** The constraints that shut a tool out, in a fixed order; none: it may be chosen. */
export function constraintsAgainst(tool: ToolEntry, preferences: Preferences): Constraint[] {
  const { budget, licenses, hosting, ecosystems } = preferences;
  const isInUse = preferences.toolsInUse.includes(tool.id);
  const against: Constraint[] = [];
  if (tool.status.state === 'archived' || tool.status.state === 'discontinued')
    against.push('tool.discontinued');
  if (tool.status.closedToNew === true && !isInUse) against.push('tool.closed-to-new');
  if (hasOpenAdvisory(tool)) against.push('tool.advisory');
  if (preferences.toolsExcluded.includes(tool.id)) against.push('preferences.toolsExcluded');
  if (licenses && !licenseFits(tool, licenses)) against.push('preferences.licenses');
  // The free core of an open-core tool costs nothing when one runs it oneself; what is in use costs nothing more.
  const freeCore = budget === 'free' && tool.price === 'open-core' && tool.openSource;
  if (budget && !pricesByBudget[budget].includes(tool.price) && !freeCore && !isInUse)
    against.push('preferences.budget');
  if (hosting && !allowedHosting(tool, preferences).length) against.push('preferences.hosting');
  if (!preferences.dataMayLeave && tool.dataLeaves === 'yes') against.push('preferences.dataMayLeave');
  if (
    ecosystems &&
    !tool.ecosystems.some((ecosystem) => ecosystem === 'any-http' || ecosystems.includes(ecosystem))
  ) {
    against.push('preferences.ecosystems');
  }
  return against;
}

/** A security event of the tool's own distribution that nothing seen since can have ended. */
function hasOpenAdvisory({ advisories, status }: ToolEntry): boolean {
  const seen = status.seen?.date ?? '';
  return advisories.some(({ date }) => date > seen);
}

/** Whether a capability that only the paid edition has is out of reach: the budget allows the free core alone. */
export function needsPaidEdition(
  { edition }: ToolEntry['capabilities'][number],
  { budget }: Preferences,
): boolean {
  return edition === 'paid' && budget === 'free';
}

/** The preferences as they would be without one constraint. */
export function without(preferences: Preferences, constraint: PreferenceConstraint): Preferences {
  switch (constraint) {
    case 'preferences.toolsExcluded':
      return { ...preferences, toolsExcluded: [] };
    case 'preferences.licenses':
      return { ...preferences, licenses: undefined };
    case 'preferences.budget':
      return { ...preferences, budget: undefined };
    case 'preferences.hosting':
      return { ...preferences, hosting: undefined };
    case 'preferences.dataMayLeave':
      return { ...preferences, dataMayLeave: true };
    case 'preferences.ecosystems':
      return { ...preferences, ecosystems: undefined };
  }
}

/** Whether the user can lift it: the state of a tool nobody can. */
export function isPreference(constraint: Constraint): constraint is PreferenceConstraint {
  return constraint.startsWith('preferences.');
}

function allowedHosting(tool: ToolEntry, preferences: Preferences): readonly string[] {
  const { hosting } = preferences;
  return hosting ? tool.hosting.filter((kind) => hosting.includes(kind)) : tool.hosting;
}

const costOfPrice: Readonly<Record<ToolEntry['price'], number>> = {
  'free-oss': 0,
  'public-service': 0,
  'open-core': 1,
  'cloud-metered': 3,
  commercial: 5,
};

const costOfHosting: Readonly<Record<string, number>> = { library: 0, cli: 0, saas: 1 };
const costOfOtherHosting = 2;

/** Whether few or no releases are to be expected. */
export function isQuiet({ status }: ToolEntry): boolean {
  return status.state === 'maintenance' || status.state === 'inactive';
}

/**
 * Cost of a tool, 0 to 9: its price model, the cheapest hosting that is allowed, one more if data leaves, one more in
 * maintenance or without activity; nothing when it is in use. Editorial (docs/selection.md), never shown as money
 * or hours.
 */
export function costOf(tool: ToolEntry, preferences: Preferences): number {
  if (preferences.toolsInUse.includes(tool.id)) return 0;
  const hosting = allowedHosting(tool, preferences).map((kind) => costOfHosting[kind] ?? costOfOtherHosting);
  const leaving = tool.dataLeaves === 'yes' ? 1 : 0;
  const quiet = isQuiet(tool) ? 1 : 0;
  return costOfPrice[tool.price] + Math.min(...hosting, costOfOtherHosting) + leaving + quiet;
}
