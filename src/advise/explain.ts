import type { Bodies, Pack } from '../catalog/pack';
import type { Source } from '../catalog/schema/facts';
import { type Field, fieldAt } from '../manifest/fields';
import type { Rule } from '../rules/rule';
import { rules } from '../rules/rules';
import { nearest } from '../text/nearest';
import type { Advisor } from './advisor';
import { explainRegimeFact } from './explain-regime';

/** A page in Markdown about whatever has this id, or the nearest ids where nothing has it. */
export function explain(pack: Pack, bodies: Bodies, id: string): ReturnType<Advisor['explain']> {
  const markdown = explainRule(bodies, id) ?? explainEntry(pack, bodies, id) ?? explainField(id);
  if (markdown !== undefined) return { markdown };
  const near = nearest(id, allIds(pack));
  return { nearest: near === undefined ? [] : [near] };
}

function allIds(pack: Pack): string[] {
  const regimes = pack.regimes.flatMap((regime) => [
    regime.id,
    ...[...regime.duties, ...regime.classes, ...regime.exceptions, ...regime.exclusions].map(({ id }) => id),
  ]);
  const entries = [...pack.controls, ...pack.risks, ...pack.tools, ...pack.capabilities].map(({ id }) => id);
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
  const regime = pack.regimes.find((candidate) => candidate.id === id);
  if (regime) {
    const facts = [
      `${regime.instrument}. ${regime.binding ? 'Binding.' : 'Voluntary.'} ${regime.jurisdiction}.`,
      regime.scope.statement,
    ];
    return page(regime.title, facts, bodies[`regimes/${id}`], regime.sources);
  }
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

/** One page: title, facts, guidance, and where it was read and when. */
export function page(
  title: string,
  facts: readonly string[],
  body: string | undefined,
  sources: readonly Source[],
): string {
  const read = sources.map(sourceLine);
  return [
    `# ${title}`,
    ...facts,
    ...(body === undefined ? [] : [body.trim()]),
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
