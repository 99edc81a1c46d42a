import { familiesOf, type ListWish, listCatalog } from '../../../advise/catalog-list';
import { searchCatalog } from '../../../advise/catalog-search';
import { statsOf } from '../../../advise/catalog-stats';
import { nearestOf } from '../../../advise/nearest-of';
import { misnamed } from '../../../advise/place-names';
import { joined } from '../../../answer/format';
import type { Pack } from '../../../catalog/pack';
import {
  renderCatalogList,
  renderCatalogSearch,
  renderCatalogStats,
} from '../../../render/text/catalog-browse';
import { catalogAround } from '../catalog-around';
import { paint } from '../paint';
import { type ExitCode, UsageError, type World } from '../world';

export interface BrowseOptions {
  readonly format: 'text' | 'json';
  readonly catalog?: string;
}

export interface ListOptions extends BrowseOptions {
  readonly jurisdiction?: string;
  readonly family?: string;
}

/** Lists the entries of a catalog by kind. */
export async function catalogList(
  world: World,
  kind: ListWish['kind'],
  options: ListOptions,
): Promise<ExitCode> {
  const { pack } = await catalogAround(world, options.catalog);
  const { jurisdiction, family } = options;
  if (jurisdiction !== undefined) requirePlace(pack, jurisdiction);
  if (family !== undefined) requireFamily(pack, family);
  const list = listCatalog(pack, {
    ...(kind === undefined ? {} : { kind }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(family === undefined ? {} : { family }),
  });
  return tell(world, options, list, renderCatalogList);
}

/** Finds entries and duties by words. Nothing found is an answer, and no failure. */
export async function catalogSearch(
  world: World,
  words: readonly string[],
  options: BrowseOptions,
): Promise<ExitCode> {
  const { pack } = await catalogAround(world, options.catalog);
  return tell(world, options, searchCatalog(pack, words.join(' ')), renderCatalogSearch);
}

/** Tells in numbers what a catalog holds. */
export async function catalogStats(world: World, options: BrowseOptions): Promise<ExitCode> {
  const { pack } = await catalogAround(world, options.catalog);
  return tell(world, options, statsOf(pack), renderCatalogStats);
}

function tell<Value>(
  world: World,
  { format }: BrowseOptions,
  value: Value,
  render: (value: Value, options: Parameters<typeof renderCatalogStats>[1]) => string,
): ExitCode {
  const color = world.colors ? paint : (_role: unknown, text: string) => text;
  const text =
    format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : render(value, { width: world.width, color });
  world.out(text);
  return 0;
}

function requirePlace({ places }: Pack, id: string): void {
  const wrong = misnamed(places, id);
  if (!wrong) return;
  const meant = wrong.meant ? ` Did you mean ${wrong.meant.id} (${wrong.meant.name})?` : '';
  throw new UsageError(`There is no place ${id}.${meant} Places are codes such as DE, US-CO, EU or INT.`);
}

function requireFamily(pack: Pack, family: string): void {
  const families = familiesOf(pack);
  if (families.includes(family)) return;
  const near = nearestOf(family, families);
  const advice = near.length > 0 ? `Did you mean ${joined([...near], 'or')}?` : '';
  throw new UsageError(`There is no family ${family}. ${advice} There are: ${families.join(', ')}.`);
}
