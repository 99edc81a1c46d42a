import { cursorContext } from '../../src/text/cursor';
import { cutDocument } from '../../src/text/cut';
import { readJson } from '../../src/text/json-tree';
import { indexLines } from '../../src/text/lines';
import type { Cut, Format, Piece, Problem } from '../../src/text/piece';
import { type Node, toValue } from '../../src/text/tree';
import { readYaml } from '../../src/text/yaml-tree';

/**
 * Bad input for the readers of text: what seed gives what text is fixed, so that a case that fails can be run again by
 * its seed. Most are small; some are as large and as ill-natured as a file can be.
 */

export interface TextCase {
  readonly seed: number;
  readonly format: Format;
  readonly text: string;
}

/** Random numbers in [0, 1) from a seed (mulberry32, public domain). */
export function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;

const below = (random: Random, limit: number) => Math.floor(random() * limit);

function pick<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[below(random, choices.length)] ?? choices[0];
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

const marks = [
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
    '!',
    '!!str ',
  ],
  ...[
    '\t',
    '\n\t',
    '\n  \t',
    '\r\n',
    '\r',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\n  - ',
    '\n- ',
    '\n---\n',
    '\n...\n',
    '&a ',
    '*a',
    '<<: *a',
  ],
  ...[
    'a',
    'key: ',
    'x y',
    '\nk: ',
    '\n k: ',
    '|\n',
    '>\n x',
    'a: |\n  x\n',
    '# c\n',
    '\uFEFF',
    '\u2028',
    '\u0000',
    '\uD83D',
    'é',
    '😀',
    '1e9',
  ],
  ...[
    'null',
    'true',
    '.inf',
    '0x',
    '//',
    '/*',
    '{"a":',
    '[[',
    '}}',
    "''",
    '\\"',
    '**/*.py',
    'systems:',
    'id: a',
    '"systems": [',
  ],
] as unknown as readonly [string, ...string[]];

const keys = [
  'id',
  'name',
  'purpose',
  'roles',
  'stage',
  'areas',
  'influence',
  'markets',
  'data',
  'tools',
  'models',
  'x-note',
] as const;

function scalar(random: Random): string {
  return pick(random, [
    'provider',
    '2026-03-01',
    'true',
    '3',
    '"quoted: text"',
    "'it''s'",
    '~',
    'NO',
    'services/**',
    'é 😀',
    '',
    '-1.5e3',
    'a, b',
    '""',
  ]);
}

function flow(random: Random, depth: number): string {
  if (depth > 3 || random() < 0.5) return scalar(random) || 'x';
  const items = Array.from({ length: below(random, 4) }, () => flow(random, depth + 1));
  return random() < 0.5
    ? `[${items.join(', ')}]`
    : `{ ${items.map((item, index) => `k${index}: ${item}`).join(', ')} }`;
}

/** What stands behind a key of a system, of any type. */
function anyValue(random: Random): string {
  const kinds: readonly [() => string, ...(() => string)[]] = [
    () => ` ${flow(random, 0)}`,
    () => ` ${scalar(random)}  # note`,
    () => ' |\n      some text\n\n      more',
    () =>
      times(
        1 + below(random, 3),
        () => `\n      - ${random() < 0.5 ? scalar(random) : `name: n\n        access: ${scalar(random)}`}`,
      ),
    () => `\n      ${pick(random, keys)}: ${flow(random, 2)}`,
  ];
  return pick(random, kinds)();
}

/** A YAML manifest, mostly in order, with values of wrong types wherever they may stand. */
function manifest(random: Random): string {
  const system = (index: number) =>
    `  - id: system-${index}\n${times(below(random, 8), () => `    ${pick(random, keys)}:${anyValue(random)}\n`)}`;
  const top = () =>
    random() < 0.5 ? `${pick(random, ['organization', 'preferences', 'policy'])}: ${flow(random, 0)}\n` : '';
  return `version: 1\n${top()}systems:\n${times(below(random, 6), system)}${top()}`;
}

