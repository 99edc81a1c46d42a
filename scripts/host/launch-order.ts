import type { HostVersion } from './fetch-host';

/** Which host the launcher starts and where it writes: what VS Code's own command line has no words for. */
export interface LaunchOrder {
  /** `served`: the workbench in a browser, extensions in Node. `web`: the same, extensions in a Web Worker. */
  readonly kind: 'served' | 'web' | 'desktop';
  readonly version: HostVersion;
  readonly trusted: boolean;
  /** File that gets one event of the tests a line (see host-events.ts). */
  readonly events: string;
  /** What VS Code and its page print; and what the server prints that brings the page. */
  readonly log: string;
  readonly serverLog: string;
  readonly beginWithinMs: number;
  readonly endWithinMs: number;
  /** The VS Code program, when `kind` is `desktop`, and what it is shown on. */
  readonly executable?: string;
  readonly display?: 'own' | 'virtual';
}

const variable = 'AI_GOVERNANCE_LAUNCH';

/** The order travels in one environment variable, since @vscode/test-electron passes VS Code's own arguments only. */
export const launchOrder = {
  /** Exit code of the launcher when the host did not come up, so that no test ran. */
  hostFailedCode: 70,

  write(order: LaunchOrder): Record<string, string> {
    return { [variable]: JSON.stringify(order) };
  },

  /** Throws when the variable is missing or no order. */
  read(env: NodeJS.ProcessEnv): LaunchOrder {
    const value: unknown = JSON.parse(env[variable] ?? 'null');
    if (isLaunchOrder(value)) return value;
    throw new Error(`${variable} holds no launch order. Run the tests with scripts/host/run-host-tests.ts.`);
  },
};

function isLaunchOrder(value: unknown): value is LaunchOrder {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return (
    (fields.kind === 'served' || fields.kind === 'web' || fields.kind === 'desktop') &&
    (fields.version === 'newest' || fields.version === 'floor') &&
    typeof fields.trusted === 'boolean' &&
    ['events', 'log', 'serverLog'].every((name) => typeof fields[name] === 'string') &&
    ['beginWithinMs', 'endWithinMs'].every((name) => typeof fields[name] === 'number') &&
    (fields.executable === undefined || typeof fields.executable === 'string') &&
    (fields.display === undefined || fields.display === 'own' || fields.display === 'virtual')
  );
}
