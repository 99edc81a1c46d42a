import type { Fact, Root, System } from '../../answer/schema';
import { list, md } from './escape';

/** What stands where nobody has answered yet. */
export const blank = '…';

/** What a template is filled with. */
export interface TemplateUse {
  readonly root: Root;
  /** The system that it is about; without it, it is about all of the root. */
  readonly system: System | undefined;
  readonly control: string;
}

/**
 * A template of the catalog, filled in with what the answer knows. What a manifest says comes in as plain text: no
 * Markdown of it takes effect. What nobody said stays blank, and so does a placeholder that is not known.
 */
export function renderTemplate(template: string, { root, system, control }: TemplateUse): string {
  const about = system ? [system] : root.systems;
  const values: Readonly<Record<string, string>> = {
    'system.id': system ? filled(system.id) : blank,
    'system.name': system ? filled(system.name ?? system.id) : blank,
    'system.purpose': filled(system?.purpose ?? null),
    'system.owner': filled(textOf(system?.facts['owner'])),
    systems: about.length > 0 ? list(about.map(systemLine)) : `- ${blank}`,
    duties: dutiesOf(about, control),
    date: root.asOf,
  };
  const text = template.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? blank) : blank,
  );
  return `${text.trim()}\n`;
}

function filled(text: string | null): string {
  return text === null || text.trim() === '' ? blank : md(text);
}

function textOf(fact: Fact | undefined): string | null {
  return fact && 'value' in fact && typeof fact.value === 'string' ? fact.value : null;
}

function systemLine({ id, name, purpose, facts }: System): string {
  const owner = filled(textOf(facts['owner']));
  return `${filled(name ?? id)}: ${filled(purpose)} (owner: ${owner})`;
}

/** The binding duties that apply and that the control mainly fulfills, each once, as the laws call them. */
function dutiesOf(systems: readonly System[], control: string): string {
  const lines = new Set<string>();
  for (const system of systems) {
    const behind = new Set(system.controls.find(({ id }) => id === control)?.because.duties);
    for (const regime of system.regimes) {
      if (!regime.binding || regime.applies !== 'yes') continue;
      for (const { id, title, article, due, applies } of regime.duties) {
        if (!behind.has(id) || applies !== 'yes') continue;
        const day = due === null ? '' : `, from ${due}`;
        lines.add(`${md(title)} (${md(regime.shortTitle ?? regime.title)}, ${md(article)}${day})`);
      }
    }
  }
  return lines.size > 0
    ? list([...lines])
    : '- No binding duty that the manifest shows asks for this: it is done for the risks.';
}
