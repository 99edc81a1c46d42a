import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Root } from '../../src/answer/schema';
import { emptyAnswer, manySystems, purposeOnly, sampleAnswer } from '../fixtures/answers';
import { accessibilityProblems } from './axe';
import {
  type Assets,
  buildPage,
  launchBrowser,
  type OpenOptions,
  type OpenPage,
  openPage,
  policy,
} from './browser';
import { attacks, hostileAnswer, hostileGuidance } from './hostile';
import { type ThemeName, themes } from './themes';

declare global {
  interface Window {
    /** What a screen reader would say, in order. */
    spoken: string[];
  }
}

let browser: Browser;
let assets: Assets;

beforeAll(async () => {
  [assets, browser] = await Promise.all([buildPage(), launchBrowser()]);
});
afterAll(() => browser.close());

/** Opens the page, shows an answer, lets the test look, and fails on anything that the browser complained about. */
async function withPage(
  answer: Answer | undefined,
  look: (open: OpenPage) => Promise<void>,
  options?: OpenOptions,
): Promise<void> {
  const open = await openPage(browser, assets, options);
  try {
    if (answer) await open.show(answer);
    await look(open);
    expect(await open.complaints()).toEqual([]);
  } finally {
    await open.context.close();
  }
}

function firstRoot(answer: Answer): Root {
  const [root] = answer.roots;
  if (root === undefined) throw new Error('the answer has no root');
  return root;
}

async function openEverything(page: Page): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await page.waitForTimeout(50);
  }
}

