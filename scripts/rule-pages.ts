import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rules } from '../src/rules/rules';
import { root } from './paths';

/** The page of a rule, beside the rule itself. */
export function rulePagePath(id: string): string {
  return join(root, 'src', 'rules', ...id.split('/'), 'page.md');
}

/** Every rule's page by the key under which it is explained: `rules/system/gaps`. */
export async function readRulePages(): Promise<Record<string, string>> {
  const pages = rules.map(
    async ({ id }) => [`rules/${id}`, await readFile(rulePagePath(id), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(pages));
}
