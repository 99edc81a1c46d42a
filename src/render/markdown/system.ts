import { joined } from '../../answer/format';
import type { Class, Duty, Reason, Regime, System } from '../../answer/schema';
import { boundOf, openWords } from '../words/at-least';
import { sinceWords } from '../words/days';
import { byForce, fitsAny, shortName } from '../words/force';
import { gradeNote } from '../words/grades';
import { className, stateWords, statusWords } from '../words/labels';
import { placeWords } from '../words/places';
import { controlsTable, questionList, risksTable } from './controls';
import { blocks, code, list, md, table } from './escape';
import type { Reading } from './reading';
import { reasonWords } from './reasons';

/** Of the laws that may apply, so many are told with what keeps them open; more by name. */
const toldOpen = 6;
/** So many regimes that do not apply are named; more are counted. */
const namedOut = 6;

/** One system, with every reason: what binds in full, and what does not in a line each. */
export function systemSection(system: System, reading: Reading, level: string): string {
  const { binds, mayBind, voluntary, mayFit, coming, mayCome, out } = byForce(system.regimes);
  const questions = questionList(system.questions ?? [], system.path);
  // Where nothing is certain, what to say next is all there is to do.
  const undecided = binds.length === 0;
  return blocks(
    `${level} ${md(system.name ?? system.id)}`,
    `${system.purpose === null ? '' : `${md(system.purpose)} `}(${code(placeWords(system))})`,
    undecided ? questions : '',
    ...binds.map((regime) => regimeBlock(regime, system.path, reading)),
    mayApply(mayBind),
    voluntaryList(voluntary, mayFit),
    comingLine([...coming, ...mayCome]),
    outLine(out),
    risksTable(system.risks, reading),
    controlsTable(system.controls, reading),
    undecided ? '' : questions,
  );
}

/** Texts without force of law; those for any AI system together. */
function voluntaryList(voluntary: readonly Regime[], mayFit: readonly Regime[]): string {
  const own = voluntary.filter((regime) => !fitsAny(regime));
  const any = voluntary.filter(fitsAny);
  const items = [
    ...own.map(
      (regime) =>
        `${md(regime.title)} (${md(regime.jurisdiction)}): ${reasonWords(regime.reasons)}${noteOf(regime)}`,
    ),
    ...(any.length > 0 ? [`for any AI system: ${nameList(any)}`] : []),
    ...(mayFit.length > 0 ? [`may fit too: ${nameList(mayFit)}`] : []),
  ];
  return items.length === 0 ? '' : blocks('**Without force of law**', list(items));
}

function comingLine(coming: readonly Regime[]): string {
  return coming.length === 0 ? '' : `**Coming, not law**: ${nameList(coming)}.`;
}

function outLine(out: readonly Regime[]): string {
  if (out.length === 0) return '';
  if (out.length <= namedOut) return `Does not apply: ${out.map(({ title }) => md(title)).join('; ')}.`;
  return `${out.length} other laws and frameworks of the catalog do not apply.`;
}

/** Short names, those of one place together: `EU: GDPR, NIS2; US-CA: SB 53`. */
function nameList(regimes: readonly Regime[]): string {
  const places = new Map<string, string[]>();
  for (const regime of regimes) {
    const names = places.get(regime.jurisdiction) ?? [];
    places.set(regime.jurisdiction, [...names, md(shortName(regime))]);
  }
  return [...places].map(([place, names]) => `${md(place)}: ${names.join(', ')}`).join('; ');
}

function regimeBlock(regime: Regime, systemPath: string, reading: Reading): string {
  const head = `**${md(regime.title)}** (${md(regime.jurisdiction)}, ${statusWords[regime.status]})`;
  const why = regime.reasons.length > 0 ? `: ${reasonWords(regime.reasons)}` : '';
  const bound = boundOf(regime, systemPath);
  return blocks(
    `${head}${why}${noteOf(regime)}.`,
    bound ? `**At least ${md(bound.name)}** (${md(bound.bases)}); ${md(openWords(bound))}.` : '',
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
  return `${head}: ${md(ground.basis)}, ${md(ground.title)}; ${[...reasons, ...claims, ...exceptions].join('; ')}${noteOf(ground)}`;
}

/** `; medium: partly sourced` where a conclusion is less than well sourced. */
function noteOf(graded: Pick<Class, 'grade' | 'reported'>): string {
  const note = gradeNote(graded);
  return note === undefined ? '' : `; ${note}`;
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
  // A few more would take as long as naming them.
  const told = regimes.length <= toldOpen + 2 ? regimes : regimes.slice(0, toldOpen);
  const items = told.map(
    (regime) =>
      `${md(regime.title)} (${md(regime.jurisdiction)}, ${statusWords[regime.status]}): ${openBy(regime)}`,
  );
  const rest = regimes.slice(told.length);
  const more = rest.length === 0 ? '' : `And ${rest.length} more: ${nameList(rest)}.`;
  return blocks('**May apply**', list(items), more);
}

/** What keeps a regime open: fields that nobody filled in by their names, anything else in words. */
function openBy({ reasons }: Regime): string {
  const isSilent = ({ text }: Reason) => text.id === 'fact.unknown' && isEmpty(text.params['value']);
  const silent = reasons.filter(isSilent).map(({ text }) => code(String(text.params['path'])));
  const others = reasonWords(reasons.filter((reason) => !isSilent(reason)));
  const unsaid =
    silent.length === 0 ? '' : `${joined(silent)} ${silent.length === 1 ? 'is' : 'are'} not said`;
  return [unsaid, others].filter((part) => part !== '').join('; ');
}

function isEmpty(value: Reason['text']['params'][string] | undefined): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
