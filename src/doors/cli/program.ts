import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isDay } from './day';
import { type Bar, type CheckOptions, check } from './verbs/check';
import { type CompareOptions, compare } from './verbs/compare';
import { explain } from './verbs/explain';
import { type ReportFormat, type ReportOptions, report } from './verbs/report';
import { type SchemaName, schema } from './verbs/schema';
import { type ExitCode, UsageError, type World } from './world';

const examples = `
Examples:
  ai-governance check                                  every manifest in this folder and below
  ai-governance check services/cv --fail-on warning    one folder, strict, for CI
  ai-governance check --as-of 2027-12-02               as the law will read that day
  ai-governance check --format json                    the whole answer for programs
  ai-governance report --output report.html            a report to send around
  ai-governance compare --jurisdictions EU,US-CO,SG    what each place asks, side by side
  ai-governance explain eu-ai-act                      a law, a control, a tool, a rule, a field

Exit codes: 0 clean, 1 findings at the bar, 2 wrong usage or input that cannot be read.
It reads files and nothing else: no network, no code of yours is run. Advice, not legal advice.`;

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
    .action(async (path: string | undefined, options: CompareOptions) =>
      done(await compare(world, path, options)),
    );

  program
    .command('explain')
    .summary('print the page about a rule, a field, a value or an entry of the catalog')
    .argument('<id>', 'such as system/gaps, areas, eu-ai-act or bias-testing')
    .action(async (id: string) => done(await explain(world, id)));

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

function asOf(): Option {
  return new Option(
    '--as-of <date>',
    "read the law of that day, before the manifest's policy (YYYY-MM-DD)",
  ).argParser((text) => {
    if (!isDay(text))
      throw new InvalidArgumentError('It is no day of the calendar, written like 2026-11-23.');
    return text;
  });
}
