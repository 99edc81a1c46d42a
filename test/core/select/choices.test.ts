import { describe, expect, it } from 'vitest';
import { asked, choose, need, system, tool } from './small';

/** Numbers are worked out by hand: weights and costs are those of the catalog in `small`. */

const ids = (items: readonly { readonly tool: string }[]) => items.map((item) => item.tool);

describe('a chosen tool', () => {
  const desk = system('desk', [asked('filter', 4), asked('log', 3, true), asked('talk', 5)]);
  const shop = system('shop', [asked('filter', 2)]);

  it('that serves two systems counts once, and names both in the order of the manifest', () => {
    const { tools } = choose([tool('one', ['filter'])], [shop, desk]);
    expect(ids(tools)).toEqual(['one']);
    expect(tools[0]?.serves).toEqual(['shop', 'desk']);
    expect(tools[0]?.closes).toEqual([need('filter'), need('filter', 'shop')]);
  });

  it('is never given what only people can do', () => {
    const { processOnly, needs } = choose([tool('one', ['filter', 'log'])], [desk]);
    expect(processOnly.map(({ control }) => control)).toEqual(['talk']);
    expect(needs.map(({ id }) => id)).toEqual([need('log'), need('filter')]);
  });

  it('says which of its needs rest on our reading alone', () => {
    const { tools } = choose([tool('one', ['filter', 'log'], { judged: ['log'] })], [desk]);
    expect(tools[0]?.judged).toEqual([need('log')]);
    expect(tools[0]?.reasons.find(({ text }) => text.id === 'tool.basis')?.text.params).toEqual({
      documented: 1,
      judged: 1,
    });
  });

  it('costs one more in maintenance and without activity, and says so', () => {
    for (const state of ['maintenance', 'inactive'] as const) {
      const { tools } = choose([tool('one', ['filter'], { status: { state } })], [desk]);
      expect(tools[0]?.cost).toBe(1);
      expect(tools[0]?.reasons.map(({ text }) => text.id)).toContain('tool.quiet');
    }
    expect(choose([tool('one', ['filter'])], [desk]).tools[0]?.cost).toBe(0);
  });

  it('costs by price, cheapest hosting and leaving data: 5, 1 and 1', () => {
    const paid = tool('one', ['filter'], {
      price: 'commercial',
      hosting: ['self-hosted-service', 'saas'],
      dataLeaves: 'yes',
    });
    expect(choose([paid], [desk]).tools[0]?.cost).toBe(7);
    // Self-hosted alone is 2.
    expect(choose([paid], [desk], { hosting: ['self-hosted-service'] }).tools[0]?.cost).toBe(8);
  });
});

describe('a tool whose owner sells models', () => {
  const judge = tool('judge', ['filter'], { owner: { name: 'Promptshield (OpenAI)', sellsModels: true } });
  const keeper = tool('keeper', ['log'], { owner: { name: 'Microsoft', sellsModels: true } });
  const reasons = (providers: readonly string[], one = judge) =>
    choose(
      [one],
      [system('desk', [asked('filter', 4), asked('log', 3)], providers)],
    ).tools[0]?.reasons.filter(({ text }) => ['tool.judges-own', 'tool.sells-models'].includes(text.id));

  it('has a conflict of interest where the system runs on one of them', () => {
    expect(reasons(['Azure OpenAI'])?.map(({ text }) => text)).toEqual([
      { id: 'tool.judges-own', params: { owner: 'Promptshield (OpenAI)', systems: ['desk'] } },
    ]);
  });

  it('is only said to sell models where the system runs on others, or does not say', () => {
    for (const providers of [['Mistral'], []])
      expect(reasons(providers)?.map(({ text }) => text.id)).toEqual(['tool.sells-models']);
  });

  it('has none where it judges no model', () => {
    expect(reasons(['microsoft'], keeper)).toEqual([]);
  });
});

