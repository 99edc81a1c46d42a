import { describe, expect, it } from 'vitest';
import { outward, smallestSample, wilson } from '../../../src/select/wilson';

describe('the interval of Wilson', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score, without correction for continuity).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is for %i of %i as published', (hits, cases, low, high) => {
    const interval = wilson(hits, cases);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  // R, binom.confint(8, 10) and the formula on six cars of 32 of mtcars, to the digits that they print.
  it.each([
    [8, 10, 0.4901625, 0.9433178],
    [6, 32, 0.08889545, 0.35309155],
  ])('is for %i of %i as R prints it', (hits, cases, low, high) => {
    const interval = wilson(hits, cases);
    expect(interval.low).toBeCloseTo(low, 7);
    expect(interval.high).toBeCloseTo(high, 7);
  });

  it('is from 0.910 to 0.973 for 190 hits in 200 cases, rounded outward', () => {
    expect(outward(wilson(190, 200))).toEqual({ low: 0.91, high: 0.973 });
  });

  it('never says more than was found: rounding only widens it', () => {
    for (let cases = 1; cases <= 60; cases++) {
      for (let hits = 0; hits <= cases; hits++) {
        const found = wilson(hits, cases);
        const shown = outward(found);
        expect(shown.low).toBeLessThanOrEqual(found.low + 1e-9);
        expect(shown.high).toBeGreaterThanOrEqual(found.high - 1e-9);
        expect(shown.low).toBeGreaterThanOrEqual(0);
        expect(shown.high).toBeLessThanOrEqual(1);
        expect(found.low).toBeLessThanOrEqual(hits / cases);
        expect(found.high).toBeGreaterThanOrEqual(hits / cases);
      }
    }
  });

  it('leaves everything possible where nothing was tried', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('the smallest sample', () => {
  // By hand: 3.8415 · 0.9 · 0.1 / 0.05² = 138.3.
  it('is 139 cases for a mark of 95 % that is to rule out 90 %', () => {
    expect(smallestSample(0.95, 0.9)).toBe(139);
  });

  it.each([
    [0.95, 0.9],
    [0.9, 0.8],
    [0.8, 0.7],
    [0.97, 0.95],
    [0.05, 0.1],
  ])('is the first with which a share of %f rules out %f, and every larger one does', (mark, floor) => {
    const first = smallestSample(mark, floor);
    const rulesOut = (cases: number) => {
      const { low, high } = wilson(mark * cases, cases);
      return mark > floor ? low >= floor - 1e-12 : high <= floor + 1e-12;
    };
    expect(rulesOut(first - 1)).toBe(false);
    for (let more = 0; more < 200; more++) expect(rulesOut(first + more), `${first + more}`).toBe(true);
  });
});
