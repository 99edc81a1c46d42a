import type { Class, Duty, Regime, System } from '../../answer/schema';
import { sinceWords } from '../words/days';
import { className, gradeWords, stateWords, statusWords } from '../words/labels';
import { placeWords } from '../words/places';
import { controlsTable, questionList, risksTable } from './controls';
import { blocks, code, list, md, table } from './escape';
import type { Reading } from './reading';
import { reasonWords } from './reasons';

/** One system, with every reason. */
export function systemSection(system: System, reading: Reading, level: string): string {
  const { regimes } = system;
  const out = regimes.filter(({ applies }) => applies === 'no');
  return blocks(
    `${level} ${md(system.name ?? system.id)}`,
    `${system.purpose === null ? '' : `${md(system.purpose)} `}(${code(placeWords(system))})`,
    ...bindingFirst(regimes.filter(({ applies }) => applies === 'yes')).map((regime) =>
      regimeBlock(regime, reading),
    ),
    mayApply(regimes.filter(({ applies }) => applies === 'unknown')),
    out.length === 0 ? '' : `Does not apply: ${out.map(({ title }) => md(title)).join('; ')}.`,
    risksTable(system.risks, reading),
    controlsTable(system.controls, reading),
    questionList(system.questions ?? [], system.path),
  );
}

function bindingFirst(regimes: readonly Regime[]): Regime[] {
  return [...regimes.filter(({ binding }) => binding), ...regimes.filter(({ binding }) => !binding)];
}

function regimeBlock(regime: Regime, reading: Reading): string {
  const force = regime.binding ? '' : ', without force of law';
  const head = `**${md(regime.title)}** (${md(regime.jurisdiction)}, ${statusWords[regime.status]}${force})`;
  const why = regime.reasons.length > 0 ? `: ${reasonWords(regime.reasons)}` : '';
  const sourced = regime.reported ? 'reported, check' : gradeWords[regime.grade];
  return blocks(
    `${head}${why}; ${sourced}.`,
    list(regime.classes.map((ground) => classItem(ground, reading))),
    dutiesTable(regime.duties, reading),
  );
}

function classItem(ground: Class, { root }: Reading): string {
  const name = md(className(ground.id));
  const head =
    ground.verdict === 'yes'
      ? `**${name}** ${sinceWords(ground, root.asOf)}${ground.sinceMoved ? `, by ${md(ground.sinceMoved.by)}` : ''}`
      : `may be **${name}**`;
  const claims = ground.claims.map(
    (claim) => `the claim ${code(claim.id)} is ${claim.state}: ${reasonWords(claim.reasons)}`,
  );
  const exceptions =
    ground.openExceptions.length > 0 ? [`still open: ${ground.openExceptions.map(code).join(', ')}`] : [];
  const reasons = ground.reasons.length > 0 ? [reasonWords(ground.reasons)] : [];
  return `${head}: ${md(ground.basis)}, ${md(ground.title)}; ${[...reasons, ...claims, ...exceptions, ground.reported ? 'reported, check' : gradeWords[ground.grade]].join('; ')}`;
}

function dutiesTable(duties: readonly Duty[], { names }: Reading): string {
  const bound = duties.filter(({ applies }) => applies !== 'no');
  return table(
    ['Due', 'Duty', 'Article', 'State', 'Controls'],
    bound.map((duty) => [
      (duty.due ?? (duty.reported ? 'reported, check' : 'no date')) +
        (duty.dueMoved ? ` (moved from ${duty.dueMoved.from})` : ''),
      md(duty.title) + (duty.applies === 'unknown' ? ' _(may apply)_' : ''),
      md(duty.article),
      stateWords[duty.state],
      duty.controls.map((id) => md(names.control(id))).join('; '),
    ]),
  );
}

function mayApply(regimes: readonly Regime[]): string {
  if (regimes.length === 0) return '';
  const items = regimes.map(
    (regime) =>
      `${md(regime.title)} (${md(regime.jurisdiction)}, ${statusWords[regime.status]}): ${reasonWords(regime.reasons)}`,
  );
  return blocks('**May apply**', list(items));
}
