/** A rule that works, of which each text and the condition wait to be replaced: what it finds, nobody writes. */

/** `family/what-is-wrong`. */
export const ruleId = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** `what-is-wrong` as a name in code: `whatIsWrong`, with the family where the name is taken. */
export function ruleName(id: string, taken: ReadonlySet<string>): string {
  const [family = '', name = ''] = id.split('/');
  const short = camel(name);
  return taken.has(short) || reserved.has(short) ? camel(`${family}-${name}`) : short;
}

/** Words that are no names in TypeScript, or other names of the list of rules. */
const reserved = new Set([
  'new',
  'default',
  'delete',
  'in',
  'with',
  'void',
  'null',
  'true',
  'false',
  'rules',
]);

function camel(words: string): string {
  return words.replace(/-([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
}

/** Files of a rule by their names in its folder. */
export function ruleSkeleton(id: string, name: string): Readonly<Record<string, string>> {
  return { 'rule.ts': code(id, name), 'page.md': page(id) };
}

const title = (id: string): string => {
  const words = (id.split('/')[1] ?? '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const code = (id: string, name: string): string => `import { textOf } from '../../../assess/declarations';
import type { Rule } from '../../rule';

/** Why this is worth a finding, in a sentence. */
export const ${name}: Rule = {
  id: '${id}',
  title: '${title(id)}',
  severity: 'warning',
  messages: {
    wrong: 'The purpose is \`{purpose}\`. Say where, what is wrong, and what to do.',
  },
  *system({ facts }) {
    const fact = facts.get('system.purpose');
    const purpose = textOf(fact);
    const [spot] = fact.spots;
    if (purpose !== '${id}' || spot === undefined) return;
    yield { message: { id: 'wrong', params: { purpose } }, spot };
  },
};
`;

const page = (id: string): string => `# ${title(id)}

\`${id}\` · warning

What is wrong, in a sentence.

## Avoid

\`\`\`yaml
version: 1
systems:
  - id: example
    purpose: ${id}
\`\`\`

## Prefer

\`\`\`yaml
version: 1
systems:
  - id: example
    purpose: Answers questions about invoices
\`\`\`

## Why

What it costs to leave it so.
`;

/**
 * The list of rules with one more, its import and its line in the order of the ids. Undefined where the list cannot be
 * read.
 */
export function withRule(list: string, id: string, name: string): string | undefined {
  const imports = [...list.matchAll(/^import \{ (\w+) \} from '\.\/([\w-]+\/[\w-]+)\/rule';$/gm)];
  const after = imports.findLast((found) => (found[2] ?? '') < id);
  const [first] = imports;
  if (!first) return undefined;
  const line = `import { ${name} } from './${id}/rule';`;
  const imported = after
    ? list.replace(after[0], () => `${after[0]}\n${line}`)
    : list.replace(first[0], () => `${line}\n${first[0]}`);
  const member = (found: RegExpMatchArray): string => `\n  ${found[1]},`;
  const listed = after
    ? imported.replace(member(after), (whole) => `${whole}\n  ${name},`)
    : imported.replace(member(first), (whole) => `\n  ${name},${whole}`);
  return listed === imported ? undefined : listed;
}

/** The names that a list of rules has taken. */
export function namesIn(list: string): ReadonlySet<string> {
  return new Set([...list.matchAll(/^import \{ (\w+) \}/gm)].flatMap((found) => found[1] ?? []));
}
