import { readJsonParts } from './json-tree';
import { indexLines, type Lines } from './lines';
import type { Cut, Format, Piece, Problem } from './piece';
import { helpful } from './problems';
import { matchPieces } from './reuse';
import { type Entry, entryOf, type MappingNode, type Node, type SequenceNode } from './tree';
import { readYamlParts } from './yaml-tree';

/**
 * Reads a document as a whole and cuts it at the items of its top-level list. The text of an item is the lines on
 * which it lies; they may hold other things beside it. With aliases, of which a value may stand anywhere, it is the
 * whole document.
 *
 * @param previous an earlier cut: items on the same lines without problems are taken over with their tree
 */
export function cutWhole(text: string, format: Format, listKey: string, previous?: Cut): Cut {
  const reading = format === 'yaml' ? readYamlParts(text) : { ...readJsonParts(text), aliases: false };
  const { tree, problems } = reading;
  const lines = indexLines(text);
  const list = entryOf(tree, listKey);
  if (tree?.kind !== 'mapping' || list?.value.kind !== 'sequence') {
    const head = { text, line: 0, tree, problems: helpful(problems, text), lines };
    return { format, text, head, items: [], list: list ? 'other' : 'absent' };
  }
  const head = { text, line: 0, tree: withoutItems(tree, list, text), lines };
  if (reading.aliases) {
    const items = list.value.items.map((item) => ({ text, line: 0, tree: item, problems: [], lines }));
    return { format, text, head: { ...head, problems: helpful(problems, text) }, items, list: 'list' };
  }
  const stretches = stretchesOf(list.value, text, lines);
  const own = problemsByItem(problems, stretches);
  const old = matchPieces(stretches.map(comparable), previous?.items ?? []);
  const items = stretches.map((stretch, index) => pieceOf(stretch, own.items[index], old[index]));
  return { format, text, head: { ...head, problems: helpful(own.rest, text) }, items, list: 'list' };
}

/** A tree in which a list has no items; its place is right after the colon of its key. */
export function withoutItems(tree: MappingNode, list: Entry, text: string): MappingNode {
  const colon = /\s*:/y;
  colon.lastIndex = list.keySpan.end;
  // Half typed, it may be missing.
  const at = colon.test(text) ? colon.lastIndex : list.keySpan.end;
  const empty: SequenceNode = { kind: 'sequence', items: [], start: at, end: at };
  const entries = tree.entries.map((entry) => (entry === list ? { ...entry, value: empty } : entry));
  const isOpen = text[tree.start] !== '{' && entries.at(-1)?.value === empty;
  return { ...tree, entries, end: isOpen ? at : tree.end };
}

/** The lines on which an item lies. */
interface Stretch {
  readonly item: Node;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lines: Lines;
}

function stretchesOf(list: SequenceNode, text: string, lines: Lines): Stretch[] {
  const stretches: Stretch[] = [];
  let lineEnd: number | undefined;
  let end = 0;
  for (const item of list.items) {
    const start = text.lastIndexOf('\n', item.start - 1) + 1;
    const newline = text.indexOf('\n', item.end);
    if (newline !== lineEnd) end = newline === -1 ? text.length : pastEmptyLines(text, newline + 1);
    lineEnd = newline;
    const last = stretches.at(-1);
    // Many items may lie on one line: they share its text.
    if (last?.start === start && last.end === end) {
      stretches.push({ ...last, item });
    } else {
      const own = text.slice(start, end);
      stretches.push({
        item,
        text: own,
        start,
        end,
        line: lines.positionAt(start).line,
        lines: indexLines(own),
      });
    }
  }
  return stretches;
}

/** The start of the next line with content: empty lines may count for a block text above them. */
function pastEmptyLines(text: string, start: number): number {
  let line = start;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n') line = at + 1;
    else if (character !== ' ' && character !== '\t' && character !== '\r') return line;
  }
  return text.length;
}

/** Comparing lines that hold much beside the item, for each item on them, costs more than reading them again. */
function comparable({ item, text }: Stretch): string | undefined {
  return text.length <= item.end - item.start + 1_000 ? text : undefined;
}

function problemsByItem(
  problems: readonly Problem[],
  stretches: readonly Stretch[],
): { readonly items: readonly (readonly Problem[] | undefined)[]; readonly rest: readonly Problem[] } {
  const items: Problem[][] = [];
  const rest: Problem[] = [];
  for (const problem of problems) {
    const index = itemAt(stretches, problem.span.start);
    const stretch = stretches[index];
    if (!stretch) {
      rest.push(problem);
      continue;
    }
    const start = problem.span.start - stretch.start;
    const end = Math.min(problem.span.end, stretch.end) - stretch.start;
    const moved: Problem = { ...problem, span: { start, end } };
    const own = items[index];
    if (own) own.push(moved);
    else items[index] = [moved];
  }
  return { items, rest };
}

/** Index of the item that is at an offset, or else of one on its line; -1 if there is none. */
function itemAt(stretches: readonly Stretch[], offset: number): number {
  let low = -1;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.item.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const before = stretches[low];
  if (before && offset < before.end) return low;
  const after = stretches[low + 1];
  return after && after.start <= offset ? low + 1 : -1;
}

function pieceOf(stretch: Stretch, problems: readonly Problem[] | undefined, old: Piece | undefined): Piece {
  const { item, text, start, line, lines } = stretch;
  const tree = problems ? undefined : sameTree(old, item.start - start, item.end - start);
  return {
    text,
    line,
    tree: tree ?? moved(item, start),
    problems: problems ? helpful(problems, text) : [],
    lines,
  };
}

/** The tree of an earlier piece with the same text, if it was the same part of it and without problems. */
function sameTree(old: Piece | undefined, start: number, end: number): Node | undefined {
  return old?.problems.length === 0 && old.tree?.start === start && old.tree.end === end
    ? old.tree
    : undefined;
}

/** A node with all its places moved back. */
function moved(node: Node, by: number): Node {
  const span = { start: node.start - by, end: node.end - by };
  if (node.kind === 'scalar') return { kind: 'scalar', value: node.value, ...span };
  if (node.kind === 'sequence') {
    return { kind: 'sequence', items: node.items.map((item) => moved(item, by)), ...span };
  }
  const entries = node.entries.map(({ key, keySpan, value }) => ({
    key,
    keySpan: { start: keySpan.start - by, end: keySpan.end - by },
    value: moved(value, by),
  }));
  return { kind: 'mapping', entries, ...span };
}
