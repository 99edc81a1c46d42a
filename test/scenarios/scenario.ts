import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Root, System } from '../../src/answer/schema';
import type { Pack } from '../../src/catalog/pack';
import { toValue } from '../../src/text/tree';
import { readYaml } from '../../src/text/yaml-tree';

/**
 * Scenarios: whole manifests, one a file, with what the law makes of them on one or several days. Expected answers are
 * written by hand from the text of the law, before the program runs. What a line says stands in the README.
 */

const verdict = z.enum(['yes', 'no', 'unknown']);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** Section and why, so that a reader can look it up. */
const because = z.string().min(4);
/** Catalog id by reason. */
const reasonById = z.record(z.string(), because).default({});

const blockSchema = z.strictObject({
  asOf: day,
  /** May be left out where the manifest has one system. */
  system: z.string().optional(),
  regimes: z
    .record(z.string(), z.strictObject({ applies: verdict, status: z.string().optional(), because }))
    .default({}),
  classes: z
    .array(
      z.strictObject({
        class: z.string(),
        /** One ground of the class; without it, some ground must come out as told. */
        basis: z.string().optional(),
        verdict,
        since: day.nullable().optional(),
        openExceptions: z.array(z.string()).default([]),
        because,
      }),
    )
    .default([]),
  /** Classes of which no ground holds or may hold; with a basis, only that ground. */
  noClass: z.array(z.strictObject({ class: z.string(), basis: z.string().optional(), because })).default([]),
  duties: z
    .record(z.string(), z.strictObject({ applies: verdict, due: day.nullable().optional(), because }))
    .default({}),
  /** Duties that are not there, or whose verdict is no. */
  notOwed: reasonById,
  /** Conflicts that concern the system. */
  conflicts: z.array(z.string()).default([]),
  noConflicts: z.array(z.string()).default([]),
  risks: z
    .strictObject({
      /** Sure, and of severity 4 or more. */
      top: reasonById,
      /** Open: some value of the manifest would settle it. */
      may: reasonById,
      /** Neither sure nor open. */
      not: reasonById,
    })
    .prefault({}),
  /** Controls of the system or of the organization that are asked for; scenarios declare none, so each is a gap. */
  asked: reasonById,
  /** Controls that are not asked for: listed, or not there. */
  notAsked: reasonById,
  /** Of the portfolio of the whole manifest. */
  tools: z
    .strictObject({
      /** At least one of each list is chosen. */
      any: z.array(z.strictObject({ of: z.array(z.string()).min(1), because })).default([]),
      never: reasonById,
    })
    .prefault({}),
  /** Regimes that did not exist yet on the day. */
  absent: reasonById,
  because,
});

const scenarioSchema = z.strictObject({
  /** A sentence. */
  name: z.string().regex(/^\S+ .* \S+$/),
  manifest: z.strictObject({
    organization: z.record(z.string(), z.json()),
    defaults: z.record(z.string(), z.json()).optional(),
    systems: z.array(z.looseObject({ id: z.string() })).min(1),
  }),
  expect: z.array(blockSchema).min(1),
});

export type Scenario = z.output<typeof scenarioSchema> & { readonly file: string };
export type Block = z.output<typeof blockSchema>;

/** The scenarios of this folder by file name. Read strictly: a line that is misspelled would test nothing. */
export function readScenarios(folder: string = import.meta.dirname): Scenario[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const { tree, problems } = readYaml(readFileSync(join(folder, file), 'utf8'));
      if (problems.length > 0) throw new Error(`${file}: ${JSON.stringify(problems[0])}`);
      const read = scenarioSchema.safeParse(tree ? toValue(tree) : {});
      if (!read.success) throw new Error(`${file}\n${z.prettifyError(read.error)}`);
      return { ...read.data, file };
    });
}

/** The manifest as the text of a root file. */
export function manifestText({ manifest }: Scenario): string {
  return JSON.stringify({ version: 1, ...manifest }, null, 2);
}

/** Whether a block says something about tools: only then is a portfolio worth choosing. */
export function asksForTools({ tools }: Block): boolean {
  return tools.any.length > 0 || Object.keys(tools.never).length > 0;
}