describe('a tool in use', () => {
  const wants = [asked('filter', 4), asked('log', 3, true)];
  const desk = system('desk', wants);
  const why = (because: { readonly id: string; readonly params: object } | undefined) => because;

  it('is kept where it closes something alone, takes no slot and costs nothing', () => {
    const costly = tool('mine', ['filter'], { price: 'commercial' });
    const { tools, leaving, frontier } = choose([costly, tool('new', ['log'])], [desk], {
      toolsInUse: ['mine'],
      maxTools: 1,
      budget: 'free',
    });
    // The legal one weighs 8, the other 4.
    expect(tools.map((choice) => [choice.tool, choice.advice, choice.cost])).toEqual([
      ['new', 'add', 0],
      ['mine', 'keep', 0],
    ]);
    expect(leaving).toEqual([]);
    expect(frontier).toEqual([
      { size: 1, tools: ['new'], legalWeight: 8, weight: 12, cost: 0, gain: { legalWeight: 8, weight: 8 } },
    ]);
  });

  it('may go where the others close all that it closes; of two that do the same one stays', () => {
    const twins = [tool('a', ['filter']), tool('b', ['filter'])];
    const { tools, leaving } = choose(twins, [desk], { toolsInUse: ['a', 'b'] });
    expect(tools.map((choice) => [choice.tool, choice.advice])).toEqual([
      ['a', 'keep'],
      ['b', 'drop'],
    ]);
    expect(leaving).toEqual([{ tool: 'b', name: 'B', because: { id: 'leave.needless', params: {} } }]);
  });

  it('may go where a constraint shuts it out, and then closes nothing', () => {
    const { tools, leaving } = choose([tool('mine', ['filter'])], [desk], {
      toolsInUse: ['mine'],
      hosting: ['saas'],
    });
    expect(tools).toEqual([]);
    expect(why(leaving?.[0]?.because)).toEqual({
      id: 'leave.shut-out',
      params: { constraints: ['preferences.hosting'] },
    });
  });

  it('may go where it is archived, and where nothing asks for it', () => {
    const archived = tool('old', ['filter'], { status: { state: 'archived' } });
    const { leaving } = choose([archived, tool('idle', ['review'])], [desk], { toolsInUse: ['old', 'idle'] });
    expect(leaving?.map(({ tool: id, because }) => [id, because.id])).toEqual([
      ['old', 'leave.shut-out'],
      ['idle', 'leave.not-asked'],
    ]);
  });

  it('stays although new customers cannot have it; whoever has it not, cannot begin', () => {
    const closed = tool('mine', ['filter'], { status: { closedToNew: true } });
    expect(ids(choose([closed], [desk], { toolsInUse: ['mine'] }).tools)).toEqual(['mine']);
    const { tools, excluded } = choose([closed], [desk]);
    expect(tools).toEqual([]);
    expect(excluded).toEqual([{ tool: 'mine', constraint: 'tool.closed-to-new', lifting: [need('filter')] }]);
  });
});

describe('a security event of a tool', () => {
  const desk = system('desk', [asked('filter', 4)]);
  const advisories = [
    { date: '2026-03-24', what: 'Version 2 was tampered with', source: 'https://example.org' },
  ];
  const seenOn = (date: string) =>
    tool('one', ['filter'], { advisories, status: { seen: { what: 'release', date } } });

  it('shuts it out while nothing newer was seen', () => {
    expect(choose([seenOn('2026-03-23')], [desk]).excluded[0]?.constraint).toBe('tool.advisory');
  });

  it('is told where a newer release was seen', () => {
    const { tools } = choose([seenOn('2026-04-01')], [desk]);
    expect(tools[0]?.reasons.map(({ text }) => text.id)).toContain('tool.advisory');
  });
});

describe('a tool that lost', () => {
  const desk = system('desk', [asked('filter', 4), asked('log', 3, true)]);
  const lost = (winner: ReturnType<typeof tool>, loser: ReturnType<typeof tool>) =>
    choose([winner, loser], [desk], { maxTools: 1 }).tools[0]?.alternatives[0]?.lost;

  it('lost by what the law asks, before all else', () => {
    expect(lost(tool('b', ['log']), tool('a', ['filter']))).toEqual({
      id: 'lost.legal',
      params: { weight: 8 },
    });
  });

  it('lost by weight', () => {
    expect(lost(tool('b', ['filter', 'log']), tool('a', ['log']))).toEqual({
      id: 'lost.weight',
      params: { weight: 4 },
    });
  });

  it('lost by cost', () => {
    expect(lost(tool('b', ['log']), tool('a', ['log'], { hosting: ['saas'] }))).toEqual({
      id: 'lost.cost',
      params: { cost: 1 },
    });
  });

  it('lost by what is less sure', () => {
    expect(lost(tool('b', ['log']), tool('a', ['log'], { judged: ['log'] }))?.id).toBe('lost.doubt');
  });

  it('lost by nothing but its id', () => {
    expect(lost(tool('a', ['log']), tool('b', ['log']))?.id).toBe('lost.id');
  });

  it('comes before another by what the law asks, as sets do', () => {
    const { tools } = choose(
      [tool('a', ['filter', 'log']), tool('b', ['filter']), tool('c', ['log'], { judged: ['log'] })],
      [system('desk', [asked('filter', 5), asked('log', 0, true)])],
      { maxTools: 1 },
    );
    expect(ids(tools[0]?.alternatives ?? [])).toEqual(['c', 'b']);
  });
});
