import type { Browser } from 'playwright-core';
import type { Answer } from '../../src/answer/schema';
import type { ToPage } from '../../src/doors/webview/protocol';
import { manySystems } from '../fixtures/answers';
import { type Assets, openPage } from './browser';
import { sampleGuidance } from './sample-guidance';

/**
 * How long it takes from the message with an answer of 50 systems to the first picture of it, in ms; the least of several runs, since other work on the machine only ever adds. Goal: 200.
 */
export async function firstPaint(
  browser: Browser,
  assets: Assets,
  { systems = 50, laws = 0, runs = 8 } = {},
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { page, context } = await openPage(browser, assets);
    const data: unknown = {
      type: 'snapshot',
      answer: underLaws(manySystems(systems), laws),
      guided: Object.keys(sampleGuidance),
    } satisfies ToPage;
    times.push(await page.evaluate(timeToPaint, data));
    await context.close();
  }
  return Math.min(...times);
}

/** Each system under so many regimes in all; of those that are added, a third open, a third voluntary, a third that do not apply. */
function underLaws({ roots, ...rest }: Answer, laws: number): Answer {
  return {
    ...rest,
    roots: roots.map((root) => ({
      ...root,
      systems: root.systems.map((system) => ({
        ...system,
        regimes: Array.from({ length: Math.max(laws, system.regimes.length) }, (_, index) => {
          const like = system.regimes[index % system.regimes.length];
          if (!like || index < system.regimes.length) return like;
          const applies = (['yes', 'unknown', 'no'] as const)[index % 3] ?? 'no';
          const out = applies === 'no' ? { classes: [], duties: [] } : {};
          return { ...like, ...out, id: `${like.id}-${index}`, binding: applies !== 'yes', applies };
        }).filter((regime) => regime !== undefined),
      })),
    })),
  };
}

/** Runs in the browser. A task posted in a frame runs after that frame is painted. */
async function timeToPaint(message: unknown): Promise<number> {
  const start = performance.now();
  const drawn = new Promise<void>((resolve) => {
    new MutationObserver((_, observer) => {
      if (document.getElementById('content') === null) return;
      observer.disconnect();
      resolve();
    }).observe(document.body, { childList: true, subtree: true });
  });
  window.postMessage(message, '*');
  await drawn;
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  });
  return performance.now() - start;
}
