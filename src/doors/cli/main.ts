import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { today } from '../../host/node/clock';
import { readPack, readPackFile } from '../../host/node/pack';
import { wantsColors } from './paint';
import { run } from './program';

/** Columns where there is no terminal, such as in the log of a CI run. */
const usualWidth = 100;
/** Longer lines are hard to read, however wide the terminal is. */
const readableWidth = 110;

// Bundled as CommonJS into the folder that holds the catalog and the server.
const dist = __dirname;

void main();

async function main(): Promise<void> {
  // Whoever reads us may stop early, as `head` does; then there is nothing more to say.
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  process.on('uncaughtException', (error) => {
    reportBug(error);
    process.exit(2);
  });
  try {
    process.exitCode = await run(
      {
        folder: process.cwd(),
        today,
        readPack: () => readPack(dist),
        readPackFile,
        out: (text) => process.stdout.write(text),
        err: (text) => process.stderr.write(text),
        width: Math.min(process.stdout.columns || usualWidth, readableWidth),
        colors: wantsColors(process.env, process.stdout.isTTY),
        version,
        resource: (path) => readFile(join(dist, path), 'utf8'),
        serve: async () => {
          // The server reads `--stdio` from the command line, as every language server does.
          if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
          await import(pathToFileURL(join(dist, 'server.js')).href);
        },
      },
      process.argv.slice(2),
    );
  } catch (error) {
    reportBug(error);
    process.exitCode = 2;
  }
}

function endQuietly(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
}

/** What is not the caller's fault: one line, since a stack says nothing to whoever reads it. */
function reportBug(error: unknown): void {
  const what = (error instanceof Error ? error.message : String(error)).split('\n')[0];
  process.stderr.write(
    `ai-governance ${version} failed: ${what}. Please report it with the command and the manifest.\n`,
  );
}
