import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build, context } from 'esbuild';
import { writeCatalog } from './built-catalog';
import { root } from './paths';

/**
 * `npm run build`: the catalog and every bundle into dist/. `--watch` builds the bundles again on each change,
 * `--dev` leaves them readable.
 */

const dist = join(root, 'dist');

/** Packages with a UMD entry bundle badly; their ES modules do not. */
const shared: BuildOptions = {
  bundle: true,
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

function bundles(minify: boolean): BuildOptions[] {
  const node: BuildOptions = {
    ...shared,
    minify,
    sourcemap: !minify,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  };
  const browser: BuildOptions = {
    ...shared,
    minify,
    sourcemap: !minify,
    platform: 'browser',
    target: 'es2022',
  };
  return [
    {
      ...node,
      entryPoints: ['src/doors/cli/main.ts'],
      outfile: 'dist/cli.js',
      external: ['./server.js'],
      banner: { js: '#!/usr/bin/env node' },
    },
    { ...node, entryPoints: ['src/doors/server/node.ts'], outfile: 'dist/server.js' },
    // The language client is required only on first need: activation must not pay for it.
    {
      ...node,
      entryPoints: ['src/doors/extension/main.ts'],
      outfile: 'dist/extension.js',
      external: ['vscode', './client'],
      supported: { 'dynamic-import': false },
    },
    {
      ...node,
      entryPoints: ['src/doors/extension/client.ts'],
      outfile: 'dist/client.js',
      external: ['vscode', './report-panel'],
      supported: { 'dynamic-import': false },
    },
    {
      ...node,
      entryPoints: ['src/doors/extension/report-panel.ts'],
      outfile: 'dist/report-panel.js',
      external: ['vscode'],
    },
    {
      ...browser,
      entryPoints: ['src/doors/extension/browser.ts'],
      outfile: 'dist/extension-web.js',
      format: 'cjs',
      external: ['vscode'],
    },
    {
      ...browser,
      entryPoints: ['src/doors/server/worker.ts'],
      outfile: 'dist/server-worker.js',
      format: 'iife',
    },
    {
      ...browser,
      entryPoints: ['src/doors/webview/main.tsx'],
      outfile: 'dist/page/report.js',
      format: 'iife',
    },
  ];
}

async function main(flags: readonly string[]): Promise<void> {
  const watch = flags.includes('--watch');
  await rm(dist, { recursive: true, force: true });
  await mkdir(join(dist, 'page'), { recursive: true });
  await writeCatalog(dist);
  await copyFile(join(root, 'media', 'report.css'), join(dist, 'page', 'report.css'));
  const options = bundles(!watch && !flags.includes('--dev'));
  if (!watch) {
    await Promise.all(options.map((option) => build(option)));
    return;
  }
  for (const option of options) await (await context(option)).watch();
  console.log('Watching src/. Run this again after a change to the catalog or media. Ctrl-C ends it.');
}

void main(process.argv.slice(2));
