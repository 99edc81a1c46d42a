import type { Cause, Fact, Facts, Scalar } from '../manifest/fact';
import type { Condition } from './condition';
import { evaluate, type Outcome, type Terms } from './evaluate';

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

/** Paths of the facts that are derived and never written in a manifest. */
export const derivedPaths: readonly string[] = Object.keys(booleans);

/** The conditions from which a fact is derived where it is not said; none for a fact that is only ever said. */
export function derivations(path: string): readonly Condition[] {
  if (path === 'system.kind') return [actsOnItsOwn, makesContent];
  if (path === 'system.outputUsedIn') return [{ path: 'system.markets', exists: true }];
  const condition = booleans[path];
  return condition ? [condition] : [];
}

/**
 * Adds the derived facts (`manifest-fields`, "Derived when not given"): the kinds of system that are still possible,
 * whether personal data, people or irreversible actions are involved, and where the output is used when that is not
 * said. What the manifest says itself goes first.
 */
export function withDerived(facts: Facts, terms: Terms): Facts {
  const known = new Map<string, Fact>();
  const derive = (path: string): Fact => {
    const condition = booleans[path];
    if (condition) return booleanFact(evaluate(condition, facts, terms));
    const given = facts.get(path);
    if (given.kind !== 'unknown' || given.said) return given;
    if (path === 'system.kind') return kindFact(facts, terms);
    if (path === 'system.outputUsedIn') {
      return { ...facts.get('system.markets'), from: 'derived', saidBy: 'system.markets' };
    }
    return given;
  };
  return {
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
