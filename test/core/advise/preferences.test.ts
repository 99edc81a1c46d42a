import { describe, expect, it } from 'vitest';
import { createAdvisor } from '../../../src/advise/create';
import type { Portfolio, Root } from '../../../src/answer/schema';
import type { Pack } from '../../../src/catalog/pack';
import { findRoots } from '../../../src/manifest/roots';
import { renderMarkdown } from '../../../src/render/markdown/markdown';
import { renderText } from '../../../src/render/text/text';
import { analyzeText, noFiles, pack, today } from '../real-catalog';

/** What preferences do to the choice of tools, through whole manifests and the real catalog. */

const systems = `systems:
  - id: ranker
    roles: [provider, deployer]
    kind: predictive
    areas: [employment.recruitment]
    affects: [applicants]
    influence: main-factor
    markets: [DE]
  - id: desk
    roles: [deployer]
    kind: generative
    areas: [customer.service]
    models: [{ id: gpt-4o, provider: openai, access: api }]
    content: { interacts: true, generates: [text] }
    inputs: untrusted
    markets: [DE]
`;

const manifest = (preferences: string) => `version: 1\npreferences: { ${preferences} }\n${systems}`;

function answerTo(preferences: string, catalog: Pack = pack): Root {
  const [files] = findRoots(['ai-usage.yaml']);
  if (!files) throw new Error('There is no root.');
  const texts = new Map([['ai-usage.yaml', manifest(preferences)]]);
  const analysis = createAdvisor(catalog).analyze({ files, texts, today, repository: noFiles });
  return analysis.answer({ questions: false, portfolio: true });
}

function portfolioOf(preferences: string, catalog: Pack = pack): Portfolio {
  const { portfolio } = answerTo(preferences, catalog);
  if (!portfolio) throw new Error('There is no portfolio.');
  return portfolio;
}

const found = (preferences: string, rule: string) =>
  analyzeText(manifest(preferences)).findings.filter((finding) => finding.rule === rule);

describe('a preference that the law cannot live with', () => {
  const strict = 'hosting: [library], ecosystems: [go]';

  it('is one finding where it stands, for each way out', () => {
    const findings = found('hosting: [library]', 'preferences/blocks-law');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.place).toMatchObject({ path: 'preferences.hosting', file: 'ai-usage.yaml' });
    expect(findings[0]?.message.text).toMatch(/^`preferences.hosting` shuts out every tool for what the law/);
  });

  it('says what the portfolio says: the same constraints, capabilities and tools', () => {
    const { blocked = [], needs } = portfolioOf(strict);
    const capability = new Map(needs.map((need) => [need.id, need.capability]));
    const said = found(strict, 'preferences/blocks-law').map(({ message: { params } }) =>
      String(params['constraints']).replaceAll('`', ''),
    );
    expect(said.toSorted()).toEqual(
      [...new Set(blocked.map(({ constraints }) => constraints.join()))].sort(),
    );
    expect(blocked.every(({ need }) => capability.has(need))).toBe(true);
    for (const { need, lifting } of blocked) {
      for (const id of lifting) {
        const tool = pack.tools.find((entry) => entry.id === id);
        expect(tool?.capabilities.map((one) => one.id)).toContain(capability.get(need));
      }
    }
  });

  it('no longer blocks a need once the constraints that are named are gone', () => {
    const { blocked = [] } = portfolioOf(strict);
    expect(blocked.length).toBeGreaterThan(0);
    const without = {
      'preferences.hosting': 'ecosystems: [go]',
      'preferences.ecosystems': 'hosting: [library]',
    };
    for (const { need, constraints } of blocked) {
      const [one] = constraints;
      const rest =
        constraints.length > 1 ? 'maxTools: 5' : Object.entries(without).find(([id]) => id === one)?.[1];
      expect(portfolioOf(rest ?? '').blocked?.map((other) => other.need)).not.toContain(need);
    }
  });

  it('is not found where nothing is preferred, or where everything is allowed', () => {
    expect(found('maxTools: 1', 'preferences/blocks-law')).toEqual([]);
    expect(found('budget: high, dataMayLeave: true', 'preferences/blocks-law')).toEqual([]);
  });

  it('is told in text and in Markdown', () => {
    const root = answerTo('hosting: [library]');
    const answer = { schemaVersion: 1 as const, roots: [root] };
    expect(renderText(answer, { width: 200, color: (_role, text) => text, full: false })).toMatch(
      / {2}Law {4}alerting, .* and \d+ more: shut out by preferences\.hosting; without: .*PagerDuty/,
    );
    expect(renderMarkdown(answer)).toContain('**The law asks for this, and your preferences leave no tool**');
  });
});

