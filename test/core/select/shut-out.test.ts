import { describe, expect, it } from 'vitest';
import { alternativesOf, licenseFits } from '../../../src/select/licenses';
import { makersIn } from '../../../src/select/vendors';
import { asked, choose, need, system, tool } from './small';

const desk = system('desk', [asked('filter', 4, true), asked('log', 3)]);

describe('what the law asks and preferences block', () => {
  const saas = { hosting: ['saas' as const] };

  it('names the fewest constraints that would have to go, and who could be had then', () => {
    const { blocked, unmet } = choose(
      [
        tool('far', ['filter'], { ...saas, license: 'Apache-2.0' }),
        tool('near', ['filter'], { license: 'Apache-2.0' }),
      ],
      [desk],
      { licenses: ['MIT'], hosting: ['library'] },
    );
    expect(blocked).toEqual([
      { need: need('filter'), constraints: ['preferences.licenses'], lifting: ['near'] },
    ]);
    expect(unmet[0]).toEqual({ need: need('filter'), why: 'shut-out', constraint: 'preferences.licenses' });
  });

  it('names two where no single one would do', () => {
    const { blocked } = choose([tool('far', ['filter'], { ...saas, price: 'commercial' })], [desk], {
      budget: 'low',
      hosting: ['library'],
    });
    expect(blocked?.[0]?.constraints).toEqual(['preferences.budget', 'preferences.hosting']);
  });

  it('of as many constraints names those that let in more tools', () => {
    const { blocked } = choose(
      [
        tool('a', ['filter'], { license: 'Apache-2.0' }),
        tool('b', ['filter'], saas),
        tool('c', ['filter'], saas),
      ],
      [desk],
      { licenses: ['MIT'], hosting: ['library'] },
    );
    expect(blocked).toEqual([
      { need: need('filter'), constraints: ['preferences.hosting'], lifting: ['b', 'c'] },
    ]);
  });

  it('is nothing where the law is not behind it, where a tool is left, or where no preference is to blame', () => {
    const onlyLog = choose([tool('a', ['log'], saas)], [desk], { hosting: ['library'] });
    expect(onlyLog.blocked).toEqual([]);
    const open = choose([tool('a', ['filter'], saas), tool('b', ['filter'])], [desk], {
      hosting: ['library'],
    });
    expect(open.blocked).toEqual([]);
    const dead = tool('a', ['filter'], { ...saas, status: { state: 'discontinued' } });
    const gone = choose([dead], [desk], { hosting: ['library'] });
    expect(gone.blocked).toEqual([]);
    expect(gone.unmet[0]?.constraint).toBe('tool.discontinued, preferences.hosting');
  });
});

describe('what only a paid edition does', () => {
  const core = tool('core', ['filter', 'log'], { price: 'open-core', paid: ['filter'] });

  it('is not closed by the free core', () => {
    const { tools, blocked, firm } = choose([core], [desk], { budget: 'free' });
    expect(tools[0]?.closes).toEqual([need('log')]);
    expect(blocked).toEqual([
      { need: need('filter'), constraints: ['preferences.budget'], lifting: ['core'] },
    ]);
    // Filter weighs 4 and 5, log 3.
    expect(firm.find(({ change }) => change.id === 'firm.lifted')).toEqual({
      change: { id: 'firm.lifted', params: { constraint: 'preferences.budget' } },
      same: true,
      tools: ['core'],
      legalWeight: 9,
      weight: 12,
    });
  });

  it('is closed from a low budget on, and told', () => {
    const { tools } = choose([core], [desk], { budget: 'low' });
    expect(tools[0]?.closes).toEqual([need('filter'), need('log')]);
    expect(tools[0]?.reasons.find(({ text }) => text.id === 'tool.paid-edition')?.text.params).toEqual({
      capabilities: ['filter'],
    });
  });
});

