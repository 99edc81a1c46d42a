import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/assess/model';
import { assessSystem } from '../../../src/assess/system';
import type { Condition } from '../../../src/logic/condition';
import { evaluate } from '../../../src/logic/evaluate';
import { fieldAt } from '../../../src/manifest/fields';
import { anyOrganization, anySystem, saidPaths, without } from '../any-system';
import { factsGiven } from '../given';
import { pack } from '../real-catalog';

/**
 * The honesty rules of the manifest, for every condition of the catalog: taking a fact away may leave a conclusion
 * open, but never turns it round. Fields whose absence is a fact are the one exception, and the manifest says which.
 */

const model = createModel(pack);
const runs = { seed: 4, numRuns: 300 };

const conditions: readonly (readonly [string, Condition])[] = [
  ...pack.regimes.flatMap((regime) => [
    [`${regime.id} scope`, regime.scope.condition] as const,
    ...[...regime.exceptions, ...regime.exclusions, ...regime.classes, ...regime.duties].flatMap(
      ({ id, condition }) => (condition ? [[id, condition] as const] : []),
    ),
  ]),
  ...pack.risks.flatMap(({ id, when, severity }) => [
    [id, when] as const,
    ...[...severity.raises, ...severity.lowers].map((shift) => [`${id} severity`, shift.when] as const),
  ]),
  ...pack.controls.flatMap(({ id, when }) => (when ? [[id, when] as const] : [])),
];

const isFactByAbsence = (path: readonly string[]) =>
  fieldAt(`system.${path.join('.')}`)?.absenceIsFact ?? false;

/** Where these are not said, other fields say them: taking them away is saying something else, not less. */
const derivedElsewhere = new Set(['kind', 'outputUsedIn']);

function removable(system: Readonly<Record<string, unknown>>): string[][] {
  return saidPaths(system).filter((path) => !isFactByAbsence(path) && !derivedElsewhere.has(path.join('.')));
}

/** The same system with the first `unknown` member taken out of every list. */
function closed(system: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(system).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((member) => member !== 'unknown') : value,
    ]),
  );
}

describe('an unknown is never a no', () => {
  it('has conditions to hold for', () => {
    expect(conditions.length).toBeGreaterThan(80);
  });

  it('taking one fact away never turns a condition round', () => {
    fc.assert(
      fc.property(anySystem, anyOrganization, fc.nat(), (system, organization, at) => {
        const paths = removable(system);
        const path = paths[at % Math.max(paths.length, 1)];
        if (!path) return;
        const before = factsGiven(model, { system, organization });
        const after = factsGiven(model, { system: without(system, path), organization });
        for (const [name, condition] of conditions) {
          const a = evaluate(condition, before, model.terms).verdict;
          const b = evaluate(condition, after, model.terms).verdict;
          if (a !== b) expect([name, path.join('.'), a === 'unknown' ? a : b]).toContain('unknown');
        }
      }),
      runs,
    );
  });

  it('taking an "unknown" out of a list never turns a condition round', () => {
    fc.assert(
      fc.property(anySystem, anyOrganization, (system, organization) => {
        const before = factsGiven(model, { system, organization });
        const after = factsGiven(model, { system: closed(system), organization });
        for (const [name, condition] of conditions) {
          const a = evaluate(condition, before, model.terms).verdict;
          const b = evaluate(condition, after, model.terms).verdict;
          if (a !== 'unknown') expect([name, b]).toEqual([name, a]);
        }
      }),
      runs,
    );
  });

  it('taking one fact away lets no class fall', () => {
    fc.assert(
      fc.property(anySystem, anyOrganization, fc.nat(), (system, organization, at) => {
        const paths = removable(system);
        const path = paths[at % Math.max(paths.length, 1)];
        if (!path) return;
        const classesOf = (given: Record<string, unknown>) => {
          const facts = factsGiven(model, { system: given, organization });
          const { regimes } = assessSystem({ model, facts, asOf: '2026-11-24', match: () => [] });
          return new Map(
            regimes.flatMap(({ classes }) =>
              classes.map((found) => [`${found.id} ${found.basis}`, found.verdict]),
            ),
          );
        };
        const after = classesOf(without(system, path));
        for (const [name, verdict] of classesOf(system)) {
          const minimal = name.includes('.minimal ');
          if (verdict === 'yes' && !minimal)
            expect([name, path.join('.'), after.get(name)]).not.toContain(undefined);
        }
      }),
      runs,
    );
  });
});
