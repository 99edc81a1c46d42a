import type { TrialMeasure } from '../../answer/trial';
import { spoken } from '../words/labels';
import {
  askedOfTools,
  confidenceWords,
  intervalWords,
  passWords,
  shortlistNote,
  standingWords,
} from '../words/trial';
import { blocks, md, table } from './escape';
import type { Reading } from './reading';

/** The plan for a trial of the chosen tools and their runners-up. Nothing where it was not asked for. */
export function trialSection({ root, names }: Reading, level: string): string {
  const trial = root.portfolio?.trial;
  if (trial === undefined || trial.tools.length === 0) return '';
  const { tools, functional, nonFunctional, confidence } = trial;
  const nameOf = new Map(tools.map(({ tool, name }) => [tool, name]));
  const namesOf = (ids: readonly string[]) =>
    ids.map((id) => md(nameOf.get(id) ?? names.tool(id))).join(', ');
  const { latency } = nonFunctional;
  const rows = functional.flatMap(({ capability, tools: by, measures }) =>
    measures.map((measure, index) => [
      index === 0 ? md(spoken(capability)) : '',
      ...measureCells(measure),
      index === 0 ? namesOf(by) : '',
    ]),
  );
  if (latency) rows.push(['added latency', ...measureCells(latency.measure), namesOf(latency.tools)]);
  return blocks(
    `${level} Trial plan`,
    shortlistNote,
    table(
      ['Tool to try', 'Standing'],
      tools.map(({ name, standing, insteadOf }) => [
        md(name),
        insteadOf.length === 0
          ? standingWords[standing]
          : `${standingWords[standing]} to ${namesOf(insteadOf)}`,
      ]),
    ),
    '**To be measured**',
    table(['What', 'Criterion', 'Passes with', `Then, at ${confidenceWords(confidence)}`, 'Tools'], rows),
    '**To be asked**, with what the catalog knows',
    table(
      ['Tool', ...askedOfTools.map(({ question }) => md(question))],
      nonFunctional.tools.map((tool) => [
        namesOf([tool.tool]),
        ...askedOfTools.map(({ known }) => md(known(tool))),
      ]),
    ),
  );
}

function measureCells(measure: TrialMeasure): string[] {
  return [md(measure.criterion), passWords(measure), intervalWords(measure)];
}
