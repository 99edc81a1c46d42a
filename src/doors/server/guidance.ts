import type { Bodies } from '../../catalog/pack';
import type { GuidanceParams } from './protocol';

/** The tools and controls that any of these catalogs has guidance on, by kind and id. */
export function guidedBy(catalogs: readonly { readonly bodies: Bodies }[]): string[] {
  const bodies = new Set(catalogs.map((catalog) => catalog.bodies));
  return [...new Set([...bodies].flatMap((body) => Object.keys(body).filter(isGuidance)))];
}

/** The guidance on one of them, from the first catalog that has it; null where none has. */
export function guidanceOn(
  { id }: GuidanceParams,
  catalogs: readonly { readonly bodies: Bodies }[],
): string | null {
  if (!isGuidance(id)) return null;
  return (
    catalogs.map(({ bodies }) => (Object.hasOwn(bodies, id) ? bodies[id] : undefined)).find(isText) ?? null
  );
}

function isGuidance(id: string): boolean {
  return /^(tools|controls)\//.test(id);
}

function isText(body: string | undefined): body is string {
  return body !== undefined;
}
