import type { Bodies } from '../../catalog/pack';
import type { GuidanceParams } from './protocol';

/** The tools and controls that have guidance, by kind and id. */
export function guidedBy(bodies: Bodies): string[] {
  return Object.keys(bodies).filter((id) => /^(tools|controls)\//.test(id));
}

/** The guidance on one of them; null where there is none. */
export function guidanceOn({ id }: GuidanceParams, bodies: Bodies): string | null {
  return guidedBy(bodies).includes(id) ? (bodies[id] ?? null) : null;
}
