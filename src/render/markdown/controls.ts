import type { Control, Question, Risk } from '../../answer/schema';
import { counted, gradeWords, stateWords } from '../words/labels';
import { pathWithin } from '../words/places';
import { sentence } from '../words/sentence';
import { blocks, code, list, md, table } from './escape';
import type { Reading } from './reading';
import { reasonWords } from './reasons';

/** Risks, gravest first, with what raises and lowers them. */
export function risksTable(risks: readonly Risk[], { names }: Reading): string {
  const rows = risks.map((risk) => [
    `${risk.severity}/5`,
    md(risk.title) + (risk.verdict === 'unknown' ? ' _(may apply)_' : ''),
    [
      reasonWords(risk.reasons),
      risk.raisedBy.length > 0 ? `raised: ${reasonWords(risk.raisedBy)}` : '',
      risk.loweredBy.length > 0 ? `lowered: ${reasonWords(risk.loweredBy)}` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
    risk.controls.map((id) => md(names.control(id))).join('; '),
  ]);
  return rows.length === 0
    ? ''
    : blocks('**Risks**', table(['Severity', 'Risk', 'Because', 'Answered by'], rows));
}

/** Asked controls, weightiest first; those that are not asked are only named. */
export function controlsTable(controls: readonly Control[], { names }: Reading): string {
  const asked = controls.filter((control) => control.asked);
  const others = controls.filter((control) => !control.asked);
  const rows = asked.map((control) => [
    `**${stateWords[control.state]}**${lackWords(control)}`,
    `${md(control.title)} (${code(control.id)})`,
    control.due ?? '',
    [...control.because.duties.map(names.duty), ...control.because.risks.map(names.risk)].map(md).join('; '),
    gradeWords[control.grade],
  ]);
  const rest = others.map((control) => `${md(control.title)} (${stateWords[control.state]})`);
  return blocks(
    rows.length === 0
      ? ''
      : blocks('**Controls asked for**', table(['State', 'Control', 'Due', 'Because of', 'Grade'], rows)),
    rest.length === 0 ? '' : `Not asked for: ${rest.join('; ')}.`,
  );
}

function lackWords({ lacks }: Control): string {
  return lacks.length === 0 ? '' : `: ${lacks.map((text) => md(sentence(text))).join('; ')}`;
}

/** What to say next, most deciding first. */
export function questionList(questions: readonly Question[], within: string): string {
  if (questions.length === 0) return '';
  const items = questions.map(({ path, options, flips }) => {
    const choices = options.length > 0 ? `: ${options.map((option) => code(String(option))).join(', ')}` : '';
    return `${code(pathWithin(path, within))} settles ${counted(flips, 'conclusion')}${choices}`;
  });
  return blocks('**Tell next**', list(items));
}
