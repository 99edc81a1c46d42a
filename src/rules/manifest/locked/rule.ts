import type { ManifestFile } from '../../../manifest/document';
import type { Project } from '../../../manifest/project';
import { type Entry, entryOf, nodeAt } from '../../../text/tree';
import type { RootContext, RootDraft, Rule } from '../../rule';

/** A base that a manifest extends may lock what it says: then nobody may say otherwise. */
export const locked: Rule = {
  id: 'manifest/locked',
  title: 'A value that the base has locked',
  severity: 'warning',
  messages: {
    overridden:
      '`{path}` is locked by `{base}`, so what stands here is not read. Remove it, or ask for the lock to be lifted.',
    idle: '`{path}` is locked, but this file says nothing of it. Say it, or remove the lock.',
  },
  *root(context) {
    const { base } = context.project;
    if (!base) return;
    for (const lock of locksOf(base)) {
      const steps = lock.path.split('.');
      if (!nodeAt(base.head.piece.tree, steps)) {
        yield {
          message: { id: 'idle', params: { path: lock.path } },
          spot: context.headSpot(base, lock.span, 'locked'),
        };
      } else yield* overridesOf(context, base, lock.path, steps);
    }
  },
};

interface Lock {
  readonly path: string;
  readonly span: { readonly start: number; readonly end: number };
}

function locksOf(base: ManifestFile): Lock[] {
  const node = entryOf(base.head.piece.tree, 'locked')?.value;
  const members = node?.kind === 'sequence' ? node.items : node ? [node] : [];
  return members.flatMap((member) =>
    member.kind === 'scalar' && typeof member.value === 'string'
      ? [{ path: member.value, span: member }]
      : [],
  );
}

function* overridesOf(
  context: RootContext,
  base: ManifestFile,
  path: string,
  steps: readonly string[],
): Iterable<RootDraft> {
  const message = { id: 'overridden', params: { path, base: base.path } };
  for (const file of filesThatMay(context.project, steps)) {
    const entry = entryAt(file.head.piece.tree, steps);
    if (entry) yield { message, spot: context.headSpot(file, entry.keySpan, path) };
  }
  if (steps[0] !== 'defaults') return;
  for (const source of context.project.systems) {
    const entry = entryAt(source.item.piece.tree, steps.slice(1));
    if (entry) yield { message, ...context.itemSpot(source, entry.keySpan, source.path) };
  }
}

function filesThatMay({ root, parts }: Project, [first]: readonly string[]): readonly ManifestFile[] {
  return first === 'defaults' ? [root, ...parts] : [root];
}

function entryAt(tree: ManifestFile['head']['piece']['tree'], steps: readonly string[]): Entry | undefined {
  const key = steps.at(-1);
  return key === undefined ? undefined : entryOf(nodeAt(tree, steps.slice(0, -1)), key);
}
