import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexLines, linesWithGap } from '../../../src/text/lines';

describe('lines of a text', () => {
  it.each([
    ['', 1],
    ['a', 1],
    ['a\n', 2],
    ['a\nb', 2],
    ['a\r\nb\r\n', 3],
    ['a\rb\r\rc', 4],
    ['a\n\rb', 3],
    ['a\u2028b', 1],
  ])('%j has as many lines as an editor shows: %i', (text, count) => {
    expect(indexLines(text).count).toBe(count);
  });

  it('are counted from zero, with characters in UTF-16 units', () => {
    const lines = indexLines('ab\r\n😀c\rd');
    expect(lines.positionAt(0)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(4)).toEqual({ line: 1, character: 0 });
    expect(lines.positionAt(6)).toEqual({ line: 1, character: 2 });
    expect(lines.positionAt(8)).toEqual({ line: 2, character: 0 });
    expect(lines.rangeOf({ start: 4, end: 7 })).toEqual({
      start: { line: 1, character: 0 },
      end: { line: 1, character: 3 },
    });
  });

  it('clamp what lies outside', () => {
    const lines = indexLines('ab\r\ncd\n');
    expect(lines.positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(99)).toEqual({ line: 2, character: 0 });
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 0, character: -1 })).toBe(0);
    expect(lines.offsetAt({ line: -1, character: 3 })).toBe(0);
    expect(lines.offsetAt({ line: 99, character: 0 })).toBe(7);
  });

  it('lead there and back', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é', '😀')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (written, at) => {
        const lines = indexLines(written);
        const offset = Math.min(at, written.length);
        const isInBreak = written[offset - 1] === '\r' && written[offset] === '\n';
        expect(lines.offsetAt(lines.positionAt(offset))).toBe(isInBreak ? offset - 1 : offset);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('lines of a text that lacks some', () => {
  // Of `a`, `b`, `c`, `d` the two in the middle are missing.
  const lines = linesWithGap('a\nd\n', 1, 2);

  it('are those of the whole text', () => {
    expect(lines.count).toBe(5);
    expect(lines.positionAt(0)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(2)).toEqual({ line: 3, character: 0 });
    expect(lines.rangeOf({ start: 0, end: 3 })).toEqual({
      start: { line: 0, character: 0 },
      end: { line: 3, character: 1 },
    });
  });

  it('lead back, what is missing to where it was', () => {
    expect(lines.offsetAt({ line: 0, character: 1 })).toBe(1);
    expect(lines.offsetAt({ line: 1, character: 4 })).toBe(2);
    expect(lines.offsetAt({ line: 2, character: 0 })).toBe(2);
    expect(lines.offsetAt({ line: 3, character: 1 })).toBe(3);
  });
});
