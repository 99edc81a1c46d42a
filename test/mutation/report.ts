import type { Model } from '../../src/assess/model';
import type { Condition } from '../../src/logic/condition';
import type { JudgedCase, Result } from './run';
import type { Site } from './sites';
import { type Search, searchWitness } from './witness';

/** What a run comes to. */
export interface MutationReport {
  readonly text: string;
  /** Killed in percent of those that can be told apart. */
  readonly score: number;
  /** Whole conditions turned round that no case noticed, though it could be noticed. */
  readonly flipsSurviving: number;
}

interface Survivor {
  readonly result: Result;
  readonly search: Search;
}

/** Scores by file, survivors with what would tell them, and apart those that nothing was found to tell. */
export function reportOf(
  model: Model,
  results: readonly Result[],
  cases: readonly JudgedCase[],
): MutationReport {
  const survivors = results
    .filter(({ killedBy }) => killedBy === undefined)
    .map((result): Survivor => {
      const contexts = cases
        .filter((one) => one.touches(result.site))
        .flatMap(({ situation }) => situation ?? []);
      const beside = besideOf(result.site, results);
      return { result, search: searchWitness(model, result.site, result.mutant, contexts, beside) };
    });
  const having = (found: Search['found']) => survivors.filter(({ search }) => search.found === found);
  const [same, witnessed, untold] = [having('the same'), having('a witness'), having('nothing')];
  const killed = results.length - survivors.length;
  const score = percent(killed, killed + witnessed.length);
  const flips = results.filter(({ mutant }) => mutant.flip);
  const flipsSurviving = witnessed.filter(({ result }) => result.mutant.flip).length;
  const lines = [
    ...scoresByFile(results, survivors),
    '',
    ...section('Survivors, each with a manifest that would tell', witnessed.map(lineOf)),
    ...section('Not told apart by any manifest that was tried', untold.map(lineOf)),
    ...section('The same as the condition for all facts that it reads: not counted', same.map(lineOf)),
    `${flips.length - flips.filter(({ killedBy }) => killedBy === undefined).length} of ${flips.length} conditions turned round are noticed.`,
    `${killed} of ${killed + witnessed.length} mutants are killed (${score.toFixed(1)} %); ` +
      `beside them ${untold.length} that nothing was found to tell, and ${same.length} that are the same.`,
  ];
  return { text: lines.join('\n'), score, flipsSurviving };
}

/** The other conditions of what carries this one: often they must hold before it counts. */
function besideOf({ id, condition, owner }: Site, results: readonly Result[]): Condition[] {
  const others = results
    .map(({ site }) => site)
    .filter((site) => site.owner === owner && site.id === id && site.condition !== condition);
  return [...new Set(others.map((site) => site.condition))];
}

function scoresByFile(results: readonly Result[], survivors: readonly Survivor[]): string[] {
  const files = [...new Set(results.map(({ site }) => site.file))];
  return files.map((file) => {
    const all = results.filter(({ site }) => site.file === file);
    const killed = all.filter(({ killedBy }) => killedBy !== undefined).length;
    const alive = survivors.filter(
      ({ result, search }) => result.site.file === file && search.found === 'a witness',
    );
    const counted = killed + alive.length;
    return `${file.padEnd(50)} ${String(killed).padStart(4)} of ${String(counted).padStart(4)} ${percent(killed, counted).toFixed(0).padStart(4)} %`;
  });
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines, ''];
}

function lineOf({ result: { site, mutant }, search }: Survivor): string {
  const where = mutant.at === '' ? '' : ` ${mutant.at}`;
  const head = `  ${site.file} ${site.entry}${where}: ${mutant.what}`;
  if (search.found !== 'a witness') return head;
  const { system, organization, asOf } = search.situation;
  const own = Object.keys(organization).length === 0 ? '' : ` organization ${JSON.stringify(organization)}`;
  const [first = ''] = search.differs;
  const more = search.differs.length > 1 ? ` (and ${search.differs.length - 1} more)` : '';
  return `${head}\n      ${JSON.stringify(system)}${own} on ${asOf}\n      ${first}${more}`;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}
