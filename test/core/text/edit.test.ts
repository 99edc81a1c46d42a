import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addKey,
  removeEntry,
  renameKey,
  replaceScalar,
  type TextEdit,
  wrapInList,
} from '../../../src/text/edit';
import { readJson } from '../../../src/text/json-tree';
import type { Format } from '../../../src/text/piece';
import {
  type Entry,
  entryOf,
  type MappingNode,
  type Node,
  nodeAt,
  type ScalarNode,
  toValue,
} from '../../../src/text/tree';
import type { Value } from '../../../src/text/write';
import { readYaml } from '../../../src/text/yaml-tree';
import { anyManifest } from './any-yaml';

type Path = readonly (string | number)[];

const read = (text: string, format: Format) => (format === 'json' ? readJson(text) : readYaml(text));

function edited(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
      text,
    );
}

function scalarAt(text: string, path: Path, format: Format = 'yaml'): ScalarNode {
  const node = nodeAt(read(text, format).tree, path);
  if (node?.kind !== 'scalar') throw new Error(`No scalar at ${path.join('.')}.`);
  return node;
}

function mappingAt(text: string, path: Path, format: Format = 'yaml'): MappingNode {
  const node = nodeAt(read(text, format).tree, path);
  if (node?.kind !== 'mapping') throw new Error(`No mapping at ${path.join('.')}.`);
  return node;
}

function entryAt(mapping: MappingNode, key: string): Entry {
  const entry = entryOf(mapping, key);
  if (!entry) throw new Error(`No key ${key}.`);
  return entry;
}

describe('another value for a scalar', () => {
  it.each([
    ['a: b # note\n', 'c', 'a: c # note\n'],
    ['a: "b" # note\n', 'c', 'a: "c" # note\n'],
    ["a: 'b'\n", "it's", "a: 'it''s'\n"],
    ["a: 'b'\n", 'two\nlines', 'a: "two\\nlines"\n'],
    ['a: b\n', 'some words, and more', 'a: "some words, and more"\n'],
    ['a: b\n', 'some words', 'a: some words\n'],
    ['a: b\n', 'https://example.org/x', 'a: https://example.org/x\n'],
    ['a: b\n', 'no', 'a: "no"\n'],
    ['a: b\n', '5', 'a: "5"\n'],
    ['a: b\n', '', 'a: ""\n'],
    ['a: b\n', '2026-03-01', 'a: 2026-03-01\n'],
    ['a: b\n', 5, 'a: 5\n'],
    ['a: b\n', true, 'a: true\n'],
    ['a: b\n', null, 'a: null\n'],
    ['a:   # note\n', 'c', 'a: c   # note\n'],
    ['a:\r\nb: 1\r\n', 'c', 'a: c\r\nb: 1\r\n'],
    ['a: | # note\n  text\n  more\nb: 1\n', 'c', 'a: c # note\nb: 1\n'],
    ['a: one\n  two\nb: 1\n', 'c', 'a: c\nb: 1\n'],
  ])('%j with %j is %j', (text, value, expected) => {
    expect(edited(text, replaceScalar(text, 'yaml', scalarAt(text, ['a']), value))).toBe(expected);
  });

  it.each([
    ['{ "a": "b" }', 'c', '{ "a": "c" }'],
    ['{ "a": 1 }', 'c', '{ "a": "c" }'],
    ['{ "a": }', 'c', '{ "a": "c" }'],
    ['{ "a" }', 2, '{ "a": 2 }'],
  ])('of JSON %j with %j is %j', (text, value, expected) => {
    expect(edited(text, replaceScalar(text, 'json', scalarAt(text, ['a'], 'json'), value))).toBe(expected);
  });
});

describe('another name for a key', () => {
  it.each([
    ['a: 1 # note\n', 'b', 'b: 1 # note\n'],
    ['"a": 1\n', 'b', '"b": 1\n'],
    ['a: 1\n', 'two words', 'two words: 1\n'],
    ['a: 1\n', 'x: y', '"x: y": 1\n'],
    ['{ a: 1 }\n', 'no', '{ no: 1 }\n'],
  ])('in %j, %j, is %j', (text, key, expected) => {
    expect(edited(text, renameKey(text, 'yaml', entryAt(mappingAt(text, []), 'a'), key))).toBe(expected);
  });
});

