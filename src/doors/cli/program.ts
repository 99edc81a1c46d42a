import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addBrowseVerbs } from './browse-verbs';
import { asOf, catalog } from './shared-options';
import { type CatalogDiffOptions, catalogDiff } from './verbs/catalog-diff';
import { type Bar, type CheckOptions, check } from './verbs/check';
import { type CompareOptions, compare } from './verbs/compare';
import { type CoverageOptions, coverage } from './verbs/coverage';
import { type ExplainOptions, explain } from './verbs/explain';
import { type NewOptions, newControl } from './verbs/new';
import { type ReportFormat, type ReportOptions, report } from './verbs/report';
import { type SchemaName, schema } from './verbs/schema';
import { type ToolsOptions, tools } from './verbs/tools';
import { type ExitCode, UsageError, type World } from './world';

const examples = `
Examples:
  ai-governance check                                  every manifest in this folder and below
  ai-governance check services/cv --fail-on warning    one folder, strict, for CI
  ai-governance check --as-of 2027-12-02               as the law will read that day
  ai-governance check --format json                    the whole answer for programs
  ai-governance report --output report.html            a report to send around
  ai-governance tools --max 3 --budget free            the few tools that close the most, and why
  ai-governance compare --jurisdictions EU,US-CO,SG    what each place asks, side by side
  ai-governance coverage --framework owasp-llm-2026    what of a published list it touches, meets, misses
  ai-governance explain eu-ai-act                      a law, a control, a tool, a rule, a field
  ai-governance catalog search prompt injection        entries and duties by words; also list, show, stats
  ai-governance new control human-review               a document to fill in, as evidence of a control
  ai-governance catalog diff old/ new/ --manifest .    what a newer catalog changes for this manifest

Exit codes: 0 clean, 1 findings at the bar, 2 wrong usage or input that cannot be read.
It reads your files and writes only what you ask for: no network, no code of yours is run. Advice, not legal advice.`;

/**
 * Runs one command line, without the program's name.
 *
 * @returns the exit code. Errors that the caller can put right are told on `err`; others are thrown.
 */
export async function run(world: World, args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(world, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Help and version end a command too, with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    world.err(`${error.message}\n`);
    return 2;
  }
}

