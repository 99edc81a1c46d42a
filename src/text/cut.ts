import { indexLines, linesWithGap } from './lines';
import type { Cut, Format, Piece } from './piece';
import { helpful } from './problems';
import type { Entry, Node, SequenceNode } from './tree';
import { entryOf } from './tree';
import { cutWhole } from './whole-cut';
import { findItems, type ItemLines } from './yaml-items';
import { readYamlItem, readYamlParts } from './yaml-tree';

/** An item that was read alone, with what ties it to the rest of a document. */
interface LonePiece extends Piece {
  readonly anchors: boolean;
  readonly aliases: boolean;
}

/** A cut whose pieces were read alone: the only kind of which pieces can be used again. */
interface LoneCut extends Cut {
  readonly head: LonePiece;
  readonly items: readonly LonePiece[];
}

/**
 * Cuts a document at the items of its top-level list `listKey` and reads each alone, so that half-typed text in one
 * item touches no other, and a change costs the reading of one item. Where an item does not stand alone (aliases that
 * go from one to another, a list in brackets, JSON) the document is read as a whole and cut afterwards. Both ways give
 * the same trees, places and problems.
 *
 * @param previous an earlier cut of the same list: items with the same text are taken over with their tree
 */
export function cutDocument(text: string, format: Format, listKey: string, previous?: Cut): Cut {
  const alone = format === 'yaml' ? cutAlone(text, listKey, previous) : undefined;
  return alone ?? cutWhole(text, format, listKey, previous);
}

function isLone(cut: Cut | undefined): cut is LoneCut {
  return cut !== undefined && 'anchors' in cut.head;
}

function cutAlone(text: string, listKey: string, previous: Cut | undefined): LoneCut | undefined {
  const found = findItems(text, listKey);
  if (!found) return undefined;
  const old = isLone(previous) ? previous : undefined;
  const head = readHead(text, found, listKey, old?.head);
  if (!head) return undefined;
  const items = readItems(text, found, old?.items ?? []);
  if (!items) return undefined;
  const pieces = [head, ...items];
  // What an alias means is then a matter of the whole document.
  if (pieces.some(({ anchors }) => anchors) && pieces.some(({ aliases }) => aliases)) return undefined;
  return { format: 'yaml', text, head, items, list: found.starts.length > 0 ? 'list' : 'absent' };
}

/** The head is the document without the lines of the items; its list is there and empty. */
function readHead(
  text: string,
  { starts, lines, end, endLine }: ItemLines,
  listKey: string,
  old: LonePiece | undefined,
): LonePiece | undefined {
  const start = starts[0] ?? end;
  const headText = start === end ? text : text.slice(0, start) + text.slice(end);
  const gapLine = lines[0] ?? endLine;
  const headLines = linesWithGap(headText, gapLine, endLine - gapLine);
  if (old?.text === headText) return { ...old, lines: headLines };
  const { tree, problems, anchors, aliases } = readYamlParts(headText);
  const piece = {
    text: headText,
    line: 0,
    problems: helpful(problems, headText),
    lines: headLines,
    anchors,
    aliases,
  };
  if (starts.length === 0) return { ...piece, tree };
  const list = entryOf(tree, listKey);
  if (!tree || tree.kind !== 'mapping' || !list) return undefined;
  if (list.value.kind !== 'scalar' || list.value.value !== null) return undefined;
  return { ...piece, tree: withoutItems(tree, list) };
}

/** A tree in which a list has no items, its place right after the colon of its key. */
export function withoutItems(tree: Node, list: Entry): Node {
  if (tree.kind !== 'mapping') return tree;
  const at = list.value.kind === 'scalar' ? list.value.start : list.keySpan.end + 1;
  const empty: SequenceNode = { kind: 'sequence', items: [], start: at, end: at };
  const entries = tree.entries.map((entry) => (entry === list ? { ...entry, value: empty } : entry));
  const end = entries.at(-1)?.value === empty ? at : tree.end;
  return { ...tree, entries, end };
}

function readItems(
  text: string,
  { starts, lines, end, indent }: ItemLines,
  old: readonly LonePiece[],
): LonePiece[] | undefined {
  const reusable = new ReusablePieces(old);
  const items: LonePiece[] = [];
  for (let index = 0; index < starts.length; index++) {
    const itemText = text.slice(starts[index], starts[index + 1] ?? end);
    const line = lines[index] ?? 0;
    const known = reusable.take(index, itemText);
    if (known) {
      items.push(known.line === line ? known : { ...known, line });
      continue;
    }
    const reading = readYamlItem(itemText, indent);
    // Nothing is read beyond where lists lie too deep in one another: what is lost with it, the whole decides.
    if (!reading || reading.problems.some(({ code }) => code === 'too-deep')) return undefined;
    const { tree, problems, anchors, aliases } = reading;
    items.push({
      text: itemText,
      line,
      tree,
      problems: helpful(problems, itemText),
      lines: indexLines(itemText),
      anchors,
      aliases,
    });
  }
  return items;
}

/** Finds earlier pieces by their text. A change is mostly in one place: then the others are found by counting. */
class ReusablePieces<T extends Piece> {
  readonly #old: readonly T[];
  #byText: Map<string, T> | undefined;
  /** How far the old list has been shifted against the new one by what came or went. */
  #shift = 0;

  constructor(old: readonly T[]) {
    this.#old = old;
  }

  take(index: number, text: string): T | undefined {
    if (this.#old.length === 0) return undefined;
    const candidate = this.#old[index + this.#shift];
    if (candidate?.text === text) return candidate;
    this.#byText ??= new Map(this.#old.map((piece) => [piece.text, piece]));
    return this.#byText.get(text);
  }
}
