import type { Model } from '../../../assess/model';

/** A package that is called like a tool and is something else, as the tool's own entry says. */
export interface LookAlike {
  /** Id of the tool that is likely meant. */
  readonly tool: string;
  readonly what: string;
}

/** The tool of which an entry says that a package of this name is none of it; such names stand there in quotes. */
export function lookAlikeOf({ pack }: Model, name: string): LookAlike | undefined {
  const quoted = `"${name}"`;
  for (const { id, lookalikes } of pack.tools) {
    const what = lookalikes.find((sentence) => sentence.includes(quoted));
    if (what !== undefined) return { tool: id, what };
  }
  return undefined;
}
