import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema';
import { emptyAnswer, manySystems, purposeOnly, sampleAnswer } from '../fixtures/answers';
import { accessibilityProblems } from './axe';
import { buildPage, htmlReport, launchBrowser } from './browser';
import { attacks, hostileAnswer, hostileGuidance } from './hostile';

let browser: Browser;
let css: string;
let folder: string;

beforeAll(async () => {
  [{ css }, browser, folder] = await Promise.all([
    buildPage(),
    launchBrowser(),
    mkdtemp(join(tmpdir(), 'ai-governance-report-')),
  ]);
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

interface LookOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly guidance?: Readonly<Record<string, string>>;
}

/** Opens the report as somebody would who got the file by mail. */
async function withReport(
  answer: Answer,
  look: (page: Page) => Promise<void>,
  { colorScheme = 'light', width = 1200, guidance }: LookOptions = {},
): Promise<void> {
  const file = join(folder, 'report.html');
  await writeFile(file, htmlReport(answer, css, guidance));
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) complaints.push(`asked for ${request.url()}`);
  });
  try {
    await page.goto(pathToFileURL(file).href);
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

describe('the report as a file', () => {
  it('is one document with language, title and a policy, and without a script', () => {
    const html = htmlReport(sampleAnswer(), css);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(html).toContain('<title>AI governance advice</title>');
    expect(html).toMatch(
      /content="default-src 'none'; style-src 'sha256-[\w+/]+={0,2}'; base-uri 'none'; form-action 'none'"/,
    );
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=/i);
  });

  it('is styled under its own policy and asks for nothing else', async () => {
    await withReport(sampleAnswer(), async (page) => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(await background()).toBe('rgb(255, 255, 255)');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await background()).toBe('rgb(23, 25, 29)');
    });
  });

  it('gives places as file and line, and nothing to press that would do nothing', async () => {
    await withReport(sampleAnswer(), async (page) => {
      expect(await page.locator('button').count()).toBe(0);
      expect(await page.locator('.findings li', { hasText: 'color is no field' }).textContent()).toContain(
        'ai-usage.yaml:24',
      );
    });
  });

  it('says once that it is advice, not legal advice', () => {
    expect(htmlReport(sampleAnswer(), css).match(/not legal advice/g)).toHaveLength(1);
  });

  it('is the same, byte for byte, for the same answer', () => {
    expect(htmlReport(sampleAnswer(), css)).toBe(htmlReport(sampleAnswer(), css));
  });

  it('refuses a style that would end its own element', () => {
    expect(() => htmlReport(sampleAnswer(), 'a{}</style><p>')).toThrow('end tag');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`axe finds nothing in ${colorScheme}, wide and narrow`, async () => {
      for (const answer of [sampleAnswer(), emptyAnswer(), purposeOnly(), manySystems(5)]) {
        for (const width of [1200, 400]) {
          await withReport(
            answer,
            async (page) => {
              await page.evaluate(() => {
                for (const fold of document.querySelectorAll('details')) fold.open = true;
              });
              expect(await accessibilityProblems(page)).toEqual([]);
              expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
                width,
              );
            },
            { colorScheme, width },
          );
        }
      }
    });
  }

  it('prints what is folded away, save what nobody asks for, in black on white and without navigation', async () => {
    await withReport(
      manySystems(5),
      async (page) => {
        const folded = page.getByText('Outcomes and errors are compared across groups').first();
        expect(await folded.isVisible()).toBe(false);
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(await folded.isVisible()).toBe(true);
        expect(await page.getByText('Take decided cases').isVisible()).toBe(true);
        expect(await page.getByText('Watermark in generated content').first().isVisible()).toBe(false);
        expect(await page.locator('nav').first().isVisible()).toBe(false);
        expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
          'rgb(255, 255, 255)',
        );
      },
      { colorScheme: 'dark' },
    );
  });

  it('holds the guidance on recommended tools and asked controls that are not met, and no other', async () => {
    await withReport(sampleAnswer(), async (page) => {
      expect(await page.locator('.how-to > summary').allTextContents()).toEqual([
        'How to do it: Bias testing of outcomes',
        'How to do it: Training in AI use',
        'How to do it: Human approval before grave actions',
        'How to do it: Training in AI use',
        'How to start with Fairlearn',
        'How to start with Langfuse',
      ]);
      const text = page.getByText('Take decided cases');
      expect(await text.isVisible()).toBe(false);
      await page.getByText('How to start with Fairlearn').click();
      expect(await text.isVisible()).toBe(true);
      expect(await page.locator('body').textContent()).not.toMatch(/For a (control|tool) that is/);
    });
  });

  it('offers no guidance where the catalog has none', () => {
    for (const guidance of [{}, { 'tools/toString': 'x' }])
      expect(htmlReport(sampleAnswer(), css, guidance)).not.toContain('How to');
  });

  it('prints the guidance on a control once, however many systems want it', async () => {
    await withReport(manySystems(4), async (page) => {
      await page.emulateMedia({ media: 'print' });
      const texts = await page.getByText('Train people on the system that they use.').all();
      const printed = await Promise.all(texts.map((text) => text.isVisible()));
      expect(printed).toEqual([true, false, false, false]);
    });
  });

  for (const attack of attacks) {
    it(`keeps hostile guidance as text: ${attack}`, async () => {
      const guidance = { 'tools/fairlearn': hostileGuidance(attack) };
      const look = async (page: Page) => {
        expect(await page.title()).toBe('AI governance advice');
        expect(await page.locator('script, img, svg[onload], .guidance a').count()).toBe(0);
        expect(await page.locator('.guidance').textContent()).toContain(attack);
      };
      await withReport(sampleAnswer(), look, { guidance });
    });

    it(`keeps hostile text as text: ${attack}`, async () => {
      await withReport(hostileAnswer(attack), async (page) => {
        expect(await page.title()).toBe('AI governance advice');
        expect(await page.locator('script, img, svg[onload]').count()).toBe(0);
        expect(await page.locator('a:not([href^="#"]):not([href^="https://"])').count()).toBe(0);
        expect(await page.locator('.purpose').first().textContent()).toBe(attack);
      });
    });
  }
});

describe('what came after the catalog', () => {
  const late = 'The catalog knows the law until 2026-11-20; what came later is not in this answer.';
  const onDay = (asOf: string): Answer => ({
    schemaVersion: 1,
    roots: sampleAnswer().roots.map((root) => ({ ...root, asOf })),
  });

  it('is said beside the days where the law is read some days later', async () => {
    await withReport(onDay('2026-11-21'), async (page) => {
      expect(await page.locator('.root-line').innerText()).toContain(
        'known until 2026-11-20, later law not included',
      );
      expect(await page.getByText(late).count()).toBe(0);
    });
  });

  it('stands before everything else where the law is read long after', async () => {
    await withReport(onDay('2027-06-01'), async (page) => {
      expect(await page.locator('.overview > .notice').first().innerText()).toContain(late);
    });
  });
});

describe('questions in the report', () => {
  it('are three, the others folded away, and say what their answers do', async () => {
    await withReport(purposeOnly(), async (page) => {
      const list = page.locator('article .questions');
      expect(await list.locator(':scope > ol > li').count()).toBe(3);
      expect(await list.locator('summary').innerText()).toContain('3 more questions');
    });
    await withReport(sampleAnswer(), async (page) => {
      const [first] = await page.locator('.effects').allInnerTexts();
      expect(first).toContain('transparency by Art. 50(1)');
      expect(first).toContain('not transparency');
    });
  });
});
