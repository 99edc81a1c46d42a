import type { Place, Question, Reason } from '../answer/schema';
import type { Condition } from '../logic/condition';
import { withDerived } from '../logic/derived';
import { answered, evaluate, type Terms } from '../logic/evaluate';
import type { Verdict } from '../logic/verdict';
import type { Fact, Facts, Scalar } from '../manifest/fact';
import { type Field, fieldAt } from '../manifest/fields';
import { decidingField, noObjects, withAnswer } from './answering';
import { effectsOf, type Trial } from './effects';
import { isLaw, type Law } from './law';
import type { Model } from './model';
import { type Outlook, outlookOf, type RegimeOutlook } from './outlook';
import { reasonsOf, spokenPath, text } from './reasons';
import type { RegimeDraft } from './regimes';
import { type Conclusions, conclude } from './system';
import { trialsOf } from './trials';

export interface QuestionContext {
  readonly model: Model;
  /** What the manifest says, without what is derived from it. */
  readonly given: Facts;
  readonly asOf: string;
}

/** What is asked about: the facts, what was concluded from them, and verdicts that answers can reuse. */
interface Inquiry extends QuestionContext {
  readonly facts: Facts;
  readonly conclusions: Conclusions;
  readonly before: Outlook;
  readonly memory: Map<Condition, Verdict>;
  readonly outlooks: WeakMap<RegimeDraft, RegimeOutlook>;
  /** Places that have binding law. */
  readonly jurisdictions: ReadonlySet<string>;
}

/**
 * The unanswered fields that would change the most, each with its options and what each would do: for every field that
 * keeps a conclusion open, each possible value is tried and the conclusions that come out differently are counted.
 * Counted is what binds, and the risks; a field that settles only what is voluntary or not yet law comes after all
 * others. Most deciding first, then by path; a field that could change nothing is not asked.
 */
export function rankQuestions(context: QuestionContext): Question[] {
  const { model, given, asOf } = context;
  const facts = withDerived(given, model.terms);
  const conclusions = conclude({ model, facts, asOf });
  const outlooks = new WeakMap<RegimeDraft, RegimeOutlook>();
  const before = outlookOf(context, facts, conclusions, outlooks);
  const jurisdictions = jurisdictionsOf(model.lawOn(asOf));
  const inquiry = { ...context, facts, conclusions, before, memory: new Map(), outlooks, jurisdictions };
  return [...openFields([...openReasons(conclusions), ...exceptionReasons(inquiry, conclusions)])]
    .flatMap(([path, open]) => questionAbout(inquiry, path, open) ?? [])
    .sort(byWeight);
}

/**
 * Order of questions: what settles something binding first; of that, an answer that alone would prohibit the system
 * before all others, since nothing else matters where it does; then the most deciding; of equal ones, what may bring a
 * class before what only settles duties and risks, the graver class first; then by path.
 */
export function byWeight(a: Question, b: Question): number {
  const behind = Number(a.voluntary ?? false) - Number(b.voluntary ?? false);
  const allowed = Number(mayProhibit(b)) - Number(mayProhibit(a));
  return behind || allowed || b.flips - a.flips || gravityOf(a) - gravityOf(b) || (a.path < b.path ? -1 : 1);
}

/** Whether one of its answers would make the system a prohibited one for sure. */
function mayProhibit({ effects }: Question): boolean {
  return effects.some(({ outcomes }) =>
    outcomes.some(({ id, params }) => id === 'outcome.class' && params['class'] === prohibited),
  );
}

/** The name of that class in every law that has one. */
const prohibited = 'prohibited';

/** The place of the gravest class that an answer brings, in the order of all laws; the lower, the graver. */
function gravityOf({ effects }: Question): number {
  const ranks = effects.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ id, params: { rank } }) =>
      id === 'outcome.class' && typeof rank === 'number' ? [rank] : [],
    ),
  );
  return Math.min(Number.MAX_SAFE_INTEGER, ...ranks);
}

function questionAbout(inquiry: Inquiry, path: string, field: OpenField): Question | undefined {
  // Who wrote `unknown` has looked already.
  const fact = inquiry.given.get(path);
  if (fact.kind === 'unknown' && fact.said) return undefined;
  const place = placeOf(field);
  if (!place) return undefined;
  const options = optionsFor(path, field.wanted, fact, inquiry);
  const { effects, voluntary } = effectsOf(inquiry.model, inquiry.before, trialsWith(inquiry, path, options));
  const flips = Math.max(0, ...effects.map(({ settles }) => settles));
  if (flips === 0) return undefined;
  const why = text('question.flips', { path: spokenPath(path), count: flips });
  return { path: place.path, why, options, effects, flips, ...(voluntary ? { voluntary } : {}), place };
}

