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
