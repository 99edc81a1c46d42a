import type { Catalog } from '../catalog/overlay';
import type { Bodies, Pack } from '../catalog/pack';
import type { Source } from '../catalog/schema/facts';
import { type Field, fieldAt } from '../manifest/fields';
import type { Rule } from '../rules/rule';
import { rules } from '../rules/rules';
import { nearest } from '../text/nearest';
import type { Advisor } from './advisor';
import { explainConflict } from './explain-conflict';
import { explainLaw } from './explain-law';
import { explainRegimeFact } from './explain-regime';

/**
 * A page in Markdown about whatever has this id, or the nearest ids where nothing has it. What an overlay withdraws is
 * told from the bundled catalog.
 */
export function explain(
  { pack, bodies }: Catalog,
  bundled: Catalog,
  id: string,
): ReturnType<Advisor['explain']> {
  const withdrawn = pack.overlays?.changes.some((change) => change.id === id && change.how === 'withdrawn');
  const markdown =
    explainRule(bodies, id) ??
    explainEntry(pack, bodies, id) ??
    (withdrawn === true ? explainEntry(bundled.pack, bundled.bodies, id) : undefined) ??
    explainField(id);
  if (markdown !== undefined) return { markdown: [...overlayLines(pack, id), markdown].join('\n\n') };
  const near = nearest(id, allIds(pack));
  return { nearest: near === undefined ? [] : [near] };
}

/** What overlays do to an entry, and where they say so. */
function overlayLines({ overlays }: Pack, id: string): string[] {
  const changes = overlays?.changes.filter((change) => change.id === id) ?? [];
  return changes.map(({ kind, how, file, reason }) => {
    if (how === 'withdrawn') return `> Withdrawn from ${kind} by \`${file}\`: ${plain(reason ?? '')}`;
    return `> ${how === 'added' ? 'Added to' : 'Replaced in'} ${kind} by \`${file}\`.`;
  });
}

/** Free text of a user's file on one line, so that it stays in its quotation. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
}

function allIds(pack: Pack): string[] {
  const regimes = pack.regimes.flatMap((regime) => [
    regime.id,
    ...[...regime.duties, ...regime.classes, ...regime.exceptions, ...regime.exclusions].map(({ id }) => id),
  ]);
  const kinds = ['conflicts', 'background', 'controls', 'risks', 'tools', 'capabilities'] as const;
  const entries = kinds.flatMap((kind) => pack[kind].map(({ id }) => id));
  return [...rules.map(({ id }) => id), ...regimes, ...entries];
}

function explainRule(bodies: Bodies, id: string): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule && (bodies[`rules/${id}`] ?? shortRulePage(rule));
}

function shortRulePage(rule: Rule): string {
  const messages = Object.values(rule.messages).map((message) => `- ${message}`);
  return [`# ${rule.title}`, `\`${rule.id}\`, ${rule.severity}`, messages.join('\n')].join('\n\n');
}

function explainEntry(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const law = explainLaw(pack, bodies, id) ?? explainConflict(pack, bodies, id);
  if (law !== undefined) return law;
  const control = pack.controls.find((candidate) => candidate.id === id);
  if (control) return page(control.title, [control.statement], bodies[`controls/${id}`], control.sources);
  const risk = pack.risks.find((candidate) => candidate.id === id);
  if (risk)
    return page(
      risk.title,
      [risk.statement, `For example: ${risk.example}`],
      bodies[`risks/${id}`],
      risk.sources,
    );
  const tool = pack.tools.find((candidate) => candidate.id === id);
  if (tool) {
    const facts = [tool.summary, `Licence: ${tool.license}. ${tool.homepage}`, `Limits: ${tool.limits}`];
    return page(tool.title, facts, bodies[`tools/${id}`], tool.sources);
  }
  const capability = pack.capabilities.find((candidate) => candidate.id === id);
  if (capability) {
    const facts = [capability.meaning, `Does its work in: ${capability.moments.join(', ')}.`];
    return page(capability.title, facts, bodies[`capabilities/${id}`], []);
  }
  return explainRegimeFact(pack, bodies, id);
}

/** One page: title, facts, guidance, sections with more, and where it was read and when. */
export function page(
  title: string,
  facts: readonly string[],
  body: string | undefined,
  sources: readonly Source[],
  more: readonly string[] = [],
): string {
  const read = sources.map(sourceLine);
  return [
    `# ${title}`,
    ...facts,
    ...(body === undefined ? [] : [body.trim()]),
    ...more,
    ...(read.length > 0 ? ['## Sources', read.join('\n')] : []),
  ].join('\n\n');
}

function sourceLine({ title, url, read, kind }: Source): string {
  const name = url === undefined ? title : `[${title}](${url})`;
  return `- ${name} (${kind}, ${read === null ? 'not read' : `read ${read}`})`;
}

/** A manifest field by its path, with or without `system.`, or one of its values as `areas=housing`. */
function explainField(id: string): string | undefined {
  const [path = '', value] = id.split('=');
  const field = fieldAt(path) ?? fieldAt(`system.${path}`);
  if (!field) return undefined;
  if (value !== undefined) return field.values?.find((term) => term.id === value)?.doc;
  return [`# \`${field.path}\``, field.doc, ...valueLines(field)].join('\n\n');
}

function valueLines(field: Field): string[] {
  return field.values ? [field.values.map((term) => `- \`${term.id}\`: ${term.doc}`).join('\n')] : [];
}
