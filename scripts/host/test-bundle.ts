import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Launch } from '../../test/host/harness/launch';
import { root } from '../paths';

/**
 * Bundles the tests of a folder, in the order of their names, into one CommonJS file that exports `run()`, as VS Code
 * wants it. The file asks nothing of Node, so that the web host takes it too. It knows of `launch`, how VS Code is
 * launched this time.
 */
export async function bundleHostTests(suite: string, launch: Launch, outfile: string): Promise<void> {
  const names = (await readdir(suite)).filter((name) => name.endsWith('.ts')).sort();
  const harness = join(root, 'test', 'host', 'harness', 'run.ts');
  // The harness first: it puts `describe` and `it` where the tests expect them.
  const lines = [
    `export { runTests as run } from ${JSON.stringify(harness)};`,
    ...names.map((name) => `import ${JSON.stringify(join(suite, name))};`),
  ];
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: root, sourcefile: 'host-tests.ts', loader: 'ts' },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    plugins: [mochaAsGlobal],
    define: { HOST_TEST_LAUNCH: JSON.stringify(launch) },
    sourcemap: true,
    logLevel: 'warning',
  });
}

/**
 * Mocha's browser build, in a package of ES modules, still exports to `module.exports` where there is one: in the bundle
 * that would be the bundle's own, in place of `run`. Without one it sets globals, which is what the harness wants.
 */
const mochaAsGlobal: Plugin = {
  name: 'mocha-as-global',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `const module = undefined, exports = undefined, define = undefined;\n${await readFile(path, 'utf8')}`,
    }));
  },
};