/** A field that keeps conclusions open: where it would be written, and what of it would settle them. */
interface OpenField {
  /** How much each place keeps open: of several coarse markets, the one that leaves most open is asked for. */
  readonly places: Map<string, { readonly place: Place; count: number }>;
  readonly wanted: Set<string>;
}

function placeOf({ places }: OpenField): Place | undefined {
  let most: { readonly place: Place; readonly count: number } | undefined;
  for (const one of places.values()) if (!most || one.count > most.count) most = one;
  return most?.place;
}

function openFields(reasons: readonly Reason[]): ReadonlyMap<string, OpenField> {
  const open = new Map<string, OpenField>();
  for (const { text: said, places } of reasons) {
    const path = said.id === 'role.unstated' ? 'roles' : said.params['path'];
    const wanted = said.params[said.id === 'role.unstated' ? 'roles' : 'wanted'];
    const [place] = places;
    if (!place || typeof path !== 'string' || !askable.has(said.id)) continue;
    const full = path.startsWith('organization.') ? path : `system.${path}`;
    const field: OpenField = open.get(full) ?? { places: new Map(), wanted: new Set() };
    const counted = field.places.get(place.path) ?? { place, count: 0 };
    counted.count++;
    field.places.set(place.path, counted);
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
 * Values worth trying: those of the field's enumeration, or yes and no. Of the many places only those that an open
 * condition asks for; nothing else could settle it.
 */
function optionsFor(
  path: string,
  wanted: ReadonlySet<string>,
  fact: Fact,
  { model: { terms }, jurisdictions }: Inquiry,
): Scalar[] {
  const field = fieldAt(path);
  if (!field) return [];
  if (field.kind === 'object-list') return objectOptions(field);
  if (field.type === 'boolean') return [true, false];
  if (field.type === 'area') return areaOptions(field, wanted, fact, terms);
  if (field.type === 'place') return placeOptions(wanted, jurisdictions);
  return (field.values ?? []).map((value) => value.id);
}

/** Places that have law of their own, not each that a treaty lists; where none of those is wanted, all that are. */
function placeOptions(wanted: ReadonlySet<string>, jurisdictions: ReadonlySet<string>): Scalar[] {
  const own = [...wanted].filter((place) => jurisdictions.has(place));
  return (own.length > 0 ? own : [...wanted]).sort();
}

/** Places for which the catalog has law that binds on a day. */
function jurisdictionsOf(laws: readonly Law[]): ReadonlySet<string> {
  return new Set(
    laws.flatMap(({ regime, event }) => (regime.binding && event && isLaw(event) ? regime.jurisdiction : [])),
  );
}

/**
 * The uses that an open condition asks for, and every prohibited practice besides, whatever the conditions at hand ask
 * for: who answers must see them all. `other` is the answer of whoever does none of that. Where the list names a
 * family, its members alone are asked for.
 */
function areaOptions(field: Field, wanted: ReadonlySet<string>, fact: Fact, terms: Terms): Scalar[] {
  const parents = terms.hierarchy(field.path);
  const above = (id: string) => parents?.(id) ?? [];
  const ids = (field.values ?? []).map(({ id }) => id);
  const finest = ids.filter((id) => !ids.some((other) => above(other).includes(id)));
  const isWanted = (id: string) =>
    [id, ...above(id)].some((one) => wanted.has(one) || wanted.has(`${one}.*`));
  const said = fact.kind === 'list' ? fact.members.map(({ value }) => String(value)) : [];
  const coarse = fact.kind === 'list' && !fact.open;
  if (coarse)
    return finest.filter((id) => isWanted(id) && above(id).some((one) => said.includes(one))).sort();
  const always = (id: string) => above(id).includes(practices) || id === noneOfThese;
  return finest.filter((id) => (isWanted(id) || always(id)) && !said.includes(id)).sort();
}

/** The family of the prohibited practices, and the use that no condition asks for. */
const practices = 'practice';
const noneOfThese = 'other';

/** Objects are asked by the one field that tells most of them apart, such as the access of a tool; or there are none. */
function objectOptions(field: Field): Scalar[] {
  return [noObjects, ...(field.members.get(decidingField)?.values ?? []).map(({ id }) => id)];
}

function trialsWith(inquiry: Inquiry, path: string, options: readonly Scalar[]): Trial[] {
  const { model, given, facts, memory, outlooks } = inquiry;
  const concludeWith = trialsOf(inquiry, path);
  return options.map((option) => {
    const then = withDerived(withAnswer(given, path, option, model.terms), model.terms);
    const answers = answered(then, path, facts, memory, model.terms);
    return { option, after: outlookOf(inquiry, answers, concludeWith(answers), outlooks) };
  });
}
