import { Argument, type Command, Option } from 'commander';
import { type BrowsedKind, browsedKinds } from '../../answer/catalog-browse';
import { catalog } from './shared-options';
import {
  type BrowseOptions,
  catalogList,
  catalogSearch,
  catalogStats,
  type ListOptions,
} from './verbs/catalog-browse';
import { catalogShow } from './verbs/catalog-show';
import type { ExitCode, World } from './world';

/** What looks into one catalog, below `catalog`. */
export function addBrowseVerbs(group: Command, world: World, done: (code: ExitCode) => void): void {
  group
    .command('list')
    .summary('list the entries of the catalog')
    .description('List the entries of the catalog, with the overlays of the manifest around.')
    .addArgument(new Argument('[kind]', 'one kind; all when not said').choices(browsedKinds))
    .option('--jurisdiction <place>', 'the law of a place and of the places in it, such as US', (place) =>
      place.trim().toUpperCase(),
    )
    .option('--family <family>', 'one family of risks or capabilities, kind of controls, category of tools')
    .addOption(format())
    .addOption(catalog())
    .action(async (kind: BrowsedKind | undefined, options: ListOptions) =>
      done(await catalogList(world, kind, options)),
    );

  group
    .command('show')
    .summary('show an entry of the catalog with all that it says and its sources')
    .argument('<id>', 'such as litellm-proxy, or with its kind where two have it: controls/audit-log')
    .addOption(format())
    .addOption(catalog())
    .action(async (id: string, options: BrowseOptions) => done(await catalogShow(world, id, options)));

  group
    .command('search')
    .summary('find entries and duties by words, also mistyped ones')
    .argument('<words...>', 'such as prompt injection')
    .addOption(format())
    .addOption(catalog())
    .action(async (words: string[], options: BrowseOptions) =>
      done(await catalogSearch(world, words, options)),
    );

  group
    .command('stats')
    .summary('tell in numbers what the catalog holds, and how well it is sourced')
    .addOption(format())
    .addOption(catalog())
    .action(async (options: BrowseOptions) => done(await catalogStats(world, options)));
}

function format(): Option {
  return new Option('--format <format>', 'text to read, or JSON for programs')
    .choices(['text', 'json'])
    .default('text');
}
