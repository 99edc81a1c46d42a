import { describe, expect, it } from 'vitest';
import { asked, choose, system, tool } from './small';

/** A tool that works on the weights of a model serves nobody who does not have them. */

describe('a tool that needs the weights', () => {
  const inside = tool('inside', ['metrics'], { needs: ['weights'] });
  const outside = tool('outside', ['metrics'], { price: 'commercial' });
  const chosen = (weights?: boolean) => {
    const desk = { ...system('desk', [asked('metrics', 4)]), ...(weights === undefined ? {} : { weights }) };
    return choose([inside, outside], [desk]).tools.map((one) => one.tool);
  };

  it('is not chosen where every model is behind an interface or in a product', () => {
    expect(chosen(false)).toEqual(['outside']);
  });

  it('is chosen where the weights are there, or may be', () => {
    expect(chosen(true)).toEqual(['inside']);
    expect(chosen()).toEqual(['inside']);
  });
});