function createProgram(world: World, done: (code: ExitCode) => void): Command {
  const program = new Command('ai-governance')
    .description(
      'What applies to the AI systems of a repository, from when, what can go wrong, what must be in place and which tools help: from their manifest, ai-usage.yaml, alone.',
    )
    .version(world.version)
    .exitOverride()
    .configureOutput({
      writeOut: world.out,
      writeErr: world.err,
      getOutHelpWidth: () => world.width,
      getErrHelpWidth: () => world.width,
    })
    .showHelpAfterError('Run "ai-governance --help" for how to use it.')
    .addHelpText('after', examples);

  program
    .command('check')
    .summary('print the advice for the manifests in folders or files')
    .description('Print the advice for every manifest in the folders, or for the manifest files named.')
    .argument('[paths...]', 'folders or manifest files; this folder when none is named')
    .addOption(
      new Option('--format <format>', 'text to read, or the answer as JSON')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(asOf())
    .addOption(catalog())
    .addOption(
      new Option(
        '--fail-on <severity>',
        "end with 1 from this severity on, before the manifest's policy",
      ).choices(['error', 'warning', 'never'] satisfies Bar[]),
    )
    .option('--full', 'everything, instead of the most telling few')
    .action(async (paths: string[], options: CheckOptions) => done(await check(world, paths, options)));

  program
    .command('report')
    .summary('write the whole report')
    .description('Write the whole report: every reason, duty, risk, control, tool and alternative.')
    .argument('[path]', 'a folder or manifest file; this folder when none is named')
    .addOption(
      new Option(
        '--format <format>',
        'Markdown or one HTML file; by the name of the output, else md',
      ).choices(['md', 'html'] satisfies ReportFormat[]),
    )
    .option('-o, --output <file>', 'where to write it; printed when not said')
    .addOption(asOf())
    .addOption(catalog())
    .action(async (path: string | undefined, options: ReportOptions) =>
      done(await report(world, path, options)),
    );

  program
    .command('compare')
    .summary('print what each jurisdiction asks of a system, side by side')
    .description(
      'Print, theme by theme, what binds in each jurisdiction, from when, which text is the strictest, and where texts conflict.',
    )
    .argument('[path]', 'a folder or manifest file; this folder when none is named')
    .option('--system <id>', 'one system alone')
    .addOption(
      new Option(
        '--jurisdictions <places>',
        'columns, such as EU,US-CO,CN,SG; those that concern the system when not said',
      ).argParser(placesOf),
    )
    .addOption(
      new Option('--format <format>', 'text to read, Markdown, or the answer as JSON')
        .choices(['text', 'md', 'json'])
        .default('text'),
    )
    .addOption(asOf())
    .addOption(catalog())
    .action(async (path: string | undefined, options: CompareOptions) =>
      done(await compare(world, path, options)),
    );

  program
    .command('coverage')
    .summary('print what of a published list (OWASP, NIST, ISO, ...) manifests touch, meet and miss')
    .description(
      'Print what of a published list the manifests touch, meet and miss, or how many items of each list. Which risk or control belongs to which item is a reading of ours, no certification.',
    )
    .argument('[path]', 'a folder or manifest file; this folder when none is named')
    .option('--framework <id>', 'the list, such as owasp-agentic-2026; the counts of all when not said')
    .option('--system <id>', 'one system alone')
    .addOption(
      new Option('--format <format>', 'text to read, Markdown, or JSON for programs')
        .choices(['text', 'md', 'json'])
        .default('text'),
    )
    .addOption(asOf())
    .addOption(catalog())
    .action(async (path: string | undefined, options: CoverageOptions) =>
      done(await coverage(world, path, options)),
    );

  addTools(program, world, done);

  program
    .command('explain')
    .summary('print the page about a rule, a field, a value or an entry of the catalog')
    .argument('<id>', 'such as system/gaps, areas, eu-ai-act or bias-testing')
    .addOption(catalog())
    .action(async (id: string, options: ExplainOptions) => done(await explain(world, id, options)));

  addNewVerbs(program, world, done);
  addCatalogVerbs(program, world, done);

  program
    .command('schema')
    .summary('print the JSON Schema of the manifest, or of the answer')
    .addArgument(
      new Argument('[of]', 'which one')
        .choices(['manifest', 'answer'] satisfies SchemaName[])
        .default('manifest'),
    )
    .action(async (of: SchemaName) => done(await schema(world, of)));

  program
    .command('lsp')
    .summary('serve an editor over the Language Server Protocol')
    .option('--stdio', 'over standard input and output; the only way, and so the default')
    .action(() => world.serve());

  return program;
}

/** What chooses tools. */
function addTools(program: Command, world: World, done: (code: ExitCode) => void): void {
  program
    .command('tools')
    .summary('print the few tools that close the most, and why these')
    .description(
      'Print the few tools that close the most of what is asked, each with what it alone closes and its best alternative, what stays open and why, and how firm the choice is. The options go before the preferences of the manifest, which stays as it is.',
    )
    .argument('[path]', 'a folder or manifest file; this folder when none is named')
    .addOption(new Option('--max <number>', 'at most so many new tools').argParser(sizeOf))
    .option('--budget <class>', 'what tools may cost: free, low, medium or high')
    .addOption(
      new Option('--without <ids>', 'tools that must not be recommended; may be said again').argParser(idsOf),
    )
    .option('--trial', 'with a plan for a trial: what to measure, on how many cases, when it passes')
    .addOption(
      new Option('--format <format>', 'text to read, Markdown, or the answer as JSON')
        .choices(['text', 'md', 'json'])
        .default('text'),
    )
    .addOption(asOf())
    .addOption(catalog())
    .action(async (path: string | undefined, options: ToolsOptions) =>
      done(await tools(world, path, options)),
    );
}

/** What writes a file for people to fill in. */
function addNewVerbs(program: Command, world: World, done: (code: ExitCode) => void): void {
  const group = program
    .command('new')
    .summary('write a document to fill in')
    .description('Write a document to fill in.');

  group
    .command('control')
    .summary('write the template of the document that shows a control')
    .description(
      'Write the template of the document that shows a control, with what the manifest knows filled in. It counts as evidence only when its first line is gone. A file that is there stays as it is.',
    )
    .argument('<id>', 'of the control, such as human-review')
    .argument('[path]', 'the file to write, in the folder of the manifest or below')
    .option('--system <id>', 'the system that it is about, where the manifest has several')
    .option('--print', 'print it, and write nothing')
    .addOption(asOf())
    .addOption(catalog())
    .action(async (id: string, path: string | undefined, options: NewOptions) =>
      done(await newControl(world, id, path, options)),
    );
}

/** What is about catalogs themselves. */
function addCatalogVerbs(program: Command, world: World, done: (code: ExitCode) => void): void {
  const group = program.command('catalog').summary('look into catalogs').description('Look into catalogs.');
  addBrowseVerbs(group, world, done);

  group
    .command('diff')
    .summary('print what another catalog changes')
    .description(
      'Print what stands otherwise in a newer catalog: entry by entry, or for the manifests at a path. Each is a catalog.json, or the folder that holds it.',
    )
    .argument('<old>', 'the catalog before')
    .argument('<new>', 'the catalog after')
    .option('--manifest <path>', 'what it changes for this manifest, or for all in this folder')
    .addOption(
      new Option('--format <format>', 'text to read, or JSON for programs')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(asOf())
    .action(async (from: string, to: string, options: CatalogDiffOptions) =>
      done(await catalogDiff(world, { from, to }, options)),
    );
}

/** A number as it is written; whether it is one of tools is for the advice to say. */
function sizeOf(text: string): number {
  if (!/^[-+]?\d+(\.\d+)?$/.test(text.trim()))
    throw new InvalidArgumentError('Say a whole number of tools from 1 on, such as 5.');
  return Number(text);
}

/** Ids with commas between them, after those that were said before. */
function idsOf(text: string, before: readonly string[] | undefined): string[] {
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length === 0) throw new InvalidArgumentError('Name tools by their ids, with commas between them.');
  return [...(before ?? []), ...ids];
}

/** Ids of places, one by one; whether they are places is for the catalog to say. */
function placesOf(text: string): string[] {
  const places = text
    .split(',')
    .map((place) => place.trim().toUpperCase())
    .filter((place) => place !== '');
  if (places.length === 0)
    throw new InvalidArgumentError('Name places with commas between them, such as EU,US-CO.');
  return places;
}
