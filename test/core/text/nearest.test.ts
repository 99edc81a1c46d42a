import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/text/nearest';

const keys = ['id', 'name', 'roles', 'areas', 'stage', 'markets', 'influence', 'autonomy'];

describe('the nearest word', () => {
  it.each([
    ['market', 'markets'],
    ['rols', 'roles'],
    ['inflence', 'influence'],
    ['autnoomy', 'autonomy'],
    ['Stage', 'stage'],
    ['ROLES', 'roles'],
    ['idd', 'id'],
  ])('to %s is %s', (word, expected) => {
    expect(nearest(word, keys)).toBe(expected);
  });

  it.each(['purpose', 'xyz', '', 'a', 'somethingelse', 'x'.repeat(10_000)])('to %j is none', (word) => {
    expect(nearest(word, keys)).toBeUndefined();
  });

  it('is the first of the alphabet where two are as near, in whatever order they come', () => {
    expect(nearest('cat', ['car', 'bat', 'cut'])).toBe('bat');
    expect(nearest('cat', ['cut', 'bat', 'car'])).toBe('bat');
  });

  it('is the word itself where it is among them', () => {
    expect(nearest('name', ['names', 'name'])).toBe('name');
  });
});
