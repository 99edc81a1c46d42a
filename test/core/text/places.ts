import type { Cut, Piece } from '../../../src/text/piece';
import type { Node } from '../../../src/text/tree';

/** A place in the document as `line:character`. */
function placeIn(piece: Piece): (offset: number) => string {
  return (offset) => {
    const { line, character } = piece.lines.positionAt(offset);
    return `${line + piece.line}:${character}`;
  };
}

function tree(node: Node | undefined, place: (offset: number) => string): unknown {
  if (!node) return undefined;
  const at = `${place(node.start)} to ${place(node.end)}`;
  if (node.kind === 'scalar') return { at, value: node.value };
  if (node.kind === 'sequence') return { at, items: node.items.map((item) => tree(item, place)) };
  const entries = node.entries.map(({ key, keySpan, value }) => [
    `${key} ${place(keySpan.start)} to ${place(keySpan.end)}`,
    tree(value, place),
  ]);
  return { at, entries };
}

/** All that a cut says, by places in the document: what must not depend on how it was made. */
export function inDocument(cut: Cut): unknown {
  const pieces = [cut.head, ...cut.items];
  const problems = pieces.flatMap((piece) =>
    piece.problems.map(({ code, span, params }) => {
      const place = placeIn(piece);
      return `${place(span.start)} to ${place(span.end)} ${code} ${JSON.stringify(params)}`;
    }),
  );
  return {
    list: cut.list,
    trees: pieces.map((piece) => tree(piece.tree, placeIn(piece))),
    problems: problems.sort(),
  };
}
