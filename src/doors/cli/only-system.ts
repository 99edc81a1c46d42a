import type { Answer } from '../../answer/schema';
import { UsageError } from './world';

/**
 * The answer with one system alone, and the roots that have it.
 *
 * @throws UsageError when no root has it
 */
export function onlySystem(answer: Answer, id: string): Answer {
  const roots = answer.roots
    .map((root) => ({
      ...root,
      systems: root.systems.filter((system) => system.id === id),
      conflicts: root.conflicts.filter(({ systems }) => systems.includes(id)),
    }))
    .filter(({ systems }) => systems.length > 0);
  if (roots.length > 0) return { ...answer, roots };
  const known = answer.roots.flatMap(({ systems }) => systems.map((system) => system.id));
  throw new UsageError(`There is no system ${id}. The manifests have: ${known.join(', ')}.`);
}
