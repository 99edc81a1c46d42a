import { describe, expect, it } from 'vitest';
import { withFiles } from './small-catalog';
import { answerUnder, packOf } from './small-packs';

/** A duty that surely binds wants some control, even where the manifest leaves open whether the control makes sense. */

// Says neither `autonomy`, which the control asks about, nor anything that would give it.
const silent = `version: 1
organization: { size: large, seat: DE }
systems:
  - id: payer
    roles: [deployer]
    markets: [DE]
    tools:
      - { name: pay, access: pay, reversible: false, approval: none }
`;

const fitting = `---
title: Ledger of payments
statement: Write each payment into a ledger that nobody can change.
kind: process
stages: [operate]
primaryFor: { duties: [moon-act.art-1] }
evidence: { globs: [ledger*] }
effort: 1
sources: [{ title: Our own, read: 2026-11-23, kind: primary }]
confidence: medium
---

${'Write it down. '.repeat(40)}
`;

function askedUnder(files: Parameters<typeof withFiles>[0], text: string): string[] {
  const [system] = answerUnder(packOf(withFiles(files)), text).systems;
  return (system?.controls ?? []).filter(({ asked }) => asked).map(({ id }) => id);
}

describe('a duty that surely binds', () => {
  it('asks for its control though it is open whether that makes sense', () => {
    expect(askedUnder({}, silent)).toEqual(['gate']);
  });

  it('asks only for the control that surely makes sense, where there is one', () => {
    expect(askedUnder({ 'controls/ledger.md': fitting }, silent)).toEqual(['ledger']);
  });

  it('asks for none that makes no sense', () => {
    expect(askedUnder({}, silent.replace('    markets', '    autonomy: recommends\n    markets'))).toEqual(
      [],
    );
  });
});
