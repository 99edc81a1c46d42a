import { type Field, fieldAt, fileField } from '../../../manifest/fields';
import { keyPath, memberPath } from '../../../manifest/path';
import { renameKey, replaceScalar } from '../../../text/edit';
import { nearest } from '../../../text/nearest';
import type { MappingNode, Node, ScalarNode } from '../../../text/tree';
import type { Draft, Fix, PieceContext, Rule } from '../../rule';
import { type IdKind, idsOf, withdrawalOf } from './ids';
import { lookAlikeOf } from './look-alikes';

/** An id that the catalog does not have: what it stands for is lost, so it is said at once. */
export const unknownId: Rule = {
  id: 'catalog/unknown-id',
  title: 'An id that the catalog does not have',
  severity: 'warning',
  messages: {
    nearest: 'There is no {kind} `{id}`, so this says nothing. Did you mean `{nearest}`?',
    unknown: 'There is no {kind} `{id}`, so this says nothing.',
    'look-alike': 'There is no tool `{id}`, so this says nothing. {what}. Did you mean `{nearest}`?',
    withdrawn:
      'The {kind} `{id}` is withdrawn by {file}, so this says nothing: {reason} Name another, or ask whoever keeps that file.',
  },
  *piece(context) {
    const { checked, role } = context;
    const field = role === 'system' ? fieldAt('systems') : fileField(role);
    if (checked.piece.tree && field) yield* walk(context, checked.piece.tree, field, context.path);
  },
};

/** Follows the tree along the fields of the schema; what the schema does not know is another rule's business. */
function* walk(context: PieceContext, node: Node, field: Field, path: string): Iterable<Draft> {
  if (context.checked.refused.has(node)) return;
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries())
      yield* walk(context, item, field, memberPath(path, item, index));
    return;
  }
  if (node.kind === 'mapping') {
    if (field.kind === 'record') yield* checkKeys(context, node, field, path);
    for (const entry of node.entries) {
      const member = field.members.get(entry.key);
      if (member) yield* walk(context, entry.value, member, keyPath(path, entry.key));
    }
    return;
  }
  const kind = field.type === 'place' ? 'place' : field.refersTo;
  if (kind && typeof node.value === 'string') yield* check(context, node, node.value, kind, path);
}

/** The keys of a record are ids themselves, such as those of `policy.severities`. */
function* checkKeys(
  context: PieceContext,
  { entries }: MappingNode,
  field: Field,
  path: string,
): Iterable<Draft> {
  const kind = field.refersTo;
  if (!kind) return;
  for (const entry of entries) {
    const near = nearestUnknown(context, kind, entry.key);
    if (!near) continue;
    const fixes =
      near.id === undefined
        ? []
        : [
            {
              id: 'nearest',
              title: `Change to ${near.id}`,
              safe: false,
              edits: renameKey(context.checked.piece.text, context.format, entry, near.id),
            },
          ];
    yield {
      message: messageFor(kind, entry.key, near.id),
      spot: context.spot(entry.keySpan, keyPath(path, entry.key)),
      fixes,
    };
  }
}

function* check(
  context: PieceContext,
  node: ScalarNode,
  id: string,
  kind: IdKind,
  path: string,
): Iterable<Draft> {
  const near = nearestUnknown(context, kind, id);
  if (!near) return;
  const withdrawn = withdrawalOf(context.model, kind, id);
  if (withdrawn) {
    const { file, reason } = withdrawn;
    const sentence = /[.!?]$/.test(reason) ? reason : `${reason}.`;
    const message = { id: 'withdrawn', params: { kind, id, file, reason: sentence } };
    yield { message, spot: context.spot(node, path) };
    return;
  }
  const like = kind === 'tool' ? lookAlikeOf(context.model, id) : undefined;
  if (like) {
    const message = {
      id: 'look-alike',
      params: { id, what: like.what.replace(/\.$/, ''), nearest: like.tool },
    };
    yield { message, spot: context.spot(node, path), fixes: [change(context, node, like.tool)] };
    return;
  }
  const fixes = near.id === undefined ? [] : [change(context, node, near.id)];
  yield { message: messageFor(kind, id, near.id), spot: context.spot(node, path), fixes };
}

/** Undefined for an id that is known; else the nearest one that is, if any. */
function nearestUnknown(
  { model, ruleIds }: PieceContext,
  kind: IdKind,
  id: string,
): { id: string | undefined } | undefined {
  const known = kind === 'rule' ? ruleIds : idsOf(model, kind);
  if (id === 'unknown' || known.has(id)) return undefined;
  return { id: usualSlips.get(id) ?? wholeId(id, known) ?? nearest(id, known) ?? wordIn(id, known) };
}

/** `high-risk` for `eu-ai-act.high-risk`, where one regime alone has it. */
function wholeId(id: string, known: ReadonlySet<string>): string | undefined {
  const [whole, ...others] = [...known].filter((candidate) => candidate.endsWith(`.${id}`));
  return others.length === 0 ? whole : undefined;
}

/** `microsoft-presidio` for `presidio`, where one id alone has the word. */
function wordIn(id: string, known: ReadonlySet<string>): string | undefined {
  const [whole, ...others] = [...known].filter((candidate) => `-${candidate}-`.includes(`-${id}-`));
  return others.length === 0 ? whole : undefined;
}

/** Ids that people write for others, and that no distance of letters would find. */
const usualSlips: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
]);

function messageFor(kind: IdKind, id: string, near: string | undefined): Draft['message'] {
  return near === undefined
    ? { id: 'unknown', params: { kind, id } }
    : { id: 'nearest', params: { kind, id, nearest: near } };
}

function change({ checked, format }: PieceContext, node: ScalarNode, to: string): Fix {
  const edits = replaceScalar(checked.piece.text, format, node, to);
  return { id: 'nearest', title: `Change to ${to}`, safe: false, edits };
}
