import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Advisor } from '../../src/advise/advisor';
import type { Class, Duty, Regime } from '../../src/answer/schema';
import type { Pack } from '../../src/catalog/pack';
import { findRoots } from '../../src/manifest/roots';
import { toValue } from '../../src/text/tree';
import { readYaml } from '../../src/text/yaml-tree';

/**
 * Hard cases of the EU AI Act: `eu-ai-act/*.cases.yaml`, and how a case is judged. The expected answers were written
 * from the text of the act before the program ran.
 */

const verdict = z.enum(['yes', 'unknown']);
const day = z.iso.date();

/** One case as it stands in a file. A key that is not listed here is refused. */
export const caseSchema = z.strictObject({
  /** What the case says, as a sentence; no two are the same. */
  name: z.string().min(10),
  /** As in a manifest. */
  organization: z.record(z.string(), z.unknown()).optional(),
  /** One system as in a manifest; its id is added here. */
  system: z.record(z.string(), z.unknown()),
  asOf: day.default('2026-11-23'),
  /** The act did not exist yet. */
  regime: z.literal('absent').optional(),
  /** Whether the act applies at all. */
  applies: z.enum(['yes', 'no', 'unknown']).optional(),
  /** Classes that must be there. */
  expect: z
    .array(
      z.strictObject({
        class: z.enum(['prohibited', 'high-risk', 'transparency', 'gpai', 'gpai-systemic', 'minimal']),
        basis: z.string(),
        verdict,
        since: day.nullable().optional(),
        /** State of each claim by the id of the exception. */
        claims: z.record(z.string(), z.enum(['accepted', 'refused', 'open'])).default({}),
        /** Exceptions that must be listed as open. */
        open: z.array(z.string()).default([]),
        /** Exceptions that must not be listed as open. */
        notOpen: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  /** Bases that must not be there with any verdict but no. */
  absent: z.array(z.string()).default([]),
  /** Duties that must be there; `due` null where no day is set. */
  duties: z
    .record(
      z.string(),
      z.strictObject({
        applies: verdict,
        due: day.nullable().optional(),
        /** The day moved: from which one, and by which text. */
        dueMoved: z.strictObject({ from: day, by: z.string().optional() }).optional(),
      }),
    )
    .default({}),
  /** What eases a duty, by its id, or must not (`no`); where two are of one article, `says` tells them apart. */
  reliefs: z
    .record(
      z.string(),
      z.array(
        z.strictObject({
          article: z.string(),
          applies: z.enum(['yes', 'unknown', 'no']),
          says: z.string().default(''),
        }),
      ),
    )
    .default({}),
  /** Duties that must be left out or answer no. */
  notOwed: z.array(z.string()).default([]),
  /** Where the act says so. */
  because: z.string().regex(/Art|Annex|[Rr]ecital|Regulation/),
});

export type Case = z.output<typeof caseSchema> & { readonly file: string };

const folder = join(import.meta.dirname, 'eu-ai-act');

function casesOf(file: string): Case[] {
  const { tree, problems } = readYaml(readFileSync(join(folder, file), 'utf8'));
  if (problems.length > 0) throw new Error(`${file}: ${JSON.stringify(problems[0])}`);
  const { cases } = z.strictObject({ cases: z.array(z.unknown()) }).parse(tree && toValue(tree));
  return cases.map((one, index) => {
    const { data, error } = caseSchema.safeParse(one);
    if (error) throw new Error(`${file}, case ${index + 1}: ${z.prettifyError(error)}`);
    return { ...data, file };
  });
}

/** All cases, by file and then in the order of the file. */
export const cases: readonly Case[] = readdirSync(folder)
  .filter((file) => file.endsWith('.cases.yaml'))
  .sort()
  .flatMap(casesOf);

/**
 * What the advisor answers otherwise than the case expects, one sentence each; none where it is right.
 * Nothing of the case is checked against the catalog: `strangersOf` does.
 */
export function judge(advisor: Advisor, wanted: Case): string[] {
  const text = JSON.stringify({
    version: 1,
    ...(wanted.organization ? { organization: wanted.organization } : {}),
    systems: [{ ...wanted.system, id: 'case' }],
  });
  const [files] = findRoots(['ai-usage.json']);
  if (!files) throw new Error('ai-usage.json is a root.');
  const analysis = advisor.analyze({
    files,
    texts: new Map([['ai-usage.json', text]]),
    today: wanted.asOf,
    asOf: wanted.asOf,
    repository: { match: () => [] },
  });
  const misspelt = analysis.findings
    .filter(({ rule }) => rule === 'manifest/wrong-value' || rule === 'manifest/unknown-key')
    .map(({ message }) => `the manifest is wrong: ${message.text}`);
  const [answered] = analysis.answer({ questions: false, portfolio: false }).systems;
  const regime = answered?.regimes.find(({ id }) => id === 'eu-ai-act');
  if (wanted.regime === 'absent') return regime ? [...misspelt, 'the act is in the answer'] : misspelt;
  if (!regime) return [...misspelt, 'the act is not in the answer'];
  return [...misspelt, ...compare(regime, wanted)];
}

function compare(regime: Regime, wanted: Case): string[] {
  const { classes, duties } = regime;
  return [
    ...differ('the act applies', regime.applies, wanted.applies),
    ...wanted.expect.flatMap((one) =>
      compareClass(
        classes.filter((found) => found.id === `eu-ai-act.${one.class}` && found.basis === one.basis),
        one,
      ),
    ),
    ...classes
      .filter(({ basis, verdict: found }) => wanted.absent.includes(basis) && found !== 'no')
      .map(({ basis, verdict: found }) => `${basis} is ${found}, and should not be there`),
    ...Object.entries(wanted.duties).flatMap(([id, duty]) =>
      compareDuty(
        id,
        duties.find((found) => found.id === id),
        duty,
      ),
    ),
    ...Object.entries(wanted.reliefs).flatMap(([id, reliefs]) =>
      compareReliefs(
        id,
        duties.find((found) => found.id === id),
        reliefs,
      ),
    ),
    ...duties
      .filter(({ id, applies }) => wanted.notOwed.includes(id) && applies !== 'no')
      .map(({ id, applies }) => `${id} is ${applies}, and should not be owed`),
  ];
}

function compareClass(found: readonly Class[], wanted: Case['expect'][number]): string[] {
  const name = `${wanted.class} by ${wanted.basis}`;
  const [one] = found;
  if (!one || found.length > 1) return [`${name} is there ${found.length} times`];
  return [
    ...differ(name, one.verdict, wanted.verdict),
    ...differ(`${name}, since`, one.since, wanted.since),
    ...Object.entries(wanted.claims).flatMap(([id, state]) =>
      differ(`${name}, claim ${id}`, one.claims.find((claim) => claim.id === id)?.state, state),
    ),
    ...wanted.open
      .filter((id) => !one.openExceptions.includes(id))
      .map((id) => `${name}: ${id} is not listed as open`),
    ...wanted.notOpen
      .filter((id) => one.openExceptions.includes(id))
      .map((id) => `${name}: ${id} is listed as open`),
  ];
}

function compareDuty(id: string, found: Duty | undefined, wanted: Case['duties'][string]): string[] {
  return [
    ...differ(id, found?.applies, wanted.applies),
    ...differ(`${id}, due`, found?.due, wanted.due),
    ...differ(`${id}, moved from`, found?.dueMoved?.from, wanted.dueMoved?.from),
    ...differ(`${id}, moved by`, found?.dueMoved?.by, wanted.dueMoved?.by),
  ];
}

function compareReliefs(id: string, duty: Duty | undefined, wanted: Case['reliefs'][string]): string[] {
  if (!duty) return [`${id} is not there, and so nothing eases it`];
  return wanted.flatMap(({ article, applies, says }) => {
    const found = duty.reliefs?.find((one) => one.article === article && one.statement.includes(says));
    return differ(`${id}, eased by ${article}`, found?.applies ?? 'no', applies);
  });
}

type Plain = string | null | undefined;

function differ(what: string, found: Plain, wanted: Plain): string[] {
  return wanted === undefined || found === wanted ? [] : [`${what}: ${found}, and should be ${wanted}`];
}

/**
 * Names in a case that the catalog does not know, such as a misspelt basis among the absent ones, which could never be
 * there.
 */
export function strangersOf(
  pack: Pack,
  { expect, absent, duties, reliefs, notOwed, system }: Case,
): string[] {
  const regime = pack.regimes.find(({ id }) => id === 'eu-ai-act');
  if (!regime) return ['eu-ai-act'];
  const bases = new Set(['no other class', ...regime.classes.map(({ basis }) => basis)]);
  const exceptions = new Set([...regime.exceptions, ...regime.exclusions].map(({ id }) => id));
  const owed = new Set(regime.duties.map(({ id }) => id));
  const claimed = z
    .array(z.object({ exemption: z.string() }))
    .default([])
    .parse(system.claims);
  return [
    ...[...expect.map(({ basis }) => basis), ...absent].filter((basis) => !bases.has(basis)),
    ...expect
      .flatMap(({ claims, open, notOpen }) => [...Object.keys(claims), ...open, ...notOpen])
      .filter((id) => !exceptions.has(id)),
    ...claimed.map(({ exemption }) => exemption).filter((id) => !exceptions.has(id)),
    ...[...Object.keys(duties), ...Object.keys(reliefs), ...notOwed].filter((id) => !owed.has(id)),
    ...Object.entries(reliefs).flatMap(([id, wantedOnes]) =>
      wantedOnes
        .filter(
          ({ article, says }) =>
            !regime.duties.some(
              (duty) =>
                duty.id === id &&
                Array.isArray(duty.relief) &&
                duty.relief.some((one) => one.article === article && one.statement.includes(says)),
            ),
        )
        .map(({ article, says }) => `${id} ${article} ${says}`),
    ),
  ];
}
