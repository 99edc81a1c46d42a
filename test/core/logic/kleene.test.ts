import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, anyOf, not, type Verdict } from '../../../src/logic/verdict';

const verdict = fc.constantFrom<Verdict>('yes', 'no', 'unknown');
const verdicts = fc.array(verdict, { maxLength: 6 });

describe('Kleene logic', () => {
  it('denial taken twice gives the same back', () => {
    fc.assert(fc.property(verdict, (a) => not(not(a)) === a));
  });

  it('what holds of all is denied exactly when one denial holds (De Morgan)', () => {
    fc.assert(fc.property(verdicts, (all) => not(allOf(all)) === anyOf(all.map(not))));
  });

  it('the order of what is joined never matters', () => {
    fc.assert(
      fc.property(verdicts, (all) => {
        const reversed = [...all].reverse();
        expect(allOf(reversed)).toBe(allOf(all));
        expect(anyOf(reversed)).toBe(anyOf(all));
      }),
    );
  });

  it('joining is associative: groups of any size give the same', () => {
    fc.assert(
      fc.property(verdicts, verdicts, (a, b) => {
        expect(allOf([allOf(a), allOf(b)])).toBe(allOf([...a, ...b]));
        expect(anyOf([anyOf(a), anyOf(b)])).toBe(anyOf([...a, ...b]));
      }),
    );
  });

  it('each of "all" and "any" distributes over the other', () => {
    fc.assert(
      fc.property(verdict, verdict, verdict, (a, b, c) => {
        expect(allOf([a, anyOf([b, c])])).toBe(anyOf([allOf([a, b]), allOf([a, c])]));
        expect(anyOf([a, allOf([b, c])])).toBe(allOf([anyOf([a, b]), anyOf([a, c])]));
      }),
    );
  });

  it('settling an unknown never turns a yes into a no or back', () => {
    fc.assert(
      fc.property(verdicts, fc.nat(), verdict, (all, at, settled) => {
        const index = all.length === 0 ? 0 : at % all.length;
        const after = all.map((value, i) => (i === index && value === 'unknown' ? settled : value));
        for (const join of [allOf, anyOf]) if (join(all) !== 'unknown') expect(join(after)).toBe(join(all));
      }),
    );
  });
});
