import { createModel, type Model } from '../../src/assess/model';
import { assessSystem } from '../../src/assess/system';
import type { Condition } from '../../src/logic/condition';
import { decide } from '../../src/logic/evaluate';
import { factsGiven } from '../core/given';
import { type Variable, variablesOf } from './domain';
import type { Mutant } from './mutants';
import { aroundSite, type Site } from './sites';

/** A system as a manifest says it, with its organization, and the day. */
export interface Situation {
  readonly system: Readonly<Record<string, unknown>>;
  readonly organization: Readonly<Record<string, unknown>>;
  readonly asOf: string;
}

/** What was found out about a mutant that no case tells from the condition. */
export type Search =
  /** It comes to the same for all facts that it reads: there is nothing to tell. */
  | { readonly found: 'the same' }
  /** A situation that tells, cut down, with what comes out differently. */
  | { readonly found: 'a witness'; readonly situation: Situation; readonly differs: readonly string[] }
  /** It differs, but in no situation that was tried did anything else come out. */
  | { readonly found: 'nothing' };

/** So many combinations are all tried; of more, so many by chance. */
const mostTried = 7_900;
const byChance = 1_500;
/** Of combinations that differ, so many are enough to look for a witness among. */
const mostDiffering = 60;
const mostHolding = 20;
/** A prime above `mostTried`: steps of it meet each combination once, far from the one before. */
const stride = 7_919;
/** So many situations are assessed; once so many were, the first that tells anything is taken. */
const mostAssessed = 300;
const enough = 60;

/**
 * Looks for a situation that tells a mutant from its condition, starting from given ones. Deterministic.
 *
 * @param beside other conditions that may have to hold before this one counts
 */
export function searchWitness(
  model: Model,
  site: Site,
  mutant: Mutant,
  contexts: readonly Situation[],
  beside: readonly Condition[],
): Search {
  const variables = variablesOf([site.condition, mutant.condition], model.terms);
  const chance = chanceFrom(`${site.entry} ${mutant.at} ${mutant.what}`);
  const { differing, whole } = differingOf(model, site, mutant, variables, chance);
  if (differing.length === 0 && whole) return { found: 'the same' };
  const own = createModel(aroundSite(site, model.pack));
  const other = createModel(aroundSite(site, site.with(model.pack, mutant.condition)));
  const holding = beside.map((condition) => holdingOf(model, condition, chance));
  let best: Situation | undefined;
  for (let round = 0; round < mostAssessed && differing.length > 0 && contexts.length > 0; round++) {
    if (best && round >= enough) break;
    const assignment = differing[chance(differing.length)];
    const context = contexts[chance(contexts.length)];
    if (!assignment || !context) continue;
    // Every second time with what else must hold.
    const ready =
      round % 2 === 0
        ? context
        : holding.reduce((one, some) => {
            const chosen = some[chance(some.length)];
            return chosen ? assigned(one, chosen) : one;
          }, context);
    const situation = assigned(ready, assignment, site);
    const [difference] = told(own, other, situation);
    if (difference === undefined) continue;
    best ??= situation;
    // A sure answer that turns is plainer than an open one.
    if (!difference.includes(': yes')) continue;
    best = situation;
    break;
  }
  if (!best) return { found: 'nothing' };
  const [wanted] = told(own, other, best);
  const situation = cutDown(best, (one) => told(own, other, one).includes(wanted ?? ''));
  return { found: 'a witness', situation, differs: told(own, other, situation) };
}

type Assignment = ReadonlyMap<string, unknown>;

function differs(model: Model, site: Site, mutant: Mutant, assignment: Assignment): boolean {
  const facts = factsGiven(model, assigned({ system: {}, organization: {}, asOf: '' }, assignment));
  const [before, after] = [site.condition, mutant.condition].map((one) => decide(one, facts, model.terms));
  return before !== after && (!site.onlyYesCounts || before === 'yes' || after === 'yes');
}

/** Combinations on which the mutant differs; `whole` where every combination was looked at, or enough were found. */
function differingOf(
  model: Model,
  site: Site,
  mutant: Mutant,
  variables: readonly Variable[],
  chance: (below: number) => number,
): { readonly differing: readonly Assignment[]; readonly whole: boolean } {
  const { count, tries, combination } = combinationsOf(variables, chance);
  const differing: Assignment[] = [];
  for (let tried = 0; tried < tries && differing.length < mostDiffering; tried++) {
    const assignment = combination(tried);
    if (differs(model, site, mutant, assignment)) differing.push(assignment);
  }
  return { differing, whole: tries === count };
}

