import type { Text } from '../../../answer/schema';
import type { FoundIssue } from '../../../manifest/document';
import { fileField } from '../../../manifest/fields';
import { pathOf } from '../../../manifest/path';
import { renameKey } from '../../../text/edit';
import { entryOf } from '../../../text/tree';
import type { Fix, PieceContext, Rule } from '../../rule';

/** A key that the form does not have: most often a slip of the keyboard, and then the fact is lost. */
export const unknownKey: Rule = {
  id: 'manifest/unknown-key',
  title: 'A key that the manifest does not have',
  severity: 'warning',
  messages: {
    nearest: '`{key}` is no key here, so it says nothing. Did you mean `{nearest}`?',
    rootOnly: '`{key}` belongs in the root file alone, so it says nothing here. Move it to `ai-usage.yaml`.',
    elsewhere: '`{key}` is no key here, so it says nothing. It belongs in `{elsewhere}`.',
    unknown: '`{key}` is no key here, so it says nothing. Keys of your own begin with `x-`.',
  },
  *piece(context) {
    for (const found of context.checked.issues) {
      if (found.issue.code !== 'unknown-key' || isHalfTyped(context, found)) continue;
      const { path, params } = found.issue;
      const key = String(path.at(-1));
      const spoken = pathOf(context.checked.piece.tree, path, context.path);
      yield {
        message: messageFor(context, key, params),
        spot: context.spot(found.span, spoken),
        fixes: params.nearest ? renaming(context, found, key, params.nearest) : [],
      };
    }
  },
};

/** A key that is still being typed has no colon: the text says so already. */
function isHalfTyped({ checked }: PieceContext, { span }: FoundIssue): boolean {
  return checked.piece.problems.some(
    (problem) => problem.span.start <= span.end && problem.span.end >= span.start,
  );
}

function messageFor(
  { role }: PieceContext,
  key: string,
  { nearest, elsewhere }: FoundIssue['issue']['params'],
): Text {
  if (role === 'part' && fileField('root').members.has(key)) return { id: 'rootOnly', params: { key } };
  if (nearest !== undefined) return { id: 'nearest', params: { key, nearest } };
  if (elsewhere !== undefined) return { id: 'elsewhere', params: { key, elsewhere } };
  return { id: 'unknown', params: { key } };
}

function renaming({ checked, format }: PieceContext, { node }: FoundIssue, key: string, to: string): Fix[] {
  const entry = entryOf(node, key);
  if (!entry) return [];
  return [
    {
      id: 'rename',
      title: `Change to ${to}`,
      safe: false,
      edits: renameKey(checked.piece.text, format, entry, to),
    },
  ];
}
