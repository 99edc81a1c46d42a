import { describe, expect, it } from 'vitest';
import { cursorContext } from '../../../src/text/cursor';
import type { Format } from '../../../src/text/piece';

/** The context at the `|` of a text, in short: where, key or value, what is typed and what a completion replaces. */
function at(marked: string, format: Format): unknown {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = cursorContext(text, format, offset);
  if (!found) return undefined;
  const { path, in: what, typed, span, siblings, inList } = found;
  return [path.join('.'), what, typed, text.slice(span.start, span.end), siblings.join(' '), inList];
}

const key = (path: string, typed: string, siblings = '', inList = false, replaced = typed) => [
  path,
  'key',
  typed,
  replaced,
  siblings,
  inList,
];
const value = (path: string, typed: string, siblings = '', inList = false, replaced = typed) => [
  path,
  'value',
  typed,
  replaced,
  siblings,
  inList,
];

describe('what is being typed in YAML', () => {
  it.each([
    // At the top.
    ['|', key('', '')],
    ['\n\n|\n', key('', '')],
    ['# about\n|', key('', '')],
    ['vers|', key('', 'vers')],
    ['version: 1\n|', key('', '', 'version')],
    ['version: 1\r\nsy|\r\n', key('', 'sy', 'version')],
    ['pol|\nversion: 1\n', key('', 'pol', 'version')],
    ['version: 1\npol|\nsystems:\n  - id: a\n', key('', 'pol', 'version systems')],
    ['ver|sion: 1\na: 2\n', key('', 'ver', 'a', false, 'version')],
    ['\uFEFFver|', key('', 'ver')],
    ['---\nver|', key('', 'ver')],
    // Below a key.
    ['a:\n  |', key('a', '')],
    ['a:\n  b: 1\n  |', key('a', '', 'b')],
    ['a:\n  b: 1\n  c|\nd: 2\n', key('a', 'c', 'b')],
    ['a:\n  b:\n    |\n  c: 1\n', key('a.b', '')],
    ['a:\n  b: 1\n\n  |\n\nd: 2\n', key('a', '', 'b')],
    ['a:\n  b: 1\n|\n', key('', '', 'a')],
    // In a list.
    ['systems:\n  - |', key('systems.0', '', '', true)],
    ['systems:\n- |', key('systems.0', '', '', true)],
    ['systems:\n  - id: a\n  - |\n', key('systems.1', '', '', true)],
    ['systems:\n  - id: a\n    |', key('systems.0', '', 'id', true)],
    ['systems:\n  - id: a\n    st|\n    name: b\n', key('systems.0', 'st', 'id name', true)],
    ['systems:\n  - id: a\n    st|\n  - id: b\n', key('systems.0', 'st', 'id', true)],
    ['systems:\n  - i|\n    name: b\n', key('systems.0', 'i', 'name', true)],
    ['roles:\n  - deployer\n  - pro|\n', key('roles.1', 'pro', '', true)],
    // A value.
    ['a: |', value('a', '')],
    ['a: |\nb: 1\n', value('a', '')],
    ['a:    |   \nb: 1\n', value('a', '')],
    ['a:|\n', value('a', '')],
    ['a: |  # note\n', value('a', '')],
    ['a: pro|\n', value('a', 'pro')],
    ['a: pro|duction\n', value('a', 'pro', '', false, 'production')],
    ['a: "pro|"\n', value('a', 'pro', '', false, '"pro"')],
    ['a: "pro|\nb: 1\n', value('a', 'pro', '', false, '"pro')],
    ["a: '|'\n", value('a', '', '', false, "''")],
    ['a:\r\n  b: x|\r\nc: 1\r\n', value('a.b', 'x')],
    ['systems:\n  - id: a\n    stage: |\n    name: b\n', value('systems.0.stage', '')],
    ['systems:\n  - id: a\n    stage: |\n  - id: b\n', value('systems.0.stage', '')],
    ['systems:\n  - id: |', value('systems.0.id', '')],
    ['a: US-C|\n', value('a', 'US-C')],
    ['a: eu-ai-act.art|\n', value('a', 'eu-ai-act.art')],
    ['a: |\n  b: 1\n', value('a', '')],
    // In brackets.
    ['a: [|]\n', value('a.0', '', '', true)],
    ['a: [b, |]\n', value('a.1', '', 'b', true)],
    ['a: [b, c|]\n', value('a.1', 'c', 'b', true)],
    ['a: [b|, c]\n', value('a.0', 'b', 'c', true)],
    ['a: [|b, c]\n', value('a.0', '', 'c', true, 'b')],
    ['a: [b, |\nc: 1\n', value('a.1', '', 'b', true)],
    ['a: [b, "c|"]\n', value('a.1', 'c', 'b', true, '"c"')],
    ['a: [\n  b,\n  |\n]\n', value('a.1', '', 'b', true)],
    ['a: { | }\n', key('a', '')],
    ['a: {|}\n', key('a', '')],
    ['a: { b: 1, | }\n', key('a', '', 'b')],
    ['a: { b: 1, c| }\n', key('a', 'c', 'b')],
    ['a: { b: 1, c|: 2 }\n', key('a', 'c', 'b')],
    ['a: { b: | }\n', value('a.b', '')],
    ['a: { b: x|, c: 1 }\n', value('a.b', 'x')],
    ['a: { b: 1, |\nc: 1\n', key('a', '', 'b')],
    ['a: [{ | }]\n', key('a.0', '', '', true)],
    ['a: [{ b: 1, c: | }, { d: 1 }]\n', value('a.0.c', '')],
    ['a: { b: [x, |] }\n', value('a.b.1', '', 'x', true)],
  ])('%j', (text, expected) => {
    expect(at(text, 'yaml')).toEqual(expected);
  });

  it.each(['# no|te', 'a: 1 # no|te\n', 'a: 1\n  # |\n'])('is nothing in a comment: %j', (text) => {
    expect(at(text, 'yaml')).toBeUndefined();
  });

  it('takes a # inside a value for no comment', () => {
    expect(at('a: { b: "# c", d| }\n', 'yaml')).toEqual(key('a', 'd', 'b'));
    expect(at("a: { b: 'it''s # c', d| }\n", 'yaml')).toEqual(key('a', 'd', 'b'));
    expect(at('a: { b: x#c, d| }\n', 'yaml')).toEqual(key('a', 'd', 'b'));
  });

  it('is nothing to complete in the middle of a text', () => {
    expect(at('a: some wo|rds\n', 'yaml')).toBeUndefined();
    expect(at('a: >-\n  some wo|rds\n', 'yaml')).toBeUndefined();
  });

  it('keeps its place where something else in the text is wrong', () => {
    expect(at('a: "open\nb: [x\nc: |\nd: }\n', 'yaml')).toEqual(value('c', ''));
    expect(at('a: *nowhere\nb: @x\nc: |\n', 'yaml')).toEqual(value('c', ''));
  });
});

