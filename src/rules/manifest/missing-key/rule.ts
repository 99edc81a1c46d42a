import { pathOf } from '../../../manifest/path';
import { addKey } from '../../../text/edit';
import type { Rule } from '../../rule';

/**
 * Only `version`, `systems` and the `id` of a system must be there. An object that lacks a key of its own is not read as
 * it was meant, which is a warning; of a waiver another rule says what that means.
 */
export const missingKey: Rule = {
  id: 'manifest/missing-key',
  title: 'A key that must be there is missing',
  severity: 'error',
  messages: {
    file: 'A manifest needs `{keys}`. Add it at the top level.',
    system:
      'This system has no `{keys}`. Add a short one, such as `cv-ranker`: reasons, waivers and CI speak of it by that.',
    object: '`{path}` has no `{keys:or}`, so it does not count. Add it.',
  },
  *piece({ checked, spot, path, role, format }) {
    for (const { issue, span, node } of checked.issues) {
      if (issue.code !== 'missing-key') continue;
      const keys = [...(issue.params.allowed ?? [])];
      const spoken = pathOf(checked.piece.tree, issue.path, path);
      if (issue.path.includes('waivers')) continue;
      const id = issue.path.length > 0 ? 'object' : role === 'system' ? 'system' : 'file';
      const addsVersion = keys[0] === 'version' && node?.kind === 'mapping';
      const edits = addsVersion ? addKey(checked.piece.text, format, node, 'version', 1) : [];
      yield {
        message: { id, params: { keys, path: spoken } },
        spot: spot(span, spoken),
        ...(id === 'object' ? { severity: 'warning' } : {}),
        fixes: addsVersion ? [{ id: 'add', title: 'Add version: 1', safe: true, edits }] : [],
      };
    }
  },
};
