import { joined } from '../../answer/format';
import type { Control, Question, Risk } from '../../answer/schema';
import { effectGroups } from '../words/effects';
import { gradeNote } from '../words/grades';
import { counted, inSentence, stateWords } from '../words/labels';
import { pathWithin } from '../words/places';
import { sentence } from '../words/sentence';
import { blocks, code, md, table } from './escape';
import type { Reading } from './reading';
import { reasonWords } from './reasons';

/** Risks that are sure, gravest first, with what raises and lowers them; what is merely possible by name. */
export function risksTable(risks: readonly Risk[], { names }: Reading): string {
  const sure = risks.filter(({ verdict }) => verdict === 'yes');
  const open = risks.filter(({ verdict }) => verdict === 'unknown');
  const rows = sure.map((risk) => [
    `${risk.severity}/5`,
    md(risk.title),
    [
      reasonWords(risk.reasons),
      risk.raisedBy.length > 0 ? `raised: ${reasonWords(risk.raisedBy)}` : '',
      risk.loweredBy.length > 0 ? `lowered: ${reasonWords(risk.loweredBy)}` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
    risk.controls.map((id) => md(names.control(id))).join('; '),
  ]);
  const possible = open.map(({ title, severity }) => `${md(inSentence(title))} (${severity}/5)`);
  return blocks(
    rows.length === 0 ? '' : blocks('**Risks**', table(['Severity', 'Risk', 'Because', 'Answered by'], rows)),
    possible.length === 0 ? '' : `**Possible risks**: ${possible.join('; ')}.`,
  );
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
    gradeNote({ grade: control.grade, reported: false }) ?? '',
  ]);
  const rest = others.map((control) => `${md(control.title)} (${stateWords[control.state]})`);
  return blocks(
    rows.length === 0
      ? ''
      : blocks('**Controls asked for**', table(['State', 'Control', 'Due', 'Because of', 'Sourcing'], rows)),
    rest.length === 0 ? '' : `Not asked for: ${rest.join('; ')}.`,
  );
}

function lackWords({ lacks }: Control): string {
  return lacks.length === 0 ? '' : `: ${lacks.map((text) => md(sentence(text))).join('; ')}`;
}

/** So many questions are told with their answers; the others by name, and the last of them by number. */
const toldQuestions = 3;
const namedQuestions = 9;
const toldEffects = 4;
const toldOutcomes = 2;

/** What to say next, most deciding first, and what each answer would do. */
export function questionList(questions: readonly Question[], within: string): string {
  if (questions.length === 0) return '';
  const items = questions.slice(0, toldQuestions).flatMap((question) => {
    const groups = effectGroups(question, toldEffects, toldOutcomes);
    const settles = `${code(pathWithin(question.path, within))} settles ${counted(question.flips, 'conclusion')}`;
    const options = question.options.map((option) => code(String(option))).join(', ');
    if (groups.length === 0) return [`- ${settles}${options === '' ? '' : `: ${options}`}`];
    return [
      `- ${settles}`,
      ...groups.map(({ answers, outcomes }) => `  - ${code(answers)}: ${outcomes.map(md).join('; ')}`),
    ];
  });
  const others = questions.slice(toldQuestions).map(({ path }) => code(pathWithin(path, within)));
  const rest = others.length - namedQuestions;
  const then = [...others.slice(0, namedQuestions), ...(rest > 0 ? [`${rest} more`] : [])];
  return blocks('**Tell next**', items.join('\n'), then.length === 0 ? '' : `Then: ${joined(then)}.`);
}
