import type { Control } from '../answer/schema';
import type { Fact, Facts } from '../manifest/fact';
import type { NeedySystem } from '../select/needs';
import type { SystemResult } from './assessing';

/** A system as the selection of tools sees it. */
export function needySystem(
  { source, facts }: Pick<SystemResult, 'source' | 'facts'>,
  controls: readonly Control[],
): NeedySystem {
  return { id: source.key, controls, ...traitsOf(facts) };
}

type Traits = Pick<NeedySystem, 'kinds' | 'weights' | 'providers'>;

/** Facts of a system that did not change are the same ones, and are asked at every key. */
const known = new WeakMap<Facts, Traits>();

function traitsOf(facts: Facts): Traits {
  const earlier = known.get(facts);
  if (earlier) return earlier;
  const models = facts.get('system.models');
  const providers = models.kind === 'objects' ? models.members.map((member) => member.get('provider')) : [];
  const traits: Traits = {
    kinds: kindsOf(facts.get('system.kind')),
    weights: mayHaveWeights(models),
    providers: providers.flatMap((fact) => (fact.kind === 'scalar' ? String(fact.value) : [])),
  };
  known.set(facts, traits);
  return traits;
}

/** From the plainest on: what serves every one of them is found by the plainest that a system may be. */
const toolKinds: readonly string[] = ['predictive', 'generative', 'agent'];

/**
 * The kind that a tool must be made for. Where it is open, the plainest: nobody buys a gateway for agents before the
 * system is known to be one, while whatever serves a plain system goes on serving it.
 */
function kindsOf(fact: Fact): string[] {
  if (fact.kind === 'scalar') return [String(fact.value)];
  const possible = fact.kind === 'possible' ? fact.values.map(String) : toolKinds;
  const plainest = toolKinds.find((kind) => possible.includes(kind));
  return plainest === undefined ? [...possible] : [plainest];
}

/** Where nothing is said of a model or of its access, its weights may be there. */
function mayHaveWeights(models: Fact): boolean {
  if (models.kind !== 'objects' || models.open || models.members.length === 0) return true;
  return models.members.some((member) => {
    const access = member.get('access');
    return access.kind !== 'scalar' || (access.value !== 'api' && access.value !== 'in-product');
  });
}