describe('fewer, more and other tools', () => {
  const wide = system('desk', [
    asked('filter', 4, true),
    asked('log', 3),
    asked('metrics', 2),
    asked('review', 1),
  ]);
  const tools = [tool('a', ['filter']), tool('b', ['log', 'metrics']), tool('c', ['metrics', 'review'])];

  it('each show what one more brings, until it brings nothing', () => {
    expect(choose(tools, [wide]).frontier.map(({ tools: set, gain }) => [set, gain])).toEqual([
      [['a'], { legalWeight: 9, weight: 9 }],
      [['a', 'b'], { legalWeight: 0, weight: 5 }],
      [['a', 'b', 'c'], { legalWeight: 0, weight: 1 }],
    ]);
  });

  it('show whether the choice stays', () => {
    const { firm } = choose([...tools, tool('d', ['log'], { hosting: ['saas'] })], [wide], {
      hosting: ['library'],
      maxTools: 2,
    });
    expect(
      firm.map(({ change, same, tools: set, weight }) => [
        Object.values(change.params)[0],
        same,
        set,
        weight,
      ]),
    ).toEqual([
      // Without a, b and c bring 6; without b, a and c bring 12.
      ['a', true, ['b', 'c'], 6],
      ['b', true, ['a', 'c'], 12],
      ['preferences.hosting', true, ['a', 'b'], 14],
      [1, true, ['a'], 9],
      [3, true, ['a', 'b', 'c'], 15],
    ]);
  });
});

describe('a license', () => {
  const fits = (license: string, allowed: readonly string[], openSource = true) =>
    licenseFits(tool('one', [], { license, openSource }), allowed);

  it('fits by its id, whatever its case, or as open source', () => {
    expect(fits('Apache-2.0', ['apache-2.0'])).toBe(true);
    expect(fits('Apache-2.0', ['MIT'])).toBe(false);
    expect(fits('AGPL-3.0-only', ['open-source'])).toBe(true);
    expect(fits('Elastic-2.0', ['open-source'], false)).toBe(false);
    expect(fits('MIT', [])).toBe(false);
  });

  it('that is one of two fits by either, and one of both by both alone', () => {
    expect(fits('Apache-2.0 OR MIT', ['MIT'])).toBe(true);
    expect(fits('Apache-2.0 AND LicenseRef-X', ['Apache-2.0'], false)).toBe(false);
    expect(fits('Apache-2.0 AND LicenseRef-X', ['Apache-2.0', 'LicenseRef-X'], false)).toBe(true);
    expect(fits('(MIT OR Apache-2.0) AND BSD-3-Clause', ['BSD-3-Clause', 'MIT'])).toBe(true);
  });

  it('may be allowed by an expression', () => {
    expect(fits('MIT', ['MIT OR Apache-2.0'])).toBe(true);
  });

  it('of one version is the same with later ones allowed, and another family is not', () => {
    expect(fits('AGPL-3.0-or-later', ['AGPL-3.0-only'])).toBe(true);
    expect(fits('AGPL-3.0-only', ['AGPL-3.0'])).toBe(true);
    expect(fits('AGPL-3.0-only', ['GPL-3.0-only'])).toBe(false);
  });

  it('with an exception is another one', () => {
    expect(alternativesOf('GPL-2.0-only WITH Classpath-exception-2.0')).toEqual([
      ['gpl-2.0-only with classpath-exception-2.0'],
    ]);
  });

  it('that cannot be read stands for itself and hurts nobody', () => {
    expect(alternativesOf('Apache 2.0')).toEqual([['apache 2.0']]);
    const deep = '('.repeat(100_000);
    expect(alternativesOf(deep)).toEqual([[deep]]);
  });
});

describe('the maker of a model', () => {
  it.each([
    ['openai', ['OpenAI']],
    ['Azure OpenAI', ['Microsoft', 'OpenAI']],
    ['Red Hat (IBM)', ['IBM']],
    ['Hugging Face (Argilla)', ['Hugging Face']],
    ['aws-bedrock', ['Amazon']],
    ['Metabase', []],
    ['own', []],
  ])('in %s is %j', (name, makers) => {
    expect(makersIn(name)).toEqual(makers);
  });
});
