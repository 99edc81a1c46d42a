import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtCatalog } from '../../scripts/built-catalog';
import { createModel } from '../../src/assess/model';
import { assessRegimes, type RegimeDraft } from '../../src/assess/regimes';
import { readClaims } from '../../src/assess/system';
import { toValue } from '../../src/text/tree';
import { readYaml } from '../../src/text/yaml-tree';
import { factsGiven } from '../core/given';

/**
 * What each regime makes of a system, against answers that were written by hand from the text of the law: one
 * `<regime>.cases.yaml` a regime, in the form that eu-ai-act.cases.yaml explains.
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
  absent: z.array(z.string()).default([]),
  duties: z.record(z.string(), z.strictObject({ applies: verdict, due: z.string().nullable() })).default({}),
  notOwed: z.array(z.string()).default([]),
  because: z.string(),
});

const { pack } = await builtCatalog();
const model = createModel(pack);

/** Those of the EU act go through the whole advisor, in eu-ai-act.test.ts. */
const files = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.cases.yaml') && !file.startsWith('eu-ai-act'),
);

for (const file of files) {
  const id = file.replace('.cases.yaml', '');
  const { tree } = readYaml(readFileSync(join(import.meta.dirname, file), 'utf8'));
  const { cases } = z.strictObject({ cases: z.array(caseSchema) }).parse(tree && toValue(tree));

  describe(`the regime ${id}`, () => {
    for (const wanted of cases) {
      it(`${wanted.name} (${wanted.because})`, () => {
        const facts = factsGiven(model, { system: wanted.system, organization: wanted.organization });
        const regimes = assessRegimes({ model, facts, claims: readClaims(facts) }, wanted.asOf);
        const regime = regimes.find((candidate) => candidate.id === id);
        if (wanted.regime === 'absent') expect(regime).toBeUndefined();
        else if (regime) compare(regime, wanted);
        else throw new Error(`There is no regime ${id} on ${wanted.asOf}.`);
      });
    }
  });
}

function compare(regime: RegimeDraft, wanted: z.infer<typeof caseSchema>): void {
  if (wanted.applies) expect(regime.applies, 'applies').toBe(wanted.applies);
  for (const { class: name, basis, verdict: wantedVerdict, since, claims, open } of wanted.expect) {
    const found = regime.classes.filter((one) => one.id === `${regime.id}.${name}` && one.basis === basis);
    expect(found, `${name} by ${basis}`).toHaveLength(1);
    const [one] = found;
    expect(one?.verdict, basis).toBe(wantedVerdict);
    if (since !== undefined) expect(one?.since, `${basis} since`).toBe(since);
    const states = Object.fromEntries((one?.claims ?? []).map((claim) => [claim.id, claim.state]));
    expect(states).toMatchObject(claims);
    expect(one?.openExceptions).toEqual(expect.arrayContaining(open));
  }
  const bases = regime.classes.map(({ basis }) => basis);
  for (const basis of wanted.absent) expect(bases).not.toContain(basis);
  for (const [duty, { applies, due }] of Object.entries(wanted.duties)) {
    const found = regime.duties.find((one) => one.id === duty);
    expect({ duty, applies: found?.applies, due: found?.due }).toEqual({ duty, applies, due });
  }
  for (const duty of wanted.notOwed) {
    expect(regime.duties.find((one) => one.id === duty)?.applies ?? 'no', duty).toBe('no');
  }
}
