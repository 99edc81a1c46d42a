import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/text/json-tree';
import { removeItem } from '../../../src/text/remove-item';
import { type Node, nodeAt, type SequenceNode, toValue } from '../../../src/text/tree';
import { readYaml } from '../../../src/text/yaml-tree';

const treeOf = (text: string): Node | undefined =>
  text.startsWith('{') ? readJson(text).tree : readYaml(text).tree;

function listIn(text: string): SequenceNode {
  const list = nodeAt(treeOf(text), ['list']);
  if (list?.kind !== 'sequence') throw new Error('There is no list.');
  return list;
}

/** The text without an item of its `list`, or undefined where that is refused. */
function without(text: string, index: number): string | undefined {
  const list = listIn(text);
  const item = list.items[index];
  if (!item) throw new Error(`There is no item ${index}.`);
  const edits = removeItem(text, list, item);
  if (edits.length === 0) return undefined;
  return edits.reduce(
    (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
    text,
  );
}

describe('an item that is taken out of a list', () => {
  it.each([
    ['in brackets, the first', 'list: [a, b, c] # note\n', 0, 'list: [b, c] # note\n'],
    ['in brackets, one between', 'list: [a, b, c]\n', 1, 'list: [a, c]\n'],
    ['in brackets, the last', 'list: [a, b, c]\n', 2, 'list: [a, b]\n'],
    ['in brackets, the last with a comma', 'list: [a, b,]\n', 1, 'list: [a, ]\n'],
    [
      'in brackets over lines',
      'list: [\n  a, # one\n  b, # two\n]\n',
      1,
      'list: [\n  a, # one\n   # two\n]\n',
    ],
    [
      'with a dash, the first',
      'list:\n  - a # one\n  - b # two\nnext: 1\n',
      0,
      'list:\n  # one\n  - b # two\nnext: 1\n',
    ],
    ['with a dash, the last', 'list:\n  - a\n  - x: 1\n    y: 2\nnext: 1\n', 1, 'list:\n  - a\nnext: 1\n'],
    ['that is not indented', 'list:\n- a\n- b\n', 1, 'list:\n- a\n'],
    ['at the end of a text without a line break', 'list:\n  - a\n  - b', 1, 'list:\n  - a'],
    ['with Windows line ends', 'list:\r\n  - a\r\n  - b\r\nnext: 1\r\n', 0, 'list:\r\n  - b\r\nnext: 1\r\n'],
    ['in JSON', '{ "list": [{ "a": 1 }, { "b": 2 }] }', 0, '{ "list": [{ "b": 2 }] }'],
  ])('%s, leaves the others as they are', (_name, text, index, after) => {
    expect(without(text, index)).toBe(after);
  });

  it.each([
    ['the only one', 'list:\n  - a\n', 0],
    ['one with an anchor', 'list:\n  - &x { a: 1 }\n  - b\n', 0],
    ['an alias', 'top: &x { a: 1 }\nlist:\n  - *x\n  - b\n', 0],
    ['one with an anchor in brackets', 'list: [&x { a: 1 }, b]\n', 0],
    ['one behind a block text', 'list:\n  - |\n    text\n  - b\n', 1],
  ])('stays where it is %s', (_name, text, index) => {
    expect(without(text, index)).toBeUndefined();
  });

  it('takes nothing else with it, whatever the list holds', () => {
    const word = fc.constantFrom(
      'a',
      'b: c',
      '{ d: 1 }',
      '"e"',
      'f # note',
      '[g, h]',
      'i: 1\n    j: 2',
      'k: |\n      text',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), fc.nat(), (words, at) => {
        const text = `list:\n${words.map((one) => `  - ${one}\n`).join('')}next: 1\n`;
        const index = at % words.length;
        const after = without(text, index);
        if (after === undefined) return;
        const expected = listIn(text)
          .items.filter((_item, other) => other !== index)
          .map(toValue);
        expect(listIn(after).items.map(toValue)).toEqual(expected);
        expect(after.match(/#.*/g)).toEqual(text.match(/#.*/g));
        expect(after.endsWith('next: 1\n')).toBe(true);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
