import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/assess/model';
import { type Condition, conditionSchema } from '../../src/logic/condition';
import { decide } from '../../src/logic/evaluate';
import { reads } from '../../src/logic/reads';
import { fields } from '../../src/manifest/fields';
import { anyOrganization, anySystem, without } from '../core/any-system';
import { factsGiven } from '../core/given';
import { pack } from '../core/real-catalog';
import { cases as casesOfTheAct } from './eu-act-cases';
import {
  type Conclusion,
  closedLists,
  concluded,
  type Difference,
  fitsDerivation,
  modelsOf,
  type Situation,
  saidLess,
  saidMore,
  turned,
} from './honesty';
import { casesOf } from './regime-cases';
import { cases as casesOfRisks } from './risk-cases';

/**
 * The honesty rules of the manifest, for every condition of the catalog and every case: what is not said is unknown.
 * Saying one thing more may settle what is open, and never turns a yes into a no or back, but where the law itself
 * makes an exception; and then the reason says so.
 */

const { whole, plain } = modelsOf(pack);

/** Whatever has the form of a condition, wherever it stands in the catalog. */
const conditions = [...pack.regimes, ...pack.risks, ...pack.controls].flatMap((entry) =>
  conditionsIn(entry).map((condition) => ({ entry: entry.id, condition })),
);

function conditionsIn(value: unknown): Condition[] {
  if (typeof value !== 'object' || value === null) return [];
  const { data } = conditionSchema.safeParse(value);
  // The very object of the pack: what is known of a condition is kept by object.
  return data ? [data] : Object.values(value).flatMap(conditionsIn);
}

/** Fields that some condition reads; the rest can change nothing. */
const read = fields()
  .map(({ path }) => path)
  .filter(
    (path) =>
      path === 'system.roles' ||
      (/^(system|organization)\./.test(path) && conditions.some(({ condition }) => reads(condition, path))),
  );

const situations: readonly Situation[] = [
  ...casesOfTheAct.map(({ system, organization = {}, asOf }) => ({ system, organization, asOf })),
  ...pack.regimes.flatMap(({ id }) =>
    casesOf(id).map(({ system, organization, asOf }) => ({ system, organization, asOf })),
  ),
  ...casesOfRisks.map(({ system, organization, asOf }) => ({ system, organization, asOf })),
];

/** Of the differences of all cases, one in so many: the same ones each time. */
const differences = situations.flatMap((situation, index) => [
  ...everyNth(saidLess(situation), 5, index),
  ...closedLists(situation),
  ...everyNth(closedLists(opened(situation)), 11, index),
  ...everyNth(saidMore(situation, read), 67, index),
]);
/** Conclusions take longer than conditions. */
const fewer = everyNth(differences, 37, 0);

function everyNth<Item>(items: readonly Item[], step: number, from: number): Item[] {
  return items.filter((_, at) => (at + from) % step === 0);
}

/** The same with every list left open. */
function opened({ system, organization, asOf }: Situation): Situation {
  const open = (value: unknown): unknown =>
    Array.isArray(value) && value.every((member) => typeof member !== 'object')
      ? [...value, 'unknown']
      : value;
  return {
    system: Object.fromEntries(Object.entries(system).map(([key, value]) => [key, open(value)])),
    organization,
    asOf,
  };
}

/**
 * That nothing at all is said of a product is taken for a fact (`derived.productNamed`), so that not everybody is asked
 * of products. The first word about one opens it again, and several at once may settle it.
 */
function firstWordOfProduct({ path, less }: Difference): boolean {
  return /^system\.product(\.|$)/.test(path) && less.system['product'] === undefined;
}

function checkConditions(difference: Difference): string[] {
  const { path, less, more } = difference;
  if (!fitsDerivation(whole, difference)) return [];
  const before = factsGiven(whole, less);
  const after = factsGiven(whole, more);
  return conditions.flatMap(({ entry, condition }) => {
    if (!reads(condition, path)) return [];
    const a = decide(condition, before, whole.terms);
    const b = decide(condition, after, whole.terms);
    if (a === 'unknown' || a === b) return [];
    if (firstWordOfProduct(difference) && reads(condition, 'derived.productNamed')) return [];
    return [`${entry}: ${a}, then ${b} by ${path} ${JSON.stringify(difference.value)}; ${show(less)}`];
  });
}

/** Conclusions of a situation, once for each model: the less said stands in many differences. */
const known = new Map<Model, WeakMap<Situation, Conclusion>>([
  [whole, new WeakMap()],
  [plain, new WeakMap()],
]);

