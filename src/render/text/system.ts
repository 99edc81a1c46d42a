import { joined } from '../../answer/format';
import type { Control, Question, Risk, Root, System } from '../../answer/schema';
import { dueWords } from '../words/days';
import { effectGroups } from '../words/effects';
import { askingLaw } from '../words/force';
import { gapsOf } from '../words/gaps';
import { graveSeverity } from '../words/gravity';
import { counted, inSentence, stateWords } from '../words/labels';
import { pathWithin, placeWords } from '../words/places';
import { lawRows } from './law';
import type { Role, Row, Span } from './layout';
import type { Reading } from './reading';
import { headed, labelled, textColumn } from './rows';

const shownRisks = 3;
const shownGaps = 3;
const shownQuestions = 3;
const shownOptions = 4;
const shownEffects = 2;
const stateColumns = 10;

/** One system: what binds it and why, its worst gaps, and what to say next. */
export function systemRows(system: System, reading: Reading): Row[] {
  const place = placeWords({ file: reading.file(system.file), range: system.range }, true);
  const title: Span[] = [
    { role: 'heading', text: system.name ?? system.id },
    { role: 'dim', text: ` ${place}` },
  ];
  return [
    [{ column: 0, text: title }],
    ...lawRows(system, reading),
    ...riskRows(system.risks, reading),
    ...gapRows(system.controls, reading, system),
    ...questionRows(questionsOf(system, reading), system.path, reading),
  ];
}

/** Of the only system, the questions about its organization are its own. */
function questionsOf({ questions }: System, { root }: Reading): Question[] {
  const shared = saysOnlyQuestions(root) ? (root.questions ?? []) : [];
  return [...(questions ?? []), ...shared].sort(
    (a, b) => Number(a.voluntary ?? false) - Number(b.voluntary ?? false) || b.flips - a.flips,
  );
}

/** Nothing is said of the organization but what to ask, and there is one system that it concerns. */
function saysOnlyQuestions({ systems, risks, controls }: Root): boolean {
  return (
    systems.length === 1 &&
    !risks.some(({ verdict }) => verdict === 'yes') &&
    !controls.some(({ asked }) => asked)
  );
}

/** What is judged once for the whole manifest, where there is something to do about it. */
export function organizationRows(reading: Reading): Row[] {
  const { root } = reading;
  if (saysOnlyQuestions(root)) return [];
  const rows = [
    ...riskRows(root.risks, reading),
    ...gapRows(root.controls, reading),
    ...questionRows(root.questions ?? [], 'organization', reading),
  ];
  if (rows.length === 0) return [];
  return [headed('Organization'), ...rows];
}

/** The gravest risks that the system surely runs, by name alone. */
function riskRows(risks: readonly Risk[], { full }: Reading): Row[] {
  const grave = risks.filter(({ verdict, severity }) => verdict === 'yes' && severity >= graveSeverity);
  if (grave.length === 0) return [];
  const shown = full ? grave : grave.slice(0, shownRisks);
  const titles = shown.map(({ title }) => inSentence(title));
  const rest = grave.length - shown.length;
  return labelled('Risks', [
    [{ column: textColumn, text: [(rest > 0 ? [...titles, `${rest} more`] : titles).join('; ')] }],
  ]);
}

function gapRows(controls: readonly Control[], { root, full, names }: Reading, system?: System): Row[] {
  const gaps = gapsOf(controls);
  const asked = controls.filter((control) => control.asked);
  if (asked.length === 0) return [];
  if (gaps.length === 0) {
    const text = `none: ${counted(asked.length, 'asked control')} in place or waived`;
    return labelled('Gaps', [[{ column: textColumn, text: [{ role: 'good', text }] }]]);
  }
  const shown = full ? gaps : gaps.slice(0, shownGaps);
  const rows = shown.map(
    (control): Row => [
      { column: textColumn, text: [{ role: stateRoles[control.state], text: stateWords[control.state] }] },
      {
        column: textColumn + stateColumns,
        text: [control.title, { role: 'dim', text: reasonToAsk(control, root.asOf, names, system) }],
      },
    ],
  );
  const rest = gaps.length - shown.length;
  const more = `and ${rest} more of ${counted(asked.length, 'asked control')}`;
  if (rest > 0) rows.push([{ column: textColumn, text: [{ role: 'dim', text: more }] }]);
  return labelled('Gaps', rows);
}

const stateRoles: Readonly<Record<Control['state'], Role>> = {
  missing: 'bad',
  partial: 'warning',
  declared: 'warning',
  met: 'good',
  waived: 'dim',
  'not-applicable': 'dim',
};

/** When a duty wants it, and by which law; where none does, the gravest risk it answers. */
function reasonToAsk(control: Control, asOf: string, names: Reading['names'], system?: System): string {
  if (control.due !== null) {
    const law = system && askingLaw(control, system);
    return `, ${dueWords(control.due, asOf)}${law === undefined ? '' : ` (${law})`}`;
  }
  const [risk] = control.because.risks;
  return risk === undefined ? '' : `, against ${inSentence(names.risk(risk))}`;
}

function questionRows(questions: readonly Question[], within: string, { full }: Reading): Row[] {
  const shown = full ? questions : questions.slice(0, shownQuestions);
  const rest = questions.length - shown.length;
  const rows = shown.map(
    (question): Row => [
      {
        column: textColumn,
        text: [
          { role: 'accent', text: pathWithin(question.path, within) },
          ` settles ${counted(question.flips, 'conclusion')}`,
          ...effectSpans(question, full),
        ],
      },
    ],
  );
  if (rest > 0) {
    const more = `and ${counted(rest, 'more question')}`;
    rows.push([{ column: textColumn, text: [{ role: 'dim', text: more }] }]);
  }
  return labelled('Next', rows);
}

/** `: EU -> EU AI Act applies; SG or US-CO -> ...`: what the answers would do, or which there are. */
function effectSpans(question: Question, full: boolean): Span[] {
  const groups = effectGroups(question, full ? Number.POSITIVE_INFINITY : shownEffects, full ? 3 : 1);
  if (groups.length === 0) return [{ role: 'dim', text: optionWords(question.options) }];
  return groups.map(({ answers, outcomes }, index) => ({
    role: 'dim',
    text: `${index === 0 ? ': ' : '; '}${answers} -> ${outcomes.join(', ')}`,
  }));
}

function optionWords(options: Question['options']): string {
  if (options.length === 0) return '';
  if (options.length > shownOptions) return `: one of ${options.length} values`;
  return `: ${joined(options.map(String), 'or')}`;
}