describe('a list of one', () => {
  it.each([
    ['a: b # note\n', 'a: [b] # note\n'],
    ['a: "b"\n', 'a: ["b"]\n'],
    ['a: b, c\n', 'a: ["b, c"]\n'],
    ['a: 1.50\n', 'a: [1.50]\n'],
    ['a: { b: 1 }\n', 'a: [{ b: 1 }]\n'],
    ['a: | # note\n  b\n', 'a: ["b\\n"] # note\n'],
    [
      'a:\n  b: 1 # one\n  # two\n  c:\n    d: 2\n\ne: 3\n',
      'a:\n  - b: 1 # one\n    # two\n    c:\n      d: 2\n\ne: 3\n',
    ],
    ['a:\n  b: |\n    text\n\n    more\n', 'a:\n  - b: |\n      text\n\n      more\n'],
    ['a: [b]\n', 'a: [b]\n'],
    ['a:\n', 'a:\n'],
  ])('from %j is %j', (text, expected) => {
    const node = nodeAt(readYaml(text).tree, ['a']);
    expect(node && edited(text, wrapInList(text, 'yaml', node))).toBe(expected);
  });
});

describe('a new key', () => {
  it.each([
    // Block style.
    ['# top\na: 1 # note\n', [], 'first', '# top\nx: z\na: 1 # note\n'],
    ['a: 1 # note\nb: 2\n', [], 'last', 'a: 1 # note\nb: 2\nx: z\n'],
    ['a: 1 # note\nb: 2', [], { after: 'a' }, 'a: 1 # note\nx: z\nb: 2'],
    ['a: 1\nb: 2\n', [], { after: 'missing' }, 'a: 1\nb: 2\nx: z\n'],
    ['a:\r\n  b: 1\r\n', ['a'], 'last', 'a:\r\n  b: 1\r\n  x: z\r\n'],
    [
      'a:\n  - b: 1 # one\n    c: 2\n  - d\n',
      ['a', 0],
      'last',
      'a:\n  - b: 1 # one\n    c: 2\n    x: z\n  - d\n',
    ],
    ['a:\n  - b: 1\n', ['a', 0], 'first', 'a:\n  - x: z\n    b: 1\n'],
    [
      'a:\n  b:\n    - c\n  # about d\n  d: 1\n',
      ['a'],
      { after: 'b' },
      'a:\n  b:\n    - c\n  x: z\n  # about d\n  d: 1\n',
    ],
    ['a: |\n  text\n\nb: 1\n', [], { after: 'a' }, 'a: |\n  text\nx: z\n\nb: 1\n'],
    ['a:\nb: 1\n', [], { after: 'a' }, 'a:\nx: z\nb: 1\n'],
    ['\uFEFFa: 1\n', [], 'first', '\uFEFFx: z\na: 1\n'],
    ['a: &a 1\nb: *a # note\n', [], 'last', 'a: &a 1\nb: *a # note\nx: z\n'],
    // In braces.
    ['a: {}\n', ['a'], 'last', 'a: { x: z }\n'],
    ['a: { }\n', ['a'], 'last', 'a: { x: z }\n'],
    ['a: { b: 1 } # note\n', ['a'], 'last', 'a: { b: 1, x: z } # note\n'],
    ['a: { b: 1 }\n', ['a'], 'first', 'a: { x: z, b: 1 }\n'],
    ['a: { b: 1, c: 2 }\n', ['a'], { after: 'b' }, 'a: { b: 1, x: z, c: 2 }\n'],
    [
      'a: {\n  b: 1, # one\n  c: 2 # two\n}\n',
      ['a'],
      'last',
      'a: {\n  b: 1, # one\n  c: 2,\n  x: z # two\n}\n',
    ],
  ] as const)('in %j at %j, %j', (text, path, place, expected) => {
    expect(edited(text, addKey(text, 'yaml', mappingAt(text, path), 'x', 'z', place))).toBe(expected);
  });

  it.each([
    ['{}', [], 'last', '{ "x": "z" }'],
    ['{\n  "a": 1\n}\n', [], 'last', '{\n  "a": 1,\n  "x": "z"\n}\n'],
    ['{\n  "a": 1\n}\n', [], 'first', '{\n  "x": "z",\n  "a": 1\n}\n'],
    ['{ "a": [{ "b": 1 }] }', ['a', 0], 'last', '{ "a": [{ "b": 1, "x": "z" }] }'],
  ] as const)('in JSON %j at %j, %j', (text, path, place, expected) => {
    expect(edited(text, addKey(text, 'json', mappingAt(text, path, 'json'), 'x', 'z', place))).toBe(expected);
  });

  it('may have a list or a mapping as its value', () => {
    const value: Value = { roles: ['deployer', 'no'], count: 2, none: null, empty: {}, 'two words': [] };
    expect(edited('a: 1\n', addKey('a: 1\n', 'yaml', mappingAt('a: 1\n', []), 'x', value, 'last'))).toBe(
      'a: 1\nx: { roles: [deployer, "no"], count: 2, none: null, empty: {}, two words: [] }\n',
    );
  });
});

