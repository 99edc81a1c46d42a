import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulePagePath } from '../../scripts/rule-pages';
import { rules } from '../../src/rules/rules';

const folder = join(__dirname, '../../src/rules');

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

  it('has a page beside each rule', () => {
    expect(rules.filter(({ id }) => !existsSync(rulePagePath(id))).map(({ id }) => id)).toEqual([]);
  });
});
