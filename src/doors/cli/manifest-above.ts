import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const names = ['ai-usage.yaml', 'ai-usage.yml', 'ai-usage.json'];

/** The manifest in a folder, or in the nearest folder above that has one. */
export function manifestAbove(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}
