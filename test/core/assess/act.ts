import { expect } from 'vitest';
import type { Duty, Regime } from '../../../src/answer/schema';
import { analyzeFiles } from '../real-catalog';

/** What the EU AI Act makes of one system that is given as plain values; the law is read on 2026-11-23 unless said. */
export function actOn(
  system: Readonly<Record<string, unknown>>,
  { organization, asOf = '2026-11-23' }: { organization?: object; asOf?: string } = {},
): Regime {
  const manifest = {
    version: 1,
    ...(organization ? { organization } : {}),
    systems: [{ id: 's', ...system }],
  };
  const analysis = analyzeFiles({ 'ai-usage.json': JSON.stringify(manifest) }, { asOf });
  const refused = analysis.findings.filter(({ rule }) =>
    ['manifest/wrong-value', 'manifest/unknown-key'].includes(rule),
  );
  expect(refused.map(({ message }) => message.text)).toEqual([]);
  const [answered] = analysis.answer({ questions: false, portfolio: false }).systems;
  const regime = answered?.regimes.find(({ id }) => id === 'eu-ai-act');
  if (!regime) throw new Error(`The act is not in the answer on ${asOf}.`);
  return regime;
}

/** A duty by the end of its id, such as `art-6-4`; undefined where it is not owed. */
export function duty(regime: Regime, name: string): Duty | undefined {
  return regime.duties.find(({ id }) => id === `eu-ai-act.${name}`);
}

/** Ids of the texts that say why. */
export function saidBy(found: Duty | undefined): readonly string[] {
  return found?.reasons.map(({ text }) => text.id) ?? [];
}

export const bases = (regime: Regime) => regime.classes.map(({ basis }) => basis);
