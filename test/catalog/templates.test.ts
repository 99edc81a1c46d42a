import { describe, expect, it } from 'vitest';
import { builtCatalog } from '../../scripts/built-catalog';
import { templatePlaceholders } from '../../src/catalog/schema/template';
import { problemsOf, withFiles } from './small-catalog';

/** Templates belong to a control, are written where it looks for evidence, and are a matter of one sitting. */

const file = 'templates/gate.md';
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const template = (front: string, body: string) => `---\n${front}\n---\n\n${body}\n`;
const front = 'title: Gate plan\npath: docs/gate-plan.md';
const body = `# Plan of {{system.name}}\n\n- Who stands at the gate: …\n\n${words(100)}`;
const told = (text: string, path = file) =>
  problemsOf(withFiles({ [path]: text })).map(
    (problem) => `${problem.file} ${problem.code} ${problem.message}`,
  );

describe('a template', () => {
  it('of a control, written where the control looks, is right', () => {
    expect(told(template(front, body))).toEqual([]);
  });

  it.each([
    ['of no control', front, body, 'templates/gates.md', 'unknown-id There is no control gates'],
    [
      'written where its control does not look',
      front.replace('docs/gate-plan.md', 'docs/plan.md'),
      body,
      file,
      'template docs/plan.md, or the same with the id of a system before .md, is no evidence of gate, which looks for docs/gate*.',
    ],
    [
      'that wants something no manifest says',
      front,
      body.replace('system.name', 'system.weight'),
      file,
      'template Nothing fills {{system.weight}}. There are {{system.id}}',
    ],
    [
      'about everything, and yet of one system',
      `${front}\nscope: organization`,
      body,
      file,
      'template Nothing fills {{system.name}}. There are {{systems}}',
    ],
    ['that asks nothing', front, body.replace('…', 'Jane'), file, 'template It asks nothing'],
    ['that is too short', front, `${words(10)} …`, file, 'words The template has 11 words.'],
    ['that is too long', front, `${words(500)} …`, file, 'words The template has 501 words.'],
    ['that would leave the folder', front.replace('docs/gate-plan.md', '../gate.md'), body, file, 'schema'],
  ])('%s is told', (_what, head, text, path, message) => {
    const [problem, ...others] = told(template(head, text), path);
    expect(others).toEqual([]);
    expect(problem).toContain(`${path} ${message}`);
  });
});

describe('the templates of the repository', async () => {
  const { pack, bodies } = await builtCatalog();

  it('are there for what a law or a good practice wants in writing', () => {
    const ids = pack.templates.map(({ id }) => id);
    for (const id of ['human-review', 'incident-response', 'bias-testing', 'agent-register', 'ai-literacy'])
      expect(ids).toContain(id);
    expect(ids.length).toBeGreaterThanOrEqual(20);
  });

  it('have a text each, and say why they are written', () => {
    for (const { id, scope } of pack.templates) {
      const text = bodies[`templates/${id}`] ?? '';
      expect(text, id).toContain('{{duties}}');
      expect(text, id).toContain(scope === 'system' ? '{{system.name}}' : '{{systems}}');
      expect(text.split('\n').length, id).toBeLessThanOrEqual(60);
      const used = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name]) => name);
      const known: readonly (string | undefined)[] = templatePlaceholders[scope];
      expect(used.filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it('never write two documents to one place', () => {
    const paths = pack.templates.map(({ path }) => path);
    expect([...new Set(paths)]).toEqual(paths);
  });
});
