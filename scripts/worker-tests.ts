import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { chromium } from 'playwright-core';
import { builtCatalog } from './built-catalog';
import { findChromium } from './host/chromium';
import { root } from './paths';

/**
 * Runs every test of the core in a bare Web Worker of a real browser, with what differs by machine or moment taken
 * away: no `Intl`, no clock, no randomness, no network. What passes here runs in VS Code for the web.
 */

/** The test library that Node runs is no library for a Worker: the few words that the tests use are ours there. */
const inWorker: Plugin = {
  name: 'in-worker',
  setup(builder) {
    builder.onResolve({ filter: /^vitest$/ }, () => ({ path: join(root, 'test', 'worker', 'vitest.ts') }));
    // A file that exports nothing would count as CommonJS here, and could not wait for the catalog.
    builder.onLoad({ filter: /\.test\.tsx?$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\nexport {};\n`,
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }));
    // The catalog is read from files elsewhere; here it comes as the value that was read.
    builder.onResolve({ filter: /scripts\/built-catalog$/ }, () => ({ path: 'built', namespace: 'catalog' }));
    builder.onLoad({ filter: /.*/, namespace: 'catalog' }, async () => {
      const built = JSON.stringify(await builtCatalog());
      return {
        contents: `const built = ${built};\nexport const builtCatalog = async () => built;`,
        loader: 'js',
      };
    });
  },
};

async function bundleTests(): Promise<string> {
  const folder = join(root, 'test', 'core');
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .sort();
  const entry = [
    `import ${JSON.stringify(join(root, 'test', 'seed.ts'))};`,
    ...files.map((file) => `import ${JSON.stringify(join(folder, file))};`),
    `import { runAll } from ${JSON.stringify(join(root, 'test', 'worker', 'vitest.ts'))};`,
    'postMessage(await runAll());',
  ].join('\n');
  const result = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
    plugins: [inWorker],
  });
  return result.outputFiles[0]?.text ?? '';
}

interface Report {
  readonly passed: number;
  readonly failures: readonly { readonly name: string; readonly error: string }[];
}

/** Taken away before the first line of the core runs; the tests' own generator brings its seed. */
const bare = `{
  delete self.Intl; delete self.fetch; delete self.XMLHttpRequest; delete self.crypto; delete self.indexedDB;
  const refuse = (what) => () => { throw new Error('the core must not use ' + what); };
  const RealDate = Date;
  self.realNow = () => RealDate.now();
  self.Date = new Proxy(RealDate, {
    construct: (target, args) => args.length === 0 ? refuse('the clock')() : Reflect.construct(target, args),
    get: (target, key) => key === 'now' ? refuse('the clock') : Reflect.get(target, key),
  });
  String.prototype.localeCompare = refuse('localeCompare');
  Number.prototype.toLocaleString = refuse('toLocaleString');
}`;

async function main(): Promise<void> {
  const code = await bundleTests();
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.log(error.message));
    // A module Worker needs an origin: two made-up addresses, answered here.
    await page.route('http://core.test/**', (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: `${bare}\n${code}` })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto('http://core.test/');
    const report = await page.evaluate(
      () =>
        new Promise<Report>((resolve, reject) => {
          const worker = new Worker('/tests.js', { type: 'module' });
          worker.onmessage = ({ data }: MessageEvent<Report>) => resolve(data);
          worker.onerror = ({ message, lineno, colno }) =>
            reject(new Error(`${message} (${lineno}:${colno})`));
        }),
    );
    for (const { name, error } of report.failures) console.log(`✗ ${name}\n  ${error}`);
    process.exitCode = report.failures.length > 0 ? 1 : 0;
    console.log(`${report.passed} passed, ${report.failures.length} failed, 0 skipped`);
  } finally {
    await browser.close();
  }
}

void main();
