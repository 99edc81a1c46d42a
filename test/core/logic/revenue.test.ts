import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/logic/evaluate';
import { emptyModel, factsGiven } from '../given';

/** Thresholds of laws are set in their own currency, and exchange rates are no part of the catalog. */

const overHalfABillion = { path: 'derived.revenueUsd', atLeast: 500_000_001 } as const;

function verdictOf(revenue: Record<string, unknown> | undefined) {
  const organization = revenue ? { revenue } : {};
  return evaluate(overHalfABillion, factsGiven(emptyModel, { organization }), emptyModel.terms);
}

describe('a revenue threshold', () => {
  it('is decided by an amount in its own currency', () => {
    expect(verdictOf({ amount: 500_000_001, currency: 'USD' }).verdict).toBe('yes');
    expect(verdictOf({ amount: 500_000_000, currency: 'USD' }).verdict).toBe('no');
  });

  it('is not decided by an amount in another currency, however large or small', () => {
    expect(verdictOf({ amount: 1, currency: 'EUR' }).verdict).toBe('unknown');
    expect(verdictOf({ amount: 9_000_000_000, currency: 'EUR' }).verdict).toBe('unknown');
  });

  it('is open without an amount, without a currency and without both, and points at the revenue', () => {
    expect(verdictOf({ currency: 'USD' }).verdict).toBe('unknown');
    expect(verdictOf({ amount: 9_000_000_000 }).verdict).toBe('unknown');
    const { verdict, causes } = verdictOf(undefined);
    expect(verdict).toBe('unknown');
    expect(causes.map(({ path }) => path)).toEqual(['organization.revenue.amount']);
  });
});
