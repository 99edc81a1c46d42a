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

it('a manifest that leaves everything out but a purpose has no finding', () => {
  const text = 'version: 1\nsystems:\n  - id: a\n    purpose: Answers questions about our product.\n';
  expect(analyzeText(text).findings.map(({ rule }) => rule)).toEqual([]);
});
