import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { idSchema } from '../src/catalog/schema/facts';
import { buildFiles, readFiles } from './built-catalog';
import { type EntryKind, entrySkeleton, folders } from './entry-skeletons';
import { root } from './paths';
import { namesIn, ruleId, ruleName, ruleSkeleton, withRule } from './rule-skeleton';

/**
 * `npm run new -- <tool|control|risk|regime|rule> ID`: writes the files of a new entry or rule, and says what a person
 * must fill in. It never overwrites. It ends with 2 on wrong usage, and then nothing is written.
 */
const usage = `Usage: npm run new -- <tool|control|risk|regime> ID
       npm run new -- rule FAMILY/WHAT-IS-WRONG`;

/** Something that the caller can put right. */
class Refused extends Error {}

async function main(args: string[]): Promise<void> {
  const { kind, id, into } = read(args);
  if (kind === 'rule') await newRule(into, id);
  else if (isEntryKind(kind)) await newEntry(into, kind, id);
  else throw new Refused(`There is no kind ${JSON.stringify(kind)}.\n${usage}`);
}

/** `--into` names another folder with a catalog and rules than this repository; tests write there. */
function read(args: string[]): { readonly kind: string; readonly id: string; readonly into: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { into: { type: 'string', default: root } },
      allowPositionals: true,
    });
    const [kind, id, ...rest] = positionals;
    if (kind === undefined || id === undefined || rest.length > 0)
      throw new Error('Name one kind and one id.');
    return { kind, id, into: values.into };
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(folders, kind);
}

async function newEntry(into: string, kind: EntryKind, id: string): Promise<void> {
  if (!idSchema.safeParse(id).success)
    throw new Refused(`${JSON.stringify(id)} is no id. An id is kebab-case, such as bias-testing.`);
  const name = `${folders[kind]}/${id}.md`;
  const path = join(into, 'catalog', name);
  if (existsSync(path) || existsSync(path.slice(0, -'.md'.length)))
    throw new Refused(`There is a ${kind} ${id} already. Change it, or choose another id.`);
  const text = entrySkeleton(kind, id);
  await write(path, text);
  const { problems } = buildFiles(await readFiles(join(into, 'catalog')));
  const open = problems.filter(({ file, severity }) => file === name && severity === 'error');
  console.log(`Wrote catalog/${name}. Still to be filled in (npm run catalog names what is left):`);
  for (const line of new Set(open.map((problem) => problem.line)))
    console.log(`  ${String(line + 1).padStart(3)}  ${text.split('\n')[line]?.trim()}`);
  console.log(next[kind](id));
}

const facts = 'Then read a source and say so: its url, the day in read, its kind, and a better confidence.';

const next: Readonly<Record<EntryKind, (id: string) => string>> = {
  tool: () => `${facts} Capabilities that it documents become basis: documented, with where.`,
  control: () =>
    `${facts} A process needs a body of 100 to 300 words below the front matter: steps that one can follow.`,
  risk: (id) =>
    `${facts} Let a control name ${id} in mitigates with strength: primary, and write cases into test/catalog/risks.cases.yaml.`,
  regime: (id) =>
    `${facts} Write expected answers from the law into test/catalog/${id}.cases.yaml first; its neighbors show the form.`,
};

async function newRule(into: string, id: string): Promise<void> {
  if (!ruleId.test(id))
    throw new Refused(
      `${JSON.stringify(id)} is no id of a rule. It is family/what-is-wrong, such as agent/no-owner.`,
    );
  const folder = join(into, 'src', 'rules', ...id.split('/'));
  const listPath = join(into, 'src', 'rules', 'rules.ts');
  if (existsSync(folder))
    throw new Refused(`There is a rule ${id} already. Change it, or choose another id.`);
  const list = await readFile(listPath, 'utf8');
  const name = ruleName(id, namesIn(list));
  const listed = withRule(list, id, name);
  if (listed === undefined) throw new Refused('Cannot find the place of the rule in src/rules/rules.ts.');
  for (const [file, text] of Object.entries(ruleSkeleton(id, name))) await write(join(folder, file), text);
  await writeFile(listPath, listed);
  console.log(`Wrote src/rules/${id}/rule.ts and page.md, and its line in src/rules/rules.ts.
Write what it finds: first Avoid and Prefer in page.md, which are its tests, then rule.ts. Then run
  npx vitest run --project node test/core/rules test/architecture`);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof Refused ? 2 : 1;
});
