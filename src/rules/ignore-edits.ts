import type { ManifestFile } from '../manifest/document';
import type { Project, SystemSource } from '../manifest/project';
import { removeEntry, replaceScalar } from '../text/edit';
import type { Format, Piece } from '../text/piece';
import { removeItem } from '../text/remove-item';
import { entryOf, type MappingNode, type Node } from '../text/tree';
import { type OwnMember, ownMember } from './own-member';
import type { Fix, IgnoresContext, PieceEdit, ReviewedIgnore } from './rule';

/** Whether an ignore could go without anything being said more or less. */
export function isOfNoUse({ isShared, hasLapsed, covered }: ReviewedIgnore): boolean {
  const counting = hasLapsed ? covered.filter(({ ignored }) => ignored === undefined) : covered;
  return !isShared && counting.length === 0;
}

/** Takes an ignore away that is of no use. Where none of its list is, the list goes as a whole. */
export function removing(context: IgnoresContext, ignore: ReviewedIgnore): Fix[] {
  const { written: places, useless, whole } = shelfOf(context);
  const written = places.get(ignore);
  if (!written) return [];
  const { list, node } = written.member;
  const count = list.kind === 'sequence' ? list.items.length : 1;
  const isWhole = useless.get(list) === count;
  const edits = isWhole
    ? (whole.get(list) ?? withoutList(context.project, written, ignore.source))
    : list.kind === 'sequence'
      ? removeItem(written.piece.text, list, node)
      : [];
  if (isWhole) whole.set(list, edits);
  const title =
    isWhole && count > 1 ? `Remove all ${count} ignores, which are of no use` : 'Remove this ignore';
  return edits.length > 0 ? [{ id: 'remove', title, safe: true, edits }] : [];
}

/** Another value for one of an ignore's keys. */
export function changing(context: IgnoresContext, ignore: ReviewedIgnore, key: string, to: string): Fix[] {
  const written = shelfOf(context).written.get(ignore);
  const value = entryOf(written?.member.node, key)?.value;
  if (!written || value?.kind !== 'scalar') return [];
  const edits = replaceScalar(written.piece.text, written.format, value, to);
  return [{ id: 'nearest', title: `Change to ${to}`, safe: false, edits }];
}

interface Written {
  readonly piece: Piece;
  readonly format: Format;
  /** What has the key `ignore`. */
  readonly parent: MappingNode;
  readonly file: ManifestFile;
  readonly member: OwnMember;
  /** In defaults, not for a system or the root itself. */
  readonly isDefault: boolean;
}

/** Where each ignore is written, and how many of a list are of no use: found once for all that are looked at together. */
interface Shelf {
  readonly written: ReadonlyMap<ReviewedIgnore, Written>;
  readonly useless: ReadonlyMap<Node, number>;
  /** The edits that take a whole list away: the same for each of its ignores. */
  readonly whole: Map<Node, readonly PieceEdit[]>;
}

const shelves = new WeakMap<IgnoresContext['ignores'], Shelf>();

function shelfOf(context: IgnoresContext): Shelf {
  const earlier = shelves.get(context.ignores);
  if (earlier) return earlier;
  const written = new Map<ReviewedIgnore, Written>();
  const useless = new Map<Node, number>();
  for (const ignore of context.ignores) {
    const found = isOfNoUse(ignore) ? whereWritten(context, ignore) : undefined;
    if (!found) continue;
    written.set(ignore, found);
    useless.set(found.member.list, (useless.get(found.member.list) ?? 0) + 1);
  }
  const shelf: Shelf = { written, useless, whole: new Map() };
  shelves.set(context.ignores, shelf);
  return shelf;
}

function whereWritten({ project }: IgnoresContext, { source, member }: ReviewedIgnore): Written | undefined {
  const { spot } = member;
  const file = source?.file ?? filesOf(project).find(({ path }) => path === spot.file);
  if (!file) return undefined;
  const piece = source?.item.piece ?? file.head.piece;
  const isDefault = !source && spot.path.startsWith('defaults');
  const parent = isDefault ? entryOf(piece.tree, 'defaults')?.value : piece.tree;
  const own = ownMember(parent, 'ignore', spot);
  return own && parent?.kind === 'mapping'
    ? { piece, format: file.format, parent, file, member: own, isDefault }
    : undefined;
}

function filesOf({ root, parts, base }: Project): ManifestFile[] {
  return base ? [root, ...parts, base] : [root, ...parts];
}

/** Without the key, another list may step into its place: then it stays, and is empty. */
function withoutList(
  project: Project,
  { piece, parent, member, file, isDefault }: Written,
  source: SystemSource | undefined,
): PieceEdit[] {
  const entry = entryOf(parent, 'ignore');
  if (!entry) return [];
  const { root, base } = project;
  const behind =
    source || isDefault
      ? [
          source && file.role === 'part' ? file : undefined,
          source || file !== root ? root : undefined,
          base,
        ].map((other) => entryOf(other?.head.piece.tree, 'defaults')?.value)
      : [base?.head.piece.tree];
  if (!behind.some((other: Node | undefined) => entryOf(other, 'ignore')))
    return removeEntry(piece.text, parent, entry);
  const { start, end } = member.list;
  return piece.text.slice(start, end).includes('#') ? [] : [{ span: { start, end }, newText: '[]' }];
}
