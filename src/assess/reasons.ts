import type { Place, Reason, Text } from '../answer/schema';
import { type Cause, type Spot, placeOf } from '../manifest/fact';

/** How a fact is called in texts: `areas`, `organization.size`. */
export function spokenPath(path: string): string {
  return path.startsWith('system.') ? path.slice('system.'.length) : path;
}

/** Facts that decided, or that keep something open, as reasons. */
export function reasonsOf(causes: readonly Cause[], entry?: string): Reason[] {
  return causes.map((cause) => {
    const params = { path: spokenPath(cause.path), wanted: words(cause.wanted), value: words(cause.said) };
    return reason({ id: `fact.${cause.kind}`, params }, cause.spots, entry);
  });
}

export function reason(text: Text, spots: readonly Spot[] = [], entry?: string): Reason {
  const places: Place[] = spots.map(placeOf);
  return entry === undefined ? { text, places } : { text, places, entry };
}

/** A text by id and parameters. */
export function text(id: string, params: Text['params'] = {}): Text {
  return { id, params };
}

function words(values: Cause['wanted']): string[] {
  return values.map(String);
}
