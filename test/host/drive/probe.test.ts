import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../../../scripts/host/workbench';
import { root } from '../../../scripts/paths';

const fixtures = join(root, 'test', 'fixtures', 'host');
const ending: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

async function open(options: {
  version: 'newest' | 'floor';
  web?: boolean;
  trusted?: boolean;
}): Promise<Workbench> {
  const temporary = await mkdtemp(join(tmpdir(), 'aiga-drive-'));
  ending.unshift(() => rm(temporary, { recursive: true, force: true }));
  const folder = join(temporary, 'project');
  await cp(join(fixtures, 'workspace'), folder, { recursive: true });
  const workbench = await openWorkbench({
    ...options,
    folder,
    extensionPath: join(fixtures, 'probe-extension'),
  });
  ending.unshift(workbench.stop);
  return workbench;
}

describe('VS Code driven as its user does, with the smallest extension', () => {
  it.each([
    ['newest', { version: 'newest' }],
    ['newest, in Restricted Mode', { version: 'newest', trusted: false }],
    ['oldest supported', { version: 'floor' }],
    ['newest, web host', { version: 'newest', web: true }],
  ] as const)('shows a typed mistake and a webview that answers (%s)', async (_name, options) => {
    const { page, openFile, typeText, waitForSquiggle, runCommand, webviewFrame } = await open(options);
    await openFile('probe.txt');
    expect(await page.locator('.squiggly-error').count()).toBe(0);
    await typeText('this is wrong\n');
    await waitForSquiggle('error');
    await runCommand('Probe: Open the probe');
    const frame = await webviewFrame('Probe');
    await frame.locator('#count').click();
    expect(await frame.locator('#count').textContent()).toBe('pressed 1 times');
    const restricted = await page.getByRole('button', { name: 'Restricted Mode' }).count();
    expect(restricted > 0).toBe('trusted' in options);
  });
});
