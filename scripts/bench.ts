import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildPage, launchBrowser } from '../test/page/browser';
import { firstPaint } from '../test/page/first-paint';
import { root } from './paths';

/** `npm run bench`: measures what is built, as it is shipped: bundled, since a loader's wrappers cost time of their own. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ai-governance-bench-'));
  const outfile = join(folder, 'bench.cjs');
  try {
    await build({
      entryPoints: [join(root, 'test', 'bench', 'bench.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'error',
      // It reads a file beside itself.
      external: ['highs'],
      // Where the catalog is found from.
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'scripts', 'paths.ts')).href) },
    });
    const env = { ...process.env, NODE_PATH: join(root, 'node_modules') };
    const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit', env });
    if (status !== 0) throw new Error('The benchmark did not end well.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const browser = await launchBrowser();
  try {
    const paint = await firstPaint(browser, await buildPage());
    console.log(
      `${'first paint of a report on 50 systems (goal ≤ 200 ms)'.padEnd(62)} ${paint.toFixed(1).padStart(8)} ms`,
    );
  } finally {
    await browser.close();
  }
}

void main();
