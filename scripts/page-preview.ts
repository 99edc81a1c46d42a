import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Answer } from '../src/answer/schema';
import { emptyAnswer, manySystems, purposeOnly, sampleAnswer } from '../test/fixtures/answers';
import { buildPage, htmlReport, launchBrowser, openPage } from '../test/page/browser';
import { type ThemeName, themes } from '../test/page/themes';

/**
 * `tsx scripts/page-preview.ts <folder>`: pictures of the report in every theme, wide and narrow, and as a file, for
 * whoever changes how it looks.
 */

const answers: Readonly<Record<string, () => Answer>> = {
  sample: sampleAnswer,
  empty: emptyAnswer,
  bare: purposeOnly,
  many: () => manySystems(12),
};

async function main(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const assets = await buildPage();
  const browser = await launchBrowser();
  try {
    for (const theme of Object.keys(themes) as ThemeName[]) {
      for (const width of [1200, 400]) {
        const open = await openPage(browser, assets, { theme, width });
        await open.show(sampleAnswer());
        await open.page.screenshot({ path: join(folder, `page-${theme}-${width}.png`), fullPage: true });
        await open.page.locator('summary', { hasText: 'Bias testing of outcomes' }).first().click();
        for (const name of ['How to do it: Bias testing', 'How to start with Fairlearn']) {
          await open.page.getByText(name).click();
        }
        await open.answerGuidance();
        await open.page.getByText('Take decided cases').waitFor();
        await open.page.screenshot({ path: join(folder, `guidance-${theme}-${width}.png`), fullPage: true });
        await open.context.close();
      }
    }
    for (const [name, answer] of Object.entries(answers)) {
      const file = join(folder, `report-${name}.html`);
      await writeFile(file, htmlReport(answer(), assets.css));
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme });
        await page.goto(`file://${file}`);
        await page.screenshot({ path: join(folder, `report-${name}-${colorScheme}.png`), fullPage: true });
        if (colorScheme === 'light')
          await page.pdf({ path: join(folder, `report-${name}.pdf`), format: 'A4' });
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`Pictures are in ${folder}`);
}

void main(resolve(process.argv[2] ?? 'dist/preview'));
