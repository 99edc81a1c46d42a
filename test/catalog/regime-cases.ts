import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Model } from '../../src/assess/model';
import { assessRegime, type RegimeDraft } from '../../src/assess/regimes';
import { readClaims } from '../../src/assess/system';
import { toValue } from '../../src/text/tree';
import { readYaml } from '../../src/text/yaml-tree';
import { factsGiven } from '../core/given';

/**
 * Cases of the regimes other than the EU act: `<regime>.cases.yaml`, written by hand from the text of the law, and
 * how a case is judged.
 */
const verdict = z.enum(['yes', 'no', 'unknown']);
const caseSchema = z.strictObject({
  name: z.string(),
  asOf: z.string().default('2026-11-23'),
  organization: z.record(z.string(), z.unknown()).default({}),
  system: z.record(z.string(), z.unknown()),
  /** The text did not exist yet. */
  regime: z.literal('absent').optional(),
  applies: verdict.optional(),
  expect: z.array(
    z.strictObject({
      class: z.string(),
      basis: z.string(),
      verdict,
      since: z.string().nullable().optional(),
      claims: z.record(z.string(), z.string()).default({}),
      open: z.array(z.string()).default([]),
    }),
  ),
  /** Bases that must not be there. */
  absent: z.array(z.string()).default([]),
  duties: z.record(z.string(), z.strictObject({ applies: verdict, due: z.string().nullable() })).default({}),
  notOwed: z.array(z.string()).default([]),
  because: z.string(),
});

export type RegimeCase = z.output<typeof caseSchema>;

/** The cases of a regime, in the order of its file; none where it has no file. */
export function casesOf(regime: string): readonly RegimeCase[] {
  const file = join(import.meta.dirname, `${regime}.cases.yaml`);
  if (!existsSync(file)) return [];
  const { tree } = readYaml(readFileSync(file, 'utf8'));
  return z.strictObject({ cases: z.array(caseSchema) }).parse(tree && toValue(tree)).cases;
}

/** What a regime answers otherwise than the case expects, one sentence each; none where it is right. */
export function judge(model: Model, id: string, wanted: RegimeCase): string[] {
  const facts = factsGiven(model, { system: wanted.system, organization: wanted.organization });
  const law = model.lawOn(wanted.asOf).find((candidate) => candidate.regime.id === id);
  const regime = law && assessRegime({ model, facts, claims: readClaims(facts) }, law);
  if (wanted.regime === 'absent') return regime ? [`${id} is there on ${wanted.asOf}`] : [];
  return regime ? compare(regime, wanted) : [`${id} is not there on ${wanted.asOf}`];
}

function compare(regime: RegimeDraft, wanted: RegimeCase): string[] {
  const { classes, duties } = regime;
  return [
    ...differ('the regime applies', regime.applies, wanted.applies),
    ...wanted.expect.flatMap((one) => compareClass(regime, one)),
    ...classes
      .filter(({ basis }) => wanted.absent.includes(basis))
      .map(({ basis }) => `${basis} should not be there`),
    ...Object.entries(wanted.duties).flatMap(([duty, { applies, due }]) => {
      const found = duties.find((one) => one.id === duty);
      return [
        ...differ(duty, found?.applies, applies),
        ...(found ? differ(`${duty}, due`, found.due, due) : []),
      ];
    }),
    ...duties
      .filter(({ id, applies }) => wanted.notOwed.includes(id) && applies !== 'no')
      .map(({ id }) => `${id} should not be owed`),
  ];
}

function compareClass(regime: RegimeDraft, wanted: RegimeCase['expect'][number]): string[] {
  const id = `${regime.id}.${wanted.class}`;
  const [one, ...more] = regime.classes.filter((found) => found.id === id && found.basis === wanted.basis);
  const name = `${wanted.class} by ${wanted.basis}`;
  if (!one || more.length > 0) return [`${name} is there ${one ? more.length + 1 : 0} times`];
  return [
    ...differ(name, one.verdict, wanted.verdict),
    ...differ(`${name}, since`, one.since, wanted.since),
    ...Object.entries(wanted.claims).flatMap(([claim, state]) =>
      differ(`${name}, claim ${claim}`, one.claims.find((found) => found.id === claim)?.state, state),
    ),
    ...wanted.open
      .filter((exception) => !one.openExceptions.includes(exception))
      .map((exception) => `${name}: ${exception} is not open`),
  ];
}

type Plain = string | null | undefined;

function differ(what: string, found: Plain, wanted: Plain): string[] {
  return wanted === undefined || found === wanted ? [] : [`${what}: ${found}, and should be ${wanted}`];
}
