import type { Model } from '../../../assess/model';
import { type Field, fieldAt, fileField } from '../../../manifest/fields';
import { keyPath, memberPath } from '../../../manifest/path';
import { replaceScalar } from '../../../text/edit';
import { nearest } from '../../../text/nearest';
import type { Node, ScalarNode } from '../../../text/tree';
import type { Draft, Fix, PieceContext, Rule } from '../../rule';
import { idsOf } from './ids';

/** An id that the catalog does not have: what it stands for is lost, so it is said at once. */
export const unknownId: Rule = {
  id: 'catalog/unknown-id',
  title: 'An id that the catalog does not have',
  severity: 'warning',
  messages: {
    nearest: 'The catalog has no {kind} `{id}`, so this says nothing. Did you mean `{nearest}`?',
    unknown:
      'The catalog has no {kind} `{id}`, so this says nothing. `ai-governance explain {kind}` lists what there is.',
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
    for (const entry of node.entries) {
      const member = field.members.get(entry.key);
      if (member) yield* walk(context, entry.value, member, keyPath(path, entry.key));
    }
    return;
  }
  const kind = field.type === 'place' ? 'place' : field.refersTo;
  if (kind && typeof node.value === 'string') yield* check(context, node, node.value, kind, path);
}

type Kind = Parameters<typeof idsOf>[1];

function* check(
  context: PieceContext,
  node: ScalarNode,
  id: string,
  kind: Kind,
  path: string,
): Iterable<Draft> {
  const known = idsOf(context.model, kind);
  if (id === 'unknown' || known.size === 0 || known.has(id)) return;
  const near = nearestId(context.model, kind, id);
  yield {
    message: near
      ? { id: 'nearest', params: { kind, id, nearest: near } }
      : { id: 'unknown', params: { kind, id } },
    spot: context.spot(node, path),
    fixes: near ? [change(context, node, near)] : [],
  };
}

function nearestId(model: Model, kind: Kind, id: string): string | undefined {
  return nearest(id, [...idsOf(model, kind).keys()]);
}

function change({ checked, format }: PieceContext, node: ScalarNode, to: string): Fix {
  const edits = replaceScalar(checked.piece.text, format, node, to);
  return { id: 'nearest', title: `Change to ${to}`, safe: false, edits };
}