/** Some combinations for which a condition is surely true. */
function holdingOf(model: Model, condition: Condition, chance: (below: number) => number): Assignment[] {
  const { tries, combination } = combinationsOf(variablesOf([condition], model.terms), chance);
  const holding: Assignment[] = [];
  for (let tried = 0; tried < tries && holding.length < mostHolding; tried++) {
    const assignment = combination(tried);
    const facts = factsGiven(model, assigned({ system: {}, organization: {}, asOf: '' }, assignment));
    if (decide(condition, facts, model.terms) === 'yes') holding.push(assignment);
  }
  return holding;
}

/** Combinations of what keys may say: all of them once, far from the one before, or of too many some by chance. */
function combinationsOf(variables: readonly Variable[], chance: (below: number) => number) {
  const count = variables.reduce((product, { values }) => product * values.length, 1);
  const whole = count <= mostTried;
  const combination = (tried: number): Assignment => {
    let rest = (tried * stride) % count;
    return new Map(
      variables.map(({ path, values }) => {
        const at = whole ? rest % values.length : chance(values.length);
        rest = Math.floor(rest / values.length);
        return [path, values[at]] as const;
      }),
    );
  };
  return { count, tries: whole ? count : byChance, combination };
}

/** A situation in which some keys say something else, and an exception that is only claimed is claimed. */
function assigned(situation: Situation, assignment: Assignment, site?: Site): Situation {
  let { system, organization } = situation;
  for (const [path, value] of assignment) {
    const [scope = '', ...keys] = path.split('.');
    if (scope === 'organization') organization = withKey(organization, keys, value);
    else system = withKey(system, keys, value);
  }
  if (site) system = { ...system, claims: [{ exemption: site.id, reason: 'claimed' }] };
  return { ...situation, system, organization };
}

type Said = Readonly<Record<string, unknown>>;

function withKey(said: Said, [key = '', ...rest]: readonly string[], value: unknown): Said {
  const { [key]: inner, ...others } = said;
  if (rest.length === 0) return value === undefined ? others : { ...others, [key]: value };
  const below = withKey(isSaid(inner) ? inner : {}, rest, value);
  return Object.keys(below).length === 0 ? others : { ...others, [key]: below };
}

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What two models make of a situation and a case could say, where they part. */
function told(a: Model, b: Model, situation: Situation): string[] {
  const before = saidOf(a, situation);
  const after = saidOf(b, situation);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .toSorted((one, other) => plainness(other) - plainness(one))
    .map((key) => `${key}: ${before.get(key) ?? 'not there'}, not ${after.get(key) ?? 'there'}`);
}

/** What follows from everything else is named last. */
function plainness(key: string): number {
  return key.endsWith('no other class') ? 0 : 1;
}

function saidOf(model: Model, situation: Situation): Map<string, string> {
  const facts = factsGiven(model, situation);
  const { regimes, risks, sharedRisks, controls } = assessSystem({
    model,
    facts,
    asOf: situation.asOf,
    match: () => [],
  });
  return new Map([
    ...regimes.flatMap(({ id, applies, classes, duties }) => [
      [id, applies] as const,
      ...classes.map(
        ({ basis, verdict, since, openExceptions, claims }) =>
          [
            `${id} ${basis}`,
            [verdict, since, ...openExceptions, ...claims.map((claim) => `${claim.id} ${claim.state}`)].join(
              ' ',
            ),
          ] as const,
      ),
      ...duties.map((duty) => [duty.id, `${duty.applies} ${duty.due}`] as const),
      ...duties.flatMap(({ id: owed, reliefs = [] }) =>
        reliefs.map(({ article, applies: lighter }) => [`${owed} relief ${article}`, lighter] as const),
      ),
    ]),
    ...[...risks, ...sharedRisks].map(({ id, verdict, severity }) => [id, `${verdict} ${severity}`] as const),
    ...controls.map(({ id, asked }) => [id, asked ? 'asked' : 'listed'] as const),
  ]);
}

/** The same situation without every key that is not needed. */
function cutDown(situation: Situation, tells: (situation: Situation) => boolean): Situation {
  let small = situation;
  for (const scope of ['system', 'organization'] as const) {
    for (const keys of keyPaths(small[scope])) {
      const less = { ...small, [scope]: withKey(small[scope], keys, undefined) };
      if (tells(less)) small = less;
    }
  }
  return small;
}

function keyPaths(said: Said, before: readonly string[] = []): string[][] {
  return Object.entries(said).flatMap(([key, value]) => [
    [...before, key],
    ...(isSaid(value) ? keyPaths(value, [...before, key]) : []),
  ]);
}

/** Numbers by chance that are the same for the same text, on every machine (mulberry32 over FNV-1a). */
function chanceFrom(text: string): (below: number) => number {
  let state = 2_166_136_261;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
