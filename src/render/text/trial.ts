import type { Trial, TrialMeasure } from '../../answer/trial';
import { spoken } from '../words/labels';
import {
  askedOfTools,
  confidenceWords,
  intervalWords,
  passWords,
  shortlistNote,
  standingWords,
} from '../words/trial';
import type { Row } from './layout';
import { headed } from './rows';

const column = 2;
const deeper = 6;

/** The plan for a trial: who, what to measure and when it passes, what to ask. */
export function trialRows(trial: Trial | undefined): Row[] {
  if (trial === undefined || trial.tools.length === 0) return [];
  const { tools, functional, nonFunctional, confidence } = trial;
  const nameOf = new Map(tools.map(({ tool, name }) => [tool, name]));
  const namesOf = (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? id).join(', ');
  const { latency } = nonFunctional;
  return [
    headed('Trial plan'),
    line(shortlistNote),
    ...tools.map(({ name, standing, insteadOf }): Row => {
      const to = insteadOf.length === 0 ? '' : ` to ${namesOf(insteadOf)}`;
      return [{ column, text: [{ role: 'accent', text: name }, `: ${standingWords[standing]}${to}`] }];
    }),
    line(
      `Measure (in brackets: the true shares that a result at the mark leaves possible, at ${confidenceWords(confidence)}):`,
    ),
    ...functional.flatMap(({ capability, tools: by, measures }) =>
      item(spoken(capability), namesOf(by), measures),
    ),
    ...(latency ? item('added latency', namesOf(latency.tools), [latency.measure]) : []),
    line('Ask:'),
    ...askedOfTools.map(({ question }): Row => [{ column: 4, text: [question] }]),
    line('What the catalog knows of that:'),
    ...nonFunctional.tools.map(
      (tool): Row => [
        {
          column: 4,
          text: [
            `${namesOf([tool.tool])}: `,
            { role: 'dim', text: askedOfTools.map(({ known }) => known(tool)).join('; ') },
          ],
        },
      ],
    ),
  ];
}

function item(what: string, by: string, measures: readonly TrialMeasure[]): Row[] {
  return [
    [{ column: 4, text: [what, { role: 'dim', text: ` (${by})` }] }],
    ...measures.map(
      (measure): Row => [
        {
          column: deeper,
          text: [
            `${measure.criterion}: ${passWords(measure)}`,
            { role: 'dim', text: ` (${intervalWords(measure)})` },
          ],
        },
      ],
    ),
  ];
}

function line(text: string): Row {
  return [{ column, text: [text] }];
}
