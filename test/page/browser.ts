import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/host/chromium';
import type { Answer } from '../../src/answer/schema';
import type { FromPage, PageState, ToPage } from '../../src/doors/webview/protocol';
import { contentSecurityPolicy, pageShell } from '../../src/doors/webview/shell';
import { renderHtml } from '../../src/render/page/html';
import { sampleGuidance } from './sample-guidance';
import type { ThemeName } from './themes';
import { themes } from './themes';

/** The page of the report alone in a real browser, under the policy that it has in VS Code. */

const repository = join(import.meta.dirname, '..', '..');
const origin = 'https://page.test';
const nonce = 'b3BlbnNlc2FtZQ';

export interface Assets {
  readonly script: string;
  readonly css: string;
}

/** The bundle as the build makes it, and the style sheet. */
export async function buildPage(): Promise<Assets> {
  const [bundle, css] = await Promise.all([
    build({
      absWorkingDir: repository,
      entryPoints: ['src/doors/webview/main.tsx'],
      bundle: true,
      minify: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      mainFields: ['module', 'main'],
      legalComments: 'none',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'silent',
    }),
    readFile(join(repository, 'media', 'report.css'), 'utf8'),
  ]);
  const [output] = bundle.outputFiles;
  if (output === undefined) throw new Error('the page did not build');
  return { script: output.text, css };
}

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({ executablePath, args, env });
}

export interface OpenOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What `getState` gives: what the page kept when it was last alive. */
  readonly state?: unknown;
  readonly reducedMotion?: boolean;
}

/** A webview with the page in it, and the side of the extension. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Posts a message as the extension would, or one that no extension would. */
  readonly send: (message: unknown) => Promise<void>;
  /** Sends a snapshot and waits until it is drawn. */
  readonly show: (answer: Answer) => Promise<void>;
  /** Answers all guidance that the page asked for and will ask for; what has no text here cannot be had. */
  readonly answerGuidance: (texts?: Readonly<Record<string, string>>) => Promise<void>;
  readonly posted: () => Promise<FromPage[]>;
  readonly state: () => Promise<PageState | undefined>;
  /** What the policy refused, and errors of the page's script. */
  readonly complaints: () => Promise<string[]>;
}

declare global {
  interface Window {
    posted: FromPage[];
    guidance: Readonly<Record<string, string>> | undefined;
    answer: (message: FromPage) => void;
    kept: PageState | undefined;
    refused: string[];
  }
}

export async function openPage(
  browser: Browser,
  assets: Assets,
  options: OpenOptions = {},
): Promise<OpenPage> {
  const { theme = 'light', width = 1200, height = 900, state } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  // tsx names functions through a helper that the browser lacks.
  await page.addInitScript('globalThis.__name ??= (value) => value');
  await page.addInitScript(asVsCode, { ...themes[theme], kept: state });
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const files: Record<string, { body: string; contentType: string }> = {
      '/': { body: shell(), contentType: 'text/html' },
      '/report.js': { body: assets.script, contentType: 'text/javascript' },
      '/report.css': { body: assets.css, contentType: 'text/css' },
    };
    const file = files[path];
    await (file === undefined ? route.abort() : route.fulfill(file));
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => window.posted.some(({ type }) => type === 'ready'));
  const send: OpenPage['send'] = (message) =>
    page.evaluate((data: unknown) => window.postMessage(data, '*'), message);
  return {
    page,
    context,
    send,
    show: async (answer) => {
      await send({ type: 'snapshot', answer, guided: Object.keys(sampleGuidance) } satisfies ToPage);
      await page.waitForSelector('#content');
    },
    answerGuidance: (texts = sampleGuidance) =>
      page.evaluate((guidance) => {
        window.guidance = guidance;
        for (const message of window.posted) window.answer(message);
      }, texts),
    posted: () => page.evaluate(() => window.posted),
    state: () => page.evaluate(() => window.kept),
    complaints: async () => [...errors, ...(await page.evaluate(() => window.refused))],
  };
}

function shell(): string {
  return pageShell({
    nonce,
    cspSource: origin,
    scriptUri: `${origin}/report.js`,
    styleUri: `${origin}/report.css`,
    title: 'AI Governance Advice',
  });
}

/** The policy of the page that `openPage` opens. */
export const policy = contentSecurityPolicy(nonce, origin);

/** What VS Code does to a webview before its own script runs. Runs in the browser. */
function asVsCode({
  colors,
  bodyClass,
  kept,
}: {
  colors: Readonly<Record<string, string>>;
  bodyClass: string;
  kept: unknown;
}): void {
  window.posted = [];
  window.refused = [];
  window.answer = (message) => {
    if (message.type !== 'guidance' || window.guidance === undefined) return;
    const { id } = message;
    window.postMessage({ type: 'guidance', id, markdown: window.guidance[id] ?? null }, '*');
  };
  let state = kept;
  Object.defineProperty(window, 'kept', { get: () => state });
  let acquired = false;
  Object.defineProperty(window, 'acquireVsCodeApi', {
    value: () => {
      if (acquired) throw new Error('An instance of the VS Code API has already been acquired');
      acquired = true;
      return {
        postMessage: (message: FromPage) => {
          window.posted.push(structuredClone(message));
          window.answer(message);
        },
        getState: () => state,
        setState: (next: unknown) => {
          state = structuredClone(next);
        },
      };
    },
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    window.refused.push(`${violatedDirective}: ${blockedURI} ${sample}`);
  });
  const defaults = new CSSStyleSheet();
  defaults.replaceSync(`@layer vscode-default {
    body { background-color: transparent; color: var(--vscode-editor-foreground);
      font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight);
      font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
    a, a code { color: var(--vscode-textLink-foreground); }
    a:hover { color: var(--vscode-textLink-activeForeground); }
    code { color: var(--vscode-textPreformat-foreground); background-color: var(--vscode-textPreformat-background);
      padding: 1px 3px; border-radius: 4px; }
    pre code { padding: 0; }
  }`);
  document.adoptedStyleSheets = [defaults];
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(colors)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
    document.body.classList.add(...bodyClass.split(' '));
  });
}

/** The report as a file, as the command line writes it. */
export function htmlReport(answer: Answer, css: string, guidance = sampleGuidance): string {
  const cssSha256 = createHash('sha256').update(css).digest('base64');
  return renderHtml(answer, { css, cssSha256, guidance });
}