/** What the answer of a block's day has otherwise than the block, one sentence each; none where it is right. */
export function judge(pack: Pack, root: Root, block: Block): string[] {
  const [only, ...others] = root.systems;
  const system = block.system ? root.systems.find(({ id }) => id === block.system) : only;
  if (!system || (!block.system && others.length > 0)) return [`say which system: ${block.system}`];
  const failures = [
    ...misspelled(root),
    ...unknownIds(pack, block),
    ...judgeRegimes(system, block),
    ...judgeClasses(system, block),
    ...judgeDuties(system, block),
    ...judgeConflicts(root, system, block),
    ...judgeRisks(root, system, block),
    ...judgeControls(root, system, block),
    ...judgeTools(root, block),
  ];
  return failures.map((failure) => `${block.asOf}, ${system.id}: ${failure}`);
}

/** A value or key that the manifest schema has not makes the scenario say less than it seems to. */
function misspelled(root: Root): string[] {
  return root.findings
    .filter(({ rule }) => rule === 'manifest/wrong-value' || rule === 'manifest/unknown-key')
    .map(({ place, message }) => `${place.path}: ${message.text}`);
}

/** Where nothing should be found, an id that is misspelled would pass. */
function unknownIds(pack: Pack, block: Block): string[] {
  const regimes = new Set(pack.regimes.map(({ id }) => id));
  const duties = new Set(pack.regimes.flatMap((regime) => regime.duties.map(({ id }) => id)));
  const classes = new Set(
    pack.regimes.flatMap((regime) => regime.classes.map((one) => `${regime.id}.${one.class}`)),
  );
  const bases = new Set(pack.regimes.flatMap((regime) => regime.classes.map(({ basis }) => basis)));
  const conflicts = new Set(pack.conflicts.map(({ id }) => id));
  const lacking = (known: ReadonlySet<string>, ids: readonly string[], kind: string) =>
    ids.filter((id) => !known.has(id)).map((id) => `the catalog has no ${kind} ${id}`);
  return [
    ...lacking(regimes, [...Object.keys(block.regimes), ...Object.keys(block.absent)], 'regime'),
    ...lacking(duties, [...Object.keys(block.duties), ...Object.keys(block.notOwed)], 'duty'),
    ...lacking(
      classes,
      [...block.classes, ...block.noClass].map((one) => one.class),
      'class',
    ),
    ...lacking(
      bases,
      [...block.classes, ...block.noClass].flatMap(({ basis }) => basis ?? []),
      'basis',
    ),
    ...lacking(
      new Set(pack.risks.map(({ id }) => id)),
      [block.risks.top, block.risks.may, block.risks.not].flatMap((each) => Object.keys(each)),
      'risk',
    ),
    ...lacking(
      new Set(pack.controls.map(({ id }) => id)),
      [...Object.keys(block.asked), ...Object.keys(block.notAsked)],
      'control',
    ),
    ...lacking(
      new Set(pack.tools.map(({ id }) => id)),
      [...block.tools.any.flatMap((wanted) => wanted.of), ...Object.keys(block.tools.never)],
      'tool',
    ),
    ...lacking(conflicts, [...block.conflicts, ...block.noConflicts], 'conflict'),
  ];
}

function judgeRegimes({ regimes }: System, block: Block): string[] {
  return [
    ...Object.entries(block.regimes).flatMap(([id, wanted]) => {
      const found = regimes.find((regime) => regime.id === id);
      return [
        ...differ(`${id} applies`, found?.applies, wanted.applies, wanted.because),
        ...differ(`${id} has status`, found?.status, wanted.status, wanted.because),
      ];
    }),
    ...Object.entries(block.absent).flatMap(([id, why]) =>
      regimes.some((regime) => regime.id === id) ? [`${id} is there already (${why})`] : [],
    ),
  ];
}

function judgeClasses({ regimes }: System, block: Block): string[] {
  const grounds = regimes.flatMap(({ classes }) => classes);
  return [
    ...block.classes.flatMap((wanted) => {
      const found = grounds.filter(
        ({ id, basis }) => id === wanted.class && basis === (wanted.basis ?? basis),
      );
      const name = `${wanted.class} by ${wanted.basis ?? 'any ground'}`;
      const one = found.find((ground) => ground.verdict === wanted.verdict) ?? found[0];
      return [
        ...differ(name, one?.verdict, wanted.verdict, wanted.because),
        ...differ(`${name}, since`, one?.since, wanted.since, wanted.because),
        ...wanted.openExceptions
          .filter((id) => !one?.openExceptions.includes(id))
          .map((id) => `${name}: ${id} is not open (${wanted.because})`),
      ];
    }),
    ...block.noClass.flatMap((wanted) =>
      grounds
        .filter(({ id, basis }) => id === wanted.class && basis === (wanted.basis ?? basis))
        .map(({ id, basis, verdict: found }) => `${id} by ${basis} is ${found} (${wanted.because})`),
    ),
  ];
}

