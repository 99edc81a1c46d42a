import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Root, System } from '../../src/answer/schema';
import { fileFacts } from '../../src/host/file-facts';
import { nodeFiles } from '../../src/host/node/files';
import { toValue } from '../../src/text/tree';
import { readYaml } from '../../src/text/yaml-tree';
import { analyzeFiles } from '../core/real-catalog';
import { type Expected, type ExpectedSystem, expectedSchema } from './project-expected';

/** The projects of test/projects, held against their expected answers, which were written by hand (see their README). */

const folder = join(__dirname, '../projects');
const projects = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A line that is misspelled would test nothing, so the file is read strictly. */
function expectedOf(project: string): Expected {
  const { tree } = readYaml(readFileSync(join(folder, project, 'expected.yaml'), 'utf8'));
  return expectedSchema.parse(tree ? toValue(tree) : {});
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

it('at least six of the projects describe real systems and name a public record', () => {
  const real = projects.filter((project) =>
    /https:\/\/|[\w.-]+\/[\w.-]+ at [0-9a-f]{40}/.test(
      readFileSync(join(folder, project, 'ai-usage.yaml'), 'utf8'),
    ),
  );
  expect(real.length).toBeGreaterThanOrEqual(6);
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
    for (const { rule, because } of expected.noFindings ?? []) expect(rules, because).not.toContain(rule);
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

  it('asks no system for more than 25 controls', () => {
    for (const { id, controls } of root.systems)
      expect(controls.filter(({ asked }) => asked).length, id).toBeLessThanOrEqual(25);
  });

  it('recommends tools that a team would adopt, and none that is silly for it or shut out', () => {
    const chosen = root.portfolio?.tools.map(({ tool }) => tool) ?? [];
    const everywhere = [...chosen, ...(root.portfolio?.frontier.flatMap(({ tools }) => tools) ?? [])];
    for (const tool of expected.tools?.never ?? [])
      expect(everywhere, expected.tools?.because).not.toContain(tool);
    for (const alike of expected.tools?.sensible ?? [])
      expect(
        chosen.filter((tool) => alike.includes(tool)).length,
        `none of ${alike.join(', ')} in ${chosen.join(', ')}`,
      ).toBeGreaterThan(0);
    if (expected.tools?.chosen) expect([...chosen].sort()).toEqual([...expected.tools.chosen].sort());
  });

  it('has an expected answer for each of its systems', () => {
    expect(Object.keys(expected.systems).sort()).toEqual(root.systems.map(({ id }) => id).sort());
  });

  describe.each(Object.entries(expected.systems))('%s comes out as the law has it', (id, wanted) => {
    const find = () => {
      const system = root.systems.find((one) => one.id === id);
      if (!system) throw new Error(`There is no system ${id}.`);
      return system;
    };
    it('which regimes apply, and which classes hold', () => checkRegimes(find(), wanted));
    it('which duties are owed, and when', () => checkDuties(find(), wanted));
    it('which risks there are', () => checkRisks(find(), wanted));
    it('which of them weigh most', () => checkTopRisks(find(), wanted));
    it('which controls are asked for', () => checkControls(find(), wanted));
    it('what is asked first, and what is never asked', () => checkQuestions(find(), wanted));
  });
});

function checkRegimes({ regimes }: System, wanted: ExpectedSystem): void {
  for (const [id, { applies, because }] of Object.entries(wanted.regimes ?? {})) {
    expect(regimes.find((regime) => regime.id === id)?.applies, `${id}: ${because}`).toBe(applies);
  }
  for (const {
    regime: inRegime,
    class: name,
    basis,
    verdict,
    since,
    openExceptions,
    because,
  } of wanted.classes ?? []) {
    const found = regimes
      .find(({ id }) => id === inRegime)
      ?.classes.find((one) => one.id === name && one.basis === basis);
    expect(found?.verdict, `${basis}: ${because}`).toBe(verdict);
    if (since !== undefined) expect(found?.since, `${basis}: ${because}`).toBe(since);
    for (const exception of openExceptions ?? [])
      expect(found?.openExceptions, `${basis}: ${because}`).toContain(exception);
  }
  const bases = regimes.flatMap((regime) => regime.classes).map((one) => one.basis);
  for (const { basis, because } of wanted.noClass ?? [])
    expect(bases, `${basis}: ${because}`).not.toContain(basis);
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
      `${id}: ${because}`,
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
      `${id}: ${because}`,
    ).not.toContain(id);
}

/** In order of gravity; whatever is graver than the last of them is among them. */
function checkTopRisks({ risks }: System, { topRisks }: ExpectedSystem): void {
  if (!topRisks) return;
  const sure = risks.filter(({ verdict }) => verdict === 'yes');
  const severities = topRisks.ids.map((id) => sure.find((risk) => risk.id === id)?.severity ?? 0);
  const told = topRisks.ids.map((id, at) => `${id} ${severities[at]}`).join(', ');
  expect(severities, `${told}: ${topRisks.because}`).toEqual(severities.toSorted((a, b) => b - a));
  const least = Math.min(...severities);
  expect(least, `${told}: ${topRisks.because}`).toBeGreaterThan(0);
  const graver = sure.filter(({ severity }) => severity > least).map(({ id }) => id);
  expect(topRisks.ids, topRisks.because).toEqual(expect.arrayContaining(graver));
}

function checkControls({ controls }: System, wanted: ExpectedSystem): void {
  const asked = controls.filter((control) => control.asked).map(({ id }) => id);
  for (const { control, because } of wanted.asked ?? [])
    expect(asked, `${control}: ${because}`).toContain(control);
  for (const { control, because } of wanted.notAsked ?? [])
    expect(asked, `${control}: ${because}`).not.toContain(control);
}

/** `among`: one of the three that are shown. `never`: the field itself, or one below it. */
function checkQuestions({ path, questions }: System, { questions: wanted }: ExpectedSystem): void {
  const asked = (questions ?? []).map((question) => fieldOf(question.path, path));
  for (const field of wanted?.among ?? [])
    expect(asked.slice(0, 3), `${field}: ${wanted?.because}`).toContain(field);
  for (const field of wanted?.never ?? []) {
    const found = asked.filter((one) => one === field || one.startsWith(`${field}.`));
    expect(found, `${field}: ${wanted?.because}`).toEqual([]);
  }
}

/** `models.general` of `systems.<id>.models[0].general`, and of the same in `defaults`. */
function fieldOf(questionPath: string, systemPath: string): string {
  const [start] = [systemPath, 'defaults'].filter((path) => questionPath.startsWith(`${path}.`));
  return questionPath.slice(start ? start.length + 1 : 0).replaceAll(/\[[^\]]*\]/g, '');
}