describe('a removed entry', () => {
  it.each([
    ['a: 1\nb: 2\n', [], 'a', 'b: 2\n'],
    ['a: 1\nb: 2\n', [], 'b', 'a: 1\n'],
    ['a: 1\nb: 2', [], 'b', 'a: 1'],
    ['a: 1 # one\n# about b\nb: 2\n', [], 'a', '# one\n# about b\nb: 2\n'],
    ['a: 1\nb: # one\n  - c # two\n\nd: 3\n', [], 'b', 'a: 1\n# one\n# two\n\nd: 3\n'],
    ['a:\n  - b: 1\n    c: 2\n', ['a', 0], 'b', 'a:\n  - c: 2\n'],
    ['a:\n  - b: 1 # one\n    c: 2\n', ['a', 0], 'b', 'a:\n  - # one\n    c: 2\n'],
    ['a:\n  - b: 1 # one\n', ['a', 0], 'b', 'a:\n  - {} # one\n'],
    ['a:\r\n  b: 1\r\n  c: 2\r\n', ['a'], 'c', 'a:\r\n  b: 1\r\n'],
    ['a: |+\n  x\nb: 1\n\nc: 2\n', [], 'b', 'a: |+\n  x\nc: 2\n'],
    ['a: |\nb: 1\n  # note\nc: 2\n', [], 'b', 'a: |\n# note\nc: 2\n'],
    ['a: |+\n  x\n\nb: 1', [], 'b', 'a: |+\n  x\n\n'],
    ['a: { b: 1, c: 2 }\n', ['a'], 'b', 'a: { c: 2 }\n'],
    ['a: { b: 1, c: 2 }\n', ['a'], 'c', 'a: { b: 1 }\n'],
    ['a: { b: 1 }\n', ['a'], 'b', 'a: {  }\n'],
  ] as const)('from %j at %j, %s', (text, path, key, expected) => {
    const mapping = mappingAt(text, path);
    expect(edited(text, removeEntry(text, mapping, entryAt(mapping, key)))).toBe(expected);
  });

  it('leaves JSON that can be read', () => {
    const text = '{\n  "a": 1,\n  "b": { "c": 2, "d": 3 }\n}\n';
    const mapping = mappingAt(text, [], 'json');
    expect(edited(text, removeEntry(text, mapping, entryAt(mapping, 'b')))).toBe('{\n  "a": 1\n}\n');
    expect(edited(text, removeEntry(text, mapping, entryAt(mapping, 'a')))).toBe(
      '{\n  "b": { "c": 2, "d": 3 }\n}\n',
    );
  });
});

/** A text that is read without problems, in either format. */
const anyDocument = fc.oneof(
  anyManifest
    .filter((text) => readYaml(text).problems.length === 0)
    .map((text) => ({ text, format: 'yaml' as const })),
  fc
    .tuple(
      fc.dictionary(fc.constantFrom('a', 'b', 'c d', 'é'), fc.jsonValue({ maxDepth: 3 })),
      fc.constantFrom(0, 2, '\t'),
    )
    .map(([value, indent]) => ({ text: JSON.stringify(value, null, indent), format: 'json' as const })),
);

const anyText = fc.constantFrom(
  ...[
    'plain',
    'two words',
    'a, b',
    'x: y',
    '- x',
    '#x',
    'x # y',
    '[x]',
    '{',
    'no',
    'null',
    '1e3',
    '0x1',
    '.inf',
    ' x',
    'x ',
    '',
  ],
  ...[
    "it's",
    '"q"',
    'a\nb',
    '\t',
    '\\',
    '@x',
    '&a',
    '*a',
    '!t',
    '%',
    '|',
    '>',
    '?',
    '-',
    ':',
    'a:',
    '---',
    '...',
    '<<',
    'é',
    '😀',
  ],
  ...['\u2028', '\u0000', '\uFEFF', '=', '~', 'C:\\x', 'services/**', '**/x', '2026-03-01', '`x`'],
);

const anyScalar = fc.oneof(anyText, fc.constantFrom(0, -1, 1.5, 1e21, 1e-7, true, false, null));

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  anyScalar,
  fc.array(anyScalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('k', 'two words', 'x: y', '1'), anyScalar, { maxKeys: 3 }),
);

function* nodesOf(node: Node, path: Path = []): Iterable<readonly [Path, Node]> {
  yield [path, node];
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) yield* nodesOf(item, [...path, index]);
  } else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) yield* nodesOf(value, [...path, key]);
  }
}

