import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './host/chromium';
import { root } from './paths';

/** `npm run icon`: media/icon.png from media/icon.svg, since the Marketplace takes no SVG. */
async function main(): Promise<void> {
  const svg = await readFile(join(root, 'media', 'icon.svg'), 'utf8');
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, args, env });
  try {
    const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
    await page.setContent(`<style>body { margin: 0 }</style>${svg}`);
    await writeFile(join(root, 'media', 'icon.png'), await page.screenshot({ omitBackground: true }));
  } finally {
    await browser.close();
  }
}

void main();
