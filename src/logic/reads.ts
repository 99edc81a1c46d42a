import type { Condition } from './condition';
import { derivations } from './derived';

/** The paths that each condition reads, found once. */
const known = new WeakMap<Condition, ReadonlySet<string>>();

/**
 * Whether what a condition comes to can depend on a fact. Derived facts depend on those below them, a field of
 * listed objects on the list, and the list on each field of its objects.
 */
export function reads(condition: Condition, path: string): boolean {
  let paths = known.get(condition);
  if (!paths) {
    const found = new Set<string>();
    collect(condition, found);
    known.set(condition, found);
    paths = found;
  }
  return paths.has(path);
}

function collect(condition: Condition, paths: Set<string>): void {
  if ('all' in condition) for (const part of condition.all) collect(part, paths);
  else if ('any' in condition) for (const part of condition.any) collect(part, paths);
  else if ('not' in condition) collect(condition.not, paths);
  else {
    addWithParents(condition.path, paths);
    if ('some' in condition)
      for (const field of Object.keys(condition.some)) paths.add(`${condition.path}.${field}`);
    for (const below of derivations(condition.path)) collect(below, paths);
  }
}

/** `system.tools.access` hangs on `system.tools` as well. */
function addWithParents(path: string, paths: Set<string>): void {
  const steps = path.split('.');
  for (let length = steps.length; length >= 2; length--) paths.add(steps.slice(0, length).join('.'));
}
