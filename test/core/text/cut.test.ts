import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutDocument } from '../../../src/text/cut';
import type { Cut } from '../../../src/text/piece';
import { toValue } from '../../../src/text/tree';
import { cutWhole } from '../../../src/text/whole-cut';
import { anyEdit, anyManifest } from './any-yaml';
import { inDocument } from './places';

const cut = (text: string, previous?: Cut) => cutDocument(text, 'yaml', 'systems', previous);
const values = ({ items }: Cut) => items.map(({ tree }) => tree && toValue(tree));
const codes = ({ head, items }: Cut) =>
  [head, ...items].map(({ problems }) => problems.map(({ code }) => code));

const three = `version: 1 # first
systems:
  # all of them
  - id: one
    purpose: >-
      long
      text
  - id: two

  # about three
  - id: three
    roles: [deployer]
defaults: { markets: [DE] }
`;

describe('a cut document', () => {
  it('has a piece for each item, of whole lines from its dash', () => {
    const { items, list } = cut(three);
    expect(list).toBe('list');
    expect(items.map(({ text }) => text.split('\n').length)).toEqual([5, 4, 3]);
    expect(items.map(({ line }) => line)).toEqual([3, 7, 10]);
    expect(values(cut(three))).toEqual([
      { id: 'one', purpose: 'long text' },
      { id: 'two' },
      { id: 'three', roles: ['deployer'] },
    ]);
  });

  it('has a head with the keys before and after the list, in their lines of the document', () => {
    const { head } = cut(three);
    expect(head.tree && toValue(head.tree)).toEqual({
      version: 1,
      systems: [],
      defaults: { markets: ['DE'] },
    });
    const after = head.tree?.kind === 'mapping' ? head.tree.entries[2] : undefined;
    expect(after && head.lines.rangeOf(after.keySpan)).toEqual({
      start: { line: 12, character: 0 },
      end: { line: 12, character: 8 },
    });
    expect(head.text.slice(after?.keySpan.start, after?.keySpan.end)).toBe('defaults');
  });

  it('says whether the list is there', () => {
    expect(cut('version: 1\n').list).toBe('absent');
    expect(cut('').list).toBe('absent');
    expect(cut('systems:\n').list).toBe('other');
    expect(cut('systems: none\n').list).toBe('other');
    expect(cut('systems: { a: 1 }\n').list).toBe('other');
    expect(cut('systems: []\n').list).toBe('list');
    expect(cut('systems:\n- a\n').list).toBe('list');
  });

  it('keeps items that are no mappings as they are', () => {
    expect(values(cut('systems:\n  - one\n  -\n  - [a]\n  - 4\n'))).toEqual(['one', null, ['a'], 4]);
  });

  it('keeps what is wrong in one item away from the others', () => {
    for (const broken of [
      'purpose: "open',
      'roles: [open',
      'data: { a: 1',
      'x',
      '"a',
      "it's: 'b",
      'a: b: c',
      '- d',
      '? e',
      '@f',
    ]) {
      const result = cut(three.replace('  - id: two\n', `  - id: two\n    ${broken}\n`));
      expect(result.items, broken).toHaveLength(3);
      expect(values(result)[2], broken).toEqual({ id: 'three', roles: ['deployer'] });
      const [head, one, , last] = codes(result);
      expect([head, one, last], broken).toEqual([[], [], []]);
    }
  });

  it('keeps the items while a top-level key is being typed', () => {
    for (const text of [`polic\n${three}`, `${three}polic\n`, `${three}polic`]) {
      expect(values(cut(text))).toHaveLength(3);
      expect(codes(cut(text))).toEqual([['syntax'], [], [], []]);
    }
  });

  it('leaves out a line that is indented by a tab, with one problem at the tab', () => {
    const result = cut(three.replace('  - id: two\n', '  - id: two\n\tname: Two\n    owner: me\n'));
    expect(values(result)[1]).toEqual({ id: 'two', owner: 'me' });
    expect(codes(result)).toEqual([[], [], ['tab-indent'], []]);
    const [problem] = result.items[1]?.problems ?? [];
    expect(problem?.span).toEqual({ start: 12, end: 13 });
  });

  it('resolves an alias of one item to its anchor in another', () => {
    const result = cut(
      'systems:\n  - id: one\n    data: &d { classes: [personal] }\n  - id: two\n    data: *d\n',
    );
    expect(values(result)).toEqual([
      { id: 'one', data: { classes: ['personal'] } },
      { id: 'two', data: { classes: ['personal'] } },
    ]);
    expect(codes(result)).toEqual([[], [], []]);
  });

  it('has the last of two lists of one name, and tells of the other', () => {
    const result = cut('systems:\n  - id: one\nversion: 1\nsystems:\n  - id: two\n');
    expect(values(result)).toEqual([{ id: 'two' }]);
    expect(codes(result)).toEqual([['duplicate-key'], []]);
  });

  it('of JSON has the lines on which each item lies', () => {
    const text = '{ "version": 1,\n  "systems": [{ "id": "one" }, { "id": "two",\n    "owner": "x" }] }\n';
    const { head, items } = cutDocument(text, 'json', 'systems');
    expect(items.map(({ line, text: lines }) => [line, lines.split('\n').length - 1])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    const [, two] = items;
    const id = two?.tree?.kind === 'mapping' ? two.tree.entries[0] : undefined;
    expect(two?.text.slice(id?.keySpan.start, id?.keySpan.end)).toBe('"id"');
    expect(head.tree && toValue(head.tree)).toEqual({ version: 1, systems: [] });
  });

  it('has the empty list of its head right behind the colon, wherever that is', () => {
    for (const [text, format] of [
      ['{ "systems"  : [1] }', 'json'],
      ['systems :\n  - 1\n', 'yaml'],
      ['systems:\n  - 1\n', 'yaml'],
    ] as const) {
      const { head } = cutDocument(text, format, 'systems');
      const list = head.tree?.kind === 'mapping' ? head.tree.entries[0]?.value : undefined;
      expect(list).toMatchObject({
        kind: 'sequence',
        items: [],
        start: text.indexOf(':') + 1,
        end: text.indexOf(':') + 1,
      });
    }
  });

  it('of a list in brackets has every item too', () => {
    expect(values(cut('systems: [{ id: one }, { id: two }]\n'))).toEqual([{ id: 'one' }, { id: 'two' }]);
    expect(values(cut('{ systems: [{ id: one }] }\n'))).toEqual([{ id: 'one' }]);
  });
});

describe('a cut with an earlier one', () => {
  it('takes over the tree of every item but the one that changed', () => {
    const before = cut(three);
    const after = cut(three.replace('id: two', 'id: two2'), before);
    expect(after.items.map(({ tree }, index) => tree === before.items[index]?.tree)).toEqual([
      true,
      false,
      true,
    ]);
    expect(after.head.tree).toBe(before.head.tree);
  });

  it('moves items that stand further down', () => {
    const before = cut(three);
    const after = cut(three.replace('version: 1', '# new\n\nversion: 1'), before);
    expect(after.items.map(({ line }) => line)).toEqual([5, 9, 12]);
    expect(after.items.map(({ tree }, index) => tree === before.items[index]?.tree)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('finds items again when others come, go or change places', () => {
    const before = cut('systems:\n  - id: a\n  - id: b\n  - id: c\n');
    const after = cut('systems:\n  - id: c\n  - id: x\n  - id: a\n', before);
    expect(after.items.map(({ tree }) => before.items.findIndex((old) => old.tree === tree))).toEqual([
      2, -1, 0,
    ]);
  });

  it('takes over items of JSON whose lines did not change', () => {
    const text = '{\n "systems": [\n  { "id": "one" },\n  { "id": "two" }\n ]\n}\n';
    const before = cutDocument(text, 'json', 'systems');
    const after = cutDocument(text.replace('one', 'once'), 'json', 'systems', before);
    expect(after.items.map(({ tree }, index) => tree === before.items[index]?.tree)).toEqual([false, true]);
  });
});

/** More than so many problems of a piece are left out, and how lines are shared among pieces then shows. */
const few = ({ head, items }: Cut) => [head, ...items].every(({ problems }) => problems.length < 20);

const settings = { seed: 20_261, numRuns: 400 };

describe('what reaches from one item into another', () => {
  it.each([
    [
      'a bracket that is not closed',
      'systems:\n  - id: one\n    roles: [open\n\n  - id: two\n    purpose: some\n     words\n',
    ],
    ['a quote that is not closed', 'systems:\n  - id: "one\n    a: 1\n  - id: two\n'],
    ['a quoted key that is not closed', 'systems:\n  - "id\n    a: 1\n  - id: two\n    b: "c"\n'],
    ['a line between the margin and the dashes', 'systems:\n  - id: one\n foo: bar\n    text\n  - id: two\n'],
    ['a line less deep than its keys', 'systems:\n  - id: one\n    a: 1\n   b: 2\n  - id: two\n'],
    ['an anchor without a value', 'systems:\n- id: one\n &a\n\nversion: 1\n'],
    ['a tab behind a block text', 'systems:\n  - id: |\n      one\n  \t\n  - id: two\n'],
    ['spaces at the end of the file', 'systems:\n  - id: |+\n      one\n\n   '],
    ['a key at an odd column', 'a:\n  b: 1\n systems:\n  - id: one\n'],
    ['a stray bracket', 'systems:\n  - id: one\n    ]\n  - id: two\n  ] # note\n'],
    ['a mark of a new document', 'systems:\n  - id: one\n---\n  - id: two\n'],
    ['a dash among keys', 'systems:\n  - id: one\n    - a\n    b: 1\n  - id: two\n'],
    ['a second colon', 'systems:\n  - id: one: two\n    b: 1\n  - id: two\n'],
    ['an anchor and its alias', 'x: &a 1\nsystems:\n  - id: *a\n  - id: &b 2\n  - id: *b\n'],
    ['depth without end', `systems:\n  - id: ${'['.repeat(100)}\n  - id: two\n`],
  ])('%s means the same in a cut as in the whole', (_name, text) => {
    expect(inDocument(cut(text))).toEqual(inDocument(cutWhole(text, 'yaml', 'systems')));
  });

  it('an open bracket is closed by the next item', () => {
    const text = 'systems:\n  - id: one\n    roles: [open\n\n  - id: two\n    purpose: some\n     words\n';
    expect(values(cutWhole(text, 'yaml', 'systems'))).toEqual([
      { id: 'one', roles: ['open'] },
      { id: 'two', purpose: 'some words' },
    ]);
  });

  it('empty lines behind a text that keeps them are not taken over', () => {
    // A quoted key makes it a matter of the whole document.
    const text = '"version": 1\nsystems:\n  - |+\n    one\n\n  - two\n';
    const before = cut(text);
    const after = cut(text.replace('one\n', 'one\n\n'), before);
    expect(values(before)).toEqual(['one\n\n', 'two']);
    expect(values(after)).toEqual(['one\n\n\n', 'two']);
  });
});

describe('however a document is changed', () => {
  it('its cut says what its reading as a whole says', () => {
    fc.assert(
      fc.property(anyManifest, fc.array(anyEdit, { maxLength: 4 }), (manifest, edits) => {
        const text = edits.reduce((result, edit) => edit(result), manifest);
        const whole = cutWhole(text, 'yaml', 'systems');
        if (few(whole)) expect(inDocument(cut(text))).toEqual(inDocument(whole));
      }),
      settings,
    );
  });

  it('what is taken over from an earlier cut is what would be read again', () => {
    fc.assert(
      fc.property(anyManifest, fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (manifest, edits) => {
        let text = manifest;
        let current = cut(text);
        for (const edit of edits) {
          text = edit(text);
          current = cut(text, current);
          expect(inDocument(current)).toEqual(inDocument(cut(text)));
        }
      }),
      settings,
    );
  });

  it('one character in one item costs the reading of that item only', () => {
    let alone = 0;
    fc.assert(
      fc.property(anyManifest, fc.nat(), (manifest, at) => {
        const before = cut(manifest);
        const offset = at % (manifest.length + 1);
        const after = cut(`${manifest.slice(0, offset)}x${manifest.slice(offset)}`, before);
        const old = new Set(before.items.map(({ tree }) => tree));
        const read = after.items.filter(({ tree }) => !old.has(tree));
        if (after.items.length > 1 && read.length <= 1) alone++;
      }),
      settings,
    );
    expect(alone).toBeGreaterThan(settings.numRuns / 4);
  });
});