function conclusionOf(model: Model, situation: Situation): Conclusion {
  const earlier = known.get(model)?.get(situation);
  if (earlier) return earlier;
  const conclusion = concluded(model, situation);
  known.get(model)?.set(situation, conclusion);
  return conclusion;
}

function checkConclusions(difference: Difference): string[] {
  const { path, value, less, more } = difference;
  if (!fitsDerivation(whole, difference)) return [];
  const about = `by ${path} ${JSON.stringify(value)}; ${show(less)}`;
  const before = conclusionOf(plain, less);
  const after = conclusionOf(plain, more);
  const fallen = turned(before, after).filter(
    ({ how }) => !(firstWordOfProduct(difference) && (how.endsWith('unknown') || path === 'system.product')),
  );
  const steady = before.severities === after.severities;
  return [
    ...fallen.map(({ key, how }) => `${key}: ${how} ${about}`),
    ...[...after.listed]
      .filter((id) => !before.listed.has(id) && !firstWordOfProduct(difference))
      .map((id) => `control ${id} was not even listed ${about}`),
    ...[...before.asked]
      .filter((id) => steady && !after.asked.has(id))
      .map((id) => `control ${id} was asked for and is not any more ${about}`),
    ...(path === 'system.product' ? [] : turnedSilently(difference)).map((said) => `${said} ${about}`),
  ];
}

/** With its exceptions the law may turn what it says: but a class or a whole regime that is gone says by what. */
function turnedSilently({ less, more }: Difference): string[] {
  const before = conclusionOf(whole, less);
  const after = conclusionOf(whole, more);
  return turned(before, after).flatMap(({ key, how }) => {
    if (!/^(yes, then no|no, then yes)$/.test(how) || !/ (applies|class) /.test(`${key} `)) return [];
    const [id = ''] = key.split(' ');
    const taken = how.startsWith('yes') ? after : before;
    const kept = how.startsWith('yes') ? before : after;
    // The class that holds when no other does turns with the others, either way.
    const sides = key.endsWith('no other class') ? [taken, kept] : [taken];
    const named = sides.some((side) => [...(side.reasons.get(id) ?? [])].some((entry) => lifting.has(entry)));
    return named ? [] : [`${key}: ${how}, and no reason names an exception`];
  });
}

/** Ids of everything by which a law may take something out. */
const lifting = new Set(
  pack.regimes.flatMap(({ exceptions, exclusions }) => [...exceptions, ...exclusions].map(({ id }) => id)),
);

function show({ system, organization, asOf }: Situation): string {
  return JSON.stringify({ asOf, organization, system });
}

const random = fc
  .tuple(anySystem, anyOrganization, fc.constantFrom('2026-07-01', '2026-11-24'))
  .map(([system, organization, asOf]): Situation => ({ system, organization, asOf }));

/** One difference of a random situation. */
const anyDifference = fc.tuple(random, fc.nat(), fc.nat()).map(([situation, kind, at]) => {
  const all =
    kind % 3 === 0
      ? saidMore(situation, read.slice(at % read.length).slice(0, 1))
      : kind % 3 === 1
        ? [...closedLists(situation), ...closedLists(opened(situation))]
        : saidLess(situation);
  return all[at % Math.max(all.length, 1)];
});

describe('an unknown is never a no', () => {
  it('has conditions, fields and cases to hold for', () => {
    expect(conditions.length).toBeGreaterThan(180);
    expect(read.length).toBeGreaterThan(50);
    expect(differences.length).toBeGreaterThan(4000);
  });

  it('no condition turns round in any case when one thing is said or left unsaid', () => {
    expect(differences.flatMap(checkConditions).slice(0, 5)).toEqual([]);
  });

  it('no class, duty, risk or control falls in any case, but by an exception that is named', () => {
    expect(fewer.flatMap(checkConclusions).slice(0, 5)).toEqual([]);
  });

  it('no condition turns round in random systems', () => {
    fc.assert(
      fc.property(anyDifference, (difference) => {
        if (difference) expect(checkConditions(difference)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('no class, duty, risk or control falls in random systems', () => {
    fc.assert(
      fc.property(anyDifference, (difference) => {
        if (difference) expect(checkConclusions(difference)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('where the output is used follows from the markets where it is not said', () => {
    fc.assert(
      fc.property(random, (situation) => {
        const { markets } = situation.system;
        if (!Array.isArray(markets)) return;
        const said = { ...situation, system: { ...situation.system, outputUsedIn: markets } };
        const unsaid = { ...situation, system: without(situation.system, ['outputUsedIn']) };
        expect(concluded(whole, unsaid).verdicts).toEqual(concluded(whole, said).verdicts);
      }),
      { numRuns: 60 },
    );
  });
});
