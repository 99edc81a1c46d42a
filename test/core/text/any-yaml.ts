import fc from 'fast-check';

/** YAML as people write it, and what they do to it while they type. All of it shrinks to short texts. */

/** A value as it is written: behind a key or dash, or on the lines below. */
type Shape =
  | { readonly kind: 'line'; readonly text: string; readonly tail: string }
  | { readonly kind: 'text'; readonly header: string; readonly lines: readonly string[] }
  | {
      readonly kind: 'mapping';
      readonly step: number;
      readonly entries: readonly (readonly [string, Shape])[];
      readonly tail: string;
    }
  | { readonly kind: 'list'; readonly step: number; readonly items: readonly Shape[]; readonly tail: string };

const tail = fc.constantFrom('', '', '', '  # note', ' # a: b', '   ', '\n', '\n# note', '\n      # note');

const word = fc.constantFrom(
  ...[
    'plain',
    'two words',
    '2026-03-01',
    '12',
    '-5',
    '1.50',
    '1e3',
    '0x1F',
    '1k-100k',
    'true',
    'null',
    '~',
    'NO',
    'yes',
  ],
  ...[
    '.inf',
    "it's",
    'a#b',
    'x:y',
    'https://example.org/a?b=c',
    'services/**',
    'jane@example.com',
    'é',
    '😀 日本',
    '<<',
  ],
  ...['"quoted: text"', "'single'", "'it''s'", '"a \\"b\\" \\u00e9"', "''", '""'],
);

const { flow } = fc.letrec<{ flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    word,
    fc
      .tuple(fc.array(tie('flow'), { maxLength: 4 }), fc.constantFrom(', ', ',', ' , ', ',\n        '))
      .map(([items, comma]) => `[${items.join(comma)}]`),
    fc
      .tuple(
        fc.array(tie('flow'), { maxLength: 3 }),
        fc.constantFrom(', ', ',\n          '),
        fc.constantFrom('', ' '),
      )
      .map(
        ([items, comma, pad]) =>
          `{${pad}${items.map((item, index) => `k${index}: ${item}`).join(comma)}${pad}}`,
      ),
  ),
}));

const key = fc.constantFrom(
  'id',
  'name',
  'purpose',
  'roles',
  'data',
  'tools',
  'x-note',
  '$a',
  'a.b',
  '"quoted"',
  "'k'",
);

const textLine = fc.constantFrom('some text', '  deeper', '# no comment', 'a: b', '', '', '- c', 'end  ');

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('line' as const),
      text: fc.oneof(
        { weight: 3, arbitrary: word },
        { weight: 2, arbitrary: flow },
        { weight: 1, arbitrary: fc.constant('') },
      ),
      tail,
    }),
    fc.record({
      kind: fc.constant('text' as const),
      header: fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '|2', '| # note'),
      lines: fc.array(textLine, { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('mapping' as const),
      step: fc.constantFrom(2, 2, 2, 1, 4),
      entries: fc.uniqueArray(fc.tuple(key, tie('shape')), {
        minLength: 1,
        maxLength: 4,
        selector: ([name]) => name,
      }),
      tail,
    }),
    fc.record({
      kind: fc.constant('list' as const),
      step: fc.constantFrom(2, 2, 0, 4),
      items: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
      tail,
    }),
  ),
}));

/** What stands behind a colon or dash, from the space on, to the end of its last line. */
function written(value: Shape, indent: number): string {
  const below = ' '.repeat(indent + ('step' in value ? value.step : 2));
  switch (value.kind) {
    case 'line':
      return `${value.text === '' ? '' : ' '}${value.text}${value.tail}\n`;
    case 'text':
      return ` ${value.header}\n${value.lines.map((line) => (line === '' ? '\n' : `${below}${line}\n`)).join('')}`;
    case 'mapping':
      return `${value.tail}\n${value.entries.map(([name, inner]) => `${below}${name}:${written(inner, indent + value.step)}`).join('')}`;
    case 'list':
      return `${value.tail}\n${value.items.map((item) => `${below}-${written(item, indent + value.step + 1)}`).join('')}`;
  }
}

