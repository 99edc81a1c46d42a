import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Model } from '../../src/assess/model';
import { assessSystem } from '../../src/assess/system';
import { toValue } from '../../src/text/tree';
import { readYaml } from '../../src/text/yaml-tree';
import { factsGiven } from '../core/given';

/**
 * Cases of the risks (`risks*.cases.yaml`) and the controls (`controls.cases.yaml`), written by hand from what each
 * entry states, and how a case is judged.
 */
const said = z.record(z.string(), z.unknown());
const severity = z.int().min(1).max(5);

const caseSchema = z.strictObject({
  /** What the case says, as a sentence. */
  name: z.string().min(10),
  /** The example that it is like. */
  like: z.string(),
  /** What it says otherwise: a whole key of the system at a time. */
  but: said.default({}),
  /** Keys of the example that it leaves out. */
  without: z.array(z.string()).default([]),
  /** One key of the system with several values: the case holds for each of them. */
  each: z.record(z.string(), z.array(z.unknown()).min(1)).default({}),
  organization: said.default({}),
  preferences: said.default({}),
  asOf: z.iso.date().default('2026-11-23'),
  /** What becomes of each risk: a `no` is not listed, and has no severity. */
  risks: z
    .record(
      z.string(),
      z.union([
        z.literal('no'),
        z.strictObject({ is: z.enum(['yes', 'unknown']), severity: severity.optional() }),
      ]),
    )
    .default({}),
  /** What becomes of each control: asked for, listed but not asked for, or not among them at all. */
  controls: z.record(z.string(), z.enum(['asked', 'listed', 'absent'])).default({}),
  /** Where the entry says so. */
  because: z.string().min(5),
});

export interface RiskCase extends Omit<z.output<typeof caseSchema>, 'like' | 'but' | 'without' | 'each'> {
  readonly file: string;
  readonly system: Readonly<Record<string, unknown>>;
}

const fileSchema = z.strictObject({ examples: z.record(z.string(), said), cases: z.array(z.unknown()) });

function casesOf(file: string): RiskCase[] {
  const { tree, problems } = readYaml(readFileSync(join(import.meta.dirname, file), 'utf8'));
  if (problems.length > 0) throw new Error(`${file}: ${JSON.stringify(problems[0])}`);
  const { examples, cases: rows } = fileSchema.parse(tree && toValue(tree));
  return rows.flatMap((row, index) => {
    const { data, error } = caseSchema.safeParse(row);
    if (error) throw new Error(`${file}, case ${index + 1}: ${z.prettifyError(error)}`);
    const { like, but, without, each, ...rest } = data;
    const example = examples[like];
    if (!example) throw new Error(`${file}, case ${index + 1}: there is no example ${like}.`);
    const base = Object.fromEntries(
      Object.entries({ ...example, ...but }).filter(([key]) => !without.includes(key)),
    );
    const [several] = Object.entries(each);
    if (!several) return [{ ...rest, file, system: base }];
    const [key, values] = several;
    return values.map((value) => ({
      ...rest,
      name: `${rest.name} (${key}: ${JSON.stringify(value)})`,
      file,
      system: { ...base, [key]: value },
    }));
  });
}

const files = [
  'risks.cases.yaml',
  'risks-agents.cases.yaml',
  'risks-models.cases.yaml',
  'risks-people.cases.yaml',
  'risks-law.cases.yaml',
  'risks-shared.cases.yaml',
  'risks-noise.cases.yaml',
  'controls.cases.yaml',
];

/** All cases, the risks' before the controls', in the order of their files. */
export const cases: readonly RiskCase[] = files.flatMap(casesOf);

/** What the catalog answers otherwise than the case expects, one sentence each; none where it is right. */
export function judge(model: Model, wanted: RiskCase): string[] {
  const { system, organization, preferences, asOf } = wanted;
  const facts = factsGiven(model, { system, organization, preferences });
  const { risks, sharedRisks, controls } = assessSystem({ model, facts, asOf, match: () => [] });
  return [
    ...Object.entries(wanted.risks).flatMap(([id, expected]) => {
      const found = [...risks, ...sharedRisks].find((risk) => risk.id === id);
      if (expected === 'no') return found ? [`${id}: ${found.verdict}, and should be no`] : [];
      return [
        ...differ(id, found?.verdict ?? 'no', expected.is),
        ...(expected.severity === undefined
          ? []
          : differ(`${id}, severity`, found?.severity, expected.severity)),
      ];
    }),
    ...Object.entries(wanted.controls).flatMap(([id, expected]) => {
      const found = controls.find((control) => control.id === id);
      return differ(id, found ? (found.asked ? 'asked' : 'listed') : 'absent', expected);
    }),
  ];
}

type Plain = string | number | undefined;

function differ(what: string, found: Plain, wanted: Plain): string[] {
  return found === wanted ? [] : [`${what}: ${found}, and should be ${wanted}`];
}

/** Ids that a case names and the catalog does not know: they could never be there. */
export function strangersOf(model: Model, { risks, controls }: RiskCase): string[] {
  return [
    ...Object.keys(risks).filter((id) => !model.risks.has(id)),
    ...Object.keys(controls).filter((id) => !model.controls.has(id)),
  ];
}
