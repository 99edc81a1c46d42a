import 'mocha/mocha.js';
import { type HostEvent, toLine } from '../../../scripts/host/host-events';

/** Mocha's browser build, which runs in Node and in a Web Worker alike, puts its class on the global object. */
declare const globalThis: { readonly Mocha: typeof Mocha };

/** Says nothing: results are told by events instead. */
class Silent extends globalThis.Mocha.reporters.Base {}

const mocha = new globalThis.Mocha({ ui: 'bdd', timeout: 30_000, reporter: Silent });
mocha.suite.emit('pre-require', globalThis, '', mocha);

function tell(event: HostEvent): void {
  console.log(toLine(event));
}

// Now, not when they run: a test file that cannot even be loaded is no fault of the host's.
tell({ event: 'begin' });

/** Runs the tests that were defined since this module was loaded. Throws when one failed, as VS Code wants it. */
export function runTests(): Promise<void> {
  let count = 0;
  let failures = 0;
  const told = (test: Mocha.Runnable, state: 'passed' | 'failed' | 'skipped', error?: unknown): void => {
    count += 1;
    if (state === 'failed') failures += 1;
    const details = error === undefined ? {} : { error: describeError(error) };
    tell({ event: 'test', name: test.fullTitle(), state, ms: test.duration ?? 0, ...details });
  };
  return new Promise((resolve, reject) => {
    const runner = mocha.run(() => {
      tell({ event: 'end', count });
      if (count === 0) reject(new Error('No test ran.'));
      else if (failures > 0) reject(new Error(`${failures} of ${count} tests failed.`));
      else resolve();
    });
    runner.on('test', (test) => tell({ event: 'start', name: test.fullTitle() }));
    runner.on('pass', (test) => told(test, 'passed'));
    runner.on('pending', (test) => told(test, 'skipped'));
    runner.on('fail', (test, error: unknown) => told(test, 'failed', error));
  });
}

function describeError(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.slice(0, 4_000);
}
