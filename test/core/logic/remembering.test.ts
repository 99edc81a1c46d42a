import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/logic/condition';
import { withDerived } from '../../../src/logic/derived';
import { decide, type Terms } from '../../../src/logic/evaluate';
import { emptyModel, factsGiven } from '../given';

/** Facts hold what conditions came to over them; a catalog with other places must not read that as its own. */

const inBavaria: Condition = { path: 'system.markets', includes: 'DE' };
const given = factsGiven(emptyModel, { system: { markets: ['DE-BY'] } });
const termsWith = (parents: readonly string[]): Terms => ({
  rank: () => undefined,
  hierarchy: (path) => (path === 'system.markets' ? () => parents : undefined),
});

describe('facts that remember', () => {
  it('give each catalog its own verdict, in whatever order they are asked', () => {
    const here = termsWith(['DE']);
    const nowhere = termsWith([]);
    const facts = withDerived(given, here);
    expect(decide(inBavaria, facts, here)).toBe('yes');
    expect(decide(inBavaria, facts, nowhere)).toBe('no');
    expect(decide(inBavaria, facts, here)).toBe('yes');
  });

  it('give equal conditions the same verdict, and their opposites the opposite one', () => {
    const terms = termsWith(['DE']);
    const facts = withDerived(given, terms);
    const again: Condition = { path: 'system.markets', includes: 'DE' };
    expect(decide({ not: { all: [inBavaria, again] } }, facts, terms)).toBe('no');
    expect(decide({ any: [{ not: again }, inBavaria] }, facts, terms)).toBe('yes');
    expect(decide({ all: [inBavaria, { not: again }] }, facts, terms)).toBe('no');
  });

  it('have room for conditions that are met after the first ones', () => {
    const terms = termsWith(['DE']);
    const facts = withDerived(given, terms);
    for (let index = 0; index < 1000; index++) {
      const condition: Condition = { path: 'system.markets', includes: [`X${index}`, 'DE'] };
      expect(decide(condition, facts, terms)).toBe('yes');
      expect(decide({ not: condition }, facts, terms)).toBe('no');
    }
  });
});
