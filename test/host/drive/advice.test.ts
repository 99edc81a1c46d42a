import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../../../scripts/host/workbench';
import { root } from '../../../scripts/paths';

/** What a user does with a manifest: type, see the squiggle, ask for advice, read it, click to the line. */

const manifest = `version: 1
systems:
  - id: cv-ranker
    purpose: Orders applications before a recruiter reads them
    roles: [deployer]
    areas: [employment.recruitment]
    markets: [DE]
`;

let folder: string;
let bench: Workbench;
const refused: string[] = [];

const file = () => join(folder, 'ai-usage.yaml');
const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

/** The page of the report, once it shows advice on a system. */
function report(system: string): Promise<Frame> {
  return bench.webviewFrame(
    async (frame) => (await frame.getByRole('heading', { name: system }).count()) > 0,
  );
}

/** The line that the cursor is in, as the status bar says it. */
async function expectLine(line: number): Promise<void> {
  await expect
    .poll(() => bench.page.locator('[id="status.editor.selection"]').textContent(), { timeout: 15_000 })
    .toMatch(new RegExp(`^Ln ${line},`));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'advice größe '));
  await writeFile(file(), manifest);
  bench = await openWorkbench({ folder, extensionPath: root });
  bench.page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
}, 180_000);

afterAll(async () => {
  await bench.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a user', () => {
  it('types a wrong value and sees the squiggle, which goes when the value is right', async () => {
    await bench.openFile('ai-usage.yaml');
    await bench.page.keyboard.press(`${modifier}+End`);
    await bench.typeText('    influence: decide');
    // The list of proposals would take the next keys.
    await bench.page.keyboard.press('Escape');
    await bench.waitForSquiggle('error');
    await bench.typeText('s');
    await bench.page.keyboard.press('Escape');
    await bench.page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'detached' });
    await bench.page.keyboard.press(`${modifier}+s`);
    await expect.poll(() => readFile(file(), 'utf8')).toBe(`${manifest}    influence: decides`);
  });

  it('accepts a key and then one of its values from the list, without typing either out', async () => {
    await bench.page.keyboard.press(`${modifier}+End`);
    // A line below, whatever list may still be open for the last word.
    await bench.page.keyboard.press(`${modifier}+Enter`);
    await bench.typeText('autono');
    const proposal = (text: string) =>
      bench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text });
    await proposal('autonomy').first().waitFor();
    await bench.page.keyboard.press('Enter');
    await proposal('recommends').first().waitFor();
    await bench.typeText('recom');
    await bench.page.keyboard.press('Enter');
    await bench.page.keyboard.press(`${modifier}+s`);
    await expect
      .poll(() => readFile(file(), 'utf8'))
      .toBe(`${manifest}    influence: decides\n    autonomy: recommends`);
  });

  it('asks for advice and reads it beside the manifest', async () => {
    await bench.runCommand('AI Governance: Show Advice');
    const page = await report('cv-ranker');
    await page.getByText('Annex III 4(a)').first().waitFor();
    expect(await bench.page.locator('.editor-group-container').count()).toBe(2);
  });

  it('clicks a place in the report and is at its line in the manifest', async () => {
    const page = await report('cv-ranker');
    const places = page.getByRole('button', { name: 'Go to line 6 of ai-usage.yaml' });
    await places.first().scrollIntoViewIfNeeded();
    await places.first().click();
    await expectLine(6);
    expect(await bench.page.locator('.tab[data-resource-name="ai-usage.yaml"]').count()).toBe(1);
  });

  it('goes on typing, and the report follows', async () => {
    await bench.page.keyboard.press(`${modifier}+End`);
    await bench.page.keyboard.press(`${modifier}+Enter`);
    await bench.page.keyboard.press('Home');
    await bench.page.keyboard.press('Shift+End');
    await bench.page.keyboard.press('Delete');
    await bench.typeText('  - id: second-system');
    await bench.page.keyboard.press('Escape');
    await report('second-system');
  });

  it('goes back from the report to the manifest with Escape', async () => {
    const page = await report('cv-ranker');
    await page.getByRole('heading', { name: 'cv-ranker' }).first().click();
    await page.locator('body').press('Escape');
    await expect
      .poll(() =>
        bench.page
          .locator('.editor-group-container.active .tab.active')
          .first()
          .getAttribute('data-resource-name'),
      )
      .toBe('ai-usage.yaml');
  });

  it('finds the report again after the window was loaded anew', async () => {
    await bench.page.keyboard.press(`${modifier}+s`);
    await bench.waitUntilKept('mainThreadWebview-aiGovernance.report');
    await bench.page.reload();
    await report('second-system');
  });

  it('was refused nothing by the content security policy', () => {
    expect(refused).toEqual([]);
  });
});
