import { cutDocument } from '../text/cut';
import type { Cut, Format, Piece } from '../text/piece';
import { entryOf, type Node, nodeAt, type Span, toValue } from '../text/tree';
import { type SchemaIssue, validateSystem, validateValue } from './validate';

/** A schema issue with the piece of text it is about. */
export interface FoundIssue {
  readonly issue: SchemaIssue;
  readonly span: Span;
  /** The nearest node, for fixes: the wrong value, or the object that lacks a key. */
  readonly node: Node | undefined;
}

/** A stretch of a manifest file with what its schema says of it. */
export interface Checked {
  readonly piece: Piece;
  readonly issues: readonly FoundIssue[];
  /** Nodes that the schema refused: what they say is unknown. */
  readonly refused: ReadonlySet<Node>;
}

/** One item of `systems`, as written. Its pieces are reused while its text stays the same. */
export interface Item extends Checked {
  readonly id: string | undefined;
}

export type Role = 'root' | 'part' | 'base';

/** One manifest file as text, tree and schema issues. */
export interface ManifestFile {
  readonly path: string;
  readonly role: Role;
  readonly format: Format;
  readonly cut: Cut;
  readonly head: Checked;
  readonly items: readonly Item[];
}

/** Reads a manifest file. With an earlier state of the same file, items whose text did not change are not read again. */
export function readManifest(path: string, role: Role, text: string, previous?: ManifestFile): ManifestFile {
  const format: Format = path.endsWith('.json') ? 'json' : 'yaml';
  const cut = cutDocument(text, format, 'systems', previous?.cut);
  const earlier = new Map(previous?.items.map((item) => [item.piece.tree, item]));
  const items = cut.items.map((piece): Item => {
    const same = piece.tree && earlier.get(piece.tree);
    if (same && same.piece.text === piece.text) return { ...same, piece };
    const checked = check(piece, piece.tree ? validateSystem(toValue(piece.tree)) : []);
    return { ...checked, id: idOf(piece.tree) };
  });
  return { path, role, format, cut, head: checkHead(cut, role), items };
}

/** The head is checked as if its list were empty: its items are checked one by one. */
function checkHead(cut: Cut, role: Role): Checked {
  const { tree } = cut.head;
  // A file that says nothing yet, or nothing readable, lacks what every manifest has.
  const value: unknown = tree ? toValue(tree) : {};
  if (cut.list === 'list' && isObject(value)) value['systems'] = [];
  return check(cut.head, validateValue(role, value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function check(piece: Piece, issues: readonly SchemaIssue[]): Checked {
  const refused = new Set<Node>();
  const found = issues.map((issue) => {
    const located = locate(piece, issue);
    const refuses = issue.code === 'wrong-type' || issue.code === 'wrong-value';
    if (refuses && located.node) refused.add(located.node);
    return { issue, ...located };
  });
  return { piece, issues: found, refused };
}

/** The smallest span that names the problem: the value, the unknown key, or the start of what lacks a key. */
function locate(piece: Piece, issue: SchemaIssue): { span: Span; node: Node | undefined } {
  const last = issue.path.at(-1);
  if (issue.code === 'unknown-key' && typeof last === 'string') {
    const parent = nodeAt(piece.tree, issue.path.slice(0, -1));
    const span = entryOf(parent, last)?.keySpan;
    if (span) return { span, node: parent };
  }
  if (issue.code === 'missing-key') {
    const owner = nodeAt(piece.tree, issue.path) ?? piece.tree;
    return { span: anchorOf(owner, piece), node: owner };
  }
  for (let length = issue.path.length; length >= 0; length--) {
    const node = nodeAt(piece.tree, issue.path.slice(0, length));
    if (node) return { span: node, node };
  }
  return { span: { start: 0, end: 0 }, node: undefined };
}

/** What stands for an object in a message: its id, its name, or its first key. */
export function anchorOf(node: Node | undefined, piece: Piece): Span {
  for (const key of ['id', 'name']) {
    const value = entryOf(node, key)?.value;
    if (value && value.end > value.start) return value;
  }
  if (node?.kind === 'mapping' && node.entries[0]) return node.entries[0].keySpan;
  if (node) return { start: node.start, end: Math.min(node.end, endOfLine(piece.text, node.start)) };
  return { start: 0, end: endOfLine(piece.text, 0) };
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

function idOf(tree: Node | undefined): string | undefined {
  const node = entryOf(tree, 'id')?.value;
  return node?.kind === 'scalar' && typeof node.value === 'string' && node.value !== ''
    ? node.value
    : undefined;
}
