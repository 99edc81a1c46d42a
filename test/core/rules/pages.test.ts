import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/rules/rules';
import { advisor, analyzeText } from '../real-catalog';

/** The pages' examples are the rules' tests: Avoid must fire, Prefer, as near as can be, must be silent. */

const folder = join(__dirname, '../../../src/rules');

function pageOf(id: string): string {
  return readFileSync(join(folder, ...id.split('/'), 'page.md'), 'utf8');
}

function examplesUnder(page: string, heading: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/```(?:yaml|json)\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
}

function firing(text: string, id: string): string[] {
  return analyzeText(text).findings.filter(({ rule }) => rule === id).map(({ message }) => message.text);
}

describe('the collection of rules', () => {
  it('is sorted by id, without doubles', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('has a folder for each rule and a rule for each folder', () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((family) => readdirSync(join(folder, family.name)).map((name) => `${family.name}/${name}`));
    expect(folders.sort()).toEqual(rules.map(({ id }) => id));
  });
});

describe.each(rules)('$id', (rule) => {
  const page = pageOf(rule.id);

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