describe('what is being typed in JSON', () => {
  it.each([
    ['{ | }', key('', '')],
    ['{|', key('', '')],
    ['{ "|" }', key('', '', '', false, '""')],
    ['{ "ver|" }', key('', 'ver', '', false, '"ver"')],
    ['{ "ver|', key('', 'ver', '', false, '"ver')],
    ['{ "a": 1, | }', key('', '', 'a')],
    ['{ "a": 1, "b|": 2 }', key('', 'b', 'a', false, '"b"')],
    ['{\n  |\n  "a": 1\n}', key('', '', 'a')],
    ['{\n  "a": 1,\n  |\n}', key('', '', 'a')],
    ['{\n  "b|"\n  "a": 1\n}', key('', 'b', 'a', false, '"b"')],
    ['{ "a": | }', value('a', '')],
    ['{ "a": "|" }', value('a', '', '', false, '""')],
    ['{ "a": "x|y", "b": 1 }', value('a', 'x', '', false, '"xy"')],
    ['{ "a": |, "b": 1 }', value('a', '')],
    ['{ "a": tr| }', value('a', 'tr')],
    ['{ "a": | "b": 1 }', value('a', '')],
    ['{ "a": [|] }', value('a.0', '', '', true)],
    ['{ "a": ["b", |] }', value('a.1', '', 'b', true)],
    ['{ "a": ["b", "c|"] }', value('a.1', 'c', 'b', true, '"c"')],
    ['{ "a": ["b|", "c"] }', value('a.0', 'b', 'c', true, '"b"')],
    ['{ "a": ["b", |', value('a.1', '', 'b', true)],
    ['{ "a": [{ | }] }', key('a.0', '', '', true)],
    ['{ "a": [{ "b": 1 }, { "c": | }] }', value('a.1.c', '')],
  ])('%j', (text, expected) => {
    expect(at(text, 'json')).toEqual(expected);
  });

  it('is a long line no reason to wait', () => {
    const text = `{ "a": "${'x'.repeat(500_000)}!", "b": | }`;
    expect(at(text, 'json')).toEqual(value('b', ''));
  });
});
