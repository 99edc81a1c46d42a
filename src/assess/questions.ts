import type { Place, Question, Reason } from '../answer/schema';
import type { Fact, Facts, ObjectsFact, Scalar } from '../manifest/fact';
import { type Field, fieldAt } from '../manifest/fields';
import type { Model } from './model';
import { spokenPath, text } from './reasons';
import type { Assessment } from './system';

/** Verdicts by what they are about: what an answer to a question could flip. */
type Conclusions = ReadonlyMap<string, string>;

export interface QuestionContext {
  readonly model: Model;
  readonly facts: Facts;
  readonly assessment: Assessment;
  /** Assesses the same system under other facts. */
  readonly reassess: (facts: Facts) => Assessment;
  /** Wraps given facts so that derived ones follow them. */
  readonly derive: (facts: Facts) => Facts;
  readonly given: Facts;
}

/**
 * The unanswered fields that would change the most, each with its options: for every field that keeps a conclusion
 * open, each possible value is tried and the conclusions that come out differently are counted. Most deciding first,
 * then by path; a field that could change nothing is not asked.
 */
export function rankQuestions(context: QuestionContext): Question[] {
  const before = conclusionsOf(context.assessment);
  const questions = [...openFields(context.assessment)].flatMap(([path, open]) => {
    // Who wrote `unknown` has looked already.
    const fact = context.given.get(path);
    if (fact.kind === 'unknown' && fact.said) return [];
    const options = optionsFor(path, open.wanted);
    const flips = Math.max(0, ...options.map((option) => countFlips(context, before, path, option)));
    if (flips === 0) return [];
    const question: Question = {
      path: open.place.path,
      why: text('question.flips', { path: spokenPath(path), count: flips }),
      options,
      flips,
      place: open.place,
    };
    return [question];
  });
  return questions.sort((a, b) => b.flips - a.flips || (a.path < b.path ? -1 : 1));
}

/** A field that keeps conclusions open: where it would be written, and what of it would settle them. */
interface OpenField {
  readonly place: Place;
  readonly wanted: Set<string>;
}

function openFields(assessment: Assessment): ReadonlyMap<string, OpenField> {
  const open = new Map<string, OpenField>();
  for (const { text: said, places } of openReasons(assessment)) {
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
function openReasons({ regimes, risks }: Assessment): Reason[] {
  return [
    ...regimes.flatMap((regime) => [
      ...(regime.applies === 'unknown' ? regime.reasons : []),
      ...regime.classes.flatMap((found) => [
        ...(found.verdict === 'unknown' ? found.reasons : []),
        ...found.claims.flatMap((claim) => (claim.state === 'open' ? claim.reasons : [])),
      ]),
      ...regime.duties.flatMap((duty) => (duty.applies === 'unknown' ? duty.reasons : [])),
    ]),
    ...risks.flatMap((risk) => (risk.verdict === 'unknown' ? risk.reasons : [])),
  ];
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

const noObjects = 'none';
const decidingField = 'access';

function countFlips(context: QuestionContext, before: Conclusions, path: string, option: Scalar): number {
  const answered = context.derive(withAnswer(context.given, path, option));
  const after = conclusionsOf(context.reassess(answered));
  let flips = 0;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if ((before.get(key) ?? 'no') !== (after.get(key) ?? 'no')) flips++;
  }
  return flips;
}

/** The same facts, with one field answered. */
function withAnswer(facts: Facts, path: string, value: Scalar): Facts {
  const spots = facts.get(path).spots;
  const [spot] = spots;
  const field = fieldAt(path);
  if (field?.kind === 'object-list') {
    const objects = objectsAnswer(value, spots);
    return {
      get: (asked) =>
        asked === path
          ? objects
          : asked === `${path}.${decidingField}`
            ? accessOf(objects)
            : facts.get(asked),
    };
  }
  const listed =
    field?.kind === 'list' || path.startsWith('system.tools.') || path.startsWith('system.models.');
  const answer: Fact =
    listed && spot
      ? { kind: 'list', members: [{ value, spot }], open: false, from: 'given', spots }
      : { kind: 'scalar', value, from: 'given', spots };
  return { get: (asked) => (asked === path ? answer : facts.get(asked)) };
}

/** One object that says nothing but the deciding field; or none at all. */
function objectsAnswer(value: Scalar, spots: Fact['spots']): ObjectsFact {
  const [spot] = spots;
  const get = (key: string): Fact =>
    key === decidingField
      ? { kind: 'scalar', value, from: 'given', spots }
      : { kind: 'unknown', said: false, from: 'given', spots };
  const members = value === noObjects || !spot ? [] : [{ spot, get }];
  return { kind: 'objects', members, open: false, from: 'given', spots };
}

/** What any of the objects says of the deciding field. */
function accessOf({ members, spots }: ObjectsFact): Fact {
  const said = members.flatMap(({ spot, get }) => {
    const fact = get(decidingField);
    return fact.kind === 'scalar' ? [{ value: fact.value, spot }] : [];
  });
  return { kind: 'list', members: said, open: false, from: 'given', spots };
}

function conclusionsOf(assessment: Assessment): Conclusions {
  const conclusions = new Map<string, string>();
  for (const regime of assessment.regimes) {
    conclusions.set(regime.id, regime.applies);
    for (const found of regime.classes) conclusions.set(`${found.id} ${found.basis}`, found.verdict);
    for (const duty of regime.duties) conclusions.set(duty.id, duty.applies);
  }
  for (const risk of assessment.risks) conclusions.set(risk.id, risk.verdict);
  return conclusions;
}