/** What has the focus, in words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element === null ? '' : (element.getAttribute('aria-label') ?? element.textContent).trim();
  });

describe('the policy', () => {
  it('allows nothing but the one script, the style sheet and images of the extension', () => {
    expect(policy).toBe(
      "default-src 'none'; script-src 'nonce-b3BlbnNlc2FtZQ'; style-src https://page.test; img-src https://page.test data:",
    );
  });

  it('is kept by every part of the page, opened and closed', async () => {
    await withPage(sampleAnswer(), async ({ page, answerGuidance }) => {
      await openEverything(page);
      await answerGuidance();
      await page.locator('.guidance table').waitFor();
      expect(await page.locator('.card').count()).toBeGreaterThan(3);
    });
  });

  it('leaves the page well under its 250 kB', () => {
    expect(gzipSync(assets.script).length).toBeLessThan(125_000);
  });
});

describe('accessibility', () => {
  for (const theme of Object.keys(themes) as ThemeName[]) {
    for (const width of [400, 1200]) {
      it(`axe finds nothing in ${theme} at ${width} px, opened and closed`, async () => {
        const look = async ({ page, answerGuidance }: OpenPage) => {
          expect(await accessibilityProblems(page)).toEqual([]);
          await openEverything(page);
          await answerGuidance();
          await page.locator('.guidance table').waitFor();
          expect(await accessibilityProblems(page)).toEqual([]);
        };
        await withPage(sampleAnswer(), look, { theme, width });
      });
    }
  }

  it('axe finds nothing without a manifest, with a bare one, while the page waits, and when it failed', async () => {
    for (const answer of [emptyAnswer(), purposeOnly()]) {
      await withPage(answer, async ({ page }) => expect(await accessibilityProblems(page)).toEqual([]));
    }
    await withPage(undefined, async ({ page, send }) => {
      expect(await accessibilityProblems(page)).toEqual([]);
      await send({ type: 'failure', message: 'ai-usage.yaml cannot be read. Check its permissions.' });
      await page.getByText('Check its permissions').first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    });
  });

  it('nothing is wider than the window, from 320 px to 200 % zoom', async () => {
    for (const width of [320, 400, 600, 1200]) {
      await withPage(
        sampleAnswer(),
        async ({ page, answerGuidance }) => {
          await openEverything(page);
          await answerGuidance();
          await page.locator('.guidance table').waitFor();
          const widest = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(widest, `${width} px`).toBeLessThanOrEqual(width);
        },
        { width },
      );
    }
  });

  it('jumps within the page glide only for who has not asked for less motion', async () => {
    const behavior = (page: Page) =>
      page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
    await withPage(sampleAnswer(), async ({ page }) => {
      expect(await behavior(page)).toBe('smooth');
      await page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
      expect(await behavior(page)).toBe('auto');
    });
    await withPage(sampleAnswer(), async ({ page }) => expect(await behavior(page)).toBe('auto'), {
      reducedMotion: true,
    });
  });

  it('says aloud what a recalculation came to, and is silent when nothing changed', async () => {
    await withPage(sampleAnswer(), async ({ page, show }) => {
      const status = page.getByRole('status');
      expect(await status.textContent()).toBe(
        'Advice calculated: 2 systems, 9 gaps, 4 findings and next date 2026-12-02.',
      );
      await page.evaluate(() => {
        window.spoken = [];
        const element = document.querySelector('[role=status]');
        if (element === null) return;
        new MutationObserver(() => window.spoken.push(element.textContent)).observe(element, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      });
      await show(sampleAnswer());
      expect(await page.evaluate(() => window.spoken)).toEqual([]);
      const changed = sampleAnswer();
      firstRoot(changed).findings = [];
      await show(changed);
      const spoken = await page.evaluate(() => window.spoken);
      expect(spoken.at(-1)).toBe(
        'Advice calculated: 2 systems, 9 gaps, no findings and next date 2026-12-02.',
      );
    });
  });
});

describe('the keyboard', () => {
  it('Tab goes from group to group, the arrows within a group', async () => {
    await withPage(sampleAnswer(), async ({ page }) => {
      const walk: string[] = [];
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key);
        walk.push(await focused(page));
      };
      await press('Tab');
      await press('Tab');
      await press('Tab');
      await press('ArrowRight');
      await press('End');
      await press('Tab');
      await press('ArrowDown');
      await press('ArrowDown');
      await press('Shift+Tab');
      expect(walk).toEqual([
        'Skip to the advice',
        'ai-usage.yaml',
        'Overview',
        'Findings',
        'Sources',
        'CV ranker',
        'Go to line 8 of ai-usage.yaml',
        'ops-agent',
        'Sources',
      ]);
    });
  });

  it('every group is one stop, and every stop shows the focus', async () => {
    await withPage(manySystems(6), async ({ page }) => {
      await openEverything(page);
      const groups = await page.evaluate(() =>
        [...document.querySelectorAll('[data-roving]')].map(
          (group) =>
            [...group.querySelectorAll<HTMLElement>('a[href], button, summary')].filter(
              ({ tabIndex }) => tabIndex >= 0,
            ).length,
        ),
      );
      expect(groups.length).toBeGreaterThan(30);
      expect(groups.filter((stops) => stops > 1)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const element = document.activeElement;
        return element === null ? '' : getComputedStyle(element).outlineStyle;
      });
      expect(outline).toBe('solid');
    });
  });

  it('the skip link moves the focus to the advice', async () => {
    await withPage(sampleAnswer(), async ({ page }) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });

  it('Escape gives the focus back to the editor', async () => {
    await withPage(sampleAnswer(), async ({ page, posted }) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      expect(await posted()).toEqual([{ type: 'ready' }, { type: 'focusEditor' }]);
    });
  });

  it('an item that a closed part hides is passed over', async () => {
    await withPage(sampleAnswer(), async ({ page }) => {
      await page.getByText('1 finding ignored by the manifest').focus();
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('1 finding ignored by the manifest');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('Go to line 35 of ai-usage.yaml');
    });
  });
});

describe('messages', () => {
  it('a click on a line asks for exactly that place', async () => {
    const answer = sampleAnswer();
    await withPage(answer, async ({ page, posted }) => {
      const finding = firstRoot(answer).findings.find(({ rule }) => rule === 'manifest/unknown-key');
      await page.locator('.findings li', { hasText: 'color is no field' }).locator('button.place').click();
      expect((await posted()).at(-1)).toEqual({ type: 'reveal', place: finding?.place });
    });
  });

  it('the title of a system leads to its line', async () => {
    const answer = sampleAnswer();
    const [system] = firstRoot(answer).systems;
    await withPage(answer, async ({ page, posted }) => {
      await page.getByRole('heading', { name: 'CV ranker' }).getByRole('button').click();
      expect((await posted()).at(-1)).toEqual({
        type: 'reveal',
        place: { path: 'systems.cv-ranker', file: 'ai-usage.yaml', range: system?.range },
      });
    });
  });

  it('the name of a law, duty, risk, control, tool or rule opens its page', async () => {
    await withPage(sampleAnswer(), async ({ page, posted }) => {
      await page.locator('summary', { hasText: 'Bias testing of outcomes' }).first().click();
      await page.locator('summary', { hasText: 'Logging by design' }).click();
      const names = [
        'EU Artificial Intelligence Act',
        'bias-testing',
        'eu-ai-act.art-12',
        'Discrimination in decisions about people',
        'Fairlearn',
        'system/gaps',
      ];
      for (const name of names) await page.getByRole('button', { name, exact: true }).first().click();
      expect((await posted()).slice(1)).toEqual([
        { type: 'openEntry', id: 'eu-ai-act' },
        { type: 'openEntry', id: 'bias-testing' },
        { type: 'openEntry', id: 'eu-ai-act.art-12' },
        { type: 'openEntry', id: 'decision-discrimination' },
        { type: 'openEntry', id: 'fairlearn' },
        { type: 'openEntry', id: 'system/gaps' },
      ]);
    });
  });

  it('without a manifest the page offers to begin one', async () => {
    await withPage(emptyAnswer(), async ({ page, posted }) => {
      await page.getByRole('button', { name: 'New manifest' }).click();
      expect((await posted()).at(-1)).toEqual({ type: 'newManifest' });
    });
  });

  it('a snapshot that does not fit is refused with what to do, any other stray message is ignored', async () => {
    await withPage(sampleAnswer(), async ({ page, send }) => {
      await send({ type: 'hello' });
      await send('text');
      await send(null);
      await page.waitForTimeout(50);
      expect(await page.getByRole('heading', { name: 'Tools', exact: true }).count()).toBe(1);
      await send({ type: 'snapshot', answer: { schemaVersion: 2, roots: [] } });
      await page.getByText('Close this tab and show the advice again').first().waitFor();
    });
  });

  it('a system that is asked for is opened, scrolled to and focused', async () => {
    await withPage(manySystems(12), async ({ page, send }) => {
      const card = page.locator('article', { has: page.getByRole('heading', { name: 'CV ranker 11' }) });
      expect(await card.locator('details').first().getAttribute('open')).toBeNull();
      await send({ type: 'show', target: { root: 'ai-usage.yaml', system: 'cv-ranker-11' } });
      await card.getByRole('heading', { name: 'Duties' }).waitFor();
      expect(await focused(page)).toBe('CV ranker 11');
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
    });
  });
});

describe('guidance', () => {
  const requests = async ({ posted }: OpenPage) => (await posted()).filter(({ type }) => type === 'guidance');
  const howToStart = (page: Page) => page.getByText('How to start with Fairlearn');

  it('is offered for recommended tools and asked controls that are not met, where the catalog has it', async () => {
    await withPage(sampleAnswer(), async ({ page }) => {
      await openEverything(page);
      const offered = await page.locator('.how-to > summary').allTextContents();
      expect(offered).toEqual([
        'How to do it: Bias testing of outcomes',
        'How to do it: Training in AI use',
        'How to do it: Human approval before grave actions',
        'How to do it: Training in AI use',
        'How to start with Fairlearn',
        'How to start with Langfuse',
      ]);
    });
  });

  it('is asked for when it is first opened, and only then, and shown in place', async () => {
    await withPage(sampleAnswer(), async (open) => {
      const { page, show, answerGuidance } = open;
      expect(await requests(open)).toEqual([]);
      await howToStart(page).click();
      await page.locator('.tool').getByText('Loading').waitFor();
      await answerGuidance();
      await page.locator('.tool').getByText('Take decided cases').waitFor();
      await howToStart(page).click();
      await page.locator('.tool').getByText('Take decided cases').waitFor({ state: 'detached' });
      await howToStart(page).click();
      await page.locator('.tool').getByText('Take decided cases').waitFor();
      await show(sampleAnswer());
      expect(await page.locator('.tool').getByText('Take decided cases').isVisible()).toBe(true);
      expect(await requests(open)).toEqual([{ type: 'guidance', id: 'tools/fairlearn' }]);
    });
  });

  it('on a control that two systems want is asked for once', async () => {
    await withPage(sampleAnswer(), async (open) => {
      await openEverything(open.page);
      await open.answerGuidance();
      await expect.poll(() => open.page.getByText('Train people on the system').count()).toBe(2);
      const asked = (await requests(open)).map((message) => 'id' in message && message.id);
      expect(asked.filter((id) => id === 'controls/ai-literacy')).toHaveLength(1);
    });
  });

  it('that cannot be had says so aloud, and is asked for again when it is opened again', async () => {
    await withPage(sampleAnswer(), async (open) => {
      const { page, answerGuidance } = open;
      await howToStart(page).click();
      await answerGuidance({});
      await page.getByRole('alert').getByText('could not be loaded').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await howToStart(page).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await howToStart(page).click();
      await expect.poll(() => requests(open)).toHaveLength(2);
      await answerGuidance();
      await page.locator('.tool').getByText('Take decided cases').waitFor();
    });
  });

  it('that nobody asked for is ignored', async () => {
    await withPage(sampleAnswer(), async ({ page, send }) => {
      await send({ type: 'guidance', id: 'tools/fairlearn', markdown: 'Not asked for.' });
      await howToStart(page).click();
      await page.locator('.tool').getByText('Loading').waitFor();
      expect(await page.getByText('Not asked for.').count()).toBe(0);
    });
  });

  it('that was open is asked for by the next life of the page', async () => {
    let kept: unknown;
    await withPage(sampleAnswer(), async ({ page, state, answerGuidance }) => {
      await howToStart(page).click();
      await answerGuidance();
      await page.locator('.tool').getByText('Take decided cases').waitFor();
      kept = await state();
    });
    const again = async ({ page, answerGuidance }: OpenPage) => {
      await answerGuidance();
      await page.locator('.tool').getByText('Take decided cases').waitFor();
    };
    await withPage(sampleAnswer(), again, { state: kept });
  });

  it('is reached and opened by the keyboard, its links by the arrows', async () => {
    await withPage(sampleAnswer(), async ({ page, answerGuidance }) => {
      await page.getByRole('button', { name: 'Fairlearn', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('How to start with Fairlearn');
      await page.keyboard.press('Enter');
      await answerGuidance();
      await page.getByRole('link', { name: 'guide to metrics' }).waitFor();
      expect(await focused(page)).toBe('How to start with Fairlearn');
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('guide to metrics');
    });
  });
});

describe('what the page keeps', () => {
  it('opened parts, scroll and root come back with the next life of the page', async () => {
    let kept: unknown;
    await withPage(manySystems(12), async ({ page, state }) => {
      const card = page.locator('article', { has: page.getByRole('heading', { name: 'CV ranker 7' }) });
      await card.locator('summary', { hasText: 'Details' }).first().click();
      await card.getByRole('heading', { name: 'Duties' }).waitFor();
      await page.evaluate(() => window.scrollTo({ top: 900, behavior: 'instant' }));
      await expect.poll(async () => (await state())?.scroll).toBe(900);
      kept = await state();
      expect(kept).toEqual({
        version: 1,
        root: 'ai-usage.yaml',
        opened: { 'ai-usage.yaml|cv-ranker-7': true },
        scroll: 900,
      });
    });
    await withPage(
      manySystems(12),
      async ({ page }) => {
        const card = page.locator('article', { has: page.getByRole('heading', { name: 'CV ranker 7' }) });
        expect(await card.getByRole('heading', { name: 'Duties' }).count()).toBe(1);
        expect(await page.evaluate(() => window.scrollY)).toBe(900);
      },
      { state: kept },
    );
  });

  it('a state that it did not write is put aside', async () => {
    await withPage(sampleAnswer(), async ({ state }) => expect((await state())?.opened).toEqual({}), {
      state: { version: 0, opened: 'all' },
    });
  });

  it('a recalculation leaves focus, scroll and opened parts where they are', async () => {
    await withPage(sampleAnswer(), async ({ page, show }) => {
      const duty = page.locator('tr', { hasText: 'Risk management' }).first();
      await duty.locator('summary').click();
      await duty.getByText('Served by').waitFor();
      const before = await page.evaluate(() => window.scrollY);
      const changed = sampleAnswer();
      firstRoot(changed).findings.splice(3, 1);
      await show(changed);
      expect(await focused(page)).toContain('Risk management');
      expect(await duty.getByText('Served by').isVisible()).toBe(true);
      expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(200);
    });
  });

  it('of several manifests one is shown, and the choice is kept', async () => {
    const answer = sampleAnswer();
    const second: Root = { ...firstRoot(purposeOnly()), path: 'apps/ai-usage.yaml' };
    await withPage({ ...answer, roots: [...answer.roots, second] }, async ({ page, state }) => {
      expect(await page.getByRole('heading', { name: 'ops-agent' }).count()).toBe(1);
      await page.getByRole('combobox', { name: 'Manifest' }).selectOption('apps/ai-usage.yaml');
      await page.getByRole('heading', { name: 'helper' }).waitFor();
      expect(await page.getByRole('heading', { name: 'ops-agent' }).count()).toBe(0);
      expect((await state())?.root).toBe('apps/ai-usage.yaml');
    });
  });
});

describe('hostile text', () => {
  for (const attack of attacks) {
    it(`stays text: ${attack}`, async () => {
      await withPage(hostileAnswer(attack), async ({ page }) => {
        await openEverything(page);
        expect(await page.title()).toBe('AI Governance Advice');
        expect(await page.locator('#page script, #page img, #page svg[onload]').count()).toBe(0);
        expect(await page.locator('#page a:not([href^="#"]):not([href^="https://"])').count()).toBe(0);
        expect(await page.locator('.purpose').first().textContent()).toBe(attack);
      });
    });

    it(`stays text in guidance: ${attack}`, async () => {
      await withPage(sampleAnswer(), async ({ page, answerGuidance }) => {
        await page.getByText('How to start with Fairlearn').click();
        await answerGuidance({ 'tools/fairlearn': hostileGuidance(attack) });
        await page.locator('.guidance').waitFor();
        expect(await page.title()).toBe('AI Governance Advice');
        expect(await page.locator('#page script, #page img, #page svg[onload]').count()).toBe(0);
        expect(await page.locator('.guidance a').count()).toBe(0);
        expect(await page.locator('.guidance').textContent()).toContain(attack);
      });
    });
  }
});
