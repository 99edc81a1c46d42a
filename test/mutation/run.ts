import type { Advisor } from '../../src/advise/advisor';
import { createAdvisor } from '../../src/advise/create';
import { createModel, type Model } from '../../src/assess/model';
import type { Pack } from '../../src/catalog/pack';
import { decide, type Terms } from '../../src/logic/evaluate';
import type { Facts } from '../../src/manifest/fact';
import { type Mutant, mutantsOf } from './mutants';
import { aroundSite, type Site } from './sites';
import type { Situation } from './witness';

/** A pack and what is made from it, when a case asks for it. */
export interface World {
  readonly pack: Pack;
  readonly model: Model;
  readonly advisor: Advisor;
}

/** One case with its expected answer, whatever table it comes from. */
export interface JudgedCase {
  readonly name: string;
  /** Whether the case expects anything of what a condition decides. */
  readonly touches: (site: Site) => boolean;
  /** The facts of each system in it: conditions that come to the same on all of them leave the case as it is. */
  readonly facts: readonly Facts[];
  /** What it says, for situations near it. */
  readonly situation: Situation | undefined;
  /** Everything that the answer could be held to, quickly: where it is the same as before, the case holds as before. */
  readonly sketch?: (world: World) => string;
  /** Whether the answer is as expected. */
  readonly holds: (world: World) => boolean;
}

/** What came of one mutant. */
export interface Result {
  readonly site: Site;
  readonly mutant: Mutant;
  /** Name of the first case that was found to break; undefined for a survivor. */
  readonly killedBy: string | undefined;
}

/** A pack as cases see it; the model and the advisor are made on first use. */
export function worldOf(pack: Pack): World {
  let model: Model | undefined;
  let advisor: Advisor | undefined;
  return {
    pack,
    get model() {
      model ??= createModel(pack);
      return model;
    },
    get advisor() {
      advisor ??= createAdvisor(pack);
      return advisor;
    },
  };
}

/** Runs the cases against every mutant of every site. A case that a mutant cannot touch is not run. */
export function runMutants(pack: Pack, sites: readonly Site[], cases: readonly JudgedCase[]): Result[] {
  const { terms } = createModel(pack);
  const sketches = new Map<string, Sketches>();
  return sites.flatMap((site) => {
    const key = `${site.kind} ${site.owner}`;
    const known = sketches.get(key) ?? sketchesOf(worldOf(aroundSite(site, pack)));
    sketches.set(key, known);
    return resultsAt(pack, site, cases, terms, known);
  });
}

/** What a case sketches in the unchanged pack; made on first use. */
type Sketches = (one: JudgedCase) => string | undefined;

function sketchesOf(world: World): Sketches {
  const known = new Map<JudgedCase, string | undefined>();
  return (one) => {
    if (!known.has(one)) known.set(one, one.sketch?.(world));
    return known.get(one);
  };
}

function resultsAt(
  pack: Pack,
  site: Site,
  cases: readonly JudgedCase[],
  terms: Terms,
  sketched: Sketches,
): Result[] {
  const touched = cases
    .filter((one) => one.touches(site))
    .map((one) => ({ one, before: one.facts.map((facts) => decide(site.condition, facts, terms)) }));
  // What told one mutant of a condition from it often tells the next one.
  let likely: JudgedCase[] = [];
  return mutantsOf(site.condition).map((mutant) => {
    const differing = touched
      .filter(({ one, before }) =>
        one.facts.some((facts, index) => decide(mutant.condition, facts, terms) !== before[index]),
      )
      .map(({ one }) => one);
    const world = worldOf(aroundSite(site, site.with(pack, mutant.condition)));
    const inOrder = [
      ...likely.filter((one) => differing.includes(one)),
      ...differing.filter((one) => !likely.includes(one)),
    ];
    const breaks = (one: JudgedCase) => {
      const before = sketched(one);
      return (before === undefined || one.sketch?.(world) !== before) && !one.holds(world);
    };
    const killer = inOrder.find(breaks);
    if (killer && !likely.includes(killer)) likely = [killer, ...likely];
    return { site, mutant, killedBy: killer?.name };
  });
}
