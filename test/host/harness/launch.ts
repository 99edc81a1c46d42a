/** How this VS Code was launched, as the runner outside knows it; written into the bundle when it is made. */
export interface Launch {
  /** Version of VS Code, where it is known beforehand. */
  readonly host?: string;
  readonly trusted: boolean;
  /** Extensions run in a Web Worker. */
  readonly web: boolean;
  /** The id of the extension under test. */
  readonly extension: string;
}

declare const HOST_TEST_LAUNCH: Launch;

export const launch: Launch = HOST_TEST_LAUNCH;
