import { anchorOf } from '../../../manifest/document';
import { entryOf } from '../../../text/tree';
import type { Rule } from '../../rule';

/** How the files of a manifest belong together: what is not read, and what has no root. */
export const files: Rule = {
  id: 'manifest/files',
  title: 'Files that do not fit together',
  severity: 'warning',
  messages: {
    shadowed: 'This folder has more than one root file; only this one is read, not {files}. Keep one.',
    lonePart:
      'No `ai-usage.yaml` stands above this part, so it counts as a manifest of its own. Add one, or rename this file.',
    outside:
      '`extends` may only name a file called `ai-usage-base.yaml` (or .yml, .json) inside the workspace. Nothing is taken from it.',
    missing: 'There is no such file, or it cannot be read. Nothing is taken from it.',
  },
  *root({ project, headSpot }) {
    const { root, files: grouped } = project;
    const { tree } = root.head.piece;
    const top = headSpot(root, anchorOf(tree, root.head.piece), '');
    if (grouped.shadowed.length > 0) {
      yield { message: { id: 'shadowed', params: { files: [...grouped.shadowed] } }, spot: top };
    }
    if (grouped.lonePart) yield { message: { id: 'lonePart', params: {} }, spot: top, severity: 'hint' };
    const extended = entryOf(tree, 'extends')?.value;
    if (project.baseProblem && extended) {
      yield { message: { id: project.baseProblem, params: {} }, spot: headSpot(root, extended, 'extends') };
    }
  },
};