/** The value of a tree with another one at a path. */
function replaced(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, change) : (item as unknown)));
  const copy: Record<string, unknown> = { __proto__: null, ...(value as Record<string, unknown>) };
  copy[step] = replaced(copy[step], rest, change);
  return copy;
}

/** The marks of comments in what `anyManifest` makes; no value there has them. */
const comments = (text: string) => text.match(/# (?:note|a: b|about|first|all of them)/g)?.length ?? 0;

interface Picked {
  readonly text: string;
  readonly format: Format;
  readonly root: Node;
  readonly path: Path;
  readonly node: Node;
}

/** Runs a check on any node of any document. */
function everywhere(
  check: (
    picked: Picked,
    random: { readonly value: Value; readonly key: string; readonly at: number },
  ) => void,
): void {
  const random = fc.record({ value: anyValue, key: anyText, at: fc.nat(1_000) });
  fc.assert(
    fc.property(anyDocument, random, fc.nat(10_000), ({ text, format }, choices, which) => {
      const { tree } = read(text, format);
      if (!tree) return;
      const nodes = [...nodesOf(tree)];
      const picked = nodes[which % nodes.length];
      if (picked) check({ text, format, root: tree, path: picked[0], node: picked[1] }, choices);
    }),
    { seed: 5, numRuns: 600 },
  );
}

/** Expects a text after edits to be read without problems, to have a value, and to keep its comments. */
function expectEdited({ text, format }: Picked, edits: readonly TextEdit[], value: unknown): void {
  const after = edited(text, edits);
  const { tree, problems } = read(after, format);
  expect(problems, after).toEqual([]);
  expect(tree && toValue(tree), after).toEqual(value);
  expect(comments(after), after).toBe(comments(text));
}

describe('in any document', () => {
  it('a scalar with another value has that value, and all else is as it was', () => {
    everywhere((picked, { value }) => {
      const { text, format, root, path, node } = picked;
      if (node.kind !== 'scalar' || (typeof value === 'object' && value !== null)) return;
      const scalar = value;
      expectEdited(
        picked,
        replaceScalar(text, format, node, scalar),
        replaced(toValue(root), path, () => scalar),
      );
    });
  });

  it('a key with another name keeps its value and its place', () => {
    everywhere((picked, { key, at }) => {
      const { text, format, root, path, node } = picked;
      if (node.kind !== 'mapping') return;
      const entry = node.entries[at % (node.entries.length || 1)];
      if (!entry || entryOf(node, key)) return;
      const renamed = (old: unknown) =>
        Object.fromEntries(
          Object.entries(old as object).map(([name, inner]) => [
            name === entry.key ? key : name,
            inner as unknown,
          ]),
        );
      expectEdited(picked, renameKey(text, format, entry, key), replaced(toValue(root), path, renamed));
    });
  });

  it('a value in a list is the only one in it', () => {
    everywhere((picked) => {
      const { text, format, root, path, node } = picked;
      const stays = node.kind === 'sequence' || node.start === node.end;
      const value = replaced(toValue(root), path, (old) => (stays ? old : [old]));
      expectEdited(picked, wrapInList(text, format, node), value);
    });
  });

  it('a new key is where it was wanted', () => {
    everywhere((picked, { key, value, at }) => {
      const { text, format, root, path, node } = picked;
      if (node.kind !== 'mapping' || entryOf(node, key)) return;
      const keys = node.entries.map((entry) => entry.key);
      const index = at % (keys.length + 2);
      const after = keys[index - 1];
      const place = index === 0 ? 'first' : after === undefined ? 'last' : { after };
      const added = (old: unknown) => ({ __proto__: null, ...(old as object), [key]: value });
      const edits = addKey(text, format, node, key, value, place);
      expectEdited(picked, edits, replaced(toValue(root), path, added));
      const now = nodeAt(read(edited(text, edits), format).tree, path);
      const order = now?.kind === 'mapping' ? now.entries.map((entry) => entry.key) : [];
      expect(order.indexOf(key)).toBe(index === 0 ? 0 : Math.min(index, keys.length));
    });
  });

  it('a removed entry is gone, and its comments are not', () => {
    everywhere((picked, { at }) => {
      const { text, root, path, node } = picked;
      if (node.kind !== 'mapping') return;
      const entry = node.entries[at % (node.entries.length || 1)];
      if (!entry) return;
      const without = (old: unknown) =>
        Object.fromEntries(Object.entries(old as object).filter(([name]) => name !== entry.key));
      expectEdited(picked, removeEntry(text, node, entry), replaced(toValue(root), path, without));
    });
  });
});
