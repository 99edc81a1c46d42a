import type { Place, Question, Reason } from '../answer/schema';
import type { Condition } from '../logic/condition';
import { withDerived } from '../logic/derived';
import { answered, evaluate } from '../logic/evaluate';
import type { Verdict } from '../logic/verdict';
import type { Facts, Scalar } from '../manifest/fact';
import { type Field, fieldAt } from '../manifest/fields';
import { decidingField, noObjects, withAnswer } from './answering';
import type { Model } from './model';
import { reasonsOf, spokenPath, text } from './reasons';
import { type Conclusions, conclude } from './system';

/** Verdicts by what they are about: what an answer to a question could flip. */
type Verdicts = ReadonlyMap<string, string>;

export interface QuestionContext {
  readonly model: Model;
  /** What the manifest says, without what is derived from it. */
  readonly given: Facts;
  readonly asOf: string;
}

/** What is asked about: the facts, what was concluded from them, and verdicts that answers can reuse. */
interface Inquiry extends QuestionContext {
  readonly facts: Facts;
  readonly before: Verdicts;
  readonly memory: Map<Condition, Verdict>;
}

/**
 * The unanswered fields that would change the most, each with its options: for every field that keeps a conclusion
 * open, each possible value is tried and the conclusions that come out differently are counted. Most deciding first,
 * then by path; a field that could change nothing is not asked.
 */
export function rankQuestions(context: QuestionContext): Question[] {
  const { model, given, asOf } = context;
  const facts = withDerived(given, model.terms);
  const conclusions = conclude({ model, facts, asOf });
  const inquiry: Inquiry = { ...context, facts, before: verdictsOf(conclusions), memory: new Map() };
  return [...openFields([...openReasons(conclusions), ...exceptionReasons(inquiry, conclusions)])]
    .flatMap(([path, open]) => questionAbout(inquiry, path, open) ?? [])
    .sort((a, b) => b.flips - a.flips || (a.path < b.path ? -1 : 1));
}

function questionAbout(inquiry: Inquiry, path: string, { wanted, place }: OpenField): Question | undefined {
  // Who wrote `unknown` has looked already.
  const fact = inquiry.given.get(path);
  if (fact.kind === 'unknown' && fact.said) return undefined;
  const options = optionsFor(path, wanted);
  const flips = Math.max(0, ...options.map((option) => countFlips(inquiry, path, option)));
  if (flips === 0) return undefined;
  const why = text('question.flips', { path: spokenPath(path), count: flips });
  return { path: place.path, why, options, flips, place };
}

/** A field that keeps conclusions open: where it would be written, and what of it would settle them. */
interface OpenField {
  readonly place: Place;
  readonly wanted: Set<string>;
}

function openFields(reasons: readonly Reason[]): ReadonlyMap<string, OpenField> {
  const open = new Map<string, OpenField>();
  for (const { text: said, places } of reasons) {
    const path = said.id === 'role.unstated' ? 'roles' : said.params['path'];
    const wanted = said.params[said.id === 'role.unstated' ? 'roles' : 'wanted'];
    const [place] = places;
    if (!place || typeof path !== 'string' || !askable.has(said.id)) continue;
    const full = path.startsWith('organization.') ? path : `system.${path}`;
    const field = open.get(full) ?? { place, wanted: new Set() };
    if (Array.isArray(wanted)) for (const value of wanted) field.wanted.add(value);
    open.set(full, field);
  }
  return open;
}

/** Reasons of everything that is still open. */
function openReasons({ regimes, risks }: Conclusions): Reason[] {
  return [
    ...regimes.flatMap((regime) => [
      ...(regime.applies === 'unknown' ? regime.because() : []),
      ...regime.classes.flatMap((found) => [
        ...(found.verdict === 'unknown' ? found.reasons : []),
        ...found.claims.flatMap((claim) => (claim.state === 'open' ? claim.reasons : [])),
      ]),
      ...regime.duties.flatMap((duty) => (duty.applies === 'unknown' ? duty.because() : [])),
    ]),
    ...risks.flatMap((risk) => (risk.verdict === 'unknown' ? risk.reasons : [])),
  ];
}

/** What the exceptions wait for that are not decided: they could take a class away. */
function exceptionReasons({ model, facts }: Inquiry, { regimes }: Conclusions): Reason[] {
  const open = new Set(
    regimes.flatMap(({ classes }) => classes.flatMap(({ openExceptions }) => openExceptions)),
  );
  const exceptions = model.pack.regimes.flatMap((regime) =>
    regime.exceptions.filter(({ id }) => open.has(id)),
  );
  return exceptions.flatMap(({ id, condition }) =>
    condition ? reasonsOf(evaluate(condition, facts, model.terms).causes, id) : [],
  );
}

const askable = new Set(['fact.unknown', 'fact.open', 'fact.coarse', 'role.unstated']);

/**
 * Values worth trying: those of the field's enumeration, or yes and no. Of the many areas and places only those that
 * an open condition asks for; nothing else could settle it.
 */
function optionsFor(path: string, wanted: ReadonlySet<string>): Scalar[] {
  const field = fieldAt(path);
  if (!field) return [];
  if (field.kind === 'object-list') return objectOptions(field);
  if (field.type === 'boolean') return [true, false];
  if (field.type === 'area' || field.type === 'place')
    return [...wanted].filter((id) => !id.endsWith('.*')).sort();
  return (field.values ?? []).map((value) => value.id);
}

/** Objects are asked by the one field that tells most of them apart, such as the access of a tool; or there are none. */
function objectOptions(field: Field): Scalar[] {
  return [noObjects, ...(field.members.get(decidingField)?.values ?? []).map(({ id }) => id)];
}

function countFlips(
  { model, given, facts, asOf, before, memory }: Inquiry,
  path: string,
  option: Scalar,
): number {
  const then = withDerived(withAnswer(given, path, option, model.terms), model.terms);
  const after = verdictsOf(
    conclude({ model, facts: answered(then, path, facts, memory, model.terms), asOf }),
  );
  let flips = 0;
  for (const [about, verdict] of before) if ((after.get(about) ?? 'no') !== verdict) flips++;
  for (const [about, verdict] of after) if (!before.has(about) && verdict !== 'no') flips++;
  return flips;
}

function verdictsOf({ regimes, risks }: Conclusions): Verdicts {
  const verdicts = new Map<string, string>();
  for (const regime of regimes) {
    verdicts.set(regime.id, regime.applies);
    for (const found of regime.classes) verdicts.set(`${found.id} ${found.basis}`, found.verdict);
    for (const duty of regime.duties) verdicts.set(duty.id, duty.applies);
  }
  for (const risk of risks) verdicts.set(risk.id, risk.verdict);
  return verdicts;
}
