import type { Advisor, Analysis, AnalyzeInput, Edit } from '../../src/advise/advisor';
import type { Finding, Range, Root, System } from '../../src/answer/schema';

const fakeCatalog: Pick<Advisor, 'pack' | 'bodies'> = {
  pack: {
    schemaVersion: 1,
    version: '2026.11',
    knownUntil: '2026-11-01',
    hash: '0',
    regimes: [],
    conflicts: [],
    comparisons: [],
    frameworks: [],
    background: [],
    risks: [],
    controls: [],
    templates: [],
    capabilities: [],
    tools: [],
    vocabularies: [],
    places: [],
  },
  bodies: { 'tools/fake': 'Install it.', 'risks/fake': 'It is grave.' },
};

/**
 * A stand-in for the core that the server's own tests can steer by the text alone: `BAD` is an error with a safe fix,
 * `evidence: PATH` that matches no file (or only empty ones) a warning, `- id: X` a system, and `BOOM` an exception.
 */
export function fakeAdvisor(onAnalyze: (input: AnalyzeInput) => void = () => undefined): Advisor {
  return {
    ...fakeCatalog,
    overlayFolders: () => [],
    analyze(input) {
      onAnalyze(input);
      return analysisOf(input);
    },
    complete: (source, position) => [
      {
        label: 'influence',
        kind: 'key',
        detail: source.path,
        documentation: 'How much it *weighs*.',
        insertText: 'influence: ${1|none,informs|}$0',
        snippet: true,
        range: { start: { line: position.line, character: 0 }, end: position },
        sortText: '1',
      },
    ],
    hover: (analysis, file, position) => ({
      markdown: `**${file}** as of ${analysis.asOf}`,
      range: { start: position, end: position },
    }),
    explain: (id) => (id === 'fake/bad' ? { markdown: '# Bad' } : { nearest: ['fake/bad'] }),
  };
}

function analysisOf(input: AnalyzeInput): Analysis {
  const asOf = input.asOf ?? input.today;
  const findings: Finding[] = [];
  const systems: System[] = [];
  for (const file of [input.files.root, ...input.files.parts]) {
    const lines = (input.texts.get(file) ?? '').split(/\r?\n/);
    for (const [line, text] of lines.entries()) {
      if (text.includes('BOOM')) throw new Error('boom\nsecond line');
      for (const match of text.matchAll(/BAD/g)) {
        findings.push(finding('fake/bad', 'error', file, rangeAt(line, match.index, 3)));
      }
      const evidence = /evidence: (\S+)/.exec(text)?.[1];
      if (evidence !== undefined && input.repository.match(evidence).every(({ empty }) => empty)) {
        findings.push(
          finding('fake/evidence', 'warning', file, rangeAt(line, text.indexOf(evidence), evidence.length)),
        );
      }
      const id = /- id: (\S+)/.exec(text)?.[1];
      if (id !== undefined) systems.push(system(id, file, rangeAt(line, 0, text.length)));
    }
  }
  return {
    input,
    asOf,
    failOn: undefined,
    catalog: fakeCatalog,
    findings,
    outline: () => systems,
    answer: ({ questions }) => rootOf(input, asOf, findings, systems, questions),
    fix: ({ place }, id): readonly Edit[] | undefined =>
      id === 'good' ? [{ file: place.file, range: place.range, newText: 'GOOD' }] : undefined,
  };
}

function finding(rule: string, severity: Finding['severity'], file: string, range: Range): Finding {
  return {
    rule,
    severity,
    message: { id: rule, params: {}, text: `${rule} in ${file}` },
    place: { path: '', file, range },
    related: [{ place: { path: '', file, range: rangeAt(0, 0, 1) }, message: 'decided here' }],
    fixes: rule === 'fake/bad' ? [{ id: 'good', title: 'Make it good', safe: true }] : [],
  };
}

function rangeAt(line: number, character: number, length: number): Range {
  return { start: { line, character }, end: { line, character: character + length } };
}

function system(id: string, file: string, range: Range): System {
  return {
    id,
    name: null,
    purpose: null,
    path: `systems.${id}`,
    file,
    range,
    facts: {},
    regimes: [],
    declared: [],
    risks: [],
    controls: [],
    questions: null,
  };
}

function rootOf(
  { files }: AnalyzeInput,
  asOf: string,
  findings: Finding[],
  systems: System[],
  questions: boolean,
): Root {
  return {
    path: files.root,
    parts: [...files.parts],
    asOf,
    knownUntil: '2026-11-01',
    catalog: { version: '2026.11', hash: '0', overlays: [] },
    organization: {},
    findings,
    systems,
    risks: [],
    controls: [],
    conflicts: [],
    questions: questions ? [] : null,
    portfolio: null,
  };
}
