import { createAdvisor } from '../../../advise/create';
import { joined } from '../../../answer/format';
import { type ExitCode, UsageError, type World } from '../world';

/** Prints the page about a rule, an entry of the catalog, a field or a value, in Markdown. */
export async function explain(world: World, id: string): Promise<ExitCode> {
  const { pack, bodies } = await world.readPack();
  const explained = createAdvisor(pack, bodies).explain(id);
  if ('markdown' in explained) {
    world.out(`${explained.markdown.trimEnd()}\n`);
    return 0;
  }
  const nearest =
    explained.nearest.length > 0 ? ` Did you mean ${joined([...explained.nearest], 'or')}?` : '';
  throw new UsageError(
    `Nothing is called ${JSON.stringify(id)}: no rule, field, value or entry of the catalog.${nearest}`,
  );
}