function jsonManifest(random: Random): string {
  const value = (depth: number): unknown => {
    const choice = below(random, depth > 3 ? 5 : 7);
    if (choice === 5) return Array.from({ length: below(random, 4) }, () => value(depth + 1));
    if (choice === 6)
      return Object.fromEntries(
        Array.from({ length: below(random, 4) }, () => [pick(random, keys), value(depth + 1)]),
      );
    return [null, true, 1.5, 'text', 'é "😀"\n'][choice];
  };
  const systems = Array.from({ length: below(random, 5) }, (_, index) => ({
    id: `s${index}`,
    data: value(0),
    tools: value(0),
  }));
  return JSON.stringify({ version: 1, systems }, null, pick(random, [0, 2, '\t']));
}

/** What typing, pasting and deleting leave behind. */
function halfTyped(random: Random, text: string): string {
  let result = text;
  for (let count = 1 + below(random, 4); count > 0; count--) {
    const at = below(random, result.length + 1);
    const gone = random() < 0.5 ? 0 : below(random, 12);
    result = result.slice(0, at) + (random() < 0.7 ? pick(random, marks) : '') + result.slice(at + gone);
  }
  return random() < 0.2 ? result.slice(0, below(random, result.length + 1)) : result;
}

/** The same few marks over and over, at a length where what takes more than its share of time shows. */
function repeated(random: Random, length: number): string {
  const parts = 1 + below(random, 3);
  const start = random() < 0.5 ? times(3, () => pick(random, marks)) : 'systems:\n  - id: a\n';
  return (
    start +
    times(parts, () => {
      const part = times(1 + below(random, 3), () => pick(random, marks));
      return part.repeat(Math.max(1, Math.floor(length / parts / part.length)));
    })
  );
}

