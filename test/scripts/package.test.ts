import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/paths';

it('the package holds what is needed to run and to read, and nothing else', () => {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed.trim().split(/\r?\n/).sort();
  expect(files).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/bodies.json',
    'dist/catalog.json',
    'dist/cli.js',
    'dist/client.js',
    'dist/extension-web.js',
    'dist/extension.js',
    'dist/page/report.css',
    'dist/page/report.js',
    'dist/places.txt',
    'dist/report-panel.js',
    'dist/server-worker.js',
    'dist/server.js',
    'l10n/bundle.l10n.json',
    'language-configuration-json.json',
    'language-configuration.json',
    'media/icon.png',
    'media/screenshot.png',
    'package.json',
    'package.nls.json',
    'schemas/ai-usage.schema.json',
    'schemas/answer.schema.json',
    'syntaxes/ai-usage-json.tmLanguage.json',
    'syntaxes/ai-usage.tmLanguage.json',
  ]);
});
