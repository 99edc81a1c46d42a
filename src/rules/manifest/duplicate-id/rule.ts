import { anchorOf } from '../../../manifest/document';
import type { SystemSource } from '../../../manifest/project';
import type { RootDraft, Rule } from '../../rule';

/** Ids are unique in a root: waivers, ignores and reasons speak of a system by its id. */
export const duplicateId: Rule = {
  id: 'manifest/duplicate-id',
  title: 'Two systems with the same id',
  severity: 'error',
  messages: {
    duplicate: 'Another system of this manifest is called `{id}` already. Give this one an id of its own.',
    first: 'the first `{id}`',
  },
  *root({ project, itemSpot, placeIn }) {
    const first = new Map<string, SystemSource>();
    for (const source of project.systems) {
      const { id, piece } = source.item;
      if (id === undefined) continue;
      const earlier = first.get(id);
      if (!earlier) {
        first.set(id, source);
        continue;
      }
      const here = itemSpot(source, anchorOf(piece.tree, piece), source.path);
      const there = placeIn(earlier, anchorOf(earlier.item.piece.tree, earlier.item.piece), earlier.path);
      const draft: RootDraft = {
        message: { id: 'duplicate', params: { id } },
        ...here,
        related: [{ place: there, message: { id: 'first', params: { id } } }],
      };
      yield draft;
    }
  },
};
