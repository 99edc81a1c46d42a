import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The example of docs/own-catalog.md, as files by path: each block of code stands under its path. */
export function ownCatalogPage(): Readonly<Record<string, string>> {
  const page = readFileSync(join(__dirname, '..', 'docs', 'own-catalog.md'), 'utf8');
  const blocks = page.matchAll(/^`([^`\n]+)`:\n\n```\w+\n([\s\S]*?)```/gm);
  return Object.fromEntries([...blocks].map(([, path = '', text = '']) => [path, text]));
}
