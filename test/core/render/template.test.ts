import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '../../../src/render/markdown/template';
import { analyzeText, bodies, pack } from '../real-catalog';

const manifest = (fields: string) => `version: 1
organization: { seat: DE }
systems:
  - id: cv-ranker
    ${fields}
    roles: [deployer]
    areas: [employment.recruitment]
    affects: [applicants]
    influence: main-factor
    profiling: true
    markets: [DE]
`;

const rootOf = (text: string) => {
  return analyzeText(text).answer({ questions: false, portfolio: false });
};

function filled(fields: string, template: string, control = 'human-review'): string {
  const root = rootOf(manifest(fields));
  return renderTemplate(template, { root, system: root.systems[0], control });
}

describe('a template', () => {
  it('tells what the manifest says, and leaves the rest blank', () => {
    const text = '{{system.id}}|{{system.name}}|{{system.purpose}}|{{system.owner}}|{{date}}';
    expect(filled('owner: jane', text)).toBe('cv-ranker|cv-ranker|…|jane|2026-11-24\n');
    expect(filled('name: CV ranker\n    purpose: Ranks', text)).toBe(
      'cv-ranker|CV ranker|Ranks|…|2026-11-24\n',
    );
  });

  it('names the binding duties behind the control by title, law, article and day', () => {
    // Regulation (EU) 2024/1689, Art. 26(2) and 113, as moved to 2027-12-02 for Annex III.
    expect(filled('purpose: Ranks', '{{duties}}')).toMatch(
      /^- .+\(EU AI Act, Art\. 26.*, from 2027-12-02\)$/m,
    );
    expect(filled('purpose: Ranks', '{{duties}}', 'undo')).toBe(
      '- No binding duty that the manifest shows asks for this: it is done for the risks.\n',
    );
  });

  it('shows what a manifest says as text alone', () => {
    const text = filled(
      'purpose: "<img src=x> [a](http://x.example) {{date}} `c` **b**\\n# Heading | cell"',
      'For: {{system.purpose}}',
    );
    const reader = new MarkdownIt({ html: true });
    const kinds = reader
      .parse(text, {})
      .flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)]);
    expect([...new Set(kinds)].sort()).toEqual(['inline', 'paragraph_close', 'paragraph_open', 'text']);
    expect(text).toContain('{{date}}'.replace(/[{}]/g, '\\$&'));
  });

  it('lists all systems where it is about the organization', () => {
    const root = rootOf(`version: 1
systems:
  - { id: one, purpose: Sorts mail }
  - { id: two, name: The second }
`);
    expect(renderTemplate('{{systems}}', { root, system: undefined, control: 'ai-policy' })).toBe(
      '- one: Sorts mail (owner: …)\n- The second: … (owner: …)\n',
    );
  });

  it.each(pack.templates.map(({ id }) => id))('of %s has no placeholder left, and blanks', (id) => {
    const text = filled('purpose: Ranks', bodies[`templates/${id}`] ?? '', id);
    expect(text).not.toMatch(/\{\{|\}\}|undefined/);
    expect(text).toContain('…');
  });
});
