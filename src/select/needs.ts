import type { Control, Need, Portfolio } from '../answer/schema';
import type { Model } from '../assess/model';

/** A system as the selection sees it: its asked controls, and the kinds it may be. */
export interface NeedySystem {
  readonly id: string;
  readonly controls: readonly Control[];
  /** A tool made for one of these may serve it; of a system whose kind is open, the plainest alone. */
  readonly kinds: readonly string[];
  /** False where each of its models is behind an interface or in a product: nobody there has the weights. */
  readonly weights?: boolean;
  /** Who made its models, as the manifest says it. */
  readonly providers: readonly string[];
}

export interface Needs {
  readonly needs: readonly Need[];
  readonly processOnly: Portfolio['processOnly'];
}

const open: ReadonlySet<Control['state']> = new Set(['missing', 'partial', 'declared']);

/**
 * What asked-for controls want of tools: one need for each (system, capability, moment), however many controls want
 * it; it weighs the highest severity and the greatest urgency among them, and is legal when a binding duty stands behind one of them. A control
 * that no tool can do is listed apart. Heaviest first, then by id.
 */
export function needsOf(model: Model, systems: readonly NeedySystem[]): Needs {
  const needs = new Map<string, Growing>();
  const processOnly: Portfolio['processOnly'] = [];
  const templates = new Map(model.pack.templates.map(({ id, path }) => [id, path]));
  const moments = new Map(model.pack.capabilities.map((capability) => [capability.id, capability.moments]));
  for (const system of systems) {
    for (const control of system.controls.filter(({ asked, state }) => asked && open.has(state))) {
      const entry = model.controls.get(control.id);
      if (!entry) continue;
      if (entry.capabilities.length === 0) {
        const template = templates.get(control.id);
        processOnly.push({
          system: system.id,
          control: control.id,
          guidance: entry.statement,
          ...(template === undefined ? {} : { template }),
        });
      }
      for (const capability of entry.capabilities) {
        for (const moment of moments.get(capability) ?? [])
          addNeed(needs, system.id, capability, moment, control);
      }
    }
  }
  return {
    needs: [...needs.values()]
      .map(({ need }) => need)
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)),
    processOnly,
  };
}

/** A need in the making: the gravest severity and the greatest urgency behind it may come from two controls. */
interface Growing {
  readonly need: Need;
  readonly severity: number;
  readonly urgency: number;
}

function addNeed(
  needs: Map<string, Growing>,
  system: string,
  capability: string,
  moment: string,
  control: Control,
): void {
  const id = `${system}/${capability}/${moment}`;
  const earlier = needs.get(id);
  const severity = Math.max(control.severity, earlier?.severity ?? 0);
  const urgency = Math.max(control.weight - control.severity, earlier?.urgency ?? 0);
  const legal = control.legal || (earlier?.need.legal ?? false);
  const controls = [...(earlier?.need.controls ?? []), control.id];
  const need: Need = { id, system, capability, moment, weight: severity + urgency, legal, controls };
  needs.set(id, { need, severity, urgency });
}
