import type { Reason, Text } from '../answer/schema';
import type { Cause, Spot } from '../manifest/fact';

/** How a fact is called in texts: `areas`, `organization.size`. */
export function spokenPath(path: string): string {
  return path.startsWith('system.') ? path.slice('system.'.length) : path;
}

/**
 * A fact that decided, or that keeps something open, as a reason. Its words are put together only when somebody reads
 * them: findings on the way to the editor need few of them.
 */
export class FactReason implements Reason {
  constructor(
    private readonly cause: Cause,
    readonly entry: string,
  ) {}

  get text(): Text {
    const { kind, path, wanted, said } = this.cause;
    const params = { path: spokenPath(path), wanted: wanted.map(String), value: said.map(String) };
    return { id: `fact.${kind}`, params };
  }

  get places(): Reason['places'] {
    return [...this.cause.spots];
  }
}

/** Facts that decided, or that keep something open, as reasons. */
export function reasonsOf(causes: readonly Cause[], entry: string): Reason[] {
  return causes.map((cause) => new FactReason(cause, entry));
}

export function reason(text: Text, spots: readonly Spot[] = [], entry?: string): Reason {
  const places = [...spots];
  return entry === undefined ? { text, places } : { text, places, entry };
}

/** A text by id and parameters. */
export function text(id: string, params: Text['params'] = {}): Text {
  return { id, params };
}