function judgeDuties({ regimes }: System, block: Block): string[] {
  const duties = regimes.flatMap((regime) => regime.duties);
  return [
    ...Object.entries(block.duties).flatMap(([id, wanted]) => {
      const found = duties.find((duty) => duty.id === id);
      return [
        ...differ(`${id} applies`, found?.applies, wanted.applies, wanted.because),
        ...(found ? differ(`${id} is due`, found.due, wanted.due, wanted.because) : []),
      ];
    }),
    ...Object.entries(block.notOwed).flatMap(([id, why]) =>
      duties
        .filter((duty) => duty.id === id && duty.applies !== 'no')
        .map(({ applies }) => `${id} is owed: ${applies} (${why})`),
    ),
  ];
}

function judgeConflicts({ conflicts }: Root, { id: system }: System, block: Block): string[] {
  const own = conflicts.filter(({ systems }) => systems.includes(system)).map(({ id }) => id);
  return [
    ...block.conflicts.filter((id) => !own.includes(id)).map((id) => `conflict ${id} is not told`),
    ...block.noConflicts.filter((id) => own.includes(id)).map((id) => `conflict ${id} is told`),
  ];
}

const grave = 4;

function judgeRisks({ risks: shared }: Root, system: System, { risks: wanted }: Block): string[] {
  const risks = [...system.risks, ...shared];
  const found = (id: string) => risks.find((risk) => risk.id === id);
  return [
    ...Object.entries(wanted.top).flatMap(([id, why]) => {
      const risk = found(id);
      if (risk?.verdict !== 'yes') return [`risk ${id}: ${risk?.verdict ?? 'nothing'}, and is sure (${why})`];
      return risk.severity < grave ? [`risk ${id} has only severity ${risk.severity} (${why})`] : [];
    }),
    ...Object.entries(wanted.may).flatMap(([id, why]) =>
      differ(`risk ${id}`, found(id)?.verdict, 'unknown', why),
    ),
    ...Object.entries(wanted.not).flatMap(([id, why]) => {
      const risk = found(id);
      return risk && risk.verdict !== 'no' ? [`risk ${id} is told: ${risk.verdict} (${why})`] : [];
    }),
  ];
}

function judgeControls({ controls: shared }: Root, system: System, block: Block): string[] {
  const asked = [...system.controls, ...shared].filter((control) => control.asked);
  const found = (id: string) => asked.find((control) => control.id === id);
  return [
    ...Object.entries(block.asked).flatMap(([id, why]) => {
      const control = found(id);
      if (!control) return [`control ${id} is not asked for (${why})`];
      return differ(`control ${id} is`, control.state, 'missing', why);
    }),
    ...Object.entries(block.notAsked).flatMap(([id, why]) => {
      const { duties = [], risks = [] } = found(id)?.because ?? {};
      return found(id) ? [`control ${id} is asked for by ${[...duties, ...risks].join(', ')} (${why})`] : [];
    }),
  ];
}

function judgeTools({ portfolio }: Root, block: Block): string[] {
  if (!asksForTools(block)) return [];
  if (!portfolio) return ['no tools were chosen'];
  const chosen = portfolio.tools.map(({ tool }) => tool);
  return [
    ...block.tools.any
      .filter(({ of }) => !of.some((id) => chosen.includes(id)))
      .map(({ of, because: why }) => `none of ${of.join(', ')} is chosen, but ${chosen.join(', ')} (${why})`),
    ...Object.entries(block.tools.never)
      .filter(([id]) => chosen.includes(id))
      .map(([id, why]) => `tool ${id} is chosen (${why})`),
  ];
}

type Plain = string | null | undefined;

function differ(what: string, found: Plain, wanted: Plain, why: string): string[] {
  return wanted === undefined || found === wanted
    ? []
    : [`${what}: ${found ?? 'nothing'}, and should be ${wanted} (${why})`];
}
