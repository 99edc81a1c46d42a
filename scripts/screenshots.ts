import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from './host/workbench';
import { root } from './paths';

/**
 * `npm run screenshots [-- folder]`: pictures of the sample project in the real workbench, as its user sees it, for
 * looking at before a change is called done. The one of the advice becomes the picture of the README.
 */

const project = join(root, 'test', 'projects', 'cv-ranker');
const size = { width: 1440, height: 900 };

type Shot = (bench: Workbench, save: (name: string) => Promise<void>) => Promise<void>;

/** The workbench on a copy of the sample, in a color theme by its name. */
async function open(theme: string): Promise<{ bench: Workbench; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ai-governance-shots-'));
  const copy = join(folder, 'talent-desk');
  await cp(project, copy, { recursive: true, filter: (path) => !path.endsWith('expected.yaml') });
  await mkdir(join(copy, '.vscode'));
  const settings = { 'workbench.colorTheme': theme, 'explorer.compactFolders': false };
  await writeFile(join(copy, '.vscode', 'settings.json'), JSON.stringify(settings));
  const bench = await openWorkbench({ folder: copy, extensionPath: root, size, scale: 2 });
  return {
    bench,
    close: async () => {
      await bench.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const adviceBesideManifest: Shot = async (bench, save) => {
  await bench.openFile('ai-usage.yaml');
  await bench.waitForSquiggle('warning');
  await save('findings');
  await bench.runCommand('AI Governance: Show Advice');
  const frame = await bench.webviewFrame(
    async (candidate) => (await candidate.getByRole('heading', { name: 'CV ranker' }).count()) > 0,
  );
  await save('advice');
  await frame.getByRole('heading', { name: 'CV ranker' }).first().scrollIntoViewIfNeeded();
  await save('system');
  await frame.getByRole('heading', { name: /Tools/ }).first().scrollIntoViewIfNeeded();
  await save('tools');
};

const completion: Shot = async (bench, save) => {
  await bench.openFile('ai-usage.yaml');
  await bench.waitForSquiggle('warning');
  await bench.page.keyboard.press('Control+End');
  await bench.typeText('    biom');
  await bench.page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await save('completion');
};

async function main(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [theme, shots] of [
    ['Light Modern', [adviceBesideManifest]],
    ['Dark Modern', [completion]],
  ] as const) {
    const { bench, close } = await open(theme);
    try {
      for (const shot of shots) {
        await shot(bench, async (name) => {
          const path = join(folder, `${name}.png`);
          await bench.screenshot(path);
          console.log(path);
        });
      }
    } finally {
      await close();
    }
  }
  await copyFile(join(folder, 'advice.png'), join(root, 'media', 'screenshot.png'));
}

void main(process.argv[2] ?? join(root, 'dist', 'screenshots'));
