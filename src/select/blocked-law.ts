import type { Control } from '../answer/schema';
import type { Model } from '../assess/model';
import { matrixOf } from './matrix';
import { type NeedySystem, needsOf } from './needs';
import type { Preferences } from './preferences';
import { blockedOf } from './shut-out';

/** What the law asks of systems and preferences block, by the constraints that would have to go. */
export interface BlockedLaw {
  readonly constraints: readonly string[];
  readonly capabilities: readonly string[];
  /** In the order given. */
  readonly systems: readonly string[];
  /** Tools that could be had without the constraints. */
  readonly tools: readonly string[];
}

/** What `blockedOf` finds, without choosing anything: systems that ask for the same are looked at once. */
export function blockedLaw(
  model: Model,
  systems: readonly NeedySystem[],
  preferences: Preferences,
): BlockedLaw[] {
  const found = new Map<string, Record<'constraints' | 'capabilities' | 'systems' | 'tools', Set<string>>>();
  for (const group of alike(systems)) {
    const [first] = group;
    if (!first) continue;
    const needs = needsOf(model, [legalOnly(first)]).needs;
    const ofId = new Map(needs.map((need) => [need.id, need]));
    for (const blocked of blockedOf(needs, matrixOf(model, needs, [first], preferences))) {
      const key = blocked.constraints.join(' ');
      const law = found.get(key) ?? {
        constraints: new Set(blocked.constraints),
        capabilities: new Set(),
        systems: new Set(),
        tools: new Set(),
      };
      found.set(key, law);
      const capability = ofId.get(blocked.need)?.capability;
      if (capability !== undefined) law.capabilities.add(capability);
      for (const { id } of group) law.systems.add(id);
      for (const tool of blocked.lifting) law.tools.add(tool);
    }
  }
  return [...found.values()].map(({ constraints, capabilities, systems: named, tools }) => ({
    constraints: [...constraints],
    capabilities: [...capabilities],
    systems: systems.map(({ id }) => id).filter((id) => named.has(id)),
    tools: [...tools].sort(),
  }));
}

/** Legal controls by system: what blocks one, blocks all that are alike. Unchanged systems keep their controls. */
const signatures = new WeakMap<readonly Control[], string>();

function alike(systems: readonly NeedySystem[]): Iterable<readonly NeedySystem[]> {
  const groups = new Map<string, NeedySystem[]>();
  for (const system of systems) {
    const { controls, kinds, weights = true } = system;
    let asked = signatures.get(controls);
    if (asked === undefined) {
      asked = controls
        .flatMap(({ id, asked: isAsked, legal, state }) => (isAsked && legal ? `${id} ${state}` : []))
        .join();
      signatures.set(controls, asked);
    }
    const key = `${kinds.join()}|${weights}|${asked}`;
    const group = groups.get(key);
    if (group) group.push(system);
    else groups.set(key, [system]);
  }
  return groups.values();
}

function legalOnly(system: NeedySystem): NeedySystem {
  return { ...system, controls: system.controls.filter(({ legal }) => legal) };
}
