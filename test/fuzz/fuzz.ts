import { builtCatalog } from '../../scripts/built-catalog';
import { createAdvisor } from '../../src/advise/create';
import { checkAdvice } from './advice';
import { textCase } from './text';

/**
 * `npm run fuzz [-- cases [first seed]]`: bad input by seed, through everything that is done with a manifest. A million
 * cases unless another number is given; stops at the first that fails, and says its seed.
 */
async function main([cases = '1000000', first = '1000000']: readonly string[]): Promise<void> {
  const { pack, bodies } = await builtCatalog();
  const advisor = createAdvisor(pack, bodies);
  const end = Number(first) + Number(cases);
  const slowest = { seed: 0, ms: 0 };
  for (let seed = Number(first); seed < end; seed++) {
    const started = performance.now();
    try {
      checkAdvice(advisor, textCase(seed));
    } catch (error) {
      console.error(`Seed ${seed}: ${String(error)}`);
      process.exitCode = 1;
      return;
    }
    const ms = performance.now() - started;
    if (ms > slowest.ms) Object.assign(slowest, { seed, ms });
    if (seed % 10_000 === 9_999) {
      console.log(
        `${seed + 1 - Number(first)} cases; the slowest took ${slowest.ms.toFixed(0)} ms (seed ${slowest.seed})`,
      );
    }
  }
  console.log(
    `${cases} cases without an exception; the slowest took ${slowest.ms.toFixed(0)} ms (seed ${slowest.seed})`,
  );
}

void main(process.argv.slice(2));
