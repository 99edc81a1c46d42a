import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/answer/schema';
import { fileFacts } from '../../src/host/file-facts';
import { nodeFiles } from '../../src/host/node/files';
import { analyzeFiles, analyzeText } from '../core/real-catalog';

/** Noise is the enemy: real manifests, of which each finding must be worth a line. */

const folder = join(__dirname, '../projects');
const projects = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

async function findingsOf(project: string): Promise<{ text: string; findings: readonly Finding[] }> {
  const files = nodeFiles(join(folder, project));
  const { paths } = await files.list();
  const text = readFileSync(join(folder, project, 'ai-usage.yaml'), 'utf8');
  const repository = fileFacts(paths, (path) => files.isEmpty(path));
  return { text, findings: analyzeFiles({ 'ai-usage.yaml': text }, { repository }).findings };
}

function marked(text: string, { place: { range } }: Finding): string {
  const lines = text.split('\n').slice(range.start.line, range.end.line + 1);
  return lines.join('\n').slice(range.start.character);
}

describe.each(projects)('%s', (project) => {
  it('has at most one finding about gaps and seven findings for each system', async () => {
    const { findings } = await findingsOf(project);
    const idOf = ({ place }: Finding) => place.path.split('.')[1] ?? '';
    const ids = new Set(findings.map(idOf));
    for (const id of ids) {
      const own = findings.filter((finding) => idOf(finding) === id);
      expect(own.length, `${id}: ${own.map(({ rule }) => rule).join(', ')}`).toBeLessThanOrEqual(7);
      expect(own.filter(({ rule }) => rule === 'system/gaps').length).toBeLessThanOrEqual(1);
    }
  });

  it('has every other finding at something that is written there, none at what is left out', async () => {
    const { text, findings } = await findingsOf(project);
    for (const finding of findings.filter(({ rule }) => rule !== 'system/gaps')) {
      const { rule, place } = finding;
      expect(marked(text, finding).trim(), rule).not.toBe('');
      // A path below its system or a key of the head: what is wrong has a name of its own.
      expect(place.path, rule).toMatch(/^(systems\.[^.]+\.|organization|preferences|policy|defaults|ignore)/);
    }
  });
});

const open = new Set(['missing', 'partial', 'declared']);

it.each(projects)('%s: a finding about gaps counts exactly the gaps that the answer has', (project) => {
  const text = readFileSync(join(folder, project, 'ai-usage.yaml'), 'utf8');
  const analysis = analyzeText(text);
  const counted = new Map(
    analysis.findings
      .filter(({ rule }) => rule === 'system/gaps')
      .map(({ place, message }) => [place.path.split('.')[1], message.params['count']]),
  );
  const wanted = new Map(
    analysis
      .answer({ questions: false, portfolio: false })
      .systems.map(({ id, controls }) => {
        const gaps = controls.filter(({ asked, state }) => asked && open.has(state));
        return [id, gaps.length] as const;
      })
      .filter(([, count]) => count > 0),
  );
  expect(counted).toEqual(wanted);
});

it('a manifest that leaves everything out but a purpose has no finding', () => {
  const text = 'version: 1\nsystems:\n  - id: a\n    purpose: Answers questions about our product.\n';
  expect(analyzeText(text).findings.map(({ rule }) => rule)).toEqual([]);
});

/** What is asked of the ranker of applicants, with another appetite for risk. */
function askedOfRanker(appetite?: string): readonly string[] {
  const text = readFileSync(join(folder, 'cv-ranker', 'ai-usage.yaml'), 'utf8');
  const said = appetite ? text.replace('preferences:', `preferences:\n  riskAppetite: ${appetite}`) : text;
  const [ranker] = analyzeText(said, { asOf: '2026-11-24' }).answer({
    questions: false,
    portfolio: false,
  }).systems;
  return (ranker?.controls ?? []).filter(({ asked }) => asked).map(({ id }) => id);
}

describe('the appetite for risk of a real manifest', () => {
  it('is balanced where it is not said', () => {
    expect(askedOfRanker('balanced')).toEqual(askedOfRanker());
  });

  it('if cautious asks for what answers a risk of 3: tests of opinions and of invented facts, a named vendor check', () => {
    const cautious = askedOfRanker('cautious');
    expect(cautious).toEqual(expect.arrayContaining([...askedOfRanker()]));
    // hidden-opinion-bias, hallucination, vendor-opacity and sensitive-data-leak are 3 there (its expected.yaml).
    for (const control of [
      'opinion-bias-tests',
      'hallucination-tests',
      'vendor-due-diligence',
      'pii-filter',
    ]) {
      expect(askedOfRanker()).not.toContain(control);
      expect(cautious).toContain(control);
    }
  });

  it('if bold gives up what answers a risk of 4 alone, never what the law asks', () => {
    const bold = askedOfRanker('bold');
    expect(askedOfRanker()).toEqual(expect.arrayContaining([...bold]));
    // Injected orders are 4 there; discrimination is 5, and Art. 86 asks for reasons whatever the appetite.
    expect(askedOfRanker()).toContain('input-guardrail');
    expect(bold).not.toContain('input-guardrail');
    for (const control of ['bias-testing', 'individual-explanation', 'ai-literacy', 'human-review'])
      expect(bold).toContain(control);
  });
});

it('a manifest of a purpose alone is asked for no control, however cautious its owner', () => {
  const text =
    'version: 1\npreferences: { riskAppetite: cautious }\nsystems:\n  - id: a\n    purpose: Answers questions about our product.\n';
  const [system] = analyzeText(text).answer({ questions: false, portfolio: false }).systems;
  expect(system?.controls.filter(({ asked }) => asked)).toEqual([]);
});
