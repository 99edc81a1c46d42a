import { SourceMap, type SourceMapPayload } from 'node:module';
import { join, relative } from 'node:path';
import { root } from '../paths';

/**
 * An error's text with places in the bundle of the tests turned into places in their sources; frames of packages are
 * left out. `lineShift` is how many lines the host puts before the bundle when it loads it.
 */
export function originalStack(
  text: string,
  map: SourceMapPayload,
  folder: string,
  lineShift: number,
): string {
  const sources = new SourceMap(map);
  return text
    .split('\n')
    .flatMap((line) => {
      const [, what = '', at, column] =
        /^\s*at (?:(.*) \()?[^()\s]*index\.js(?:#vscode-extension)?:(\d+):(\d+)\)?$/.exec(line) ?? [];
      if (at === undefined || column === undefined) return /^\s*at /.test(line) ? [] : [line];
      const entry = sources.findEntry(Number(at) - 1 - lineShift, Number(column) - 1);
      if (!('originalSource' in entry) || entry.originalSource.includes('node_modules')) return [];
      const file = relative(root, join(folder, entry.originalSource));
      return [
        `    at ${what || 'top level'} (${file}:${entry.originalLine + 1}:${entry.originalColumn + 1})`,
      ];
    })
    .join('\n');
}
