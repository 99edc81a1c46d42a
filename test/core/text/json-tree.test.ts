import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/text/json-tree';
import { toValue } from '../../../src/text/tree';
import { readYaml } from '../../../src/text/yaml-tree';

const value = (text: string) => {
  const { tree } = readJson(text);
  return tree && toValue(tree);
};

const problems = (text: string) =>
  readJson(text).problems.map(({ code, span, params }) => {
    const name = Object.values(params)[0] ?? code;
    return `${code === 'syntax' ? '' : `${code}: `}${name} at ${JSON.stringify(text.slice(span.start, span.end))}`;
  });

const anyJson = fc.json({ maxDepth: 4 });

/** JSON with something taken out, put in, or broken off. */
const anyBroken = fc
  .tuple(
    anyJson,
    fc.array(
      fc.tuple(
        fc.nat(9_999),
        fc.nat(2),
        fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\n', '//', '/*', 'x', '1', '\\'),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((result, [at, gone, added]) => {
      const from = Math.floor((at / 10_000) * (result.length + 1));
      return result.slice(0, from) + added + result.slice(from + gone);
    }, text),
  );

const settings = { seed: 11, numRuns: 1_000 };

describe('JSON', () => {
  it('is read as it is meant', () => {
    fc.assert(
      fc.property(anyJson, (text) => {
        expect(problems(text)).toEqual([]);
        // A null prototype, as trees give it, so that __proto__ is only a key.
        const expected: unknown = JSON.parse(text, (_key, inner: unknown) => {
          if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
            Object.setPrototypeOf(inner, null);
          return inner;
        });
        expect(JSON.stringify(value(text))).toBe(JSON.stringify(expected));
      }),
      settings,
    );
  });

  it('that JavaScript refuses has a problem, with its place in the text', () => {
    fc.assert(
      fc.property(anyBroken, (text) => {
        const { problems: told } = readJson(text);
        for (const { span } of told)
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        if (!isJson && text.trim() !== '' && !text.includes('\u00a0')) expect(told).not.toEqual([]);
      }),
      settings,
    );
  });

  it('gives the same tree as when it is read as YAML', () => {
    const text = '{ "a": [1, "b", { "c": null }], "d": true }';
    expect(readJson(text).tree).toEqual(readYaml(text).tree);
  });

  it('may begin with a byte order mark, and be empty', () => {
    expect(value('\uFEFF{"a": 1}')).toEqual({ a: 1 });
    expect(readJson('\uFEFF{"a": 1}').tree?.start).toBe(1);
    expect(readJson(' \n')).toEqual({ tree: undefined, problems: [] });
  });

  it('keeps a number beyond all numbers as text', () => {
    expect(value('[1e999, 12345678901234567890]')).toEqual(['1e999', 12345678901234567000]);
  });
});

describe('half-typed JSON', () => {
  it.each([
    ['{"a": 1,}', { a: 1 }, ['a comma has nothing after it at ","']],
    ['{"a": [1,]}', { a: [1] }, ['a comma has nothing after it at ","']],
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }, ['a comma is missing at "\\"b\\""']],
    ['{"a": }', { a: null }, ['a value is missing at ":"']],
    ['{"a"}', { a: null }, ['a colon is missing after a key at "\\"a\\""']],
    ['{"a": 1', { a: 1 }, ['a bracket is not closed at "{"']],
    ['{"a": {"b": 1', { a: { b: 1 } }, ['a bracket is not closed at "{"']],
    ['{"a": "b\n}', { a: 'b' }, ['a quote is not closed at "\\"b"']],
    ['{a: 1}', {}, ['a text needs double quotes at "a"']],
    ["{'a': 1}", {}, ['a text needs double quotes at "\'a\'"']],
    ['[1,,2]', [1, 2], ['a value is missing at ","']],
    ['{"a": 1} x', { a: 1 }, ['a text needs double quotes at "x"']],
    ['{"a": 1} 2', { a: 1 }, ['text follows the end of a value at "2"']],
    ['// note\n{"a": 1}', { a: 1 }, ['a comment is not allowed here at "// note"']],
    ['{"a": 1, "a": 2}', { a: 2 }, ['duplicate-key: a at "\\"a\\""']],
    ['["\\q"]', [''], ['an escape in a quoted text is not known at "\\"\\\\q\\""']],
    ['[01]', [0, 1], ['a comma is missing at "1"']],
  ])('%j keeps what can be understood', (text, expected, told) => {
    expect(value(text)).toEqual(expected);
    expect(problems(text)).toEqual(told);
  });

  it('has the innermost bracket that is not closed, not those around it', () => {
    const text = '{\n "a": {\n  "b": [1\n';
    expect(readJson(text).problems.map(({ span }) => span.start)).toEqual([text.indexOf('[')]);
  });

  it('is told where brackets lie too deep in one another', () => {
    for (const text of ['['.repeat(10_000), '{"a":'.repeat(10_000), '[}'.repeat(200_000)]) {
      const told = readJson(text).problems;
      expect(told.length).toBeGreaterThan(0);
      expect(told.length).toBeLessThanOrEqual(20);
    }
    expect(problems('['.repeat(10_000))).toEqual(['too-deep: 64 at "["']);
    expect(readJson(`${'['.repeat(64)}${']'.repeat(64)}`).problems).toEqual([]);
  });

  it('is not read at all when it is too large', () => {
    const text = `["${'x'.repeat(2 * 1024 * 1024)}"]`;
    expect(readJson(text)).toMatchObject({ tree: undefined, problems: [{ code: 'too-large' }] });
  });
});
