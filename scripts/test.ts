import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths';

/**
 * `npm test`: every level in order, the quick ones first, with progress; the last line counts them all. A skip is a
 * failure in CI. `npm test -- core` runs only the levels that are named.
 */

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Level {
  readonly name: string;
  readonly what: string;
  run(): Promise<Counts>;
}

const inCi = process.env['CI'] !== undefined && process.env['CI'] !== '' && process.env['CI'] !== 'false';

/** Runs a command with its output passed on; the exit code. */
function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** A tool of node_modules, by its own entry: no shell, the same on every system. */
const tool = (name: string) => join(root, 'node_modules', '.bin', name);

/** A check that is one command: it counts as one test. */
function check(name: string, what: string, command: string, args: readonly string[]): Level {
  return {
    name,
    what,
    run: async () => {
      const failed = (await run(command, args)) === 0 ? 0 : 1;
      if (failed > 0) console.log(`✗ ${what}: ${[command.split('/').at(-1), ...args].join(' ')}`);
      return { passed: 1 - failed, failed, skipped: 0 };
    },
  };
}

/** A project of vitest.config.ts, counted from its report: a run that breaks off counts as a failure. */
function suite(name: string, what: string): Level {
  return {
    name,
    what,
    run: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'ai-governance-test-'));
      const file = join(folder, 'report.json');
      const args = [
        'run',
        '--project',
        name,
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ];
      const code = await run(tool('vitest'), args);
      const counts = await readCounts(file);
      await rm(folder, { recursive: true, force: true });
      return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
    },
  };
}

/** A script of ours that ends with the plain line `N passed, M failed, K skipped`. */
function script(name: string, what: string, file: string): Level {
  return {
    name,
    what,
    run: () =>
      new Promise((resolve) => {
        const child = spawn(tool('tsx'), [file], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
        let tail = '';
        child.stdout.on('data', (chunk: Buffer) => {
          process.stdout.write(chunk);
          tail = (tail + chunk.toString()).slice(-4000);
        });
        child.on('close', (code) => {
          const [, passed, failed, skipped] =
            /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(tail) ?? [];
          const counts = {
            passed: Number(passed ?? 0),
            failed: Number(failed ?? 0),
            skipped: Number(skipped ?? 0),
          };
          resolve(code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
        });
      }),
  };
}

async function readCounts(file: string): Promise<Counts> {
  try {
    const report = JSON.parse(await readFile(file, 'utf8')) as Record<string, number>;
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const levels: readonly Level[] = [
  check('types', 'types', tool('tsc'), ['-p', 'tsconfig.json']),
  check('core-types', 'types of the core alone', tool('tsc'), ['-p', 'tsconfig.core.json']),
  check('lint', 'lint', tool('eslint'), ['.', '--max-warnings', '0']),
  check('format', 'format', tool('biome'), ['ci', '--error-on-warnings']),
  check('dead-code', 'dead code', tool('knip'), []),
  check('schemas', 'published schemas are current', tool('tsx'), ['scripts/schemas.ts', '--check']),
  check('build', 'build', tool('tsx'), ['scripts/build.ts']),
  suite('node', 'core, catalog, server and command line'),
  suite('page', 'the report in a browser'),
  script('worker', 'the core in a bare Worker', 'scripts/worker-tests.ts'),
  script('host', 'the extension in a real VS Code', 'scripts/host/run-host-tests.ts'),
  suite('drive', 'VS Code as its user drives it'),
];

async function main(wanted: readonly string[]): Promise<void> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const chosen = levels.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const [index, level] of chosen.entries()) {
    console.log(`\n[${index + 1}/${chosen.length}] ${level.what}`);
    const started = Date.now();
    const counts = await level.run();
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(
      `${level.name}: ${counts.passed} of ${counts.passed + counts.failed + counts.skipped} in ${seconds} s`,
    );
  }
  process.exitCode = total.failed > 0 || (inCi && total.skipped > 0) ? 1 : 0;
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
}

void main(process.argv.slice(2));
