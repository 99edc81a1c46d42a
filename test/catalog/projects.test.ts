import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Root, System } from '../../src/answer/schema';
import { fileFacts } from '../../src/host/file-facts';
import { nodeFiles } from '../../src/host/node/files';
import { toValue } from '../../src/text/tree';
import { readYaml } from '../../src/text/yaml-tree';
import { analyzeFiles } from '../core/real-catalog';

/** The projects of test/projects, held against their expected answers, which were written by hand (see their README). */

type Because = { readonly because: string };

interface ExpectedSystem {
  readonly regimes?: Readonly<Record<string, { readonly applies: string } & Because>>;
  readonly classes?: readonly ({
    regime: string;
    class: string;
    basis: string;
    verdict: string;
    since?: string;
  } & Because)[];
  readonly noClass?: readonly ({ basis: string } & Because)[];
  readonly duties?: readonly ({
    id: string;
    applies: string;
    due?: string;
    dueMovedFrom?: string;
    state?: string;
  } & Because)[];
  readonly noDuty?: readonly ({ id: string } & Because)[];
  readonly risks?: readonly ({ id: string; verdict: string; severity?: number } & Because)[];
  readonly noRisk?: readonly ({ id: string } & Because)[];
  readonly asked?: readonly ({ control: string } & Because)[];
  readonly notAsked?: readonly ({ control: string } & Because)[];
}

interface Expected {
  readonly asOf: string;
  readonly systems: Readonly<Record<string, ExpectedSystem>>;
  readonly tools?: { readonly chosen?: readonly string[]; readonly never?: readonly string[] } & Because;
  readonly findings?: readonly ({ rule: string; path?: string } & Because)[];
}

const folder = join(__dirname, '../projects');
const projects = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function expectedOf(project: string): Expected {
  const { tree } = readYaml(readFileSync(join(folder, project, 'expected.yaml'), 'utf8'));
  return (tree ? toValue(tree) : {}) as Expected;
}

async function answerOf(project: string, asOf: string): Promise<Root> {
  const files = nodeFiles(join(folder, project));
  const { paths } = await files.list();
  const read = await files.read('ai-usage.yaml');
  const text = 'text' in read ? read.text : '';
  const repository = fileFacts(paths, (path) => files.isEmpty(path));
  return analyzeFiles({ 'ai-usage.yaml': text }, { asOf, repository }).answer({
    questions: true,
    portfolio: true,
  });
}

it('there are projects to hold against their expected answers', () => {
  expect(projects.length).toBeGreaterThanOrEqual(4);
});

describe.each(projects)('%s', (project) => {
  const expected = expectedOf(project);
  let root: Root;
  beforeAll(async () => {
    root = await answerOf(project, expected.asOf);
  });

  it('has the findings that it should have, and no wrong value', () => {
    const rules = root.findings.map(({ rule }) => rule);
    expect(rules).not.toContain('manifest/wrong-value');
    expect(rules).not.toContain('manifest/unknown-key');
    for (const { rule, path, because } of expected.findings ?? []) {
      const found = root.findings.filter((finding) => finding.rule === rule);
      expect(
        found.some(({ place }) => path === undefined || place.path.startsWith(path)),
        `${rule}: ${because}`,
      ).toBe(true);
    }
  });

  it('stays quiet: at most one finding about gaps and seven findings a system', () => {
    for (const { path } of root.systems) {
      const own = root.findings.filter(
        ({ place }) => place.path === path || place.path.startsWith(`${path}.`),
      );
      expect(own.filter(({ rule }) => rule === 'system/gaps').length).toBeLessThanOrEqual(1);
      expect(own.length).toBeLessThanOrEqual(7);
    }
  });

  it('recommends no tool that its constraints shut out', () => {
    const chosen = root.portfolio?.tools.map(({ tool }) => tool) ?? [];
    const everywhere = [...chosen, ...(root.portfolio?.frontier.flatMap(({ tools }) => tools) ?? [])];
    for (const tool of expected.tools?.never ?? [])
      expect(everywhere, expected.tools?.because).not.toContain(tool);
    if (expected.tools?.chosen) expect([...chosen].sort()).toEqual([...expected.tools.chosen].sort());
  });

  it.each(Object.entries(expected.systems))('%s comes out as the law has it', (id, wanted) => {
    const system = root.systems.find((one) => one.id === id);
    if (!system) throw new Error(`There is no system ${id}.`);
    checkRegimes(system, wanted);
    checkDuties(system, wanted);
    checkRisks(system, wanted);
    checkControls(system, wanted);
  });
});

function checkRegimes({ regimes }: System, wanted: ExpectedSystem): void {
  for (const [id, { applies, because }] of Object.entries(wanted.regimes ?? {})) {
    expect(regimes.find((regime) => regime.id === id)?.applies, `${id}: ${because}`).toBe(applies);
  }
  const classes = regimes.flatMap((regime) => regime.classes);
  for (const { class: name, basis, verdict, since, because } of wanted.classes ?? []) {
    const found = classes.find((one) => one.id === name && one.basis === basis);
    expect(found?.verdict, `${basis}: ${because}`).toBe(verdict);
    if (since !== undefined) expect(found?.since, `${basis}: ${because}`).toBe(since);
  }
  for (const { basis, because } of wanted.noClass ?? []) {
    expect(
      classes.map((one) => one.basis),
      because,
    ).not.toContain(basis);
  }
}

function checkDuties({ regimes }: System, wanted: ExpectedSystem): void {
  const duties = regimes.flatMap((regime) => regime.duties);
  for (const { id, applies, due, dueMovedFrom, state, because } of wanted.duties ?? []) {
    const duty = duties.find((one) => one.id === id);
    expect(duty?.applies, `${id}: ${because}`).toBe(applies);
    if (due !== undefined) expect(duty?.due, `${id}: ${because}`).toBe(due);
    if (dueMovedFrom !== undefined) expect(duty?.dueMoved?.from, `${id}: ${because}`).toBe(dueMovedFrom);
    if (state !== undefined) expect(duty?.state, `${id}: ${because}`).toBe(state);
  }
  for (const { id, because } of wanted.noDuty ?? [])
    expect(
      duties.map((one) => one.id),
      because,
    ).not.toContain(id);
}

function checkRisks({ risks }: System, wanted: ExpectedSystem): void {
  for (const { id, verdict, severity, because } of wanted.risks ?? []) {
    const risk = risks.find((one) => one.id === id);
    expect(risk?.verdict, `${id}: ${because}`).toBe(verdict);
    if (severity !== undefined) expect(risk?.severity, `${id}: ${because}`).toBe(severity);
  }
  for (const { id, because } of wanted.noRisk ?? [])
    expect(
      risks.map((one) => one.id),
      because,
    ).not.toContain(id);
}

function checkControls({ controls }: System, wanted: ExpectedSystem): void {
  const asked = controls.filter((control) => control.asked).map(({ id }) => id);
  for (const { control, because } of wanted.asked ?? []) expect(asked, because).toContain(control);
  for (const { control, because } of wanted.notAsked ?? []) expect(asked, because).not.toContain(control);
}
