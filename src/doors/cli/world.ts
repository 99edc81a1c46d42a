import type { readPack, readPackFile } from '../../host/node/pack';

/** What the commands know of the outside. The process gives it once, in `main.ts`. */
export interface World {
  /** Where the command was called: an absolute path. */
  readonly folder: string;
  /** Today as an ISO day. */
  readonly today: () => string;
  /** The catalog that comes with the program. */
  readonly readPack: () => ReturnType<typeof readPack>;
  /** A catalog that somebody names, by its absolute path. */
  readonly readPackFile: typeof readPackFile;
  /** Answers go here, and nothing else: it may be read by a program. */
  readonly out: (text: string) => void;
  /** What is said beside the answer. */
  readonly err: (text: string) => void;
  /** Columns of the terminal. */
  readonly width: number;
  readonly colors: boolean;
  readonly version: string;
  /** The text of a file that comes with the program: its path from the program's folder. */
  readonly resource: (path: string) => Promise<string>;
  /** Becomes a language server over standard input and output. */
  readonly serve: () => Promise<void>;
}

/** How a command ends: 0 clean, 1 findings at the bar, 2 wrong usage or input that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/** Something that the caller can put right: the command ends with 2 and these words alone. */
export class UsageError extends Error {}
