import { describe, expect, it } from 'vitest';
import { withAnswer } from '../../../src/assess/answering';
import { createModel } from '../../../src/assess/model';
import { type Conclusions, conclude } from '../../../src/assess/system';
import { trialsOf } from '../../../src/assess/trials';
import type { Condition } from '../../../src/logic/condition';
import { withDerived } from '../../../src/logic/derived';
import { answered } from '../../../src/logic/evaluate';
import type { Verdict } from '../../../src/logic/verdict';
import type { Scalar } from '../../../src/manifest/fact';
import { type Given, plainFacts } from '../given';
import { pack, today } from '../real-catalog';

/** Trying an answer is a short cut: what it finds must be what the law makes of a manifest that says so. */

const model = createModel(pack);

/** Whatever of the conclusions an answer can change; reasons are put into words by the same functions. */
function verdicts({ regimes, risks }: Conclusions): unknown {
  return {
    regimes: regimes.map(({ id, applies, classes, duties }) => [
      id,
      applies,
      classes.map(({ id, basis, verdict, openExceptions }) => [id, basis, verdict, openExceptions]),
      duties.map((duty) => [duty.id, duty.applies, duty.due, duty.tell().roles]),
    ]),
    risks: risks.map(({ id, verdict, severity }) => [id, verdict, severity]),
  };
}

const manifests: Readonly<Record<string, Given>> = {
  'only a purpose': {},
  'a recruiter in Europe': { system: { markets: ['DE'], roles: ['deployer'], areas: ['employment'] } },
  'a provider in the United States': { system: { markets: ['US'], roles: ['provider'], kind: 'generative' } },
};

const answers: readonly (readonly [string, readonly Scalar[]])[] = [
  ['system.roles', ['deployer', 'provider', 'model-provider', 'importer']],
  ['system.markets', ['EU', 'US-CO', 'SG', 'KR', 'CN', 'AE']],
  ['system.areas', ['employment.recruitment', 'practice.social-scoring', 'other']],
  ['system.influence', ['none', 'main-factor', 'decides']],
  ['system.profiling', [true, false]],
  ['system.tools', ['none', 'pay', 'read']],
  ['organization.seat', ['EU', 'US-TX', 'TW']],
  ['organization.size', ['micro', 'large']],
];

describe.each(Object.entries(manifests))('of %s', (_name, given) => {
  it.each(answers)('each answer to %s concludes as a manifest that says so', (path, options) => {
    const said = plainFacts(given);
    const facts = withDerived(said, model.terms);
    const conclusions = conclude({ model, facts, asOf: today });
    const concludeWith = trialsOf({ model, asOf: today, facts, conclusions }, path);
    const memory = new Map<Condition, Verdict>();
    for (const option of options) {
      const then = withDerived(withAnswer(said, path, option, model.terms), model.terms);
      const tried = concludeWith(answered(then, path, facts, memory, model.terms));
      expect(verdicts(tried), String(option)).toEqual(
        verdicts(conclude({ model, facts: then, asOf: today })),
      );
    }
  });
});

it('a law that cannot tell an answer from none keeps what was concluded before', () => {
  const said = plainFacts({ system: { markets: ['SG'] } });
  const facts = withDerived(said, model.terms);
  const conclusions = conclude({ model, facts, asOf: today });
  const then = withDerived(withAnswer(said, 'system.profiling', true, model.terms), model.terms);
  const { regimes } = trialsOf({ model, asOf: today, facts, conclusions }, 'system.profiling')(then);
  const before = conclusions.regimes.find(({ id }) => id === 'eu-dora');
  expect(before).toBeDefined();
  expect(regimes.find(({ id }) => id === 'eu-dora')).toBe(before);
});
