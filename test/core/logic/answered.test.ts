import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/assess/model';
import type { Condition } from '../../../src/logic/condition';
import { withDerived } from '../../../src/logic/derived';
import { answered, decide } from '../../../src/logic/evaluate';
import type { Verdict } from '../../../src/logic/verdict';
import type { Facts } from '../../../src/manifest/fact';
import { fieldAt } from '../../../src/manifest/fields';
import { anySystem } from '../any-system';
import { plainFacts } from '../given';
import { pack } from '../real-catalog';

/** What was decided before an answer is reused only where the answer cannot touch it. */

const model = createModel(pack);

const conditions: readonly Condition[] = [
  ...pack.regimes.flatMap(({ scope, classes, duties, exceptions }) => [
    scope.condition,
    ...[...classes, ...duties, ...exceptions].flatMap(({ condition }) => condition ?? []),
  ]),
  ...pack.risks.map(({ when }) => when),
];

const paths = [
  'system.markets',
  'system.autonomy',
  'system.roles',
  'system.profiling',
  'system.delegates',
  'system.areas',
];

function withValue(facts: Facts, path: string, value: string | boolean): Facts {
  const { spots } = facts.get(path);
  const [spot] = spots;
  const isList = fieldAt(path)?.kind === 'list' && spot !== undefined;
  return {
    get: (asked) => {
      if (asked !== path) return facts.get(asked);
      return isList
        ? { kind: 'list', members: [{ value, spot }], open: false, from: 'given', spots }
        : { kind: 'scalar', value, from: 'given', spots };
    },
  };
}

describe('facts with one answer', () => {
  it('come to the same verdicts as facts that always said so', () => {
    fc.assert(
      fc.property(anySystem, fc.constantFrom(...paths), fc.nat(), (system, path, at) => {
        const given = plainFacts({ system });
        const values = fieldAt(path)?.values?.map(({ id }) => id) ?? ['DE', 'US-CO', 'SG'];
        const value = fieldAt(path)?.type === 'boolean' ? at % 2 === 0 : (values[at % values.length] ?? '');
        const before = withDerived(given, model.terms);
        const then = withDerived(withValue(given, path, value), model.terms);
        const reusing = answered(then, path, before, new Map<Condition, Verdict>(), model.terms);
        for (const condition of conditions) {
          expect(decide(condition, reusing, model.terms)).toBe(decide(condition, then, model.terms));
        }
      }),
      { numRuns: 150 },
    );
  });
});
