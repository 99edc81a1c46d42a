import { pathOf } from '../../../manifest/path';
import { wrapInList } from '../../../text/edit';
import type { Rule } from '../../rule';

/** Longer values are not repeated in a message. */
const longest = 60;

/** A scalar where a list belongs is read as a list of one; writing it as one keeps the next edit from going wrong. */
export const listExpected: Rule = {
  id: 'manifest/list-expected',
  title: 'A single value where a list belongs',
  severity: 'hint',
  messages: {
    list: '`{path}` is a list; this is read as a list of one. Write `[{value}]`.',
    entries: '`{path}` is a list; this is read as a list of one. Put a dash before it.',
  },
  *piece({ checked, spot, path, format }) {
    for (const { issue, span, node } of checked.issues) {
      if (issue.code !== 'list-expected' || !node) continue;
      const spoken = pathOf(checked.piece.tree, issue.path, path);
      const value = checked.piece.text.slice(node.start, node.end);
      const isShort = node.kind === 'scalar' && !/[\r\n]/.test(value) && value.length <= longest;
      yield {
        message: isShort
          ? { id: 'list', params: { path: spoken, value } }
          : { id: 'entries', params: { path: spoken } },
        spot: spot(span, spoken),
        fixes: isShort
          ? [
              {
                id: 'wrap',
                title: 'Make it a list',
                safe: true,
                edits: wrapInList(checked.piece.text, format, node),
              },
            ]
          : [],
      };
    }
  },
};