describe('a tool that is both in use and excluded', () => {
  it('counts as excluded, and both places are named', () => {
    const both = 'toolsInUse: [langfuse], toolsExcluded: [garak, langfuse]';
    const [finding, ...others] = found(both, 'preferences/contradiction');
    expect(others).toEqual([]);
    expect(finding?.place.path).toBe('preferences.toolsExcluded[1]');
    expect(finding?.related.map(({ place }) => place.path)).toEqual(['preferences.toolsInUse[0]']);
    const { tools, leaving } = portfolioOf(both);
    expect(tools.map(({ tool }) => tool)).not.toContain('langfuse');
    expect(leaving?.map(({ tool, because }) => [tool, because.params['constraints']])).toEqual([
      ['langfuse', ['preferences.toolsExcluded']],
    ]);
  });
});

describe('a preference that is not understood', () => {
  it('names the nearest tool, also by one word of its id', () => {
    const [finding] = found('toolsInUse: [presidio]', 'catalog/unknown-id');
    expect(finding?.message.text).toContain('`microsoft-presidio`');
  });

  it('says of a package that is only called like a tool what it is, and which tool is meant', () => {
    const [finding, ...others] = found('toolsInUse: [guardrails]', 'catalog/unknown-id');
    expect(others).toEqual([]);
    expect(finding?.message.text).toContain('is something else. Did you mean `guardrails-ai`?');
    expect(finding?.place.path).toBe('preferences.toolsInUse[0]');
    expect(finding?.fixes.map(({ title }) => title)).toEqual(['Change to guardrails-ai']);
  });

  it('says of an amount that a budget is a class', () => {
    for (const amount of ['500', '$5,000', '500 EUR a year', 'EUR 500']) {
      const [finding] = found(`budget: "${amount}"`, 'manifest/wrong-value');
      expect(finding?.message.text).toContain(
        'the catalog holds no prices. It can be free, low, medium or high',
      );
      expect(finding?.place.path).toBe('preferences.budget');
    }
    expect(found('budget: 0', 'manifest/wrong-value')[0]?.fixes.map(({ title }) => title)).toEqual([
      'Change to free',
    ]);
    expect(found('budget: low2', 'manifest/wrong-value')[0]?.message.text).toContain('Did you mean `low`?');
  });

  it('names the nearest license, and lets other SPDX ids be', () => {
    expect(found('licenses: [GPLv3]', 'preferences/unknown-license')[0]?.message.text).toContain(
      '`GPL-3.0-only`',
    );
    expect(found('licenses: [ISC, Zlib, "MIT OR Apache-2.0"]', 'preferences/unknown-license')).toEqual([]);
  });
});

describe('the choice', () => {
  const pairOf = ({ frontier }: Portfolio) => {
    const last = frontier.at(-1);
    return [last?.legalWeight ?? 0, last?.weight ?? 0] as const;
  };
  const isLess = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

  it('never closes less with a looser constraint', () => {
    const chains = [
      ['budget: free', 'budget: low', 'budget: medium', 'budget: high', ''],
      ['hosting: [library]', 'hosting: [library, cli]', 'hosting: [library, cli, saas]', ''],
      ['licenses: [MIT]', 'licenses: [MIT, Apache-2.0]', 'licenses: [open-source]', ''],
      ['dataMayLeave: false', ''],
    ];
    for (const chain of chains) {
      const pairs = chain.map((preferences) => pairOf(portfolioOf(preferences)));
      for (const [index, pair] of pairs.slice(1).entries())
        expect(isLess(pair, pairs[index] ?? [0, 0]), chain[index + 1]).toBe(false);
    }
  });

  it('does not change with the order of the catalog', () => {
    const preferences = 'budget: free, hosting: [library, cli], toolsInUse: [langfuse, evidently]';
    const turned = { ...pack, tools: pack.tools.toReversed() };
    expect(portfolioOf(preferences, turned)).toEqual(portfolioOf(preferences));
  });

  it('has at most as many new tools as may be, beside all that are in use', () => {
    const { tools } = portfolioOf('maxTools: 2, toolsInUse: [evidently, fairlearn]');
    expect(tools.filter(({ inUse }) => !inUse)).toHaveLength(2);
    expect(
      tools
        .filter(({ inUse }) => inUse)
        .map(({ tool }) => tool)
        .sort(),
    ).toEqual(['evidently', 'fairlearn']);
  });
});
