import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toValue } from '../../src/text/tree';
import { readYaml } from '../../src/text/yaml-tree';
import { analyzeFiles } from '../core/real-catalog';

/** Hard cases of the EU AI Act. The expected answers were written from the text of the act before the program ran. */

interface Case {
  readonly name: string;
  readonly organization?: object;
  readonly system: object;
  readonly asOf?: string;
  readonly applies?: string;
  readonly expect?: readonly {
    readonly class: string;
    readonly basis: string;
    readonly verdict: string;
    readonly since?: string | null;
    readonly claims?: Readonly<Record<string, string>>;
    readonly open?: readonly string[];
  }[];
  readonly absent?: readonly string[];
  readonly duties?: Readonly<Record<string, { readonly applies: string; readonly due?: string | null }>>;
  readonly notOwed?: readonly string[];
  readonly because: string;
}

const { tree } = readYaml(readFileSync(join(__dirname, 'eu-ai-act.cases.yaml'), 'utf8'));
const { cases } = (tree ? toValue(tree) : { cases: [] }) as { cases: readonly Case[] };

function regimeOf({ organization, system, asOf = '2026-11-23' }: Case) {
  const manifest = {
    version: 1,
    ...(organization ? { organization } : {}),
    systems: [{ ...system, id: 'case' }],
  };
  const analysis = analyzeFiles({ 'ai-usage.json': JSON.stringify(manifest) }, { asOf });
  const refused = analysis.findings.filter(
    ({ rule }) => rule === 'manifest/wrong-value' || rule === 'manifest/unknown-key',
  );
  const [answered] = analysis.answer({ questions: false, portfolio: false }).systems;
  const regime = answered?.regimes.find(({ id }) => id === 'eu-ai-act');
  if (!regime) throw new Error('The act is not in the answer.');
  return { regime, refused };
}

describe('the EU AI Act', () => {
  it('has its table of cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases)('$name', (row) => {
    const { regime, refused } = regimeOf(row);
    expect(refused).toEqual([]);
    if (row.applies) expect(regime.applies, row.because).toBe(row.applies);
    for (const wanted of row.expect ?? []) {
      const found = regime.classes.find(
        (one) => one.basis === wanted.basis && one.id === `eu-ai-act.${wanted.class}`,
      );
      expect(found?.verdict, `${wanted.basis}: ${row.because}`).toBe(wanted.verdict);
      if (wanted.since !== undefined) expect(found?.since, row.because).toBe(wanted.since);
      for (const [id, state] of Object.entries(wanted.claims ?? {})) {
        expect(found?.claims.find((claim) => claim.id === id)?.state, row.because).toBe(state);
      }
      for (const id of wanted.open ?? []) expect(found?.openExceptions, row.because).toContain(id);
    }
    const bases = regime.classes.map(({ basis }) => basis);
    for (const basis of row.absent ?? []) expect(bases, row.because).not.toContain(basis);
    for (const [id, wanted] of Object.entries(row.duties ?? {})) {
      const duty = regime.duties.find((one) => one.id === id);
      expect(duty?.applies, `${id}: ${row.because}`).toBe(wanted.applies);
      if (wanted.due !== undefined) expect(duty?.due, `${id}: ${row.because}`).toBe(wanted.due);
    }
    const owed = regime.duties.filter(({ applies }) => applies !== 'no').map(({ id }) => id);
    for (const id of row.notOwed ?? []) expect(owed, row.because).not.toContain(id);
  });
});
