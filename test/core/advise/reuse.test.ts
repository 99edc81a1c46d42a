import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/advise/advisor';
import { analyzeFiles } from '../real-catalog';

/** Whatever is edited, what is reused from the analysis before must equal what a fresh analysis says. */

const base = `version: 1
organization: { size: small, seat: DE }
systems:
  - id: ranker
    roles: [deployer]
    areas: [employment.recruitment]
    markets: [DE, US-CO]
    influence: main-factor

  - id: agent
    # acts in the mail
    roles: [provider, deployer]
    markets: [SG, EU]
    autonomy: acts-in-limits
    tools:
      - { name: send-mail, access: send, approval: none, reversible: false }
  - id: coach
    areas: [biometric.emotion, employment.monitoring]
    markets: [FR]
policy: { failOn: warning }
ignore: [{ rule: system/gaps, path: systems.agent, reason: known }]
`;

const part =
  'version: 1\ndefaults: { markets: [DE] }\nsystems:\n  - id: scorer\n    areas: [credit.scoring]\n';

const snippets = [
  '\n',
  '  ',
  'x',
  '- ',
  ': ',
  '#',
  '"',
  '[',
  'unknown',
  'markets: [SG]\n',
  '  - id: new\n',
  '    stage: pilot\n',
  'é',
];

const edits = fc.array(
  fc.record({
    inPart: fc.boolean(),
    at: fc.nat({ max: 700 }),
    remove: fc.nat({ max: 12 }),
    insert: fc.constantFrom('', ...snippets),
  }),
  { minLength: 1, maxLength: 6 },
);

function whole(analysis: Analysis) {
  return { findings: analysis.findings, root: analysis.answer({ questions: false, portfolio: false }) };
}

describe('an analysis after an edit', () => {
  it('says exactly what a fresh one says, after any run of edits', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(edits, (list) => {
        const files = { 'ai-usage.yaml': base, 'teams/credit.ai-usage.yaml': part };
        let analysis = analyzeFiles(files);
        for (const { inPart, at, remove, insert } of list) {
          const path = inPart ? 'teams/credit.ai-usage.yaml' : 'ai-usage.yaml';
          const text = files[path];
          const start = at % (text.length + 1);
          files[path] = text.slice(0, start) + insert + text.slice(start + remove);
          analysis = analyzeFiles(files, { previous: analysis });
          const [reused, fresh] = [analysis, analyzeFiles(files)].map((one) => JSON.stringify(whole(one)));
          // Whole answers are long: they are held against each other as texts, and told apart only where they differ.
          if (reused !== fresh) expect(JSON.parse(reused ?? '')).toEqual(JSON.parse(fresh ?? ''));
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});
