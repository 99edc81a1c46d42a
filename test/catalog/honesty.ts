import { createModel, type Model } from '../../src/assess/model';
import { assessSystem, everyRegime } from '../../src/assess/system';
import type { Pack } from '../../src/catalog/pack';
import type { Verdict } from '../../src/logic/verdict';
import type { Facts } from '../../src/manifest/fact';
import { type Field, fieldAt } from '../../src/manifest/fields';
import { factsGiven } from '../core/given';

/** Two situations of which one says more, and what is concluded from each: what the honesty rules speak of. */

type Said = Readonly<Record<string, unknown>>;

export interface Situation {
  readonly system: Said;
  readonly organization: Said;
  readonly asOf: string;
}

/** One thing said or not: `less` does not say what stands at `path`, and `more` is the same but for that. */
export interface Difference {
  /** As conditions name it: `system.tools.approval`. */
  readonly path: string;
  readonly value: unknown;
  readonly more: Situation;
  readonly less: Situation;
}

type Step = string | number;

/** The situation without one thing that it says, in every way; what stands inside listed objects as well. */
export function saidLess(more: Situation): Difference[] {
  return (['system', 'organization'] as const).flatMap((scope) =>
    stepsOf(more[scope]).flatMap((steps): Difference[] => {
      const path = pathOf(scope, steps);
      const value = at(more[scope], steps);
      // Who writes `unknown` says that they looked, and no more.
      if (isFactByAbsence(path) || value === 'unknown') return [];
      return [{ path, value, more, less: { ...more, [scope]: changed(more[scope], steps, undefined) } }];
    }),
  );
}

/** The situation with one more thing said: each value of a field that is missing in it. */
export function saidMore(less: Situation, paths: readonly string[]): Difference[] {
  return paths.flatMap((path) => {
    const field = fieldAt(path);
    const scope = path.startsWith('organization.') ? 'organization' : 'system';
    if (!field || isFactByAbsence(path)) return [];
    return missingAt(less[scope], path.split('.').slice(1)).flatMap((steps) =>
      valuesOf(field).map((value) => ({
        path,
        value,
        more: { ...less, [scope]: changed(less[scope], steps, value) },
        less,
      })),
    );
  });
}

/** The situation with its lists closed: the member `unknown` taken out of each, one at a time. */
export function closedLists(less: Situation): Difference[] {
  return stepsOf(less.system).flatMap((steps): Difference[] => {
    const list = at(less.system, steps);
    if (!Array.isArray(list) || !list.includes('unknown')) return [];
    const value = list.filter((member) => member !== 'unknown');
    const more = { ...less, system: changed(less.system, steps, value) };
    return [{ path: pathOf('system', steps), value, more, less }];
  });
}

/**
 * Fields that follow from others where they are not said. Saying what follows anyway is saying no more, and saying
 * anything else contradicts what is said already.
 */
const derivedWhenMissing = ['system.kind', 'system.outputUsedIn', 'system.product.section'];

/** Whether what is said fits what would follow without it. `rules-only` never follows: it must be said. */
export function fitsDerivation(model: Model, { path, more, less }: Difference): boolean {
  const touched = derivedWhenMissing.filter((one) => one === path || one.startsWith(`${path}.`));
  return touched.every((one) => {
    const said = valuesIn(factsGiven(model, more), one);
    const derived = valuesIn(factsGiven(model, less), one);
    if (!said || !derived) return true;
    if (one === 'system.outputUsedIn') return [...said].sort().join() === [...derived].sort().join();
    return said.every((value) => derived.includes(value));
  });
}

function valuesIn(facts: Facts, path: string): readonly unknown[] | undefined {
  const fact = facts.get(path);
  if (fact.kind === 'scalar') return [fact.value];
  if (fact.kind === 'possible') return fact.values;
  return fact.kind === 'list' ? fact.members.map(({ value }) => value) : undefined;
}

/** What is concluded of a situation: a verdict for each thing that can be concluded. What is not listed is a no. */
export interface Conclusion {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Controls that are listed, and those of them that are asked for. */
  readonly listed: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  readonly severities: string;
  /** Ids of entries that the reasons of each regime name. */
  readonly reasons: ReadonlyMap<string, ReadonlySet<string>>;
}

export function concluded(model: Model, situation: Situation): Conclusion {
  const facts = factsGiven(model, situation);
  const input = { model, facts, asOf: situation.asOf, match: () => [] };
  const { regimes: applying, risks, sharedRisks, controls } = assessSystem(input);
  const regimes = everyRegime(input, applying);
  const verdicts = new Map<string, Verdict>();
  for (const { id, applies, classes, duties } of regimes) {
    verdicts.set(`${id} applies`, applies);
    for (const { basis, verdict } of classes) verdicts.set(`${id} class ${basis}`, verdict);
    for (const duty of duties) verdicts.set(`${id} duty ${duty.id}`, duty.applies);
  }
  for (const { id, verdict } of [...risks, ...sharedRisks]) verdicts.set(`risk ${id}`, verdict);
  return {
    verdicts,
    listed: new Set(controls.map(({ id }) => id)),
    asked: new Set(controls.filter(({ asked }) => asked).map(({ id }) => id)),
    severities: [...risks, ...sharedRisks].map(({ id, severity }) => `${id} ${severity}`).join(),
    get reasons() {
      return new Map(
        everyRegime({ model, facts, asOf: situation.asOf }, regimes).map(
          ({ id, reasons }) => [id, new Set(reasons.flatMap(({ entry }) => entry ?? []))] as const,
        ),
      );
    },
  };
}

