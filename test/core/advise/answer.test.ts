import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../../src/answer/schema';
import { anyOrganization, anySystem } from '../any-system';
import { analyzeFiles } from '../real-catalog';

const everything = { questions: true, portfolio: true };

const manifests = fc
  .record({ organization: anyOrganization, systems: fc.array(anySystem, { maxLength: 3 }) })
  .map(({ organization, systems }) =>
    JSON.stringify({
      version: 1,
      organization,
      preferences: { budget: 'free', dataMayLeave: false },
      systems: systems.map((system, index) => ({ ...system, id: `s${index}` })),
    }),
  );

describe('the answer', () => {
  it('fits its schema, whatever the manifest says', () => {
    fc.assert(
      fc.property(manifests, (text) => {
        const root = analyzeFiles({ 'ai-usage.json': text }).answer(everything);
        const parsed = answerSchema.safeParse({ schemaVersion: 1, roots: [root] });
        expect(parsed.error?.issues ?? []).toEqual([]);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('is the same byte for byte each time', () => {
    fc.assert(
      fc.property(manifests, (text) => {
        const once = () => JSON.stringify(analyzeFiles({ 'ai-usage.json': text }).answer(everything));
        expect(once()).toBe(once());
      }),
      { seed: 12, numRuns: 25 },
    );
  });

  it('asks for nothing on the way to findings', () => {
    const root = analyzeFiles({ 'ai-usage.yaml': 'version: 1\nsystems:\n  - id: a\n' }).answer({
      questions: false,
      portfolio: false,
    });
    expect(root.questions).toBeNull();
    expect(root.portfolio).toBeNull();
    expect(root.systems[0]?.questions).toBeNull();
  });

  it('gives every place a file of the manifest', () => {
    const text =
      'version: 1\ndefaults: { markets: [DE] }\nsystems:\n  - id: a\n    roles: [deployer]\n    areas: [employment.recruitment]\n';
    const root = analyzeFiles({ 'ai-usage.yaml': text }).answer(everything);
    const files = [...JSON.stringify(root).matchAll(/"file":"([^"]*)"/g)].map((match) => match[1]);
    expect(files.length).toBeGreaterThan(10);
    expect(new Set(files)).toEqual(new Set(['ai-usage.yaml']));
  });

  it('counts the lines of a later system from the top of the file', () => {
    const text =
      'version: 1\nsystems:\n  - id: a\n  - id: b\n    areas: [employment.recruitment]\n    markets: [DE]\n';
    const [, second] = analyzeFiles({ 'ai-usage.yaml': text }).answer(everything).systems;
    const act = second?.regimes.find(({ id }) => id === 'eu-ai-act');
    const place = act?.classes.find(({ basis }) => basis === 'Annex III 4(a)')?.reasons[0]?.places[0];
    expect(place).toMatchObject({ path: 'systems.b.areas[0]', range: { start: { line: 4, character: 12 } } });
  });
});
