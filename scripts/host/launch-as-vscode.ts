import { appendFileSync, createWriteStream, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium';
import { fromLine } from './host-events';
import { type LaunchArguments, readLaunchArguments } from './launch-arguments';
import { launchOrder } from './launch-order';
import { plainEnvironment, startProcess } from './processes';
import { startHost } from './vscode-host';
import { serveToWebHost } from './web-extension';

/**
 * Stands where @vscode/test-electron expects the VS Code program: takes the same command line, runs the tests in the
 * host that the order (see launch-order.ts) names, and ends with their exit code. Log lines go to the order's log file,
 * events of tests to its events file.
 */
const order = launchOrder.read(process.env);
const log = createWriteStream(order.log, { flags: 'a' });
/** The host came up and the tests began: from here on a failure is theirs, not the host's. */
let began = false;

/** Exit codes beside those of VS Code itself (0 passed, 1 failed). */
const hostFailed = launchOrder.hostFailedCode;

function take(text: string): void {
  for (const line of text.split('\n')) {
    const event = fromLine(line);
    if (event === undefined) {
      if (line.trim() !== '') log.write(`${line}\n`);
      continue;
    }
    began = true;
    appendFileSync(order.events, `${JSON.stringify(event)}\n`);
    if (event.event === 'test') {
      const sign = { passed: '✓', failed: '✗', skipped: '-' }[event.state];
      process.stdout.write(`  ${sign} ${event.name} (${event.ms} ms)\n`);
    }
  }
}

/** Waits for the tests, at most `order.beginWithinMs` for the first and `order.endWithinMs` in all. */
async function inTime(result: Promise<number>): Promise<number> {
  let timers: NodeJS.Timeout[] = [];
  const late = new Promise<number>((resolve) => {
    const begin = setTimeout(() => {
      if (began) return;
      log.write(`No test began within ${order.beginWithinMs / 1000} s.\n`);
      resolve(hostFailed);
    }, order.beginWithinMs);
    const end = setTimeout(() => {
      log.write(`The tests did not end within ${order.endWithinMs / 1000} s.\n`);
      resolve(began ? 1 : hostFailed);
    }, order.endWithinMs);
    timers = [begin, end];
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

async function inBrowser(given: LaunchArguments): Promise<number> {
  const web = order.kind === 'web';
  const [extensionPath] = given.extensionPaths;
  if (extensionPath === undefined) return hostFailed;
  const host = await startHost({
    version: order.version,
    trusted: order.trusted,
    folder: given.folder,
    ...(web ? { smokeTest: true } : { extensionPath: given.extensionPaths, testsPath: given.testsPath }),
  });
  const ending: (() => Promise<void>)[] = [host.stop];
  try {
    const { executablePath, args, env } = await findChromium();
    const browser = await chromium.launch({ executablePath, args, env });
    ending.unshift(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const result = new Promise<number>((resolve) => {
      // The workbench closes nothing on its own: it calls this with the result of `run()`.
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
      void host.ended.then(() => resolve(hostFailed));
      page.on('crash', () => resolve(hostFailed));
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, words: unknown[]) => {
      take(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '));
    });
    page.on('pageerror', (error) => take(`Error in the page: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') take(`Error in the page: ${message.text()}`);
    });
    let url = host.url;
    if (web) {
      const served = await serveToWebHost(host, page, { ...given, extensionPath });
      ending.unshift(served.remove);
      url = served.url;
    }
    await page.goto(url);
    return await inTime(result);
  } finally {
    for (const end of ending) await end().catch(() => undefined);
    writeFileSync(order.serverLog, host.log());
  }
}

async function onDesktop(given: LaunchArguments): Promise<number> {
  const { executable } = order;
  if (executable === undefined) return hostFailed;
  // The test runner asks for trust always; Restricted Mode is what is left when it is not asked for.
  const words = given.all.filter((word) => order.trusted || word !== '--disable-workspace-trust');
  const [command, ...before] = order.display === 'virtual' ? ['xvfb-run', '-a', executable] : [executable];
  const shown = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'];
  const env = plainEnvironment(Object.fromEntries(shown.map((name) => [name, process.env[name]])));
  const { child, stop } = startProcess(command, [...before, ...words], { env });
  let rest = '';
  const listen = (chunk: Buffer): void => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    take(lines.join('\n'));
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const result = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      log.write(`${executable} could not be started: ${error.message}\n`);
      resolve(hostFailed);
    });
    child.once('close', (code) => resolve(began ? (code ?? 1) : hostFailed));
  });
  try {
    return await inTime(result);
  } finally {
    take(rest);
    await stop();
  }
}

async function main(): Promise<number> {
  const given = readLaunchArguments(process.argv.slice(2));
  const code = await (order.kind === 'desktop' ? onDesktop(given) : inBrowser(given));
  return began || code === 0 ? code : hostFailed;
}

void main()
  .catch((error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${text}\n`);
    log.write(`${text}\n`);
    return began ? 1 : hostFailed;
  })
  .then((code) => {
    log.end(() => process.exit(code));
  });
