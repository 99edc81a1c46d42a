import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Advisor } from '../../src/advise/advisor';
import type { FolderFiles } from '../../src/doors/server/folder-files';
import { serve } from '../../src/doors/server/server';
import type { FileText } from '../../src/host/port';
import { TestClient } from './test-client';

/** Files of one folder in memory, and how often they were asked for. */
export class MemoryFiles implements FolderFiles {
  lists = 0;
  reads: string[] = [];
  lookedInto: string[] = [];
  /** When set, each listing waits for it. */
  gate: Promise<void> | undefined;

  constructor(readonly texts: Map<string, string> = new Map()) {}

  async list() {
    this.lists++;
    await this.gate;
    return { paths: [...this.texts.keys()].sort(), complete: true, problems: [] };
  }

  read(path: string): Promise<FileText> {
    this.reads.push(path);
    const text = this.texts.get(path);
    return Promise.resolve(text === undefined ? { problem: 'it does not exist' } : { text });
  }

  empty(paths: readonly string[]): Promise<ReadonlySet<string>> {
    this.lookedInto.push(...paths);
    return Promise.resolve(new Set(paths.filter((path) => this.texts.get(path) === '')));
  }
}

export interface InProcess {
  readonly client: TestClient;
  /** The day that the server's clock shows. */
  day: string;
  dispose(): void;
}

/** A server in this process, over streams as a real client would have them, with files from memory. */
export function startInProcess(
  advisor: Advisor | (() => Promise<Advisor>),
  files: Readonly<Record<string, FolderFiles>> = {},
): InProcess {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const running: InProcess = {
    client: new TestClient(connection),
    day: '2026-11-24',
    dispose() {
      connection.dispose();
      server.dispose();
    },
  };
  serve(server, {
    version: '0.0.0',
    today: () => running.day,
    files: (folder) => files[folder] ?? new MemoryFiles(),
    advisor: () => (typeof advisor === 'function' ? advisor() : Promise.resolve(advisor)),
  });
  return running;
}
