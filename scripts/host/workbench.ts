import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import type { Say } from './cache';
import { findChromium } from './chromium';
import type { HostVersion } from './fetch-host';
import { startHost } from './vscode-host';
import { serveToWebHost } from './web-extension';

export interface WorkbenchOptions {
  readonly folder: string;
  readonly extensionPath: string;
  /** Default: the newest. */
  readonly version?: HostVersion;
  /** Default: trusted. */
  readonly trusted?: boolean;
  /** Runs the extension in a Web Worker, as vscode.dev does. */
  readonly web?: boolean;
  /** Of the window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels a CSS pixel: 2 makes sharp screenshots. */
  readonly scale?: number;
  readonly say?: Say;
}

type Squiggle = 'error' | 'warning' | 'info' | 'hint';

/** VS Code as a user has it before them. Each step waits until its effect is seen, and throws when it never is. */
export interface Workbench {
  readonly page: Page;
  /** Opens a file of the folder by its name, and puts the cursor into it. */
  readonly openFile: (name: string) => Promise<void>;
  /** Types at the cursor, key by key. */
  readonly typeText: (text: string) => Promise<void>;
  /** Runs a command from the palette by its whole title, e.g. `AI Governance: Show Advice`. */
  readonly runCommand: (title: string) => Promise<void>;
  /** Waits for a wavy line in the open editor. */
  readonly waitForSquiggle: (kind?: Squiggle) => Promise<void>;
  /** Waits for the page inside a webview, found by the title of its document or by a test of the frame. */
  readonly webviewFrame: (wanted: string | ((frame: Frame) => Promise<boolean>)) => Promise<Frame>;
  /** Waits until the browser has kept a text of the window's state (e.g. the id of a view): only then a reload has it. */
  readonly waitUntilKept: (text: string) => Promise<void>;
  /** Writes a PNG of the window. */
  readonly screenshot: (path: string) => Promise<void>;
  /** Closes browser and server. */
  readonly stop: () => Promise<void>;
}

const patienceMs = 30_000;
const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Starts VS Code with the extension on the folder and opens it in a browser. The caller stops it. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { version = 'newest', trusted = true, folder, extensionPath, web = false } = options;
  const host = await startHost({
    version,
    trusted,
    folder,
    ...(web ? {} : { extensionPath }),
    ...(options.say ? { say: options.say } : {}),
  });
  const ending: (() => Promise<void>)[] = [host.stop];
  const stop = async (): Promise<void> => {
    for (const end of ending.splice(0)) await end().catch(() => undefined);
  };
  try {
    const { executablePath, args, env } = await findChromium(options.say);
    const browser: Browser = await chromium.launch({ executablePath, args, env });
    ending.unshift(() => browser.close());
    const page = await browser.newPage({
      viewport: options.size ?? { width: 1280, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
    });
    page.setDefaultTimeout(patienceMs);
    let url = host.url;
    if (web) {
      const served = await serveToWebHost(host, page, { folder, extensionPath });
      ending.unshift(served.remove);
      url = served.url;
    }
    await page.goto(url);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return { page, stop, ...stepsOn(page) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function stepsOn(page: Page): Omit<Workbench, 'page' | 'stop'> {
  const quickInput = page.locator('.quick-input-widget');
  const pick = async (keys: string, text: string, row: RegExp): Promise<void> => {
    const input = quickInput.locator('input.input');
    // The list may come before what fills it (commands of the extension, the index of files): ask again until it is there.
    await until(`"${text}" in the list of ${keys}`, async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press(keys);
      await input.waitFor({ timeout: 2_000 });
      await page.keyboard.type(text);
      const found = quickInput.getByRole('option', { name: row }).first();
      await found.waitFor({ timeout: 5_000 });
      await found.click();
      return true;
    });
    await quickInput.waitFor({ state: 'hidden' });
  };
  return {
    async openFile(name) {
      await pick(`${modifier}+p`, name, new RegExp(`^${escaped(name)}(,|$)`));
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      const editor = page.locator('.editor-group-container.active .monaco-editor').first();
      await editor.waitFor();
      await until(`the cursor in ${name}`, () =>
        editor.evaluate((element) => element.contains(document.activeElement)),
      );
    },
    async typeText(text) {
      await page.keyboard.type(text);
    },
    async runCommand(title) {
      await pick('F1', title, new RegExp(`^${escaped(title)}(,|$)`));
    },
    async waitForSquiggle(kind = 'error') {
      await page.locator(`.monaco-editor .squiggly-${kind}`).first().waitFor({ state: 'attached' });
    },
    webviewFrame(wanted) {
      const fits = typeof wanted === 'string' ? titled(wanted) : wanted;
      return until('the page of the webview', async () => {
        for (const frame of page.frames()) {
          if (frame !== page.mainFrame() && (await fits(frame))) return frame;
        }
        return false;
      });
    },
    async waitUntilKept(text) {
      await until(`${text} in what the browser keeps`, () => page.evaluate(isKept, text));
    },
    async screenshot(path) {
      // Away from what shows more under the mouse.
      await page.mouse.move(0, 0);
      await page.screenshot({ path });
    },
  };
}

/** Runs in the page: VS Code in a browser writes its state into IndexedDB every few seconds, and not when it is left. */
async function isKept(text: string): Promise<boolean> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not readable'));
    });
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await result(indexedDB.open(name));
    try {
      for (const store of database.objectStoreNames) {
        const values = await result(database.transaction(store, 'readonly').objectStore(store).getAll());
        if (values.some((value) => String(value).includes(text))) return true;
      }
    } finally {
      database.close();
    }
  }
  return false;
}

function titled(title: string): (frame: Frame) => Promise<boolean> {
  return async (frame) => (await frame.title()) === title;
}

/** Asks again until the answer is other than false; an error counts as false until the patience is at its end. */
async function until<T>(what: string, probe: () => Promise<T | false>): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    let reason = '';
    try {
      const found = await probe();
      if (found !== false) return found;
    } catch (error) {
      reason = error instanceof Error ? `: ${error.message}` : '';
    }
    if (Date.now() > end) throw new Error(`Not seen within ${patienceMs / 1000} s: ${what}${reason}`);
    await sleep(50);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
