import { sectionOfLaw } from '../manifest/enums';
import type { Cause, Fact, Facts, Scalar } from '../manifest/fact';
import type { Condition } from './condition';
import { evaluate, type Outcome, type Terms } from './evaluate';
import type { Remembering } from './shared';

/** Access that changes something outside the system. */
const actingAccess = ['write', 'execute-code', 'send', 'pay', 'browse', 'control-device'];

const actsOnItsOwn: Condition = {
  any: [
    { path: 'system.autonomy', atLeast: 'acts-on-approval' },
    { path: 'system.tools', some: { access: actingAccess } },
    { path: 'system.delegates', equals: true },
  ],
};

const makesContent: Condition = {
  any: [
    { path: 'system.content.generates', exists: true },
    { path: 'system.models.general', equals: true },
  ],
};

const booleans: Readonly<Record<string, Condition>> = {
  'derived.personalData': {
    any: [
      {
        path: 'system.data.classes',
        includes: [
          'personal',
          'special-category',
          'biometric',
          'children',
          'criminal',
          'health',
          'financial',
          'location',
        ],
      },
      { path: 'system.profiling', equals: true },
      { path: 'system.areas', includes: 'biometric.*' },
    ],
  },
  'derived.peopleAffected': { path: 'system.affects', exists: true },
  'derived.irreversibleAction': { path: 'system.tools', some: { reversible: false, access: actingAccess } },
};

/** Revenue in the currency in which a law sets its threshold; in another currency it says nothing. */
const revenues: Readonly<Record<string, string>> = {
  'derived.revenueUsd': 'USD',
  'derived.revenueEur': 'EUR',
  'derived.revenueKrw': 'KRW',
  'derived.revenueAud': 'AUD',
};
const revenueAmount = 'organization.revenue.amount';
const revenueCurrency = 'organization.revenue.currency';

/** Those of the derived facts that are amounts; the others are yes or no. */
export const derivedNumbers: readonly string[] = Object.keys(revenues);

const namesLaw: Condition = { path: 'system.product.law', exists: true };

/** What a manifest may say of a product. */
const ofProduct = ['law', 'section', 'role', 'thirdPartyAssessment', 'onlyRadioOrEmc'].map(
  (field) => `system.product.${field}`,
);

const productNamed = 'derived.productNamed';

/** Paths of the facts that are derived and never written in a manifest. */
export const derivedPaths: readonly string[] = [...Object.keys(booleans), productNamed, ...derivedNumbers];

/** The conditions from which a fact is derived where it is not said; none for a fact that is only ever said. */
export function derivations(path: string): readonly Condition[] {
  if (path === 'system.kind') return [actsOnItsOwn, makesContent];
  if (path === 'system.outputUsedIn') return [{ path: 'system.markets', exists: true }];
  const currency = revenues[path];
  if (currency !== undefined) {
    return [
      { path: revenueAmount, exists: true },
      { path: revenueCurrency, equals: currency },
    ];
  }
  if (path === 'system.product.section') return [namesLaw];
  if (path === productNamed) return ofProduct.map((field): Condition => ({ path: field, exists: true }));
  const condition = booleans[path];
  return condition ? [condition] : [];
}

/**
 * Adds the derived facts (`manifest-fields`, "Derived when not given"): the kinds of system that are still possible,
 * whether personal data, people or irreversible actions are involved, and, where they are not said, the places in which
 * the output is used and the section of Annex I in which the product law stands. What the manifest says goes first.
 */
export function withDerived(facts: Facts, terms: Terms): Remembering {
  const known = new Map<string, Fact>();
  const derive = (path: string): Fact => {
    const condition = booleans[path];
    if (condition) return booleanFact(evaluate(condition, facts, terms));
    const currency = revenues[path];
    if (currency !== undefined) return revenueFact(facts, currency);
    if (path === productNamed) return productNamedFact(facts);
    const given = facts.get(path);
    if (given.kind !== 'unknown' || given.said) return given;
    if (path === 'system.kind') return kindFact(facts, terms);
    if (path === 'system.outputUsedIn') {
      return { ...facts.get('system.markets'), from: 'derived', saidBy: 'system.markets' };
    }
    return path === 'system.product.section' ? sectionFact(facts, given, terms) : given;
  };
  return {
    decided: { by: undefined, codes: new Uint8Array(0) },
    get(path) {
      const earlier = known.get(path);
      if (earlier) return earlier;
      const fact = derive(path);
      known.set(path, fact);
      return fact;
    },
  };
}

function booleanFact(outcome: Outcome): Fact {
  const base = derivedFrom(outcome.causes);
  return outcome.verdict === 'unknown'
    ? { kind: 'unknown', said: false, ...base }
    : { kind: 'scalar', value: outcome.verdict === 'yes', ...base };
}

/**
 * The revenue, where it is said in this currency. Rates move and are not in the catalog, so an amount in another
 * currency is unknown here: whoever is near a threshold says it in the currency of the law.
 */
function revenueFact(facts: Facts, currency: string): Fact {
  const amount = facts.get(revenueAmount);
  const said = facts.get(revenueCurrency);
  const spots = [...amount.spots, ...said.spots];
  if (amount.kind === 'scalar' && said.kind === 'scalar' && said.value === currency) {
    return { kind: 'scalar', value: amount.value, from: 'derived', spots, saidBy: revenueAmount };
  }
  return { kind: 'unknown', said: false, from: 'derived', spots, saidBy: revenueAmount };
}

/**
 * Whether the manifest speaks of a product at all. It is asked beside the areas, whose list is complete: areas that hold
 * no product say that there is none, and only a product that is named says otherwise. So what is asked of products alone
 * is not asked of every system.
 */
function productNamedFact(facts: Facts): Fact {
  const said = ofProduct
    .map((field) => facts.get(field))
    .filter((fact) => fact.kind !== 'unknown' || fact.said);
  return {
    kind: 'scalar',
    value: said.length > 0,
    from: 'derived',
    spots: said.flatMap(({ spots }) => spots),
  };
}

function sectionFact(facts: Facts, given: Fact, terms: Terms): Fact {
  const law = facts.get('system.product.law');
  const section = law.kind === 'scalar' ? sectionOfLaw(String(law.value)) : undefined;
  if (section === undefined) return given;
  return { kind: 'scalar', value: section, ...derivedFrom(evaluate(namesLaw, facts, terms).causes) };
}

function kindFact(facts: Facts, terms: Terms): Fact {
  const agent = evaluate(actsOnItsOwn, facts, terms);
  if (agent.verdict === 'yes') return { kind: 'scalar', value: 'agent', ...derivedFrom(agent.causes) };
  const content = evaluate(makesContent, facts, terms);
  const values: Scalar[] = [];
  if (agent.verdict === 'unknown') values.push('agent');
  if (content.verdict !== 'no') values.push('generative');
  if (content.verdict !== 'yes') values.push('predictive');
  const [only] = values;
  const open = [agent, content].filter((outcome) => outcome.verdict === 'unknown');
  if (values.length === 1 && only !== undefined) {
    return { kind: 'scalar', value: only, ...derivedFrom([...agent.causes, ...content.causes]) };
  }
  return { kind: 'possible', values, ...derivedFrom(open.flatMap((outcome) => outcome.causes)) };
}

function derivedFrom(causes: readonly Cause[]): {
  from: 'derived';
  spots: Fact['spots'];
  because: readonly Cause[];
} {
  return { from: 'derived', spots: causes.flatMap((cause) => cause.spots), because: causes };
}
