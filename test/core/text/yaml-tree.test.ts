import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node as YamlNode,
} from 'yaml';
import { readPlainYaml } from '../../../src/text/plain-yaml';
import { ProblemList } from '../../../src/text/problems';
import { type Node, nodeAt, toValue } from '../../../src/text/tree';
import { YamlComposer } from '../../../src/text/yaml-compose';
import { tokenize } from '../../../src/text/yaml-tokens';
import { readYaml, readYamlParts } from '../../../src/text/yaml-tree';
import { anyEdit, anyManifest, anyTokens } from './any-yaml';

const value = (text: string) => {
  const { tree } = readYaml(text);
  return tree && toValue(tree);
};

/** Each problem as its code or detail and the text it stands at. */
const problems = (text: string) =>
  readYaml(text).problems.map(({ code, span, params }) => {
    const name = Object.values(params)[0] ?? code;
    return `${code === 'syntax' ? '' : `${code}: `}${name} at ${JSON.stringify(text.slice(span.start, span.end))}`;
  });

describe('YAML', () => {
  it.each([
    ['a: 1\nb: [x, 2]\nc: { d: e }\n', { a: 1, b: ['x', 2], c: { d: 'e' } }],
    ['- a\n-\n- - b\n', ['a', null, ['b']]],
    ['a:\n- b\n- c: d\n  e: f\n', { a: ['b', { c: 'd', e: 'f' }] }],
    ["a: \"b \\u00e9 \\n\"\nc: 'it''s'\n", { a: 'b é \n', c: "it's" }],
    ['a: |\n  b\n   c\n\n  d\ne: >-\n  f\n  g\n', { a: 'b\n c\n\nd\n', e: 'f g' }],
    ['a: b\n   c\nd: "e\n  f"\n', { a: 'b c', d: 'e f' }],
    ['? a\n: b\n', { a: 'b' }],
    ['a: [x: 1, { y }]\n', { a: [{ x: 1 }, { y: null }] }],
    ['\uFEFFa: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['---\na: 1\n...\n', { a: 1 }],
    ['', undefined],
    ['# nothing\n', undefined],
    ['null\n', null],
  ])('%j is read as it is meant', (text, expected) => {
    expect(value(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['2026-03-01', '2026-03-01'],
    ['NO', 'NO'],
    ['yes', 'yes'],
    ['~', null],
    ['Null', null],
    ['TRUE', true],
    ['tRUE', 'tRUE'],
    ['1_000', '1_000'],
    ['0o17', 15],
    ['017', 17],
    ['0xff', 255],
    ['1e3', 1000],
    ['-.5', -0.5],
    ['1.', 1],
    ['.inf', '.inf'],
    ['-.INF', '-.INF'],
    ['.nan', '.nan'],
    ['1e999', '1e999'],
    ['9007199254740993', 9007199254740992],
    ['12345678901234567890', 12345678901234567000],
    ['!!str 5', '5'],
    ['!!int 5', 5],
    ['! 5', '5'],
  ])('the scalar %s has the value %j', (text, expected) => {
    expect(value(`a: ${text}\n`)).toEqual({ a: expected });
    expect(problems(`a: ${text}\n`)).toEqual([]);
  });

  it('reads a key as it is written', () => {
    expect(value('1: a\nNO: b\nnull: c\n"d": e\n__proto__: f\n')).toEqual(
      Object.assign(Object.create(null), { 1: 'a', NO: 'b', null: 'c', d: 'e', ['__proto__']: 'f' }),
    );
  });

  it('takes << for a key like any other', () => {
    expect(value('a: &a { x: 1 }\nb: { <<: *a, y: 2 }\n')).toEqual({
      a: { x: 1 },
      b: { '<<': { x: 1 }, y: 2 },
    });
  });

  it('lets an alias stand for the very value of its anchor, the last one before it', () => {
    const text = 'a: &x [1]\nb: *x\nc: &x [2]\nd: *x\n';
    expect(value(text)).toEqual({ a: [1], b: [1], c: [2], d: [2] });
    const { tree } = readYaml(text);
    expect(nodeAt(tree, ['b'])).toBe(nodeAt(tree, ['a']));
  });

  it('gives a missing value an empty place right after its colon or dash', () => {
    const { tree } = readYaml('a:   # none\nb:\n  -\n  - { c: , d }\n');
    const places = [['a'], ['b', 0], ['b', 1, 'c'], ['b', 1, 'd']].map((path) => nodeAt(tree, path));
    expect(places.map((node) => [node?.start, node?.end])).toEqual([
      [2, 2],
      [18, 18],
      [27, 27],
      [31, 31],
    ]);
  });

  it('places every key and value where it is written', () => {
    const text = 'first: { a: "b" }\nsecond: |\n  text\n\nthird: &x !!str word # note\n';
    const { tree } = readYaml(text);
    const source = (node: Node | undefined) => text.slice(node?.start, node?.end);
    expect(source(nodeAt(tree, ['first']))).toBe('{ a: "b" }');
    expect(source(nodeAt(tree, ['first', 'a']))).toBe('"b"');
    expect(source(nodeAt(tree, ['second']))).toBe('|\n  text');
    expect(source(nodeAt(tree, ['third']))).toBe('word');
    expect(source(tree)).toBe(text.slice(0, text.indexOf(' #')));
  });
});

describe('half-typed YAML', () => {
  it.each([
    ['purp\nid: x\n', { purp: null, id: 'x' }, ['a colon is missing after a key at "purp"']],
    ['id: x\npurp', { id: 'x', purp: null }, ['a colon is missing after a key at "purp"']],
    ['a: "open\nb: 1\n', { a: 'open', b: 1 }, ['a quote is not closed at "\\"open"']],
    ["a: 'open\r\nb: 1\r\n", { a: 'open', b: 1 }, ['a quote is not closed at "\'open"']],
    ['a: [x, y\nb: 1\n', { a: ['x', 'y'], b: 1 }, ['a bracket is not closed at "["']],
    ['a: { x: 1\nb: 1\n', { a: { x: 1 }, b: 1 }, ['a bracket is not closed at "{"']],
    ['a: [x }\nb: 1\n', { a: ['x'], b: 1 }, ['a bracket is not closed at "["']],
    [
      'a: x: y\nb: 1\n',
      { a: 'x: y', b: 1 },
      ['a second colon on the line: the value needs quotes at "x: y"'],
    ],
    [
      'a: x: y: z\nb: 1\n',
      { a: 'x: y: z', b: 1 },
      ['a second colon on the line: the value needs quotes at "x: y: z"'],
    ],
    [
      'a: x: [y]\nb: 1\n',
      { a: { x: ['y'] }, b: 1 },
      ['a second colon on the line: the value needs quotes at "x"'],
    ],
    [
      'a: x\n  b: 1\nc: 2\n',
      { a: 'x', b: 1, c: 2 },
      ['a line is indented differently from its neighbors at "b"'],
    ],
    [
      '- a: 1\n b: 2\n- c: 3\n',
      [{ a: 1, b: 2 }, { c: 3 }],
      ['a line is indented differently from its neighbors at "b"'],
    ],
    ['a: 1\n- b\nc: 2\n', { a: 1, c: 2 }, ['a list item stands where a key belongs at "-"']],
    ['x:\n  a: 1\n  - b\n  c: 2\n', { x: { a: 1, c: 2 } }, ['a list item stands where a key belongs at "-"']],
    ['"own\na: [x]\n', { own: null, a: ['x'] }, ['a quote is not closed at "\\"own"']],
    ['a: "b\\"\nc: 1\n', { a: 'b"', c: 1 }, ['a quote is not closed at "\\"b\\\\\\""']],
    ['a: [x y: z]\n', { a: [{ 'x y': 'z' }] }, []],
    ['a: @x\n', { a: '@x' }, ['a value begins with a character that needs quotes at "@"']],
    ['a: "x" y\n', { a: 'x' }, ['text follows the end of a value at "y"']],
    ['a: "\\q"\n', { a: '\\q' }, ['an escape in a quoted text is not known at "\\\\q"']],
    ['a: ]\nb: 1\n', { a: null, b: 1 }, ['a closing bracket has no opening one at "]"']],
    ['a: - b\n', { a: null, b: null }, ['a list begins on the line of its key at "-"']],
    ['a: 1\n- b\n', { a: 1 }, ['a list item stands where a key belongs at "-"']],
    ['- a\nb: 1\n', ['a'], ['text follows the end of a value at "b"']],
    [
      'a:\n   b: 1\n  c: 2\n',
      { a: { b: 1 }, c: 2 },
      ['a line is indented differently from its neighbors at "c"'],
    ],
    ['a: [1,, 2]\n', { a: [1, 2] }, ['a comma stands where a value belongs at ","']],
    ['a: ["b" "c"]\n', { a: ['b', 'c'] }, ['a comma is missing at "\\"c\\""']],
    ['a: |x\n  b\n', { a: 'b\n' }, ['the first line of a block text is not written correctly at "x"']],
    ['a: !ref b\n', { a: 'b' }, ['a tag is not known here at "!ref"']],
    ['a: !!int b\n', { a: 'b' }, ['a tag does not fit its value at "!!int"']],
    ['a: "b"#c\n', { a: 'b' }, ['a space is missing before a comment at "#"']],
    ['%FOO\n---\na: 1\n', { a: 1 }, ['a line that begins with % is not known at "%FOO"']],
    ['%YAML 1.2\na: 1\n', { a: 1 }, ['a line of --- is missing after a line with % at "%YAML 1.2"']],
    ['a: 1\n\tb: 2\nc: 3\n', { a: 1, c: 3 }, ['tab-indent: tab-indent at "\\t"']],
    ['a:\n  b: 1\n  \tc: 2\nd: 3\n', { a: { b: 1 }, d: 3 }, ['tab-indent: tab-indent at "\\t"']],
    ['a: *b\n', { a: null }, ['unresolved-alias: b at "*b"']],
    ['a: **/x.py\n', { a: null }, ['unresolved-alias: */x.py at "**/x.py"']],
    ['a: &a [*a]\n', { a: [null] }, ['unresolved-alias: a at "*a"']],
    ['a: 1\nb: 2\na: 3\n', { a: 3, b: 2 }, ['duplicate-key: a at "a"']],
    ['a: 1\n---\nb: 2\n', { a: 1 }, ['several-documents: several-documents at "---"']],
    ['a: {{ x }}\n', { a: {} }, ['key-not-text: key-not-text at "{ x }"']],
    ['[a]: 1\nb: 2\n', { b: 2 }, ['key-not-text: key-not-text at "[a]"']],
    [': 1\nb: 2\n', { b: 2 }, ['key-not-text: key-not-text at ":"']],
  ])('%j keeps what can be understood', (text, expected, told) => {
    expect(value(text)).toEqual(expected);
    expect(problems(text)).toEqual(told);
  });

  it('tells of one problem a line, and of no more than 20', () => {
    expect(problems('a: ]]]]]]]\nb: 1\n')).toHaveLength(1);
    expect(problems('a: "\\q" ]\nb: "\\q" ]\n')).toEqual([
      'an escape in a quoted text is not known at "\\\\q"',
      'an escape in a quoted text is not known at "\\\\q"',
    ]);
    expect(problems('a: ]\n'.repeat(50)).filter((problem) => !problem.startsWith('duplicate'))).toHaveLength(
      20,
    );
  });
});

describe('YAML beyond all measure', () => {
  it('is told where lists or mappings lie too deep in one another', () => {
    for (const [text, at] of [
      [`a: ${'['.repeat(10_000)}`, 66],
      ['- '.repeat(10_000), 128],
      [Array.from({ length: 200 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), undefined],
    ] as const) {
      const { problems: told } = readYaml(text);
      expect(told.filter(({ code }) => code === 'too-deep')).toHaveLength(1);
      const place = told.find(({ code }) => code === 'too-deep')?.span.start;
      if (at !== undefined) expect(place).toBe(at);
    }
  });

  it('keeps aliases of aliases from growing without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++) {
      const alias = `*a${level - 1}`;
      lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => alias).join(', ')}]`);
    }
    const { tree, problems: told } = readYaml(lines.join('\n'));
    expect(told.map(({ code }) => code)).toEqual(['alias-limit']);
    expect(JSON.stringify(tree && toValue(tree)).length).toBeLessThan(200_000);
  });

  it('is not read at all when it is too large', () => {
    const text = `a: ${'x'.repeat(2 * 1024 * 1024)}\n`;
    expect(readYaml(text)).toMatchObject({
      tree: undefined,
      problems: [{ code: 'too-large', params: { limit: '2 MiB' } }],
    });
    const dense = `- a\n- ${'&a '.repeat(600_000)}`;
    expect(readYaml(dense).problems).toMatchObject([{ code: 'too-large' }]);
  });

  it('of empty lines and comments in thousands is read as fast as other text', () => {
    const text = `a: |\n  x\n${'\n'.repeat(300_000)}${' # note\n'.repeat(100_000)}`;
    expect(value(`${text}\nb: &b 1\n`)).toEqual({ a: 'x\n', b: 1 });
  });
});

const settings = { seed: 7, numRuns: 400 };

/** The tree by way of the library, whatever the text. */
function byLibrary(text: string) {
  const told = new ProblemList(text);
  const composer = new YamlComposer(text, told);
  const document = tokenize(text).tokens.find((token) => token.type === 'document');
  return {
    tree: document?.type === 'document' ? composer.document(document) : undefined,
    problems: told.all,
  };
}

/** The library's own reading as data, by our rules for keys and for numbers that are none. */
function data(node: YamlNode | Alias | null | undefined, document: Document): unknown {
  if (isAlias(node)) return data(node.resolve(document), document);
  if (isScalar(node)) {
    return typeof node.value === 'number' && !Number.isFinite(node.value) ? node.source : node.value;
  }
  if (isSeq<YamlNode>(node)) return node.items.map((item) => data(item, document));
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  if (!isMap<YamlNode, YamlNode>(node)) return null;
  for (const { key, value: inner } of node.items) {
    if (isScalar(key) && (key.source !== '' || key.type !== 'PLAIN'))
      object[key.source ?? ''] = data(inner, document);
  }
  return object;
}

const anyText = fc.oneof(
  anyTokens,
  fc
    .tuple(anyManifest, fc.array(anyEdit, { maxLength: 3 }))
    .map(([text, edits]) => edits.reduce((result, edit) => edit(result), text)),
);

/** Where our reading means to differ from the library's: see `readYaml`. */
const differs = (text: string) =>
  /^\uFEFF|(?:^|\n)\t|\r(?!\n)|\?|%|!/.test(text) || /[|>]\+[^\n]*\n *$/.test(text);

describe('against the YAML library', () => {
  it('the quick reader gives the same tree wherever it gives one', () => {
    let read = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = readPlainYaml(text);
        if (!plain) return;
        read++;
        expect({ tree: plain, problems: [] }).toEqual(byLibrary(text));
      }),
      { ...settings, numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(80);
  });

  it('a text without errors has the same values and no problems', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = parseDocument<YamlNode>(text, {
          uniqueKeys: false,
          prettyErrors: false,
          logLevel: 'error',
        });
        fc.pre(document.errors.length === 0 && !differs(text));
        const { tree, problems: told } = readYamlParts(text);
        expect(tree ? toValue(tree) : null).toEqual(data(document.contents, document));
        const others = told.filter(({ code }) => code === 'syntax' || code === 'tab-indent');
        expect(others).toEqual([]);
      }),
      settings,
    );
  });

  it('a text with errors has a problem', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!/^\uFEFF|\r(?!\n)|\t *(?:\n|$)/.test(text));
        const { errors } = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
        if (errors.length > 0) expect(readYaml(text).problems).not.toEqual([]);
      }),
      settings,
    );
  });

  it('every place lies in the text, and inside the place of what holds it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tree, problems: told, aliases } = readYamlParts(text);
        for (const { span } of told)
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        if (tree && !aliases) expectNested(tree, { start: 0, end: text.length });
      }),
      settings,
    );
  });
});

function expectNested(node: Node, { start, end }: { readonly start: number; readonly end: number }): void {
  expect(start <= node.start && node.start <= node.end && node.end <= end).toBe(true);
  if (node.kind === 'sequence') for (const item of node.items) expectNested(item, node);
  if (node.kind === 'mapping') {
    for (const { keySpan, value: inner } of node.entries) {
      expect(node.start <= keySpan.start && keySpan.start <= keySpan.end && keySpan.end <= node.end).toBe(
        true,
      );
      expectNested(inner, node);
    }
  }
}
