import { join } from 'node:path';
import { Command } from 'commander';
import { createModel } from '../src/assess/model';
import { judgedCases } from '../test/mutation/cases';
import { reportOf } from '../test/mutation/report';
import { type JudgedCase, runMutants, worldOf } from '../test/mutation/run';
import { aroundSite, sitesOf } from '../test/mutation/sites';
import { buildFiles, readFiles } from './built-catalog';
import { root } from './paths';

/**
 * `npm run mutate`: changes each condition of the catalog in one place after the other, and looks which changes no
 * case notices. Prints the score of each file and every survivor, with a manifest that would tell it.
 */
interface Options {
  readonly only?: string;
  readonly bar?: string;
}

async function main({ only = '', bar }: Options): Promise<void> {
  const files = await readFiles(join(root, 'catalog'));
  const { pack, problems } = buildFiles(files);
  const wrong = problems.filter(({ severity }) => severity === 'error').length;
  if (wrong > 0)
    throw new Error(`The catalog has ${wrong} errors. Run npm run catalog and correct them first.`);
  const model = createModel(pack);
  const sites = sitesOf(pack, files).filter(
    ({ file, entry }) => file.startsWith(only) || entry.startsWith(only),
  );
  const worlds = new Map(sites.map((site) => [site.owner, worldOf(aroundSite(site, pack))]));
  const holdsAsItIs = (one: JudgedCase) => {
    const site = sites.find((candidate) => one.touches(candidate));
    const world = site && worlds.get(site.owner);
    return world === undefined || one.holds(world);
  };
  const asked = judgedCases(model).filter((one) => sites.some((site) => one.touches(site)));
  const cases = asked.filter(holdsAsItIs);
  for (const one of asked) {
    if (!cases.includes(one)) console.log(`Fails on the catalog as it is, and is left out: ${one.name}`);
  }
  const report = reportOf(model, runMutants(pack, sites, cases), cases);
  console.log(report.text);
  if (bar !== undefined && report.score < Number(bar)) {
    console.log(`The score is below ${bar} %.`);
    process.exitCode = 1;
  }
  if (report.flipsSurviving > 0 || cases.length < asked.length) process.exitCode = 1;
}

new Command('mutate')
  .option('--only <prefix>', 'only files or entries whose name begins so, such as risks/ or eu-ai-act.art-5')
  .option('--bar <percent>', 'the score below which the run fails')
  .action((options: Options) =>
    main(options).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }),
  )
  .parse();
