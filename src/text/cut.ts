import { MAX_ITEMS_ALONE } from './limits';
import { indexLines, linesWithGap } from './lines';
import type { Cut, Format, Piece } from './piece';
import { helpful } from './problems';
import { matchPieces } from './reuse';
import { entryOf } from './tree';
import { cutWhole, withoutItems } from './whole-cut';
import { findItems, type ItemLines } from './yaml-items';
import { readItem, readPlainItem, readYamlParts } from './yaml-tree';

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
  return { format: 'yaml', text, head, items, list: items.length > 0 ? 'list' : 'absent' };
}

/** The head is the document without the lines of the items; its list is there and empty. */
function readHead(
  text: string,
  { key, starts, lines, end, endLine }: ItemLines,
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
  const list = entryOf(tree, listKey);
  // A key that is indented oddly may turn out to be one of the root.
  if ((list?.keySpan.start ?? -1) !== key) return undefined;
  if (key === -1) return { ...piece, tree };
  if (tree?.kind !== 'mapping' || list?.value.kind !== 'scalar' || list.value.value !== null)
    return undefined;
  return { ...piece, tree: withoutItems(tree, list, headText) };
}

function readItems(
  text: string,
  { starts, lines, end, indent }: ItemLines,
  old: readonly LonePiece[],
): LonePiece[] | undefined {
  const texts = starts.map((start, index) => text.slice(start, starts[index + 1] ?? end));
  const reusable = matchPieces(texts, old);
  const items: LonePiece[] = [];
  let hard = 0;
  for (const [index, itemText] of texts.entries()) {
    const line = lines[index] ?? 0;
    const known = reusable[index];
    if (known) {
      items.push(known.line === line ? known : { ...known, line });
      continue;
    }
    const reading =
      readPlainItem(itemText) ?? (++hard <= MAX_ITEMS_ALONE ? readItem(itemText, indent) : undefined);
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
