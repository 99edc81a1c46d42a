import { describe, expect, it } from 'vitest';
import { analyzeFiles } from '../core/real-catalog';
import { ownCatalogPage } from '../own-catalog-page';

describe('the example of docs/own-catalog.md', () => {
  const files = ownCatalogPage();
  const analysis = analyzeFiles(files);
  const root = analysis.answer({ questions: false, portfolio: true });

  it('has a manifest and an entry for each thing that it tells of', () => {
    expect(Object.keys(files)).toEqual([
      'ai-usage.yaml',
      'governance/catalog/regimes/acme-ai-policy.md',
      'governance/catalog/controls/acme-redaction.md',
      'governance/catalog/tools/acme-gateway.md',
      'governance/catalog/tools/microsoft-presidio.md',
    ]);
  });

  it('has nothing wrong, but the gap that it is about', () => {
    expect(analysis.findings.map(({ rule }) => rule)).toEqual(['system/gaps']);
  });

  it('does what the page says: the duty binds, the control is asked for, the tool is chosen, the other is gone', () => {
    const [system] = root.systems;
    const rule = system?.regimes.find(({ id }) => id === 'acme-ai-policy');
    expect(rule?.duties).toMatchObject([{ id: 'acme-ai-policy.redact', applies: 'yes', due: '2026-06-01' }]);
    expect(rule?.duties[0]?.controls[0]).toBe('acme-redaction');
    expect(system?.controls.find(({ id }) => id === 'acme-redaction')).toMatchObject({
      asked: true,
      legal: true,
    });
    expect(root.portfolio?.tools.map(({ tool }) => tool)).toContain('acme-gateway');
    expect(root.catalog.changes?.map(({ id, how }) => `${how} ${id}`)).toEqual([
      'added acme-redaction',
      'added acme-ai-policy',
      'added acme-gateway',
      'withdrawn microsoft-presidio',
    ]);
  });
});
