import type { Model } from '../../src/assess/model';
import { assessRegimes } from '../../src/assess/regimes';
import { readClaims } from '../../src/assess/system';
import type { Facts } from '../../src/manifest/fact';
import { cases as actCases, judge as judgeActCase } from '../catalog/eu-act-cases';
import { casesOf, judge as judgeRegimeCase } from '../catalog/regime-cases';
import { judge as judgeRiskCase, cases as riskCases } from '../catalog/risk-cases';
import { factsGiven } from '../core/given';
import type { JudgedCase, World } from './run';
import type { Site } from './sites';

const act = 'eu-ai-act';

/** The cases of all tables, as the mutation run asks them. `model` is that of the unchanged catalog. */
export function judgedCases(model: Model): JudgedCase[] {
  return [...casesOfTheAct(model), ...casesOfOtherRegimes(model), ...casesOfRisksAndControls(model)];
}

const ofRegime = (id: string) => (site: Site) => site.kind === 'regimes' && site.owner === id;

function casesOfTheAct(model: Model): JudgedCase[] {
  return actCases.map((one) => ({
    name: one.name,
    touches: ofRegime(act),
    facts: [factsGiven(model, { system: one.system, organization: one.organization ?? {} })],
    situation: { system: one.system, organization: one.organization ?? {}, asOf: one.asOf },
    sketch: sketchOf(
      one.asOf,
      factsGiven(model, { system: one.system, organization: one.organization ?? {} }),
    ),
    holds: ({ advisor }) => judgeActCase(advisor, one).length === 0,
  }));
}

/** What a case of the act may be held to. Facts do not hang on the conditions of a catalog, so they are read once. */
function sketchOf(asOf: string, facts: Facts): (world: World) => string {
  const claims = readClaims(facts);
  return ({ model }) =>
    JSON.stringify(
      assessRegimes({ model, facts, claims }, asOf).map(({ id, applies, classes, duties }) => [
        id,
        applies,
        classes.map(({ basis, verdict, since, openExceptions, claims: made }) => [
          basis,
          verdict,
          since,
          openExceptions,
          made.map((claim) => [claim.id, claim.state]),
        ]),
        duties
          .map((duty) => duty.tell())
          .map(({ id, applies: owed, due, dueMoved, reliefs }) => [id, owed, due, dueMoved, reliefs]),
      ]),
    );
}

function casesOfOtherRegimes(model: Model): JudgedCase[] {
  return model.pack.regimes
    .filter(({ id }) => id !== act)
    .flatMap(({ id }) =>
      casesOf(id).map((one) => ({
        name: one.name,
        touches: ofRegime(id),
        facts: [factsGiven(model, { system: one.system, organization: one.organization })],
        situation: { system: one.system, organization: one.organization, asOf: one.asOf },
        holds: (world) => judgeRegimeCase(world.model, id, one).length === 0,
      })),
    );
}

function casesOfRisksAndControls(model: Model): JudgedCase[] {
  return riskCases.map((one) => ({
    name: one.name,
    touches: ({ kind, owner }) =>
      (kind === 'risks' && owner in one.risks && Object.keys(one.controls).length === 0) ||
      (kind === 'controls' && owner in one.controls),
    facts: [factsGiven(model, one)],
    situation: one,
    holds: (world) => judgeRiskCase(world.model, one).length === 0,
  }));
}
