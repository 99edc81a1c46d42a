import type { Bodies, Pack } from '../catalog/pack';
import type { ControlEntry } from '../catalog/schema/control';
import { page } from './explain-page';
import { crosswalkSection, named, section } from './explain-sections';

const efforts = ['an hour to a day', 'days', 'weeks', 'months', 'a program'] as const;

/** A page about a control: when people act, what it takes, what shows it, what it answers and fulfills. */
export function explainControl(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const control = pack.controls.find((candidate) => candidate.id === id);
  if (!control) return undefined;
  const { title, kind, stages, statement, effort, confidence, evidence } = control;
  const facts = [
    `Control, ${kind}. When: ${stages.join(', ')}. Effort: ${effort} of 5, ${efforts[effort - 1]} for a small team (our estimate). Grade: ${confidence}.`,
    statement,
    ...(evidence.globs.length === 0
      ? []
      : [`**Evidence**: ${evidence.globs.map((glob) => `\`${glob}\``).join(', ')}`]),
    ...templateLine(pack, id),
    ...(evidence.insufficient === undefined ? [] : [`**Not enough**: ${evidence.insufficient}`]),
  ];
  return page(title, facts, bodies[`controls/${id}`], control.sources, [
    ...section('What tools can do for it', capabilityLines(pack, control)),
    ...section('Risks that it answers', riskLines(pack, control)),
    ...section('Duties', dutyLines(pack, control)),
    ...crosswalkSection(pack, control.crosswalk),
  ]);
}

/** A document that is the evidence, where the catalog has the template of one. */
function templateLine({ templates }: Pack, id: string): string[] {
  const template = templates.find((candidate) => candidate.id === id);
  return template ? [`**Template**: ${template.title}; \`ai-governance new control ${id}\` writes it.`] : [];
}

function capabilityLines({ capabilities, tools }: Pack, control: ControlEntry): string[] {
  if (control.capabilities.length === 0) return ['Nothing: it is a process that people follow.'];
  return control.capabilities.map((id) => {
    const having = tools.filter((tool) => tool.capabilities.some((capability) => capability.id === id));
    const count = having.length === 1 ? '1 tool' : `${having.length} tools`;
    return `${named(id, capabilities.find((one) => one.id === id)?.title)}: ${count}`;
  });
}

function riskLines({ risks }: Pack, { mitigates }: ControlEntry): string[] {
  return mitigates.map(({ risk, strength }) => {
    const how = strength === 'primary' ? 'mainly' : 'in part';
    return `${named(risk, risks.find(({ id }) => id === risk)?.title)}, ${how}`;
  });
}

function dutyLines(pack: Pack, { primaryFor, serves }: ControlEntry): string[] {
  const duties = new Map(
    pack.regimes.flatMap(({ shortTitle, duties: own }) =>
      own.map(({ id, title, article }) => [id, `${title} (${shortTitle}, ${article}; \`${id}\`)`] as const),
    ),
  );
  const themes = pack.vocabularies.find(({ id }) => id === 'themes')?.terms ?? [];
  const lines = (verb: string, { duties: ids, themes: subjects }: ControlEntry['serves']): string[] => [
    ...ids.map((id) => `${verb}: ${duties.get(id) ?? `\`${id}\``}`),
    ...subjects.map((id) => `${verb}: duties on ${themes.find((term) => term.id === id)?.title ?? id}`),
  ];
  return [...lines('mainly fulfills', primaryFor), ...lines('helps with', serves)];
}
