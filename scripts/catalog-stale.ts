import { parseArgs } from 'node:util';
import { Reviews } from '../src/catalog/review';
import { isDay } from '../src/doors/cli/day';
import { today } from '../src/host/node/clock';
import { builtCatalog } from './built-catalog';

/**
 * `npm run catalog:stale -- [--as-of YYYY-MM-DD] [--fail]`: the entries of `catalog/` whose review day has come, what
 * was never read first, then the longest overdue. It ends with 0, since it is a list; with `--fail`, with 1 where
 * something is overdue; with 2 on wrong usage.
 */
const usage = 'Usage: npm run catalog:stale -- [--as-of YYYY-MM-DD] [--fail]';

async function main(args: string[]): Promise<void> {
  const asked = read(args);
  if ('problem' in asked) {
    console.error(`${asked.problem}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { pack, problems } = await builtCatalog();
  if (problems.some(({ severity }) => severity === 'error'))
    console.error('The catalog has errors, so entries may be missing here: see npm run catalog -- --check.');
  const reviews = new Reviews(pack);
  const overdue = reviews.allOverdue(asked.day);
  for (const { kind, id, lastRead, months, due } of overdue) {
    const read = lastRead === null ? 'never read' : `last read ${lastRead}`;
    const since = due === null ? 'overdue from the start' : `overdue since ${due}`;
    console.log(`${kind}/${id}: ${read}, every ${months} ${months === 1 ? 'month' : 'months'}, ${since}`);
  }
  console.log(`${overdue.length} of ${reviews.count} entries overdue on ${asked.day}`);
  if (asked.fail && overdue.length > 0) process.exitCode = 1;
}

function read(
  args: string[],
): { readonly day: string; readonly fail: boolean } | { readonly problem: string } {
  try {
    const { values } = parseArgs({
      args,
      options: { 'as-of': { type: 'string' }, fail: { type: 'boolean', default: false } },
    });
    const day = values['as-of'] ?? today();
    if (isDay(day)) return { day, fail: values.fail };
    return {
      problem: `--as-of is ${JSON.stringify(day)}, which is no day of the calendar, written like 2026-11-23.`,
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

void main(process.argv.slice(2));
