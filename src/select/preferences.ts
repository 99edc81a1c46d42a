import type { ToolEntry } from '../catalog/schema/tool';
import type { Fact, Facts } from '../manifest/fact';

/** What the manifest's `preferences` say; what is not said does not constrain. */
export interface Preferences {
  readonly budget: 'free' | 'low' | 'medium' | 'high' | undefined;
  readonly licenses: readonly string[] | undefined;
  readonly hosting: readonly string[] | undefined;
  readonly dataMayLeave: boolean;
  readonly ecosystems: readonly string[] | undefined;
  readonly toolsInUse: readonly string[];
  readonly toolsExcluded: readonly string[];
  readonly maxTools: number;
}

const usualSize = 5;

export function readPreferences(facts: Facts): Preferences {
  const budget = facts.get('preferences.budget');
  const mayLeave = facts.get('preferences.dataMayLeave');
  const size = facts.get('preferences.maxTools');
  return {
    budget: budget.kind === 'scalar' ? budgetOf(budget.value) : undefined,
    licenses: valuesOf(facts.get('preferences.licenses')),
    hosting: valuesOf(facts.get('preferences.hosting')),
    dataMayLeave: !(mayLeave.kind === 'scalar' && mayLeave.value === false),
    ecosystems: valuesOf(facts.get('preferences.ecosystems')),
    toolsInUse: namedIn(facts.get('preferences.toolsInUse')),
    toolsExcluded: namedIn(facts.get('preferences.toolsExcluded')),
    maxTools: size.kind === 'scalar' && typeof size.value === 'number' ? size.value : usualSize,
  };
}

/** Tools that are named are named, whatever else a list may hold. */
function namedIn(fact: Fact): readonly string[] {
  return fact.kind === 'list' ? fact.members.map(({ value }) => String(value)) : [];
}

/** What a list allows; one that may hold more does not constrain. */
function valuesOf(fact: Fact): readonly string[] | undefined {
  return fact.kind === 'list' && !fact.open ? fact.members.map(({ value }) => String(value)) : undefined;
}

function budgetOf(value: unknown): Preferences['budget'] {
  return value === 'free' || value === 'low' || value === 'medium' || value === 'high' ? value : undefined;
}

/** Price models that a budget class allows (DESIGN.md, section 6). */
const pricesByBudget: Readonly<Record<NonNullable<Preferences['budget']>, readonly ToolEntry['price'][]>> = {
  free: ['free-oss', 'public-service'],
  low: ['free-oss', 'public-service', 'open-core'],
  medium: ['free-oss', 'public-service', 'open-core', 'cloud-metered'],
  high: ['free-oss', 'public-service', 'open-core', 'cloud-metered', 'commercial'],
};

/** Names of constraints, as they stand in the answer: those of the manifest by their path. */
export type Constraint =
  | 'tool.discontinued'
  | 'tool.advisory'
  | `preferences.${'toolsExcluded' | 'licenses' | 'budget' | 'hosting' | 'dataMayLeave' | 'ecosystems'}`;

/** The constraints that shut a tool out, in a fixed order; none: it may be chosen. */
export function constraintsAgainst(tool: ToolEntry, preferences: Preferences): Constraint[] {
  const { budget, licenses, hosting, ecosystems } = preferences;
  const against: Constraint[] = [];
  if (tool.status.state === 'archived' || tool.status.state === 'discontinued')
    against.push('tool.discontinued');
  if (preferences.toolsExcluded.includes(tool.id)) against.push('preferences.toolsExcluded');
  if (licenses && !licenses.some((license) => licenseFits(tool, license)))
    against.push('preferences.licenses');
  // The free core of an open-core tool costs nothing when one runs it oneself.
  const freeCore = budget === 'free' && tool.price === 'open-core' && tool.openSource;
  if (budget && !pricesByBudget[budget].includes(tool.price) && !freeCore) against.push('preferences.budget');
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

function licenseFits(tool: ToolEntry, license: string): boolean {
  return license === 'open-source' ? tool.openSource : tool.license.toLowerCase() === license.toLowerCase();
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

/**
 * Cost of a tool, 0 to 9: its price model, the cheapest hosting that is allowed, one more if data leaves, one more in
 * maintenance; nothing when it is in use. Editorial (DESIGN.md, section 6), never shown as money or hours.
 */
export function costOf(tool: ToolEntry, preferences: Preferences): number {
  if (preferences.toolsInUse.includes(tool.id)) return 0;
  const hosting = allowedHosting(tool, preferences).map((kind) => costOfHosting[kind] ?? costOfOtherHosting);
  const leaving = tool.dataLeaves === 'yes' ? 1 : 0;
  const maintenance = tool.status.state === 'maintenance' ? 1 : 0;
  return costOfPrice[tool.price] + Math.min(...hosting, costOfOtherHosting) + leaving + maintenance;
}