function deep(random: Random): string {
  const depth = pick(random, [63, 64, 65, 200, 10_000]);
  return pick(random, [
    () => '['.repeat(depth),
    () => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`,
    () => '{"a":'.repeat(depth),
    () => `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`,
    () => '- '.repeat(depth),
    () => '? '.repeat(depth),
    () => `systems:\n  - id: a\n    data: ${'[{x: '.repeat(depth)}`,
    () => times(Math.min(depth, 1_000), (level) => `${' '.repeat(level)}a:\n`),
    () => times(Math.min(depth, 1_000), (level) => `${' '.repeat(level)}-\n`),
    () => '[}'.repeat(depth),
  ])();
}

function bomb(random: Random): string {
  const width = 2 + below(random, 9);
  const levels = 1 + below(random, 30);
  const style = below(random, 3);
  const first = `a0: &a0 ${flow(random, 1)}\n`;
  const lines = times(levels, (level) => {
    const aliases = Array.from({ length: width }, () => `*a${level}`);
    const value =
      style === 0
        ? `[${aliases.join(', ')}]`
        : style === 1
          ? `{ ${aliases.map((alias, index) => `k${index}: ${alias}`).join(', ')} }`
          : `\n${aliases.map((alias) => `  - ${alias}\n`).join('')}`;
    return `a${level + 1}: &a${level + 1} ${value}\n`;
  });
  const end = pick(random, [
    '',
    'a: &a [*a]\n',
    'b: *missing\n',
    `systems:\n  - *a${levels}\n  - id: x\n    y: *a0\n`,
  ]);
  return first + lines + end;
}

function characters(random: Random, limit: number): string {
  return times(below(random, 200), () => String.fromCharCode(below(random, limit)));
}

function duplicates(random: Random): string {
  const key = pick(random, keys);
  return `version: 1\nversion: 2\nsystems:\n${times(1 + below(random, 20), () => `  - ${key}: a\n    ${key}: b\n    ${key}: { c: 1, c: 2 }\n`)}systems: []\n`;
}

function disguised(random: Random, text: string): string {
  const lineEnds = text.replaceAll('\n', pick(random, ['\n', '\r\n', '\r', '\n\r']));
  const tabs = random() < 0.3 ? lineEnds.replaceAll('  ', '\t') : lineEnds;
  return (random() < 0.5 ? '\uFEFF' : '') + tabs + (random() < 0.3 ? '\uFEFF' : '');
}

/** One in so many cases is huge. */
const hugeEvery = 2_500;

/** The text of a seed. */
export function textCase(seed: number): TextCase {
  const random = randomBy(seed);
  if (seed % hugeEvery === hugeEvery - 1) {
    const format: Format = random() < 0.8 ? 'yaml' : 'json';
    return { seed, format, text: repeated(random, pick(random, [500_000, 2_000_000, 5_000_000])) };
  }
  const format: Format = random() < 0.75 ? 'yaml' : 'json';
  const text = pick(random, [
    () => characters(random, 0x10000),
    () => characters(random, 0x80),
    () => times(below(random, 40), () => pick(random, marks)),
    () => halfTyped(random, manifest(random)),
    () => halfTyped(random, manifest(random)),
    () => halfTyped(random, jsonManifest(random)),
    () => manifest(random),
    () => jsonManifest(random),
    () => pick(random, [deep, bomb, duplicates])(random),
    () => disguised(random, halfTyped(random, manifest(random))),
    () => repeated(random, below(random, 3_000)),
  ])();
  return { seed, format, text };
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function checkProblems(problems: readonly Problem[], text: string): void {
  const lines = indexLines(text);
  for (const { code, span } of problems) {
    expectThat(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      `${code} has a place outside the text`,
    );
    expectThat(
      lines.positionAt(span.start).line === lines.positionAt(span.end).line || text.includes('\r'),
      `${code} goes over lines`,
    );
  }
  expectThat(problems.length <= 800, 'there are more problems than anybody reads');
}

/** Counts the values of a tree as if every alias were written out, and checks their places. */
function checkTree(node: Node, length: number): number {
  expectThat(
    0 <= node.start && node.start <= node.end && node.end <= length,
    'a value has a place outside the text',
  );
  if (node.kind === 'scalar') {
    expectThat(typeof node.value !== 'number' || Number.isFinite(node.value), 'a number is none');
    return 1;
  }
  const inner = node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value);
  return inner.reduce((sum, value) => sum + checkTree(value, length), 1);
}

function checkPiece({ text, tree, problems, lines, line }: Piece, all: number): void {
  checkProblems(problems, text);
  expectThat(line >= 0 && line < all, 'a piece begins on a line that the document does not have');
  if (!tree) return;
  const count = checkTree(tree, text.length);
  // As many values as characters at most, and as aliases may bring.
  expectThat(count <= text.length + 25_000, 'aliases bring more values than they may');
  toValue(tree);
  expectThat(lines.positionAt(tree.end).line < all, 'a value ends on a line that the document does not have');
}

const small = 5_000;

/** Reads a text in every way there is; throws where what comes out cannot be. Says how much came out. */
export function checkText({ seed, format, text }: TextCase): {
  readonly items: number;
  readonly problems: number;
} {
  const { problems } = format === 'json' ? readJson(text) : readYaml(text);
  checkProblems(problems, text);
  const cut = cutDocument(text, format, 'systems');
  const all = indexLines(text).count;
  for (const piece of [cut.head, ...cut.items]) checkPiece(piece, all);
  if (text.length < small) checkEdited(cut, seed);
  return { items: cut.items.length, problems: problems.length };
}

/** A next state of the text, read with what is known of this one, and a cursor in it. */
function checkEdited(cut: Cut, seed: number): void {
  const random = randomBy(seed + 1);
  const text = halfTyped(random, cut.text);
  const after = cutDocument(text, cut.format, 'systems', cut);
  const afresh = cutDocument(text, cut.format, 'systems');
  const values = ({ head, items }: Cut) =>
    JSON.stringify([head, ...items].map(({ tree, problems }) => [tree, problems]));
  expectThat(values(after) === values(afresh), 'what is taken over differs from what is read afresh');
  const offset = below(random, text.length + 1);
  const context = cursorContext(text, cut.format, offset);
  if (context)
    expectThat(
      context.span.start <= offset && offset <= context.span.end,
      'a completion would replace another place',
    );
}
