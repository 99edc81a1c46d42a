import type { Need, Root, System } from '../../answer/schema';

/** Titles of what an answer names by id. An id that nothing in the answer explains stands for itself. */
export interface Names {
  readonly control: (id: string) => string;
  readonly duty: (id: string) => string;
  readonly risk: (id: string) => string;
  readonly regime: (id: string) => string;
  readonly tool: (id: string) => string;
  readonly system: (id: string) => string;
  readonly need: (id: string) => Need | undefined;
}

/** Reads the titles off a root once, for all that is shown of it. */
export function namesOf(root: Root): Names {
  const controls = new Map<string, string>();
  const duties = new Map<string, string>();
  const risks = new Map<string, string>();
  const regimes = new Map<string, string>();
  const systems = new Map<string, string>([['*', 'the organization']]);
  const tools = new Map<string, string>();
  for (const { id, title } of root.controls) controls.set(id, title);
  for (const { id, title } of root.risks) risks.set(id, title);
  for (const system of root.systems) {
    systems.set(system.id, system.name ?? system.id);
    for (const { id, title } of system.controls) controls.set(id, title);
    for (const { id, title } of system.risks) risks.set(id, title);
    for (const regime of system.regimes) {
      regimes.set(regime.id, regime.title);
      for (const duty of regime.duties) duties.set(duty.id, dutyName(duty));
    }
  }
  for (const [id, title] of Object.entries(root.portfolio?.toolNames ?? {})) tools.set(id, title);
  for (const choice of root.portfolio?.tools ?? []) {
    tools.set(choice.tool, choice.name);
    for (const other of choice.alternatives) tools.set(other.tool, other.name);
  }
  const needs = new Map((root.portfolio?.needs ?? []).map((need) => [need.id, need]));
  return {
    control: (id) => controls.get(id) ?? id,
    duty: (id) => duties.get(id) ?? id,
    risk: (id) => risks.get(id) ?? id,
    regime: (id) => regimes.get(id) ?? id,
    system: (id) => systems.get(id) ?? id,
    tool: (id) => tools.get(id) ?? id,
    need: (id) => needs.get(id),
  };
}

function dutyName(duty: System['regimes'][number]['duties'][number]): string {
  return `${duty.title} (${duty.article})`;
}