const topEntries = fc.uniqueArray(
  fc.tuple(fc.constantFrom('version', 'organization', 'preferences', 'defaults', 'ignore'), shape),
  {
    maxLength: 2,
    selector: ([name]) => name,
  },
);

const item = fc.oneof(
  { weight: 3, arbitrary: shape },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'id: one\n',
      'id: two # first\nroles: [deployer]\n',
      'id: a\ndata: { classes: [personal] }\nowner: x\n',
    ),
  },
);

const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n');

/** A document with a top-level list `systems`, most often a block list; no errors unless by chance. */
export const anyManifest = fc
  .record({
    start: fc.constantFrom('', '', '', '\uFEFF', '---\n', '# about\n'),
    before: topEntries,
    between: fc.constantFrom('', '', ' # all of them', '\n\n# note'),
    indent: fc.constantFrom(2, 2, 0, 4),
    items: fc.array(item, { maxLength: 4 }),
    after: topEntries,
    lineEnd,
    cut: fc.constantFrom(0, 0, 0, 1),
  })
  .map(({ start, before, between, indent, items, after, lineEnd: end, cut }) => {
    const names = new Set(before.map(([name]) => name));
    const entry = ([name, value]: readonly [string, Shape]) => `${name}:${written(value, 0)}`;
    const dash = `${' '.repeat(indent)}-`;
    const lines = items.map((one) => {
      if (typeof one !== 'string') return `${dash}${written(one, indent + 1)}`;
      return one
        .replace(/^/gm, `${dash.replace('-', ' ')} `)
        .replace(`${dash.replace('-', ' ')} `, `${dash} `)
        .trimEnd()
        .concat('\n');
    });
    const text = [
      start,
      ...before.map(entry),
      `systems:${between}\n`,
      ...lines,
      ...after.filter(([name]) => !names.has(name)).map(entry),
    ].join('');
    return text.slice(0, text.length - cut).replaceAll('\n', end);
  });

/** What is typed, pasted or deleted, the nasty things among it. */
const typed = fc.constantFrom(
  ...[
    '"',
    "'",
    '|',
    '>',
    '#',
    ' #',
    '-',
    '- ',
    ':',
    ': ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '?',
    '? ',
    '@',
    '%',
    '`',
    '\\',
  ],
  ...[
    '\t',
    '\n\t',
    '\n  \t',
    '\r\n',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\n  - ',
    '\n- ',
    '\n---\n',
    '\n...\n',
    '---',
    '\n]',
    '\n}',
  ],
  ...[
    '&a ',
    '*a',
    ' &a x',
    '!t ',
    '!!str ',
    'word',
    '\nword',
    '\n word',
    '\n   word',
    '\nword: 1',
    '|\n',
    '>-\n',
    'é',
    '😀',
    '\u2028',
  ],
  ...[
    '\nsystems:\n',
    'systems: [a]',
    '\n"systems": 1',
    '\n# note\n',
    '\n    # note\n',
    '\r',
    '\uFEFF',
    '\n    \t\n',
    '',
  ],
);

export type AnyEdit = (text: string) => string;

/** One change to a text. */
export const anyEdit: fc.Arbitrary<AnyEdit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(9_999), fc.constantFrom(0, 0, 0, 1, 2, 7), typed)
      .map(([at, gone, added]) => (text: string) => {
        const from = Math.floor((at / 10_000) * (text.length + 1));
        return text.slice(0, from) + added + text.slice(from + gone);
      }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(9_999), fc.nat(9_999), fc.boolean())
      .map(([at, to, keeps]) => (text: string) => {
        const lines = text.split('\n');
        const moved = lines[Math.floor((at / 10_000) * lines.length)] ?? '';
        if (!keeps) lines.splice(Math.floor((at / 10_000) * lines.length), 1);
        else lines.splice(Math.floor((to / 10_000) * lines.length), 0, moved);
        return lines.join('\n');
      }),
  },
);

/** Tokens of YAML in any order. */
export const anyTokens = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: typed },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'a',
          'key',
          'a: 1',
          'b: [x, y]',
          'c: { d: e }',
          '- a\n',
          '\n  ',
          '\n    ',
          '\n',
          ': ',
          'e: |\n  x\n',
        ),
      },
      { weight: 1, arbitrary: word },
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));