/** A pack whose law makes no exceptions: in it nothing may ever turn round. */
export function withoutExceptions(pack: Pack): Pack {
  return {
    ...pack,
    regimes: pack.regimes.map((regime) => ({
      ...regime,
      exclusions: [],
      exceptions: [],
      transitions: [],
      deemedRoles: [],
      classes: regime.classes.map((one) => ({ ...one, exceptions: [] })),
      duties: regime.duties.map((one) => ({ ...one, exceptions: [] })),
    })),
  };
}

/** A model for each kind of pack, made once. */
export function modelsOf(pack: Pack): { readonly whole: Model; readonly plain: Model } {
  return { whole: createModel(pack), plain: createModel(withoutExceptions(pack)) };
}

/** What turned round between less said and more said, or was settled before and is open after; one sentence each. */
export function turned(less: Conclusion, more: Conclusion): readonly { key: string; how: string }[] {
  const keys = new Set([...less.verdicts.keys(), ...more.verdicts.keys()]);
  return [...keys].flatMap((key) => {
    const before = less.verdicts.get(key) ?? 'no';
    const after = more.verdicts.get(key) ?? 'no';
    return before === 'unknown' || before === after ? [] : [{ key, how: `${before}, then ${after}` }];
  });
}

function stepsOf(value: unknown, before: readonly Step[] = []): Step[][] {
  if (Array.isArray(value)) {
    return value.flatMap((member, index) => (isSaid(member) ? stepsOf(member, [...before, index]) : []));
  }
  if (!isSaid(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...before, key],
    ...stepsOf(inner, [...before, key]),
  ]);
}

/** Where a field could still be said: in the system, or in each of its listed objects. */
function missingAt(value: unknown, keys: readonly string[], before: readonly Step[] = []): Step[][] {
  const [key, ...rest] = keys;
  if (key === undefined) return [];
  if (Array.isArray(value)) {
    return value.flatMap((member, index) =>
      isSaid(member) ? missingAt(member, keys, [...before, index]) : [],
    );
  }
  if (value !== undefined && !isSaid(value)) return [];
  const inner = value?.[key];
  if (rest.length === 0) return inner === undefined ? [[...before, key]] : [];
  // A list of objects that is not said has no objects to say it of.
  if (inner === undefined && fieldAt(['system', ...before, key].join('.'))?.kind === 'object-list') return [];
  return missingAt(inner, rest, [...before, key]);
}

function at(value: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return typeof step === 'number' ? inner[step] : undefined;
    return isSaid(inner) ? inner[step] : undefined;
  }, value);
}

function changed(said: Said, [step = '', ...rest]: readonly Step[], value: unknown): Said {
  const { [step]: inner, ...others } = said;
  if (rest.length === 0) return value === undefined ? others : { ...others, [step]: value };
  if (Array.isArray(inner)) {
    const [index, ...below] = rest;
    return {
      ...others,
      [step]: inner.map((member: unknown, i) =>
        i === index && isSaid(member) ? changed(member, below, value) : member,
      ),
    };
  }
  return { ...others, [step]: changed(isSaid(inner) ? inner : {}, rest, value) };
}

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathOf(scope: string, steps: readonly Step[]): string {
  return [scope, ...steps.filter((step) => typeof step === 'string')].join('.');
}

/** Of these, silence is a fact (owner, claims, …), and so is that of what stands in them. */
function isFactByAbsence(path: string): boolean {
  const steps = path.split('.');
  return steps.some((_, index) => fieldAt(steps.slice(0, index + 1).join('.'))?.absenceIsFact === true);
}

const places = ['DE', 'EU', 'NO', 'US', 'US-CO', 'SG', 'JP'];
const days = [
  '2024-08-01',
  '2025-08-02',
  '2026-08-01',
  '2026-08-02',
  '2026-12-02',
  '2027-12-02',
  '2028-08-02',
];

/** Every value of a field, of a list each alone and none; of what has no list of values, some on either side. */
function valuesOf(field: Field): unknown[] {
  const scalars =
    field.type === 'boolean'
      ? [true, false]
      : field.type === 'number'
        ? [0, 0.2, 0.5, 1e23, 1e25, 2e25]
        : field.type === 'day'
          ? days
          : field.type === 'place'
            ? places
            : (field.values?.map(({ id }) => id) ?? []);
  if (field.kind === 'scalar') return scalars;
  if (field.kind === 'list') return [[], ...scalars.map((one) => [one])];
  return field.kind === 'object-list' ? [[]] : [];
}
