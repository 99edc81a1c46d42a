import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/rules/rules';
import { advisor, analyzeFiles, bodies } from '../real-catalog';

/** The pages' examples are the rules' tests: Avoid must fire, Prefer, as near as can be, must be silent. */

type Example = Readonly<Record<string, string>>;

/** The manifests under a heading, each with the files beside it: blocks that begin with `# file: NAME`, or as text with the same as a comment of Markdown. */
function examplesUnder(page: string, heading: string): Example[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const blocks = [...section.matchAll(/```(?:yaml|json|text)\n([\s\S]*?)```/g)].map(
    (match) => match[1] ?? '',
  );
  const nameOf = (block: string) => /^(?:#|<!--) file: (\S+)(?: -->)?\n/.exec(block)?.[1];
  const beside = blocks.flatMap((block) => {
    const name = nameOf(block);
    // A front matter begins its file.
    return name === undefined ? [] : [[name, block.replace(/^<!-- file: .*\n/, '')] as const];
  });
  return blocks
    .filter((block) => nameOf(block) === undefined)
    .map((block) => ({ ...Object.fromEntries(beside), 'ai-usage.yaml': block }));
}

function firing(example: Example, id: string): string[] {
  return analyzeFiles(example)
    .findings.filter(({ rule }) => rule === id)
    .map(({ message }) => message.text);
}

describe.each(rules)('$id', (rule) => {
  const page = bodies[`rules/${rule.id}`] ?? '';

  it('has a page with its title, its id and severity, and the usual sections', () => {
    expect(page.startsWith(`# ${rule.title}\n\n\`${rule.id}\` · ${rule.severity}`)).toBe(true);
    const headings = [...page.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(['Avoid', 'Prefer', 'Why']);
  });

  it.each(examplesUnder(page, 'Avoid'))('fires on what its page says to avoid', (example) => {
    expect(firing(example, rule.id)).not.toEqual([]);
  });

  it.each(examplesUnder(page, 'Prefer'))('is silent on what its page prefers', (example) => {
    expect(firing(example, rule.id)).toEqual([]);
  });

  it('leaves no parameter of its messages empty', () => {
    for (const example of examplesUnder(page, 'Avoid')) {
      for (const message of firing(example, rule.id)) expect(message).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  it('is explained by its page', () => {
    expect(advisor.explain(rule.id)).toHaveProperty('markdown');
  });
});
